"""Finding students: a search shows only whom the searcher may open, and never that something was left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom import law
from fileroom.disclosure.facts import asked
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.signed_in import SignedIn

MOST = 25


@dataclass(frozen=True)
class Found:
    """One student as a list of results shows them."""

    id: UUID
    name: str
    grade: str
    school: str
    birth_on: date | None


@dataclass(frozen=True)
class Results:
    """Whom the searcher may open, by name. `more`: too many names fit; write more of it."""

    students: tuple[Found, ...]
    more: bool
    entry: UUID


@durable_transaction
def search(words: str, *, by: SignedIn, at: datetime) -> Results:
    """Students whose names hold every word (or whose SSID it is), of those this account may open."""
    on = district_day(at)
    entry = ledger.write(
        ledger.event(Act.STUDENT_SEARCHED, by=by.acting_as("staff"), purpose="educational_interest", at=at)
    )
    if by.account.employee_id is None:
        return Results((), False, entry)
    among = queries.served_by(by.account.employee_id, on=on)
    candidates = queries.students_named(words, among, on=on, limit=MOST + 1)
    shown = tuple(
        Found(it.id, it.name, it.grade, it.school, it.birth_on) for it in candidates if _may_open(it.id, by, on)
    )
    return Results(shown[:MOST], len(shown) > MOST, entry)


def _may_open(student_id: UUID, by: SignedIn, on: date) -> bool:
    case = asked(student_id, by, on)
    return law.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE)).granted
