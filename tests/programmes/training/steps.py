"""Steps of a training, for tests: a night, a course answered, a list and a sheet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from fileroom.letters import Letterhead
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.imports.report import Report
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.training.lists import Mine

HEAD = Letterhead("Alder Creek", "(559) 555-0134", "https://alder-creek.example/check/")
INFORMATION, CYBERSECURITY, ENFORCEMENT, CUSTODIANS, SPECIAL_EDUCATION = (
    "student_information",
    "cybersecurity",
    "enforcement",
    "custodians",
    "special_education_records",
)
TOPICS = ("gathering", "handling", "what_is_not_asked_for")


def night(at: datetime = AT, *, days: int = 30) -> Any:
    """What a night does."""
    from fileroom.programmes.training.assigning import assign
    from fileroom.programmes.training.courses import Rhythm

    return assign(rhythm=Rhythm(days), at=at)


def answers(by: SignedIn, name: str, *wrong: int, at: datetime = AT, months: int = 12) -> Any:
    """Answer a course rightly, but for these questions."""
    from fileroom.programmes.training.courses import COURSES, Rhythm
    from fileroom.programmes.training.services import complete

    course = COURSES[name]
    given = [it.right % 3 + 1 if at_ in wrong else it.right for at_, it in enumerate(course.questions, 1)]
    return complete(uuid4(), course.id, given, rhythm=Rhythm(30, months), by=by, at=at)


def owes(by: SignedIn, at: datetime = AT) -> dict[str, date | None]:
    """What Today says somebody owes in training, with its day."""
    from fileroom.people.owed import owed

    return {it.part: it.due for it in owed(by=by, at=at) if it.room == "training"}


def own(by: SignedIn, at: datetime = AT) -> dict[str, Mine]:
    """Somebody's own courses by name."""
    from fileroom.programmes.training import lists

    return {it.course.name: it for it in lists.own(by=by, at=at).courses}


def sheet(by: SignedIn, name: str, people: set[Any], *, on: date, topics: tuple[str, ...] = TOPICS) -> Any:
    """Enter a sign-in sheet."""
    from fileroom.programmes.training.courses import COURSES, Rhythm
    from fileroom.programmes.training.sheets import Sheet, enter_sheet

    said = Sheet(COURSES[name].id, on, topics, frozenset(people))
    return enter_sheet(said, rhythm=Rhythm(), by=by, at=AT)


def imported(path: Path, text: str, *, dry_run: bool = False) -> Report:
    """Import a list."""
    from fileroom.ledger.services import Actor
    from fileroom.programmes.training.courses import Rhythm
    from fileroom.programmes.training.imports import import_completions

    file = path / "completions.csv"
    file.write_text(text)
    by = Actor(account=None, role="system", door="cli")
    return import_completions(file, rhythm=Rhythm(), by=by, at=AT, dry_run=dry_run)
