"""The day's essential list, for when every screen is dark: the students of one grade at one school, and whom to call.

It is for whoever keeps that school's records, to be printed: made anew and kept nowhere here, or from the copy that
the night has sealed (incidents.tonight). Each telephone is opened as the law lets this employee open it, with its line;
where an order stands on a file, the list says whom to ask, and no number. A
student from whom an order keeps whoever prints stands on no list of theirs, and is counted in none. A large grade is
printed in parts, by the family names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.casework.whose import shut_to
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
from fileroom.people.models import School, Student
from fileroom.people.names import full_name, search_key
from fileroom.people.queries import Related
from fileroom.people.signed_in import SignedIn
from fileroom.records import queries as shelves

NAMES = ("legal_given", "legal_middle", "legal_family", "preferred_given", "preferred_family")
KIND, REACHED = "essential_list", "contact_and_household"
MOST = 400
ASK = "Ask the principal before anybody is called"
NOBODY = "Nobody on file who may be called"
NONE = "no number on file"
Numbers = Mapping[UUID, str]  # by contact


@dataclass(frozen=True)
class Grade:
    """A grade of a school whose list this employee may print, or a part of a large one: the first is 1. `letters`: with
    which its family names begin, as "A–K"; empty: it is all of the grade."""

    school: UUID
    name: str
    grade: str
    students: int
    part: int = 1
    letters: str = ""


@dataclass(frozen=True)
class Copy:
    """One printing of a list: for whom, when, and by which line of the ledger."""

    name: str
    entry: UUID
    at: datetime

    def mark(self, part: int) -> str:
        """What stands across each page, and at its foot: a paper that is found leads to its line, and to its part."""
        number = f"{self.entry.hex[:4]}-{self.entry.hex[4:8]}-{part}".upper()
        return f"For {self.name} · {spoken_instant(self.at, 'en')} · No. {number} · Not to be copied"


@dataclass(frozen=True)
class Line:
    """One student of it: with an order on the file nobody is named; else whom to call, the first first."""

    student: UUID
    name: str
    ordered: bool
    call: tuple[Related, ...]


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account keep the records of any school?"""
    employee = by.account.employee_id
    with district_transaction():
        return employee is not None and bool(kept_at(employee, on=district_day(at)))


def grades(*, by: SignedIn, at: datetime) -> list[Grade]:
    """The grades of the schools whose records this employee keeps. Raises Missing for whoever keeps none."""
    employee, on = by.account.employee_id, district_day(at)
    if employee is None:
        raise Missing
    with district_transaction():
        kept = kept_at(employee, on=on)
        schools = School.objects.order_by("name")
        rows = schools if None in kept else schools.filter(pk__in=[it for it in kept if it])
        found = [grade for school in rows for grade, _ in _of(school, by, at)]
    if not kept:
        raise Missing
    return found


def _of(school: School, by: SignedIn, at: datetime) -> Iterator[tuple[Grade, list[Student]]]:
    """Each part of each grade, with its students in the order of their family names."""
    on, found = district_day(at), defaultdict[str, list[Student]](list)
    there = queries.at_school(school.id, on=on)
    shut = shut_to(there.values_list("pk", flat=True), by=by, on=on)
    for it in there.exclude(pk__in=shut).only("grade", "search_name", *NAMES):
        found[it.grade].append(it)
    for grade, students in sorted(found.items()):
        students.sort(key=lambda it: (_family(it), it.search_name, it.id))
        for part, some in enumerate(_parts_of(students), start=1):
            whole = len(some) == len(students)
            letters = "" if whole else "–".join(_family(it)[:1].upper() for it in (some[0], some[-1]))
            yield Grade(school.id, school.name, grade, len(some), part, letters), some


def _family(of: Student) -> str:
    return search_key(of.preferred_family or of.legal_family)


