"""A list of the office's own pages is taken away: what for, how many first, a second person where it is long, once.

It is for whoever takes it and for the school's own work; what goes to somebody outside is a list of directory
information, or a copy. The law is asked about each student twice, when it is prepared and when it is handed over, and
those of whom it is asked the same are one question. Whom it leaves out leaves no trace.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.exports import second_person
from fileroom.disclosure.exports.asking import Asks, Granted, granted, pieces
from fileroom.disclosure.exports.files import Sheet, Watermark, as_file, fits
from fileroom.disclosure.exports.lifecycle import (
    CHANGED,
    HAND_OVER,
    STOP,
    HandedOver,
    Prepared,
    State,
    Stopped,
    agree,
    can_be_taken,
    close,
    digest,
    good_until,
    is_anothers,
    taken_up,
)
from fileroom.disclosure.exports.limits import in_all
from fileroom.disclosure.exports.sources import LONGEST, Source, StaffWork
from fileroom.disclosure.models import StudentList
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.criteria import purposes_of
from fileroom.law.days import district_day
from fileroom.law.facts import Purpose
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.keepers import keeper_facts, roles_of, schools_kept
from fileroom.people.listed import no_change_meanwhile
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn
from fileroom.records.issuing import new_code

FOR_STAFF = "employee"
LONGEST_BASIS = 200
WORK: Mapping[StaffWork, str] = {
    StaffWork.REMINDER: "reminding those on it, or whom they report to",
    StaffWork.REPORT: "a report to the Board or the Superintendent",
    StaffWork.AUDIT: "an audit",
}
TOO_MANY_IN_A_DAY = (
    "With the lists you have taken within a day it is longer than one person takes alone. Ask for it anew: then it"
    " waits for a second person."
)


def purposes(*, by: SignedIn, on: date) -> dict[Purpose, str]:
    """What this account may take a list for: the published criteria, by the offices held. Part of the open
    transaction."""
    employee = by.account.employee_id
    return purposes_of(roles_of(employee, on=on), on=on) if employee else {}


def may_state(source: Source, *, by: SignedIn, at: datetime) -> Mapping[Purpose, str] | Mapping[StaffWork, str]:
    """The same, for the page that asks. Raises Missing (of no employee, or of employees and not theirs)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        if source.of_staff:
            source.named("", by, at)
            return WORK
        return purposes(by=by, on=district_day(at))


@durable_transaction
def prepare(
    once: UUID, asks: Asks, *, second_above: int, within: int = second_person.WITHIN, by: SignedIn, at: datetime
) -> Prepared:
    """Ask for it: how many it names is known, and nothing leaves. `second_above`: of more students than this, with
    those of the account's other lists of a day, a second person agrees, `within` so many business days.

    Raises Missing, FormUsed and ValidationError.
    """
    if by.account.employee_id is None:
        raise Missing
    return act_once(lambda: _before(once, asks, by), lambda: _prepared(once, asks, second_above, within, by, at))


def _before(once: UUID, asks: Asks, by: SignedIn) -> Prepared | None:
    """What this form has made already. Raises FormUsed."""
    earlier = StudentList.objects.filter(pk=once).first()
    if earlier is None:
        return None
    if not _same(earlier, asks, by):
        raise FormUsed
    return Prepared(earlier.id, earlier.state == State.WAITS)


def _prepared(once: UUID, asks: Asks, second_above: int, within: int, by: SignedIn, at: datetime) -> Prepared:
    if asks.purpose not in (WORK if asks.source.of_staff else purposes(by=by, on=district_day(at))):
        raise ValidationError({"purpose": "Say what it is for: one of the purposes your work has."})
    if len(asks.words) > LONGEST:
        raise ValidationError({"words": "That is more than a list is filtered by."})
    no_change_meanwhile()
    found = granted(asks, by=by, at=at)
    if not found.people:
        raise ValidationError({"": "There is nobody here whom you may list for this."})
    return _kept(once, asks, found, second_above, within, by, at)


def _kept(
    id_: UUID, asks: Asks, found: Granted, second_above: int, within: int, by: SignedIn, at: datetime
) -> Prepared:
    students = found.people
    waits = in_all(by.account.id, students, at=at) > second_above
    row = StudentList(
        id=id_, source=asks.source.code, asked={"words": asks.words}, recipient=_name(by), recipient_kind=FOR_STAFF,
        purpose=asks.purpose.value, basis=found.basis[:LONGEST_BASIS], fields=list(asks.source.heads),
        school_id=_school(by, at), size=len(students), among=digest(id_, students), code=new_code(),
        state=State.WAITS if waits else State.READY, prepared_at=at, prepared_by=by.account.id,
        expires_at=good_until(at, waits=waits, within=within),
    )  # fmt: skip
    row.prepared_entry = _noted(Act.LIST_PREPARED, row, by, at)
    row.save(force_insert=True)
    if waits:
        known = partial(asks.source.is_known, row.school_id, at=at)
        second_person.owe(row, known, within=within, by=by, at=at)
    return Prepared(row.id, waits)


