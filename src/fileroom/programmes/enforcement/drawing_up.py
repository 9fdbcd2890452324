"""The next report to the Board, drawn up from the register: of which requests, over which time, and its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from fileroom.law import default_calendar
from fileroom.law.days import Calendar, district_day
from fileroom.people import queries
from fileroom.people.calendars import calendar
from fileroom.people.models import School, Term
from fileroom.people.owed import offices_on
from fileroom.programmes.enforcement.board_report import Given, Lines, Reported, Site, Wait, half_year, report
from fileroom.programmes.enforcement.papers import Shown, group_of
from fileroom.programmes.models import EnforcementReport, EnforcementRequest

ONE = timedelta(days=1)
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)  # Ed. Code 234.7 as it stands took effect; nothing is reported from before
Outcome = EnforcementRequest.Outcome
GIVEN = {Outcome.NOTHING_GIVEN.value: Given.NOTHING, "": Given.OPEN}


@dataclass(frozen=True)
class Drawn:
    """A report drawn up now, and the requests that it tells of."""

    lines: Lines | Wait
    from_on: date
    to_on: date
    requests: tuple[UUID, ...]


def draw(at: datetime) -> Drawn:
    """The next report, as the register stands. It begins where the last one ended, and where there was none yet with
    the half-year; its readers are told of an earlier one where something is older. Whether it waits does not hang on
    that: it would tell of it."""
    rows, last = list(_unreported(at)), district_day(at)
    before = EnforcementReport.objects.exclude(released_at=None).order_by("-until").first()
    since = district_day(before.until) if before else half_year(last)[0]
    first = min([since, *(district_day(it.opened_at) for it in rows)])
    lines = report([_reported(it) for it in rows], _sites(since, last))
    return Drawn(lines, half_year(first)[0], half_year(last)[1], tuple(it.id for it in rows))


def _unreported(until: datetime) -> QuerySet[EnforcementRequest]:
    """Requests that no report has had: of these every one that the law took as immigration enforcement."""
    rows = EnforcementRequest.objects.filter(strict=True, report=None, opened_at__gt=BEGINNING, opened_at__lte=until)
    return rows.exclude(outcome=Outcome.NOT_IMMIGRATION)


def _reported(row: EnforcementRequest) -> Reported:
    groups = frozenset(group_of(Shown.from_json(it)).value for it in row.papers)
    school = str(row.school_id) if row.school_id else None
    return Reported(school, frozenset(row.wants), groups, GIVEN.get(row.outcome, Given.SOMETHING))


def _sites(first: date, last: date) -> Iterable[Site]:
    """Each school with its students of the last day and who holds an office there, and whether school was in session
    there between the two."""
    days = calendar() or default_calendar()
    offices = offices_on(last)
    for school, students in queries.students_at_each_school(on=last):
        there = frozenset(str(who) for who, held in offices.items() if any(at == school.id for _, at in held))
        yield Site(str(school.id), school.name, students, _in_session(school, days, first, last), there)


def _in_session(school: School, days: Calendar, first: date, last: date) -> bool:
    terms = list(Term.objects.filter(school=school, from_on__lte=last, to_on__gte=first))
    own = Term.objects.filter(school=school).exists()
    on = first
    while on <= last:
        if days.in_session(on) and (not own or any(it.from_on <= on <= it.to_on for it in terms)):
            return True
        on += ONE
    return False
