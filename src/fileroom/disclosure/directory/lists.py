"""Lists of students: prepared, approved by a second person where they are long, handed over once, or stopped.

Each student is asked of the law twice: when the list is prepared and when it is handed over. If the two answers do not
come to the same students, it is not handed over, and nobody is told which of them it was. No file is kept.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure import apart
from fileroom.disclosure.directory import asking, policy
from fileroom.disclosure.directory.asking import Wanted
from fileroom.disclosure.directory.limits import named_lately, unfit
from fileroom.disclosure.directory.policy import Adopted
from fileroom.disclosure.directory.sheets import filled
from fileroom.disclosure.directory.told import Untold
from fileroom.disclosure.exports import second_person
from fileroom.disclosure.exports.files import Watermark, as_file, fits
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
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import DirectoryField, Publication, Purpose, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.listed import Among, no_change_meanwhile
from fileroom.people.models import Section
from fileroom.people.signed_in import SignedIn
from fileroom.records.issuing import new_code

EMPTY = "This list would be empty: choose other students, or see whether their families have had the year’s notice."


@durable_transaction
def prepare(
    once: UUID,
    wanted: Wanted,
    *,
    second_above: int,
    within: int = second_person.WITHIN,
    enter: apart.Enter,
    untold: Untold,
    by: SignedIn,
    at: datetime,
) -> Prepared | Refused:
    """Ask the law about the list, and about each student; note what was asked for. `second_above`: of more students
    than this, in this list and the account's others for the same, a second person approves, `within` so many business
    days. `enter`: into the register of officers and agents who come, where the law says that it is told of. `untold`:
    whose family has not had the year's notice (told.py).

    Raises Missing, FormUsed and ValidationError.
    """
    role, on = _keeper(wanted.among, by, at), district_day(at)
    adopted = policy.in_force(on)
    answer = asking.of_the_list(wanted, adopted, on)
    apart.entered(answer, enter, by, at, student=None)
    if not answer.granted:
        return Refused(answer, _noted(Act.LIST_REFUSED, None, wanted, role, by, at, answer))
    if wrong := unfit(wanted, adopted, answer):
        raise ValidationError(wrong)

    def keep() -> Prepared:
        no_change_meanwhile()
        students = asking.named(wanted, adopted, on, untold)
        if not students:
            raise ValidationError({"school": EMPTY})
        return _kept(once, wanted, adopted, answer, students, second_above, within, role, by, at)

    return act_once(lambda: _before(once, wanted, answer, by), keep)


def _before(once: UUID, wanted: Wanted, answer: Decision, by: SignedIn) -> Prepared | None:
    """What this form has prepared already. Raises FormUsed."""
    earlier = StudentList.objects.filter(pk=once).first()
    if earlier is None:
        return None
    if not _same(earlier, wanted, answer, by):
        raise FormUsed
    return Prepared(earlier.id, earlier.state == State.WAITS)


def _kept(
    id_: UUID,
    wanted: Wanted,
    adopted: Adopted | None,
    answer: Decision,
    students: Sequence[UUID],
    second_above: int,
    within: int,
    role: str,
    by: SignedIn,
    at: datetime,
) -> Prepared:
    fields, among = asking.columns(answer, wanted.fields), wanted.among
    waits = len(students) + named_lately(wanted, by, at) > second_above
    row = StudentList(
        id=id_, recipient=wanted.recipient, recipient_kind=wanted.kind.value, purpose=wanted.purpose.value,
        basis=answer.because[0].citation, policy_id=adopted.id if adopted else None, fields=[it.value for it in fields],
        school_id=among.school, section_id=among.section, grades=list(among.grades), size=len(students),
        among=digest(id_, students), code=new_code(), state=State.WAITS if waits else State.READY, prepared_at=at,
        prepared_by=by.account.id, expires_at=good_until(at, waits=waits, within=within),
    )  # fmt: skip
    row.prepared_entry = _noted(Act.LIST_PREPARED, row, wanted, role, by, at, answer)
    row.save(force_insert=True)
    if waits:
        second_person.owe(row, partial(keeps, among, on=district_day(at)), within=within, by=by, at=at)
    return Prepared(row.id, waits)


@durable_transaction
def approve(list_id: UUID, *, by: SignedIn, at: datetime) -> None:
    """A second person agrees. Raises Missing, and ValidationError where it is their own, or waits for nobody."""
    row, role = _open_row(list_id, by, at)
    is_anothers(row, by)
    agree(row, _noted(Act.LIST_APPROVED, row, wanted_of(row), role, by, at), by=by, at=at)


@durable_transaction
def stop(list_id: UUID, *, by: SignedIn, at: datetime) -> None:
    """It is not wanted any more. Raises Missing and ValidationError."""
    row, role = _open_row(list_id, by, at)
    close(row, STOP, _noted(Act.LIST_STOPPED, row, wanted_of(row), role, by, at), by=by, at=at)


@durable_transaction
def hand_over(
    list_id: UUID, *, form: str, head: Letterhead, untold: Untold, by: SignedIn, at: datetime
) -> HandedOver | Stopped | Refused:
    """Make the file now, for whom the law names now, with a line in the ledger for each of them; or stop it.

    Raises Missing and ValidationError.
    """
    row, role = _open_row(list_id, by, at)
    can_be_taken(row, at)
    fits(row.size, form=form)
    no_change_meanwhile()
    wanted, on = wanted_of(row), district_day(at)
    adopted = policy.in_force(on)
    answer = asking.of_the_list(wanted, adopted, on)
    if not answer.granted or answer.first:
        entry = _noted(Act.LIST_REFUSED, row, wanted, role, by, at, answer)
        close(row, STOP, entry, by=by, at=at)
        return Refused(answer, entry)
    students = asking.named(wanted, adopted, on, untold) if not unfit(wanted, adopted, answer) else []
    if not hmac.compare_digest(digest(row.id, students), bytes(row.among)):
        entry = _noted(Act.LIST_STOPPED, row, wanted, role, by, at, outcome=CHANGED)
        close(row, STOP, entry, by=by, at=at)
        return Stopped(row.id, entry)
    return _handed_over(row, wanted, answer, students, form, head, role, by, at)


def _handed_over(
    row: StudentList,
    wanted: Wanted,
    answer: Decision,
    students: Sequence[UUID],
    form: str,
    head: Letterhead,
    role: str,
    by: SignedIn,
    at: datetime,
) -> HandedOver:
    """The ledger first: a line for each student in one statement, and one for the list."""
    actor, purpose = by.acting_as(role), wanted.purpose.value
    ledger.write_many(
        ledger.event(
            Act.DIRECTORY_RELEASED, student=student, record=row.id, part=wanted.kind.value, by=actor, purpose=purpose,
            decision=answer, at=at,
        )
        for student in students
    )  # fmt: skip
    outcome = str(len(students))  # a number alone, by which the watch over reading counts
    entry = _noted(Act.LIST_HANDED_OVER, row, wanted, role, by, at, answer, outcome, form)
    sheet = filled(students, wanted.fields, list_id=row.id, by=actor, purpose=purpose, at=at)
    made = as_file(sheet, Watermark(wanted.recipient, at, row.code), form=form, head=head)
    row.form = form
    close(row, HAND_OVER, entry, by=by, at=at)
    return HandedOver(row.id, f"list-{row.code}.{form}", made)


def wanted_of(row: StudentList) -> Wanted:
    """What was asked for, as the row has it."""
    named = row.recipient_kind
    return Wanted(
        row.recipient,
        Publication(named) if named in set(Publication) else RequesterKind(named),
        Purpose(row.purpose),
        tuple(DirectoryField(it) for it in row.fields),
        Among(row.school_id, row.section_id, tuple(row.grades)),
    )


def keeps(among: Among, by: SignedIn, on: date) -> bool:
    """Does this account keep the records of all of them: of the school, or of the whole district?"""
    employee = by.account.employee_id
    if employee is None:
        return False
    there = kept_at(employee, on=on)
    return None in there or (among.school is not None and among.school in there)


def _keeper(among: Among, by: SignedIn, at: datetime) -> str:
    """The role in which whoever asks keeps these records. Raises Missing, and ValidationError (no class of it)."""
    on = district_day(at)
    if not keeps(among, by, on):
        raise Missing
    if among.section and not Section.objects.filter(pk=among.section, school=among.school).exists():
        raise ValidationError({"section": "This class is of another school. Choose its school, or all classes."})
    return keeper_facts(by.account, on).role


def _open_row(list_id: UUID, by: SignedIn, at: datetime) -> tuple[StudentList, str]:
    """The list, for nobody else until this transaction ends. Raises Missing."""
    row = taken_up(list_id, source=DIRECTORY)
    return row, _keeper(Among(row.school_id, row.section_id), by, at)


def _same(row: StudentList, wanted: Wanted, answer: Decision, by: SignedIn) -> bool:
    """Would this form make the list that is there?"""
    would = replace(wanted, fields=asking.columns(answer, wanted.fields), identified=True)
    return row.prepared_by == by.account.id and wanted_of(row) == would


def _noted(
    act: Act,
    row: StudentList | None,
    wanted: Wanted,
    role: str,
    by: SignedIn,
    at: datetime,
    answer: Decision | None = None,
    outcome: str = "",
    form: str = "",
) -> UUID:
    """A line of no student: the list, what kind of recipient, as which file, and what for."""
    part = f"{wanted.kind.value}/{form}" if form else wanted.kind.value
    return ledger.write(
        ledger.event(
            act, record=row.id if row else None, part=part, by=by.acting_as(role), purpose=wanted.purpose.value,
            decision=answer, outcome=outcome, at=at,
        )
    )  # fmt: skip
