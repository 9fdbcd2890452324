"""Completions of another system come in, by the command or on a page: a CSV with employee id or e-mail, course and day,
and the name where it has one; rows set aside are named. On a page it is tried first, and nobody brings their own.

A course is one of ours by its name: whoever sends it as such says that it has covered what ours covers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from fileroom.collection.imports import done
from fileroom.collection.imports.faults import Fault, Problem, refuse, shown
from fileroom.collection.imports.listed import rows_in, rows_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.imports.values import day
from fileroom.hosting import district_transaction
from fileroom.law.days import add_months
from fileroom.ledger.services import Actor
from fileroom.people.mailboxes import folded
from fileroom.people.models import Employee
from fileroom.people.names import employee_name, may_be_one_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee
from fileroom.programmes.training.courses import COURSES, Course, Rhythm
from fileroom.programmes.training.noting import Noting, Told, note, told
from fileroom.programmes.training.owing import counts

PASTED, LARGEST = "The list", 1_000_000  # letters of a text that comes by a page
PART, PURPOSE = "training", "staff_training"
ONESELF = "Nobody brings their own training: somebody else brings yours, or you take the course here."
LACKS = "It needs the columns course, completed_on, and employee_id or email."
COLUMNS = {
    "employee": ("employee_id", "employee id", "employee", "sourcedid"),
    "email": ("email", "e-mail", "employee_email"),
    "name": ("name", "employee_name", "employee name", "full_name", "full name"),
    "course": ("course",),
    "completed_on": ("completed_on", "completed on", "completed"),
}


def import_completions(
    path: Path,
    *,
    rhythm: Rhythm,
    by: Actor,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = nothing_to_show,
) -> Report:
    """Import a list of completions, in one transaction. Raises FileNotFoundError."""
    errand = Errand(PART, by, at, dry_run)
    return carry_out(
        lambda: _Import(partial(rows_of, path), path.name, errand, rhythm, progress).carry_out(), Counter, errand
    )


def bring_completions(text: str, *, rhythm: Rhythm, dry_run: bool, by: SignedIn, at: datetime) -> Report:
    """The same from a page, for the designee: tried, or taken. Raises Missing."""
    with district_transaction():
        role = designee(Programme.TRAINING, by=by, at=at)
    errand = Errand(PART, by.acting_as(role), at, dry_run)
    it = _Import(partial(rows_in, text, PASTED), PASTED, errand, rhythm, not_of=by.account.employee_id)
    return carry_out(it.carry_out, Counter, errand)


@dataclass
class _Import:
    """One run through a list."""

    listed: Callable[..., Iterator[tuple[int, dict[str, str]]]]
    file: str
    errand: Errand
    rhythm: Rhythm
    progress: Progress = nothing_to_show
    not_of: UUID | None = None
    tally: Tally = field(default_factory=Tally)

    def carry_out(self) -> Report:
        listed = self.listed(COLUMNS, all_of={"course", "completed_on"}, one_of={"employee", "email"}, lacks=LACKS)
        rows, people = list(listed), _People()
        found: list[Told] = []
        for number, row in rows:
            self.tally.read += 1
            self.progress(1)
            one = _told(row, people, self.errand.on)
            if isinstance(one, Told) and one.employee == self.not_of:
                one = Fault("employee_id", "oneself", ONESELF)
            if isinstance(one, Fault):
                self.tally.put_aside(self.file, number, one)
            else:
                found.append(one)
        self._over_already(found)
        made = note(found, self._noting(found), self.rhythm)
        report = Report(self.tally, Written(new=len(made), unchanged=len(found) - len(made)), self.errand.dry_run)
        if not self.errand.dry_run:
            done.note(report, part=PART, purpose=PURPOSE, by=self.errand.by, at=self.errand.at)
        return report

    def _over_already(self, found: list[Told]) -> None:
        """How many count no more: whoever they are still owes the course."""
        old = sum(add_months(it.passed_on, self.rhythm.months) < self.errand.on for it in found)
        if old:
            says = f"{old:,} of these {'is' if old == 1 else 'are'} too old to count: the course is still owed."
            self.tally.remarks.append(Problem(self.file, 0, "completed_on", "expired", says))

    def _noting(self, found: list[Told]) -> Noting:
        """What the law says of each course; one that does not count takes the whole file back."""
        courses = {it.course.name: it.course for it in found}
        decisions = {name: counts(course, None, on=self.errand.on) for name, course in courses.items()}
        for name, decision in decisions.items():
            if decision is not None and not decision.granted:
                raise refuse(self.file, "bad_enum", f"{COURSES[name].title}: {decision.says}", column="course")
        return Noting("imported", self.errand.by, PURPOSE, self.errand.at, decisions)


class _People:
    """Everybody who works or has worked here, by the id of the other system, our own, and e-mail."""

    def __init__(self) -> None:
        self.by_id: dict[str, UUID] = {}
        self.by_mailbox: defaultdict[str, set[UUID]] = defaultdict(set)
        self.mailbox: dict[UUID, str] = {}
        self.name: dict[UUID, str] = {}
        for row in Employee.objects.only("id", "source_id", "email", "given", "family"):
            self.by_id[str(row.id)] = row.id
            self.name[row.id] = employee_name(row)
            if row.source_id:
                self.by_id[row.source_id] = row.id
            if row.email:
                self.mailbox[row.id] = folded(row.email)
                self.by_mailbox[folded(row.email)].add(row.id)

    def find(self, given: str, email: str, name: str) -> UUID | Fault:
        """The employee of a row; where it says a name, of that name: no training is somebody else's."""
        found = self._by_id(given, email) if given else self._by_email(email)
        if isinstance(found, UUID) and name and not may_be_one_name(name, self.name[found]):
            return Fault("name", "another_person", "This is not the name of who has this id or e-mail here.")
        return found

    def _by_id(self, given: str, email: str) -> UUID | Fault:
        found = self.by_id.get(given)
        if found is None:  # an e-mail beside an id that nobody has may be anybody's
            return Fault("employee_id", "dangling_id", f"Nobody here has {shown(given)}.")
        if email and folded(email) != self.mailbox.get(found, folded(email)):
            return Fault("email", "another_person", "Whoever has this id has another e-mail here.")
        if email and found not in (self.by_mailbox.get(folded(email)) or {found}):
            return Fault("email", "another_person", "The id and the e-mail are those of two people.")
        return found

    def _by_email(self, email: str) -> UUID | Fault:
        if not email:
            return Fault("employee_id", "empty_required", "Neither an employee id nor an e-mail is given.")
        found = self.by_mailbox.get(folded(email), set())
        if len(found) > 1:
            return Fault("email", "another_person", "Several people have this e-mail: give the employee id.")
        return next(iter(found), Fault("employee_id", "dangling_id", f"Nobody here has {shown(email)}."))


def _told(row: Mapping[str, str], people: _People, on: date) -> Told | Fault:
    """What a row says, or what is wrong with it."""
    course = _course(row["course"])
    if isinstance(course, Fault):
        return course
    completed = day(row["completed_on"])
    if completed is None or completed > on:
        says = "This is no day, or one still to come. Write it like 2026-10-19."
        return Fault("completed_on", "impossible_date", says)
    employee = people.find(row.get("employee", ""), row.get("email", ""), row.get("name", ""))
    return employee if isinstance(employee, Fault) else told(employee, course, completed)


def _course(given: str) -> Course | Fault:
    for name, course in COURSES.items():
        if given.casefold() in (name, course.title.casefold()):
            return course
    return Fault("course", "bad_enum", f"No course of this name. There are: {', '.join(COURSES)}.")
