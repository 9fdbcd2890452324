"""For which meeting of the Board a released report is: named when it is released, and named anew where it is not heard.

A packet takes no report: it shows those of its meeting, and those that no packet has told when theirs was over. So a
packet for a day typed wrong, or printed anew, leaves none behind (Ed. Code 234.7(c)). Where the Board had a report as
its own paper, and in no packet, somebody says so: nothing else here could know it. So it is where the Board did not
meet, or did not hear it.
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
from fileroom.letters.setting import spoken_on
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement.board_days import settle
from fileroom.programmes.enforcement.knowing import Knows, hears
from fileroom.programmes.models import EnforcementReport
from fileroom.programmes.packet.told import heard
from fileroom.programmes.settings.meetings import UNENTERED, board_meetings

OVER = "The Board has met on this day already. Choose the day of a meeting to come."
NOT_YET = "The Board has not met yet on the day for which it was released: say so on the day after."
HEARD = "The Board has heard it: it is put to no other meeting. Where it has not, say that first."
UNLISTED = "The district has entered no meeting on {}. Look at the day again, or say that the Board meets then."
TOO_FAR = "This is more than a year from now. Look at the year again."


def fit(meeting_on: date, *, unlisted: bool, on: date) -> None:
    """Raises ValidationError where this is no day of a meeting to come: one that is over, or more than a year away, or,
    unless somebody says that the Board meets then (`unlisted`), none of those that the district has entered."""
    if meeting_on < on:
        raise ValidationError({"meeting_on": OVER})
    if meeting_on > add_years(on, 1):
        raise ValidationError({"meeting_on": TOO_FAR})
    entered = board_meetings()
    if entered and meeting_on not in entered and not unlisted:
        raise ValidationError({"meeting_on": ValidationError(UNLISTED.format(spoken_on(meeting_on, "en")), UNENTERED)})


def is_unlisted(error: ValidationError) -> bool:
    """Is this the fault of a day on which no meeting is entered?"""
    return any(it.code == UNENTERED for each in getattr(error, "error_dict", {}).values() for it in each)


@durable_transaction
def move(report_id: UUID, meeting_on: date, *, unlisted: bool = False, by: SignedIn, at: datetime) -> UUID:
    """A released report is for this meeting and for no other; named twice it is the same act. What waits for the Board
    has its day by the meetings that are left. `unlisted`: the Board meets then, though no such meeting is entered. The
    report's id.

    Raises Missing (it is not released, or whoever asks neither keeps the register nor is the Board's clerk) and
    ValidationError.
    """
    asked, row = _released(report_id, by, at)
    fit(meeting_on, unlisted=unlisted, on=district_day(at))
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

    Raises Missing, as `move` does, and ValidationError where the day of that meeting is not over, or none was named.
    """
    asked, row = _released(report_id, by, at)
    if row.heard_on:
        return row.id
    if row.meeting_on is None or row.meeting_on >= district_day(at):
        raise ValidationError(NOT_YET)
    row.heard_entry = _note(Act.ENFORCEMENT_REPORT_HEARD, row, row.meeting_on, asked, by, at)
    row.heard_on, row.heard_by = row.meeting_on, by.account.id
    row.save(update_fields=["heard_on", "heard_by", "heard_entry"])
    return row.id


@durable_transaction
def note_unheard(report_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """The Board did not meet, or did not hear it: no packet of a meeting before this day has told it, and nobody's word
    that the Board had it stands. It is told at the next, or put to another. Said twice it is the same act. The report's
    id. Raises Missing, as `move` does.
    """
    asked, row = _released(report_id, by, at)
    on = district_day(at)
    if row.heard_on is None and row.id not in heard(on):
        return row.id
    row.unheard_entry = _note(Act.ENFORCEMENT_REPORT_UNHEARD, row, row.meeting_on or on, asked, by, at)
    row.unheard_on, row.unheard_by = on, by.account.id
    row.heard_on = row.heard_by = row.heard_entry = None
    row.save(update_fields=["unheard_on", "unheard_by", "unheard_entry", "heard_on", "heard_by", "heard_entry"])
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
