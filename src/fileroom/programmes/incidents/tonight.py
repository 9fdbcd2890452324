"""The list that the night has sealed is opened and printed, and somebody says that the paper is locked away.

Whoever opens it keeps that school's records, and the law is asked anew about each student: who has an order since, whom
an order keeps from whoever prints, whom the law lets be called. The operator opens it at the server when no page does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.calling import KIND as CARD
from fileroom.disclosure.calling import may_call
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.letters import Letterhead
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.queries import Related
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents import dark_sheet
from fileroom.programmes.incidents.essentials import MOST, Copy, Grade, Line, lines_of, name_of, on_paper, one_grade
from fileroom.programmes.incidents.nightly import ROOM, RULE, STORED
from fileroom.programmes.models import EssentialList
from fileroom.records import noting

NOT_OPENED = "Nobody has opened this list to print it."
# Who has enrolled, or come onto a file, since; or whose card the law does not open to whoever prints.
NOT_HERE = "no number on this list"


@dataclass(frozen=True)
class Tonight:
    """The newest sealed list of one school. `of_today`: the night has made it; else it is an older one's. `sheet`: how
    many its sheet of orders and holds names; `agreed`: somebody has agreed that it is printed; `mine`: whoever looks.
    """

    id: UUID
    school: UUID
    name: str
    made_at: datetime
    of_today: bool
    opened: bool
    sheet: int
    agreed: bool
    mine: bool
    stored_on: date | None


@dataclass(frozen=True)
class Papers:
    """A school's list as the operator prints it. `sheet`: of orders, holds and clocks, where there are any; `amiss`:
    why it cannot be set as a paper; `grades`: of each grade, or part of one, a name and its PDF."""

    sheet: bytes | None
    amiss: str
    grades: tuple[tuple[str, bytes], ...]


def tonight(*, by: SignedIn, at: datetime) -> dict[UUID, Tonight]:
    """Of each school whose records this account keeps. Raises Missing for whoever keeps none."""
    with district_transaction():
        kept = _kept(by, at)
        rows = EssentialList.objects.filter(gone_at=None).select_related("school").order_by("night_on")
        return {it.school_id: _as_row(it, by, at) for it in rows if None in kept or it.school_id in kept}


def _kept(by: SignedIn, at: datetime) -> set[UUID | None]:
    employee = by.account.employee_id
    kept = kept_at(employee, on=district_day(at)) if employee else set()
    if not kept:
        raise Missing
    return kept


def _as_row(it: EssentialList, by: SignedIn, at: datetime) -> Tonight:
    stored = it.school.essentiallist_set.exclude(stored_at=None).order_by("-stored_at").first()
    return Tonight(
        it.id, it.school_id, it.school.name, it.made_at, it.night_on == district_day(at),
        it.opened_at is not None and it.stored_at is None, it.sheet, it.agreed_by is not None,
        it.agreed_by == by.account.id,
        district_day(stored.stored_at) if stored and stored.stored_at else None,
    )  # fmt: skip


def open_tonight(
    list_id: UUID, grade: str, part: int = 1, *, head: Letterhead, by: SignedIn, at: datetime
) -> bytes:  # fmt: skip
    """A grade of the sealed list as a PDF. Raises Missing, and ValidationError where the list is gone by now."""
    with district_transaction():
        row, kept = EssentialList.objects.filter(pk=list_id).first(), _kept(by, at)
    if row is None or not (None in kept or row.school_id in kept):
        raise Missing
    there = one_grade(row.school_id, grade, part, by=by, at=at)
    lines = lines_of(there, by, at)
    numbers, copy = _opened(list_id, lines, by, at)
    told = [(it, {one.contact: NOT_HERE for one in it.call} | numbers.get(it.student, {})) for it in lines]
    return on_paper(there, told, copy, made_at=row.made_at, head=head)


@durable_transaction
def _opened(
    list_id: UUID, lines: list[Line], by: SignedIn, at: datetime
) -> tuple[dict[UUID, dict[UUID, str]], Copy]:  # fmt: skip
    """By student and contact the numbers that the law lets this account see, each student with a line; and the copy."""
    row, role = _living(list_id), keeper_facts(by.account, district_day(at)).role
    said, entry = _read(row, by.acting_as(role), len(lines), at, purpose=by.purpose.value)
    granted = may_call([it.student for it in lines if not it.ordered], of=row.id, by=by, at=at)
    found: dict[UUID, dict[UUID, str]] = {}
    for it in said:
        if (student := UUID(it["id"])) in granted:
            found[student] = {UUID(one["contact"]): one["numbers"] for one in it["call"]}
    return found, Copy(name_of(by), entry, at)


def _living(list_id: UUID) -> EssentialList:
    """The list, alone until the act is over. Raises Missing, and ValidationError where it is destroyed."""
    row = EssentialList.objects.select_for_update(of=("self",)).select_related("note").filter(pk=list_id).first()
    if row is None:
        raise Missing
    if row.gone_at is not None or not noting.stands(row.note):
        raise ValidationError(dark_sheet.GONE)
    return row


def _read(
    row: EssentialList, by: Actor, number: int, at: datetime, *, purpose: str = ""
) -> tuple[list[dict[str, Any]], UUID]:  # fmt: skip
    """What it says, by the entry of its printing, and that entry. Part of the open transaction."""
    event = ledger.event(
        Act.ESSENTIALS_PRINTED, record=row.school_id, by=by, purpose=purpose, outcome=str(number), at=at
    )
    said: list[dict[str, Any]] = noting.open_daily(row.note, event)["students"]
    row.opened_at = at
    row.save(update_fields=["opened_at"])
    return said, event.id


@durable_transaction
def lock_away(list_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Somebody says that it is printed and locked away. Said twice it is one act.

    Raises Missing and ValidationError.
    """
    kept, row = _kept(by, at), EssentialList.objects.select_for_update(of=("self",)).filter(pk=list_id).first()
    if row is None or not (None in kept or row.school_id in kept):
        raise Missing
    if row.stored_entry is not None:
        return row.stored_entry
    if row.opened_at is None:
        raise ValidationError(NOT_OPENED)
    role = keeper_facts(by.account, district_day(at)).role
    entry = ledger.write(
        ledger.event(Act.ESSENTIALS_STORED, record=row.school_id, part=str(row.id), by=by.acting_as(role), at=at)
    )
    row.stored_at, row.stored_by, row.stored_entry = at, by.account.id, entry
    row.save(update_fields=["stored_at", "stored_by", "stored_entry"])
    duties.discharge(ROOM, row.school_id, Over(by.account.id, entry, at), rule=RULE, part=STORED)
    return entry