def _parts_of(these: list[Student]) -> list[list[Student]]:
    """In as few parts as hold MOST, each about as long as the others."""
    number = -(-len(these) // MOST)
    ends = [len(these) * it // number for it in range(number + 1)]
    return [these[a:b] for a, b in pairwise(ends)]


def essential_list(
    school: UUID, grade: str, part: int = 1, *, head: Letterhead, by: SignedIn, at: datetime
) -> bytes:  # fmt: skip
    """The list as a PDF, which is kept nowhere. Raises Missing and ValidationError."""
    there = one_grade(school, grade, part, by=by, at=at)
    lines = lines_of(there, by, at)
    copy = _noted(school, len(lines), by, at)
    return on_paper(there, [(line, _numbers(line, by, at)) for line in lines], copy, made_at=at, head=head)


def one_grade(school: UUID, grade: str, part: int, *, by: SignedIn, at: datetime) -> Grade:
    """The grade, or its part. Raises Missing."""
    for it in grades(by=by, at=at):
        if (it.school, it.grade, it.part) == (school, grade, part):
            return it
    raise Missing


def on_paper(
    of: Grade, lines: Iterable[tuple[Line, Numbers]], copy: Copy, *, made_at: datetime, head: Letterhead
) -> bytes:
    """The PDF of a grade, or of a part of it. `made_at`: when its numbers were read. Raises ValidationError."""
    parts = tuple(_part(number, line, numbers) for number, (line, numbers) in enumerate(lines, start=1))
    told = f"{of.grade}, {of.letters}" if of.letters else of.grade
    facts = {"school": of.name, "grade": told, "at": spoken_instant(made_at, "en")}
    try:
        return compose(Letter(KIND, "en", head, copy.at, "", facts, parts=parts, mark=copy.mark(of.part)))
    except Unfit as error:
        raise ValidationError(str(error)) from None


@durable_transaction
def _noted(school: UUID, number: int, by: SignedIn, at: datetime) -> Copy:
    role = keeper_facts(by.account, district_day(at)).role
    event = ledger.event(
        Act.ESSENTIALS_PRINTED, record=school, by=by.acting_as(role), purpose=by.purpose.value, outcome=str(number),
        at=at,
    )  # fmt: skip
    return Copy(name_of(by), ledger.write(event), at)


def name_of(by: SignedIn) -> str:
    """Who prints, as the paper says it. Part of the open transaction."""
    return queries.account_names([by.account.id]).get(by.account.id, "")


def lines_of(of: Grade, by: SignedIn, at: datetime) -> list[Line]:
    """Each student, with those who may see the file: they may be told where the child is."""
    on, found = district_day(at), []
    with district_transaction():
        school = School.objects.get(pk=of.school)
        there = next((some for one, some in _of(school, by, at) if (one.grade, one.part) == (of.grade, of.part)), [])
        ordered = queries.with_order([it.id for it in there], on=on)
        called = rights.who_may_be_called([it.id for it in there if it.id not in ordered], on=on)
        for it in there:
            call = tuple(one for one, _ in called.get(it.id, ()))
            found.append(Line(it.id, full_name(it), it.id in ordered, call))
    return found


def _part(number: int, line: Line, numbers: Numbers) -> Part:
    if line.ordered:
        return Part("", str(number), line.name, ASK, ())
    called = [f"{one.name} ({one.kind}): {numbers.get(one.contact) or NONE}" for one in line.call]
    return Part("", str(number), line.name, called[0] if called else NOBODY, tuple(called[1:]))


def _numbers(line: Line, by: SignedIn, at: datetime) -> dict[UUID, str]:
    """Of whom to call the newest numbers that this employee may open, each opened now."""
    with district_transaction():
        kept = list(shelves.of_student(line.student).filter(item=REACHED).values_list("about", "id"))
    newest, found = dict(reversed(kept)), {}  # the newest of each comes first
    for one in line.call:
        record = newest.get(one.contact)
        answer = inspect(record, by=by, at=at) if record else None
        fields = answer.contents.fields if isinstance(answer, Inspected) else {}
        found[one.contact] = ", ".join(str(fields[it]) for it in ("mobile", "telephone") if fields.get(it))
    return found
