"""The district enters its calendar, corrects it, takes something away, and says of a school year that it is whole.

Each is one transaction: the entry of the ledger, the rows, and every open duty counted anew by what stands now.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection

from fileroom.disclosure.directory import duties as directory_notice
from fileroom.duties import services as duties
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day, school_year
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.calendars import calendar
from fileroom.people.models import WholeCalendar
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.calendar import entries
from fileroom.programmes.calendar.entries import Entry, Kind
from fileroom.programmes.calendar.fitting import AHEAD, BEFORE, fault, stands
from fileroom.programmes.delegations.designees import Programme, designee
from fileroom.programmes.enforcement import counting as enforcement
from fileroom.programmes.notices import duties as annual_notice
from fileroom.programmes.settings.services import directory_notice_days

LOCK = "hashtextextended(current_schema() || ' calendar', 0)"
NOTHING_CLOSED = "No closed day stands in this school year yet. Enter its holidays first."


def one_at_a_time() -> None:
    """Two who change the calendar at once wait for each other. Part of the open transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock({LOCK})")


def count_anew(*, at: datetime) -> int:
    """Count all that is open by the calendar as it stands now, also what is owed before the first semester; how many
    last days have moved. What moves in the register of officers' visits stands in no number: it would tell of one. Part
    of the open transaction."""
    enforcement.count_anew()
    moved = duties.recount(calendar() or default_calendar())
    moved += directory_notice.count_anew(notice_days=directory_notice_days(), at=at)
    return moved + annual_notice.count_anew(at=at)


@durable_transaction
def enter_days(id_: UUID, entry: Entry, *, by: SignedIn, at: datetime) -> int:
    """Enter one break or closed spell; how many last days have moved. `id_`: a second call with it is the same act.

    Raises Missing, FormUsed and ValidationError.
    """
    role = designee(Programme.CALENDAR, by=by, at=at)
    one_at_a_time()
    if (before := _entered(id_)) is not None:
        if not stands(entry, [before]):
            raise FormUsed
        return 0
    _fit(entry, None, at)
    ledger.write(noted(Act.CALENDAR_ENTERED, id_, entry, by.acting_as(role), at))
    entries.keep(id_, entry)
    return count_anew(at=at)


def _entered(id_: UUID) -> Entry | None:
    try:
        return entries.found(id_).entry
    except Missing:
        return None


@durable_transaction
def correct_days(id_: UUID, entry: Entry, *, by: SignedIn, at: datetime) -> int:
    """Put this in the place of one that stands; how many last days have moved. Raises Missing and ValidationError."""
    role = designee(Programme.CALENDAR, by=by, at=at)
    one_at_a_time()
    before = entries.found(id_)
    if before.entry == entry:
        return 0
    _fit(entry, before.id, at)
    ledger.write(noted(Act.CALENDAR_CORRECTED, before.id, entry, by.acting_as(role), at))
    entries.drop(before)
    entries.keep(before.id, entry)
    return count_anew(at=at)


@durable_transaction
def take_days_away(id_: UUID, *, by: SignedIn, at: datetime) -> int:
    """Take one away; how many last days have moved. Raises Missing."""
    role = designee(Programme.CALENDAR, by=by, at=at)
    one_at_a_time()
    before = entries.found(id_)
    ledger.write(noted(Act.CALENDAR_TAKEN_AWAY, before.id, before.entry, by.acting_as(role), at))
    entries.drop(before)
    return count_anew(at=at)


@durable_transaction
def complete_year(year: int, *, by: SignedIn, at: datetime) -> int:
    """Say that this school year is entered whole: the State's holidays are closed days in it no more by themselves;
    how many last days have moved. Raises Missing and ValidationError."""
    role = designee(Programme.CALENDAR, by=by, at=at)
    one_at_a_time()
    if not in_reach(year, at):
        raise Missing
    said(year, by.acting_as(role), at)
    return count_anew(at=at)


def in_reach(year: int, at: datetime) -> bool:
    """Is this a school year of which a calendar is entered?"""
    now = school_year(district_day(at))
    return now - BEFORE <= year <= now + AHEAD


def said(year: int, by: Actor, at: datetime) -> None:
    """Note that a year is whole; once. Raises ValidationError. Part of the open transaction."""
    if not any(it.entry.kind is Kind.CLOSED for it in entries.of_year(year)):
        raise ValidationError(NOTHING_CLOSED)
    if WholeCalendar.objects.filter(year=year).exists():
        return
    entry = ledger.write(ledger.event(Act.CALENDAR_COMPLETED, part=str(year), by=by, at=at))
    WholeCalendar.objects.create(year=year, said_at=at, said_by=by.account, entry=entry)


@durable_transaction
def reopen_year(year: int, *, by: SignedIn, at: datetime) -> int:
    """Take that word back: something of the year is still to come; how many last days have moved. Raises Missing."""
    role = designee(Programme.CALENDAR, by=by, at=at)
    one_at_a_time()
    row = WholeCalendar.objects.filter(year=year).first()
    if row is None:
        return 0
    ledger.write(ledger.event(Act.CALENDAR_REOPENED, part=str(year), by=by.acting_as(role), at=at))
    row.delete()
    return count_anew(at=at)


def _fit(entry: Entry, instead_of: UUID | None, at: datetime) -> None:
    """Raises ValidationError."""
    beside = [it.entry for it in entries.between(entry.from_on, entry.to_on) if it.id != instead_of]
    if wrong := fault(entry, beside, on=district_day(at)):
        raise ValidationError({wrong.column: wrong.says})


def noted(act: Act, id_: UUID, entry: Entry, by: Actor, at: datetime) -> Event:
    """An entry of the ledger: which days, and of which kind; what they are called stands in no ledger."""
    return ledger.event(act, record=id_, part=entry.code, by=by, outcome=entry.kind.value, at=at)
