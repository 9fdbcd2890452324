"""Finding students: a search shows only whom the searcher may open, and never that something was left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure.facts import Asked, asked
from fileroom.disclosure.services import may_see_birth_date
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.queries import Named
from fileroom.people.signed_in import SignedIn

MOST = 25


@dataclass(frozen=True)
class Found:
    """One student as a list of results shows them. Two of one name are told apart by grade and school: a birth date, or
    a part of one, is shown by an act of its own (birth_dates.py)."""

    id: UUID
    name: str
    grade: str
    school: str


@dataclass(frozen=True)
class Results:
    """Whom the searcher may open, by name. `more`: too many names fit; write more of it. `unread`: a date in the words
    that could be of two days, or of none; nothing was looked for."""

    students: tuple[Found, ...]
    more: bool
    entry: UUID
    unread: str = ""


# A date is read year first. 3/2/2015 is one day to some and another to others, so it is asked back.
DAY = re.compile(r"(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)")
PERHAPS_A_DAY = re.compile(r"(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)")


@dataclass(frozen=True)
class Wanted:
    """What is searched for: words of a name or an SSID, and a day of birth."""

    words: str
    born_on: date | None = None
    unread: str = ""


def wanted(text: str) -> Wanted:
    """The words as typed, with a day among them read."""
    days = DAY.findall(text)
    rest = DAY.sub(" ", text)
    odd = PERHAPS_A_DAY.search(rest)
    if odd:
        return Wanted(rest, unread=odd[0])
    if not days:
        return Wanted(text)
    try:
        (born_on,) = {date(*map(int, day.split("-"))) for day in days}
    except ValueError:
        return Wanted(rest, unread=days[0])
    return Wanted(rest, born_on)


@durable_transaction
def search(words: str, *, by: SignedIn, at: datetime) -> Results:
    """Students whose names hold every word (or whose SSID it is), of those this account may open.

    A day among the words is a date of birth. It finds only those whose date of birth this account may see: else a
    search would answer what the page does not show.
    """
    on = district_day(at)
    want = wanted(words)
    part = RecordKind.BIRTH_DATE.value if want.born_on else ""
    entry = ledger.write(
        ledger.event(Act.STUDENT_SEARCHED, part=part, by=by.acting_as("staff"), purpose=by.purpose.value, at=at)
    )
    if by.account.employee_id is None or want.unread:
        return Results((), False, entry, want.unread)
    among = queries.served_by(by.account.employee_id, on=on)
    candidates = queries.students_named(want.words, among, on=on, limit=MOST + 1, born_on=want.born_on)
    cases = {id_: asked(id_, by, on) for id_ in sorted(it.id for it in candidates)}
    shown = tuple(filter(None, (_found(it, cases[it.id], by_birth=want.born_on is not None) for it in candidates)))
    return Results(shown[:MOST], len(shown) > MOST, entry)


@durable_transaction
def with_claims(*, by: SignedIn, at: datetime) -> Results:
    """Students with a relationship that waits for the office's check, of those this account may open."""
    on = district_day(at)
    event = ledger.event(Act.STUDENT_SEARCHED, part="claims", by=by.acting_as("staff"), purpose=by.purpose.value, at=at)
    entry = ledger.write(event)
    if by.account.employee_id is None:
        return Results((), False, entry)
    among = queries.served_by(by.account.employee_id, on=on)
    candidates = queries.students_with_claims(among, on=on, limit=MOST + 1)
    cases = {id_: asked(id_, by, on) for id_ in sorted(it.id for it in candidates)}
    shown = tuple(filter(None, (_found(it, cases[it.id], by_birth=False) for it in candidates)))
    return Results(shown[:MOST], len(shown) > MOST, entry)


def _found(it: Named, case: Asked, *, by_birth: bool) -> Found | None:
    """The student as the searcher may see them; None where they may not, or may not by this search."""
    if not counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE)).granted:
        return None
    if by_birth and not may_see_birth_date(case):
        return None
    return Found(it.id, it.name, it.grade, it.school)
