"""A list of the office's own pages, as it can be taken away: what it is called, whom it names, what it says of each.

A room above this one describes its own lists (collection, the programmes); the students that one names are asked of the
law here, whichever list it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from fileroom.disclosure.searching import SETTLES, wanted
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.people import queries
from fileroom.people.keepers import keeps_records, schools_kept
from fileroom.people.signed_in import SignedIn

LONGEST = 300
Cells = Mapping[UUID, Sequence[tuple[str, ...]]]
Sites = Collection[UUID | None]  # schools; None among them: the whole district


class StaffWork(StrEnum):
    """What a list of employees is taken for: no pupil's record, so that no criterion of educational interest fits."""

    AUDIT = "staff_audit"
    REMINDER = "staff_reminder"
    REPORT = "staff_report"


@dataclass(frozen=True)
class Source:
    """One list. `named`: the students it would name, in its order, of those this account may be shown at all; raises
    Missing where the list is not theirs. `cells`: of some of them the rows, by student.

    `kind`: as the law calls a list of this. `sealed`: that a student is on it would itself tell, so their line lies
    under seal. `asks`: the filter it is shown by has words. `needs`: what the law has to grant of each student besides.
    `known_to`: of whose lists, besides its own, an account is told that they were taken, and may be the second person;
    of a list that is not for every keeper of records, those alone whom the law gives it. `of_staff`: it names employees
    and no student, so that whom it is for is for `named` alone to say.
    """

    code: str
    title: str
    heads: tuple[str, ...]
    named: Callable[[str, SignedIn, datetime], Sequence[UUID]]
    cells: Callable[[Collection[UUID], datetime], Cells]
    kind: RecordKind = RecordKind.LEGAL_NAME
    sealed: bool = False
    asks: bool = False
    needs: tuple[tuple[Action, RecordKind], ...] = ()
    known_to: Callable[[SignedIn, datetime], Sites] = schools_kept
    of_staff: bool = False

    def purpose(self, said: str) -> Purpose | StaffWork:
        """What it is taken for, as it was sent or kept. Raises ValueError."""
        return StaffWork(said) if self.of_staff else Purpose(said)

    def is_known(self, school: UUID | None, by: SignedIn, at: datetime) -> bool:
        """Is this account told of such a list of this school, or of the district? Part of the open transaction."""
        there = self.known_to(by, at)
        return None in there or (school is not None and school in there)


def _found(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """Students as the search finds them: by words of a name or an SSID. A day of birth finds nobody here."""
    on, want, employee = district_day(at), wanted(words), by.account.employee_id
    if employee is None or want.born_on or want.unread:
        return ()
    rows = queries.students_named(want.words, queries.served_by(employee, on=on), on=on)
    return tuple(rows.order_by("search_name", "id").values_list("id", flat=True))


def _with_claims(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """Those of whom somebody on file waits for this account's check."""
    on, employee = district_day(at), by.account.employee_id
    if employee is None or not keeps_records(employee, on=on):
        return ()
    among = queries.served_by(employee, on=on) & queries.has_claims()
    return tuple(queries.students(among, on=on).order_by("search_name", "id").values_list("id", flat=True))


def names(ids: Collection[UUID], at: datetime) -> Cells:
    """Name, grade and school of the day of these students, in one statement."""
    found = queries.as_named(queries.students(queries.these(ids), on=district_day(at)))
    return {it.id: ((it.name, it.grade, it.school),) for it in found}


HEADS = ("Name", "Grade", "School")
STUDENTS: Mapping[str, Source] = MappingProxyType(
    {
        "students": Source("students", "Students found", HEADS, _found, names, asks=True),
        "claims": Source(
            "claims", "Students with somebody to be checked", HEADS, _with_claims, names, needs=(SETTLES,)
        ),
    }
)
