"""The year's notice of what the Board has decided about directory information is owed: by whom, and by which day.

The Superintendent or a designee owes it before the first semester begins, each school year anew and of each decision of
the Board's (Ed. Code 49073; 34 CFR 99.37). Of a decision entered while the semester runs no law names a day: the
district does (`notice_days`). Until it was given, and the time to refuse is over, no list is made, so that no family is
the worse for these days.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.disclosure.models import DirectoryNotice, DirectoryPolicy
from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day, school_year, school_year_begins, school_year_ends
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar, first_semester
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT

ROOM = "directory_notice"
RULE = "disclosure.directory_choices.no_notice_yet"
IN_ENTRIES = "directory"  # the notice of which an entry says that it is owed
NEVER = "never"  # the part of an entry: it was not given, and can be no more
SYSTEM = Actor(account=None, role="system", door="cli")


def in_force(on: date) -> DirectoryPolicy | None:
    """The Board's newest decision of this day. Part of the open transaction."""
    return DirectoryPolicy.objects.filter(adopted_on__lte=on).order_by("-adopted_on", "-version").first()


@durable_transaction
def owe_round(*, notice_days: int, at: datetime) -> None:
    """See that the notice of this school year is owed where it was not given, and no other, by its day as it stands
    now. The round of each hour."""
    _settle(None, notice_days, at)
    count_anew(notice_days=notice_days, at=at)


def decided(entry: UUID, *, notice_days: int, at: datetime) -> None:
    """By this entry the Board's decision is entered: of the one before nothing is owed any more. Part of the open
    transaction."""
    _settle(entry, notice_days, at)


def count_anew(*, notice_days: int, at: datetime) -> int:
    """A term was entered since, or the calendar changed: what is owed has its day by them; how many days have moved.
    Part of the open transaction."""
    policy = in_force(district_day(at))
    if policy is None:
        return 0
    part, day = _part(school_year(district_day(at)), policy), _due_on(policy, notice_days, at)
    open_ = queries.about(ROOM, [OF_THE_DISTRICT], at=at)
    return duties.set_day([it.id for it in open_ if it.part == part and it.due != day], day)


def given(policy: DirectoryPolicy, given_on: date, over: Over) -> None:
    """The families have had it. One of a year before is no notice of this. Part of the open transaction."""
    part = _part(school_year(given_on), policy)
    duties.discharge(ROOM, OF_THE_DISTRICT, over, rule=RULE, part=part)


def _settle(entry: UUID | None, notice_days: int, at: datetime) -> None:
    policy, on = in_force(district_day(at)), district_day(at)
    wanted = "" if policy is None or _was_given(policy, school_year(on)) else _part(school_year(on), policy)
    there = {it.part for it in queries.about(ROOM, [OF_THE_DISTRICT], at=at)}
    for part in sorted(there - {wanted}):
        over = Over(None, entry or _noted(f"{part}/{NEVER}", at), at)
        duties.let_go(ROOM, OF_THE_DISTRICT, over, rule=RULE, part=part)
    if policy and wanted and wanted not in there:
        due_on = _due_on(policy, notice_days, at)
        owed = Owed(RULE, ROOM, OF_THE_DISTRICT, at, office=SUPERINTENDENT, part=wanted, due_on=due_on)
        caused_by = entry or _noted(wanted, at)
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=caused_by)


def _due_on(policy: DirectoryPolicy, notice_days: int, at: datetime) -> date:
    """Before the first semester of this school year; so many days after the decision was entered, where it ran then."""
    begins, entered = first_semester(school_year(district_day(at))), district_day(policy.entered_at)
    return begins if entered <= begins else entered + timedelta(days=notice_days)


def _was_given(policy: DirectoryPolicy, year: int) -> bool:
    of_the_year = {"given_on__gte": school_year_begins(year), "given_on__lte": school_year_ends(year)}
    return DirectoryNotice.objects.filter(policy=policy, **of_the_year).exists()


def _part(year: int, policy: DirectoryPolicy) -> str:
    return f"{year}/{policy.version}"


def _noted(part: str, at: datetime) -> UUID:
    return ledger.write(ledger.event(Act.NOTICE_OWED, part=f"{IN_ENTRIES}/{part}", by=SYSTEM, at=at))