@durable_transaction
def open_at_the_server(school: str, *, head: Letterhead, by: Actor, at: datetime) -> Papers:
    """The whole list of one school by its name. The operator is asked no law; each student has a line. Where an order
    has come since nobody is named. Where the sheet cannot be set the grades come all the same. Raises Missing."""
    row = EssentialList.objects.filter(school__name=school, gone_at=None).order_by("-night_on").first()
    if row is None:
        raise Missing
    row = _living(row.id)
    said, entry = _read(row, by, row.students, at)
    copy = Copy(dark_sheet.THE_OPERATOR, entry, at)
    ledger.write_many(
        ledger.event(Act.STUDENT_LISTED, student=UUID(it["id"]), record=row.id, part=CARD.value, by=by, at=at)
        for it in said if not it["ask"]
    )  # fmt: skip
    ordered, grades = queries.with_order([UUID(it["id"]) for it in said], on=district_day(at)), defaultdict(list)
    for it in sorted(said, key=lambda it: (it["grade"], it["family"], it["name"])):
        grades[it["grade"]].append(_as_kept(it, ordered))
    papers = tuple(
        (f"{grade or 'not-known'}-{at_ // MOST + 1}",
         on_paper(Grade(row.school_id, school, grade, len(lines), at_ // MOST + 1), lines[at_ : at_ + MOST], copy,
                  made_at=row.made_at, head=head))
        for grade, lines in grades.items() for at_ in range(0, len(lines), MOST)
    )  # fmt: skip
    try:
        return Papers(dark_sheet.at_the_server(row, head=head, by=by, at=at), "", papers)
    except ValidationError as error:
        return Papers(None, " ".join(error.messages), papers)


def _as_kept(it: dict[str, Any], ordered: Collection[UUID]) -> tuple[Line, dict[UUID, str]]:
    student, numbers = UUID(it["id"]), {UUID(one["contact"]): one["numbers"] for one in it["call"]}
    call = tuple(
        Related(UUID(int=0), UUID(one["contact"]), one["name"], one["kind"], "verified", None, None, None)
        for one in it["call"]
    )
    return Line(student, it["name"], it["ask"] or student in ordered, call), numbers