def _name(by: SignedIn) -> str:
    return account_names([by.account.id]).get(by.account.id, "")


def _school(by: SignedIn, at: datetime) -> UUID | None:
    """The one school whose records whoever asks keeps, whose custodian is a second person too; else the district's."""
    there = schools_kept(by, at)
    return next(iter(there)) if len(there) == 1 else None


@durable_transaction
def approve(list_id: UUID, source: Source, *, by: SignedIn, at: datetime) -> None:
    """A second person, to whom such a list is known, agrees. Raises Missing, and ValidationError where it is their
    own."""
    row = taken_up(list_id, source=source.code)
    if not source.is_known(row.school_id, by, at):
        raise Missing
    is_anothers(row, by)
    agree(row, _noted(Act.LIST_APPROVED, row, by, at), by=by, at=at)


@durable_transaction
def stop(list_id: UUID, source: Source, *, by: SignedIn, at: datetime) -> None:
    """It is not wanted any more. Raises Missing and ValidationError."""
    row = taken_up(list_id, source=source.code)
    if row.prepared_by != by.account.id and not source.is_known(row.school_id, by, at):
        raise Missing
    close(row, STOP, _noted(Act.LIST_STOPPED, row, by, at), by=by, at=at)


@durable_transaction
def hand_over(
    list_id: UUID, source: Source, *, form: str, head: Letterhead, second_above: int, by: SignedIn, at: datetime
) -> HandedOver | Stopped:
    """Make the file now, of whom the law grants now, with a line for each of them; or stop it.

    Whoever has prepared it takes it; what they have taken since counts as it did then. Raises Missing and
    ValidationError.
    """
    row = taken_up(list_id, source=source.code)
    if row.prepared_by != by.account.id:
        raise Missing
    can_be_taken(row, at)
    fits(row.size, form=form)
    no_change_meanwhile()
    found = granted(Asks(source, row.asked["words"], source.purpose(row.purpose)), by=by, at=at)
    if not hmac.compare_digest(digest(row.id, found.people), bytes(row.among)):
        entry = _noted(Act.LIST_STOPPED, row, by, at, outcome=CHANGED)
        close(row, STOP, entry, by=by, at=at)
        return Stopped(row.id, entry)
    if row.approved_by is None and in_all(by.account.id, found.people, at=at) > second_above:
        raise ValidationError(TOO_MANY_IN_A_DAY)
    return _handed_over(row, source, found, form, head, by, at)


def _handed_over(
    row: StudentList, source: Source, found: Granted, form: str, head: Letterhead, by: SignedIn, at: datetime
) -> HandedOver:
    """The ledger first: a line for each student in one statement, by the law's answer about that one, and one for the
    list. On none of them does it say which list it was."""
    actor, people = by.acting_as(keeper_facts(by.account, district_day(at)).role), found.people
    ledger.write_many(
        ledger.event(
            Act.STUDENT_LISTED, student=it, record=row.id, by=actor, purpose=row.purpose, decision=answer, at=at,
            sealed=source.sealed,
        )
        for it, answer in found.answers.items()
    )  # fmt: skip
    ledger.write_many(
        ledger.event(Act.EMPLOYEE_LISTED, record=it, by=actor, purpose=row.purpose, at=at) for it in found.staff
    )
    entry = _noted(Act.LIST_HANDED_OVER, row, by, at, outcome=str(len(people)), form=form)
    sheet = Sheet(source.heads, tuple(_rows(source, people, at)), len(people), source.title)
    made = as_file(sheet, Watermark(row.recipient, at, row.code), form=form, head=head)
    row.form = form
    close(row, HAND_OVER, entry, by=by, at=at)
    return HandedOver(row.id, f"list-{row.code}.{form}", made)


def _rows(source: Source, students: Sequence[UUID], at: datetime) -> Iterator[tuple[str, ...]]:
    for some in pieces(students):
        cells = source.cells(some, at)
        for it in some:
            yield from cells.get(it, ())


def _same(row: StudentList, asks: Asks, by: SignedIn) -> bool:
    mine = (row.source, row.asked.get("words"), row.purpose, row.prepared_by)
    return mine == (asks.source.code, asks.words, asks.purpose.value, by.account.id)


def _noted(act: Act, row: StudentList, by: SignedIn, at: datetime, *, outcome: str = "", form: str = "") -> UUID:
    """A line of no student: which list, as which file, and what for. `outcome`: of one that was handed over a number
    alone, by which the watch over reading counts."""
    role = keeper_facts(by.account, district_day(at)).role
    part = f"{row.source}/{form}" if form else row.source
    return ledger.write(
        ledger.event(
            act, record=row.id, part=part, by=by.acting_as(role), purpose=row.purpose, outcome=outcome,
            at=at,
        )
    )  # fmt: skip
