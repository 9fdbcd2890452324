"""A translation that came when the notice had gone already: whoever was told without it is sent it too. Each school
owes that in each language that it writes home in, until somebody notes that it went (Ed. Code 48985).

As of every notice the family of a student about whom an order stands is owed it by itself, and is in no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day, school_year
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.programmes.models import AnnualNotice, LanguageCensus, NoticeToFamily, PublishedPaper
from fileroom.programmes.notices.duties import OWN
from fileroom.programmes.notices.families import apart
from fileroom.programmes.notices.years import ROOM, SENT, TRANSLATE

Rows = QuerySet[NoticeToFamily]
Home = tuple[UUID, str]  # a school, and a language it writes home in, by its code, which the notice is there in
# Whoever took the notice from their own page chose there among the languages of that day.
ON_THEIR_PAGE = Q(acknowledged_how=NoticeToFamily.Acknowledged.PAGE, acknowledged_by=F("told_by"))


@dataclass(frozen=True)
class Came:
    """The first day of a language in this year's notice; `later`: it did not come with the notice itself."""

    on: date
    later: bool


def lacking(home: Iterable[Home], on: date) -> dict[Home, Rows]:
    """By school and language: who was told and has not got it in that language. Joins an open transaction."""
    counted = dict(LanguageCensus.objects.filter(census=school_year(on) - 1).values_list("school_id", "counted_at"))
    came, year = _came(on), school_year(on)
    return {
        (school, language): _without(language, came[language], district_day(counted[school])).filter(
            school=school, school_year=year
        )
        for school, language in home
    }


def _came(on: date) -> dict[str, Came]:
    adopted = dict(AnnualNotice.objects.filter(school_year=school_year(on)).values_list("id", "adopted_at"))
    papers = PublishedPaper.objects.filter(of__in=adopted).order_by("-published_at")
    return {
        language: Came(district_day(at), later=at > adopted[of])
        for of, language, at in papers.values_list("of", "language", "published_at")
    }  # the first of each stands last


def _without(language: str, came: Came, counted_on: date) -> Rows:
    """Told before the translation was there, or before the school was known to write home in it. Of the paper's own day
    nobody can say what came first, the mailing or the paper: it counts."""
    since = max(came.on, counted_on) if came.later else counted_on
    told = Q(told_on__lte=since) & (~ON_THEIR_PAGE | Q(told_on__lt=came.on))
    rows = NoticeToFamily.objects.filter(told, left_out=False)
    return rows.exclude(language__regex=rf"(^|,){language}(,|$)")


def families(rows: Rows) -> int:
    """Of how many students, but for those about whom an order stands."""
    return rows.exclude(apart()).values("student").distinct().count()


def students(home: Iterable[Home], on: date) -> int:
    """Of how many students in the district somebody was told and has not got it in each language of their school."""
    every = lacking(home, on).values()
    return len({it for rows in every for it in rows.exclude(apart()).values_list("student", flat=True)})


def settle_later(home: Iterable[Home], on: date, *, entry: UUID, by: UUID | None, at: datetime) -> None:
    """Owe what is to be sent by now; what went is done, and what is asked no more is let go. Part of the open
    transaction."""
    found = lacking(home, on)
    new, over = _differences(found, on, at)
    duties.owe(new, calendar=calendar() or default_calendar(), caused_by=entry)
    for it in over:
        _, language, year = it.part.split("/")[:3]
        still_asked = (it.of, language) in found and int(year) == school_year(on)
        end = duties.discharge if still_asked else duties.let_go
        end(ROOM, it.of, Over(by, entry, at), rule=TRANSLATE, part=it.part)


def differs(home: Iterable[Home], on: date, at: datetime) -> bool:
    """Is anything to be sent that is not entered, or entered and no longer to be sent?"""
    return any(_differences(lacking(home, on), on, at))


def _differences(found: dict[Home, Rows], on: date, at: datetime) -> tuple[list[Owed], list[Listed]]:
    wanted = {(it.of, it.part): it for it in _owed(found, on, at)}
    open_ = [it for it in queries.of_room(ROOM, at=at) if it.rule == TRANSLATE and it.part.startswith(f"{SENT}/")]
    there = {(it.of, it.part): it for it in open_}
    new = [it for key, it in wanted.items() if key not in there]
    return new, [it for key, it in there.items() if key not in wanted]


def _owed(found: dict[Home, Rows], on: date, at: datetime) -> Iterator[Owed]:
    """One for each school and language, and one more for each student about whom an order stands. No law sets a day."""
    for (school, language), rows in found.items():
        part = f"{SENT}/{language}/{school_year(on)}"
        if rows.exclude(apart()).exists():
            yield Owed(TRANSLATE, ROOM, school, at, CUSTODIAN, school, part=part)
        for student in set(rows.filter(apart()).values_list("student", flat=True)):
            own = f"{part}/{student.hex[:OWN]}"
            yield Owed(TRANSLATE, ROOM, school, at, CUSTODIAN, school, student=student, part=own)
