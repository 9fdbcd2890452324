"""For which meeting of the Board a released report is: named when it is released, and named anew where it is not heard.

A packet takes no report: it shows those of its meeting, and those that no packet has told when theirs was over. So a
packet for a day typed wrong, or printed anew, leaves none behind (Ed. Code 234.7(c)). Where the Board had a report as
its own paper, and in no packet, somebody says so: nothing else here could know it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.hosting import durable_transaction
from fileroom.law.days import add_years, district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement.board_days import settle
from fileroom.programmes.enforcement.knowing import Knows, hears
from fileroom.programmes.models import EnforcementReport
from fileroom.programmes.packet.told import heard

OVER = "The Board has met on this day already. Choose the day of a meeting to come."
NOT_YET = "The Board has not met yet on the day for which it was released."
HEARD = "The Board has heard it: it is put to no other meeting."
TOO_FAR = "This is more than a year from now. Look at the year again."


def fit(meeting_on: date, *, on: date) -> None:
    """Raises ValidationError where this is no day of a meeting to come: one that is over, or more than a year away."""
    if meeting_on < on:
        raise ValidationError({"meeting_on": OVER})
    if meeting_on > add_years(on, 1):
        raise ValidationError({"meeting_on": TOO_FAR})


@durable_transaction
def move(report_id: UUID, meeting_on: date, *, by: SignedIn, at: datetime) -> UUID:
    """A released report is for this meeting and for no other; named twice it is the same act. What waits for the Board
    has its day by the meetings that are left. The report's id.

    Raises Missing (it is not released, or whoever asks neither keeps the register nor is the Board's clerk) and
    ValidationError.
    """
    asked, row = _released(report_id, by, at)
    fit(meeting_on, on=district_day(at))
    if row.meeting_on == meeting_on:
        return row.id
    if row.heard_on or row.id in heard(district_day(at)):
        raise ValidationError(HEARD)
    entry = _note(Act.ENFORCEMENT_REPORT_MOVED, row, meeting_on, asked, by, at)
    row.meeting_on = meeting_on
    row.save(update_fields=["meeting_on"])
    settle(by=by, entry=entry, at=at)
    return row.id


@durable_transaction
def note_heard(report_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """The Board had it as its own paper at the meeting for which it was released: no packet has to tell it any more.
    Said twice it is the same act. The report's id.

    Raises Missing, as `move` does, and ValidationError where that meeting is still to come, or none was named.
    """
    asked, row = _released(report_id, by, at)
    if row.heard_on:
        return row.id
    if row.meeting_on is None or row.meeting_on > district_day(at):
        raise ValidationError(NOT_YET)
    row.heard_entry = _note(Act.ENFORCEMENT_REPORT_HEARD, row, row.meeting_on, asked, by, at)
    row.heard_on, row.heard_by = row.meeting_on, by.account.id
    row.save(update_fields=["heard_on", "heard_by", "heard_entry"])
    return row.id


def _released(report_id: UUID, by: SignedIn, at: datetime) -> tuple[Knows, EnforcementReport]:
    """Raises Missing."""
    asked = hears(by, at)
    row = EnforcementReport.objects.select_for_update().filter(pk=report_id).exclude(released_at=None).first()
    if row is None or not asked.keeps:
        raise Missing
    return asked, row


def _note(act: Act, row: EnforcementReport, day: date, asked: Knows, by: SignedIn, at: datetime) -> UUID:
    actor, purpose = by.acting_as(asked.role), by.purpose.value
    return ledger.write(
        ledger.event(act, record=row.id, part=day.isoformat(), by=actor, purpose=purpose, sealed=True, at=at)
    )


def of_meeting(meeting_on: date, *, before: Collection[UUID], on: date) -> list[EnforcementReport]:
    """The released reports for a packet of this meeting as of a day, the first released first. Part of the open
    transaction.

    `before`: what the Board has heard at meetings that are over. What it has not, though its own meeting is over or was
    never named, is told at every meeting until one of them is over.
    """
    left = (Q(meeting_on=None) | Q(meeting_on__lt=on)) & ~Q(pk__in=before)
    rows = EnforcementReport.objects.exclude(released_at=None).filter(Q(meeting_on=meeting_on) | left)
    return list(rows.order_by("released_at"))


def next_with_a_report(on: date) -> date | None:
    """The first day to come for which a report was released; None: for no such day. Part of the open transaction."""
    rows = EnforcementReport.objects.exclude(released_at=None).filter(meeting_on__gte=on).order_by("meeting_on")
    return rows.values_list("meeting_on", flat=True).first()
