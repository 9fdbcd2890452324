"""The day's essential list, for when every screen is dark: the students of one grade at one school, and whom to call.

It is made for whoever keeps that school's records, printed, and kept nowhere here. Each telephone is opened as the law
lets this employee open it, with its line; where an order stands on a file, the list says whom to ask, and no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.services import Inspected, inspect
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.letters import Letter, Letterhead, Part, Unfit, compose
from fileroom.letters.setting import spoken_instant
from fileroom.people import queries, rights
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.models import School
from fileroom.people.names import full_name
from fileroom.people.queries import Related
from fileroom.people.signed_in import SignedIn
from fileroom.records import queries as shelves

KIND, REACHED = "essential_list", "contact_and_household"
MOST = 400
ASK = "Ask the principal before anybody is called"
NOBODY = "Nobody on file who may be called"


@dataclass(frozen=True)
class Grade:
    """A grade of a school whose list this employee may print."""

    school: UUID
    name: str
    grade: str
    students: int


@dataclass(frozen=True)
class _Line:
    student: UUID
    name: str
    ordered: bool
    call: tuple[Related, ...]


def grades(*, by: SignedIn, at: datetime) -> list[Grade]:
    """The grades of the schools whose records this employee keeps. Raises Missing for whoever keeps none."""
    employee, on = by.account.employee_id, district_day(at)
    if employee is None:
        raise Missing
    with district_transaction():
        kept = kept_at(employee, on=on)
        schools = School.objects.order_by("name")
        rows = schools if None in kept else schools.filter(pk__in=[it for it in kept if it])
        found = [grade for school in rows for grade in _of(school, at)]
    if not kept:
        raise Missing
    return found


def _of(school: School, at: datetime) -> list[Grade]:
    counts: dict[str, int] = {}
    for grade in queries.at_school(school.id, on=district_day(at)).values_list("grade", flat=True):
        counts[grade] = counts.get(grade, 0) + 1
    return [Grade(school.id, school.name, grade, counts[grade]) for grade in sorted(counts)]


def essential_list(school: UUID, grade: str, *, head: Letterhead, by: SignedIn, at: datetime) -> bytes:
    """The list as a PDF, which is kept nowhere. Raises Missing and ValidationError."""
    there = next((it for it in grades(by=by, at=at) if (it.school, it.grade) == (school, grade)), None)
    if there is None:
        raise Missing
    if there.students > MOST:
        raise ValidationError(f"At most {MOST} students stand on one list.")
    lines = _lines(there, at)
    _noted(school, len(lines), by, at)
    parts = [_part(number, line, by, at) for number, line in enumerate(lines, start=1)]
    facts = {"school": there.name, "grade": grade, "at": spoken_instant(at, "en")}
    try:
        return compose(Letter(KIND, "en", head, at, "", facts, parts=tuple(parts)))
    except Unfit as error:
        raise ValidationError(str(error)) from None


@durable_transaction
def _noted(school: UUID, number: int, by: SignedIn, at: datetime) -> None:
    role = keeper_facts(by.account, district_day(at)).role
    event = ledger.event(
        Act.ESSENTIALS_PRINTED, record=school, by=by.acting_as(role), purpose=by.purpose.value, outcome=str(number),
        at=at,
    )  # fmt: skip
    ledger.write(event)


def _lines(of: Grade, at: datetime) -> list[_Line]:
    """Each student, with those who may see the file: they may be told where the child is."""
    on, found = district_day(at), []
    with district_transaction():
        for it in queries.at_school(of.school, on=on).filter(grade=of.grade).order_by("search_name"):
            ordered = queries.has_order(it.id, on=on)
            sees = {} if ordered else rights.inspections(it.id, on=on)
            call = tuple(
                one for one in queries.related(it.id, on=on) if one.contact in sees and sees[one.contact].granted
            )
            found.append(_Line(it.id, full_name(it), ordered, call))
    return found


def _part(number: int, line: _Line, by: SignedIn, at: datetime) -> Part:
    if line.ordered:
        return Part("", str(number), line.name, ASK, ())
    called = list(_called(line, by, at))
    return Part("", str(number), line.name, called[0] if called else NOBODY, tuple(called[1:]))


def _called(line: _Line, by: SignedIn, at: datetime) -> Iterator[str]:
    """Whom to call, the first first, each with the newest numbers that this employee may open."""
    with district_transaction():
        kept = list(shelves.of_student(line.student).filter(item=REACHED).values_list("about", "id"))
    newest = dict(reversed(kept))  # the newest of each comes first
    for one in line.call:
        record = newest.get(one.contact)
        answer = inspect(record, by=by, at=at) if record else None
        fields = answer.contents.fields if isinstance(answer, Inspected) else {}
        numbers = ", ".join(str(fields[it]) for it in ("mobile", "telephone") if fields.get(it))
        yield f"{one.name} ({one.kind}): {numbers or 'no number on file'}"
