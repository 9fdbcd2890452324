"""A list of the office's own pages is taken away: what for, how many first, a second person where it is long, once.

It is for whoever takes it and for the school's own work; what goes to somebody outside is a list of directory
information, or a copy. The law is asked about each student twice, when it is prepared and when it is handed over, and
those of whom it is asked the same are one question. Whom it leaves out leaves no trace.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.exports.asking import Asks, granted, pieces
from fileroom.disclosure.exports.files import Sheet, Watermark, as_file
from fileroom.disclosure.exports.lifecycle import (
    CHANGED,
    GOOD_FOR,
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
    is_anothers,
    taken_up,
)
from fileroom.disclosure.exports.sources import LONGEST, Source
from fileroom.disclosure.models import StudentList
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.criteria import purposes_of
from fileroom.law.days import district_day
from fileroom.law.facts import Purpose
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.keepers import keeper_facts, kept_at, roles_of
from fileroom.people.listed import no_change_meanwhile
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn
from fileroom.records.issuing import new_code

FOR_STAFF = "employee"


def purposes(*, by: SignedIn, on: date) -> dict[Purpose, str]:
    """What this account may take a list for: the published criteria, by the offices held. Part of the open
    transaction."""
    employee = by.account.employee_id
    return purposes_of(roles_of(employee, on=on), on=on) if employee else {}


def may_state(*, by: SignedIn, at: datetime) -> dict[Purpose, str]:
    """The same, for the page that asks. Raises Missing (of no employee)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        return purposes(by=by, on=district_day(at))


@durable_transaction
def prepare(once: UUID, asks: Asks, *, second_above: int, by: SignedIn, at: datetime) -> Prepared:
    """Ask for it: how many it names is known, and nothing leaves. `second_above`: of more students than this a second
    person agrees. Raises Missing, FormUsed and ValidationError."""
    on = district_day(at)
    if by.account.employee_id is None:
        raise Missing
    if earlier := StudentList.objects.filter(pk=once).first():
        if not _same(earlier, asks, by):
            raise FormUsed
        return Prepared(earlier.id, earlier.state == State.WAITS)
    if asks.purpose not in purposes(by=by, on=on):
        raise ValidationError({"purpose": "Say what it is for: one of the purposes your work has."})
    if len(asks.words) > LONGEST:
        raise ValidationError({"words": "That is more than a list is filtered by."})
    no_change_meanwhile()
    found = granted(asks, by=by, at=at)
    if not found.students or found.answer is None:
        raise ValidationError({"": "There is nobody here whom you may list for this."})
    return _kept(once, asks, found.students, found.answer, second_above, by, at)


def _kept(
    id_: UUID, asks: Asks, students: Sequence[UUID], answer: Decision, second_above: int, by: SignedIn, at: datetime
) -> Prepared:
    waits = len(students) > second_above
    row = StudentList(
        id=id_, source=asks.source.code, asked={"words": asks.words}, recipient=_name(by), recipient_kind=FOR_STAFF,
        purpose=asks.purpose.value, basis=answer.because[0].citation, fields=list(asks.source.heads),
        school_id=_school(by, at), size=len(students), among=digest(id_, students), code=new_code(),
        state=State.WAITS if waits else State.READY, prepared_at=at, prepared_by=by.account.id,
        expires_at=at + GOOD_FOR,
    )  # fmt: skip
    row.prepared_entry = _noted(Act.LIST_PREPARED, row, by, at, answer)
    row.save(force_insert=True)
    return Prepared(row.id, waits)


def _name(by: SignedIn) -> str:
    return account_names([by.account.id]).get(by.account.id, "")


def _school(by: SignedIn, at: datetime) -> UUID | None:
    """The one school whose records whoever asks keeps, whose custodian is a second person too; else the district's."""
    employee = by.account.employee_id
    there = kept_at(employee, on=district_day(at)) if employee else set()
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
    list_id: UUID, source: Source, *, form: str, head: Letterhead, by: SignedIn, at: datetime
) -> HandedOver | Stopped:
    """Make the file now, of whom the law grants now, with a line for each of them; or stop it.

    Whoever has prepared it takes it. Raises Missing and ValidationError.
    """
    row = taken_up(list_id, source=source.code)
    if row.prepared_by != by.account.id:
        raise Missing
    can_be_taken(row, at)
    no_change_meanwhile()
    found = granted(Asks(source, row.asked["words"], Purpose(row.purpose)), by=by, at=at)
    if found.answer is None or not hmac.compare_digest(digest(row.id, found.students), bytes(row.among)):
        entry = _noted(Act.LIST_STOPPED, row, by, at, outcome=CHANGED)
        close(row, STOP, entry, by=by, at=at)
        return Stopped(row.id, entry)
    return _handed_over(row, source, found.students, found.answer, form, head, by, at)


def _handed_over(
    row: StudentList, source: Source, students: Sequence[UUID], answer: Decision, form: str, head: Letterhead,
    by: SignedIn, at: datetime,
) -> HandedOver:  # fmt: skip
    """The ledger first: a line for each student in one statement, and one for the list. On none of them does it say
    which list it was."""
    actor = by.acting_as(keeper_facts(by.account, district_day(at)).role)
    ledger.write_many(
        ledger.event(
            Act.STUDENT_LISTED, student=it, record=row.id, by=actor, purpose=row.purpose, decision=answer, at=at,
            sealed=source.sealed,
        )
        for it in students
    )  # fmt: skip
    entry = _noted(Act.LIST_HANDED_OVER, row, by, at, answer, outcome=str(len(students)), form=form)
    sheet = Sheet(source.heads, tuple(_rows(source, students, at)), len(students), source.title)
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


def _noted(
    act: Act, row: StudentList, by: SignedIn, at: datetime, answer: Decision | None = None, outcome: str = "",
    form: str = "",
) -> UUID:  # fmt: skip
    """A line of no student: which list, as which file, and what for. `outcome`: of one that was handed over a number
    alone, by which the watch over reading counts."""
    role = keeper_facts(by.account, district_day(at)).role
    part = f"{row.source}/{form}" if form else row.source
    return ledger.write(
        ledger.event(
            act, record=row.id, part=part, by=by.acting_as(role), purpose=row.purpose, decision=answer,
            outcome=outcome, at=at,
        )
    )  # fmt: skip
