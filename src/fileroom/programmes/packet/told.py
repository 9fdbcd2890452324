"""Which reports a packet tells, and which the Board has heard: those that were told at a meeting that is over, or of
which somebody says that it had them there as their own paper; and none of which somebody says since that it did not.

A packet that is made anew is in the place of the one before: of each meeting the newest counts.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from fileroom.programmes.enforcement.board_days import heard_by_itself, unheard_since
from fileroom.programmes.models import BoardPacket


def heard(on: date) -> frozenset[UUID]:
    """Their ids, as of a day. Joins a transaction."""
    not_before, none = unheard_since(), date.min
    told = _told(BoardPacket.objects.filter(meeting_on__lt=on))
    return frozenset(it for it, day in told if day >= not_before.get(it, none)) | heard_by_itself(on)


def told_at(meeting_on: date) -> frozenset[UUID]:
    """Those that the newest packet of this meeting tells; none where there is no packet. Joins a transaction."""
    return frozenset(it for it, _ in _told(BoardPacket.objects.filter(meeting_on=meeting_on)))


def _told(packets: QuerySet[BoardPacket]) -> list[tuple[UUID, date]]:
    """Each report that the newest packet of a meeting tells, and the day of that meeting."""
    newest = packets.order_by("meeting_on", "-made_at", "-id").distinct("meeting_on")
    return [(UUID(it), day) for day, reports in newest.values_list("meeting_on", "reports") for it in reports]
