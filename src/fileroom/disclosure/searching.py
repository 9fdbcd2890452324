"""Finding students: a search shows only whom the searcher may open, and never that something was left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.disclosure.facts import Asked, asked_of_each
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.people import counsel, queries
from fileroom.people.keepers import keeps_records
from fileroom.people.models import Student
from fileroom.people.paging import first_granted
from fileroom.people.searched import note_listed
from fileroom.people.signed_in import SignedIn

MOST = 25
# What the law is asked of a student before a list names them.
OPENS = (Action.INSPECT, RecordKind.CUMULATIVE_FILE)
SHOWS_BIRTH = (Action.INSPECT, RecordKind.BIRTH_DATE)
SETTLES = (Action.VERIFY_RELATIONSHIP, RecordKind.CONTACT_AND_HOUSEHOLD)


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
    """Whom the searcher may open, by name. `more`: so do others; write more of the name. `unread`: a date in the words
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


def search(words: str, *, by: SignedIn, at: datetime, most: int = MOST, after: UUID | None = None) -> Results:
    """Students whose names hold every word (or whose SSID it is), of those this account may open.

    A day among the words is a date of birth. It finds only those whose date of birth this account may see: else a
    search would answer what the page does not show. `after`: the student with whom an earlier list of the same words
    ended; each list is a search, with a line of its own.
    """
    return _search(words, by, at, claims=False, most=most, after=after)


def with_claims(words: str = "", *, by: SignedIn, at: datetime) -> Results:
    """The same of those of whom somebody on file waits for this account's check; without words all of them."""
    return _search(words, by, at, claims=True)


def _search(
    words: str, by: SignedIn, at: datetime, *, claims: bool, most: int = MOST, after: UUID | None = None
) -> Results:
    on, want = district_day(at), wanted(words)
    born = want.born_on is not None
    part = RecordKind.BIRTH_DATE.value if born else "claims" if claims else ""
    with district_transaction():
        among = _among(by, on, claims=claims)
        last = Student.objects.filter(pk=after).first() if after else None
    if among is None or want.unread:
        return Results((), False, note_listed(part, 0, by=by, at=at), want.unread)
    needs = [OPENS, *[SHOWS_BIRTH] * born, *[SETTLES] * claims]
    among &= queries.has_claims() if claims else Q()
    named = queries.students_named(want.words, among, on=on, born_on=want.born_on)
    rows = named if words or not claims else queries.students(among, on=on)
    shown, more = _granted(rows, needs, by, on, most=most, after=last)
    return Results(shown, more, note_listed(part, len(shown), by=by, at=at))


def waiting(*, by: SignedIn, at: datetime) -> tuple[int, bool]:
    """How many students the list of claims would show this account, and whether there are more. It names nobody."""
    on = district_day(at)
    with district_transaction():
        among = _among(by, on, claims=True)
    if among is None:
        return 0, False
    shown, more = _granted(queries.students(among & queries.has_claims(), on=on), [OPENS, SETTLES], by, on)
    return len(shown), more


def _among(by: SignedIn, on: date, *, claims: bool) -> Q | None:
    """None where the law could say yes of nobody: to a family's account, and of claims to whoever keeps no records."""
    employee = by.account.employee_id
    if employee is None or (claims and not keeps_records(employee, on=on)):
        return None
    return queries.served_by(employee, on=on)


def _granted(
    rows: QuerySet[Student],
    needs: list[tuple[Action, RecordKind]],
    by: SignedIn,
    on: date,
    *,
    most: int = MOST,
    after: Student | None = None,
) -> tuple[tuple[Found, ...], bool]:
    """The first by name of those to whom the law grants this account all it needs."""

    def grants(case: Asked) -> bool:
        return all(counsel.decide(case.question(*act)).granted for act in needs)

    def of(page: list[Student]) -> list[Found]:
        cases = asked_of_each([it.id for it in page], by, on)
        named = [Found(it.id, it.name, it.grade, it.school) for it in queries.as_named(page)]
        return [it for it in named if grants(cases[it.id])]

    return first_granted(rows, "search_name", "id", most=most, granted=of, after=after)
