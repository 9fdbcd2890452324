"""Which reports the Board has heard: those that a packet has told of whose meeting is over."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fileroom.programmes.models import BoardPacket


def heard(on: date) -> frozenset[UUID]:
    """Their ids, as of a day. Joins a transaction."""
    told = BoardPacket.objects.filter(meeting_on__lt=on).values_list("reports", flat=True)
    return frozenset(UUID(it) for reports in told for it in reports)
