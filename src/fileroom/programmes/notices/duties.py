"""What is owed: a notice for the year, adopted; each school's families told; newcomers the same day. Whose each is.

A duty is of a school and a day, never of one family: it says what its rule says, and names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import PACIFIC, Calendar, district_day, school_year, school_year_begins, school_year_ends
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Term
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.programmes.models import AnnualNotice, NoticeToFamily
from fileroom.programmes.notices.families import TO_TELL
from fileroom.programmes.notices.years import EACH_YEAR, ROOM, TO_ADOPT

ON_ENROLMENT = "programmes.annual_notices.on_enrolment"
TO_FAMILIES = (EACH_YEAR, ON_ENROLMENT)
CLOCK = "annual_notice_on_enrolment"
NEVER = "never"  # the part of an entry: a school year was over, and it was not done
SYSTEM = Actor(account=None, role="system", door="cli")


def first_semester(year: int) -> date:
    """The first day of the first term of this school year. Where no term is entered: the first day of the school year
    on which the calendar has the office open and no break, the cautious one."""
    terms = Term.objects.filter(from_on__gte=school_year_begins(year), from_on__lte=school_year_ends(year))
    first: date | None = terms.aggregate(first=Min("from_on"))["first"]
    return first or _first_day(calendar() or default_calendar(), year)


def _first_day(days: Calendar, year: int) -> date:
    day = school_year_begins(year)
    while not days.in_session(day):
        day += timedelta(days=1)
    return day


def owe_adoption(year: int, *, at: datetime) -> None:
    """The Superintendent or a designee adopts the year's notice. Owed once, as long as none is."""
    part = f"{TO_ADOPT}/{year}"
    if AnnualNotice.objects.filter(school_year=year).exists():
        return
    if any(it.part == part for it in queries.about(ROOM, [OF_THE_DISTRICT], at=at)):
        return
    entry = ledger.write(ledger.event(Act.NOTICE_OWED, part=part, by=SYSTEM, at=at))
    due_on = first_semester(year)
    owed = Owed(EACH_YEAR, ROOM, OF_THE_DISTRICT, at, office=SUPERINTENDENT, part=part, due_on=due_on)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def recount(year: int, *, entry: UUID, by: UUID | None, at: datetime) -> None:
    """After a change of the register: what is owed by a school and is not on the list of duties is entered; what has
    nobody left to tell is done. Part of the open transaction."""
    owed = {(it.of, it.part): it for it in _owed(year)}
    there = [it for it in _of_families(at) if _year_of(it.part) == year]
    duties.owe(owed.values(), calendar=calendar() or default_calendar(), caused_by=entry)
    for it in there:
        if (it.of, it.part) not in owed:
            duties.discharge(ROOM, it.of, Over(by, entry, at), rule=it.rule, part=it.part)


def close_years_before(year: int, *, at: datetime) -> None:
    """A school year is over: what nobody did in it can be done no more. It is let go, never called done, and the entry
    says of how many students no family was told, or that no notice was adopted. Part of the open transaction."""
    for it in (it for it in _of_families(at) if _year_of(it.part) < year):
        _let_go(it, it.of, untold_under(it.of, it.part), at)
    for it in queries.about(ROOM, [OF_THE_DISTRICT], at=at):
        if it.rule == EACH_YEAR and int(it.part.removeprefix(f"{TO_ADOPT}/")) < year:
            _let_go(it, None, 0, at)


def _let_go(it: Listed, school: UUID | None, untold: int, at: datetime) -> None:
    part, outcome = f"{it.part}/{NEVER}", f"{untold}"
    entry = ledger.write(ledger.event(Act.NOTICE_OWED, record=school, part=part, by=SYSTEM, outcome=outcome, at=at))
    duties.let_go(ROOM, it.of, Over(None, entry, at), rule=it.rule, part=it.part)


def _of_families(at: datetime) -> list[Listed]:
    """The open duties of schools to tell families: whose part is a school year, or a day of one."""
    return [it for it in queries.of_room(ROOM, at=at) if it.of != OF_THE_DISTRICT and it.rule in TO_FAMILIES]


def _year_of(part: str) -> int:
    return int(part) if part.isdecimal() else school_year(date.fromisoformat(part))


def untold_under(school: UUID, part: str) -> int:
    """Of how many students such a duty asks to tell a family."""
    rows = NoticeToFamily.objects.filter(TO_TELL, school=school, school_year=_year_of(part))
    of_a_day = not part.isdecimal()
    rows = rows.filter(at_enrolment=of_a_day, **({"since_on": part} if of_a_day else {}))
    return rows.values("student").distinct().count()


def _owed(year: int) -> Iterator[Owed]:
    """One for each school and day on which somebody enrolled, and one for each school's others."""
    rows = NoticeToFamily.objects.filter(school_year=year, told_on=None, left_out=False)
    begins = first_semester(year)
    for it in rows.filter(at_enrolment=True).values("school_id", "since_on").annotate(n=Count("id")).order_by():
        since = it["since_on"]
        began = datetime(since.year, since.month, since.day, 12, tzinfo=PACIFIC)
        part = since.isoformat()
        yield Owed(ON_ENROLMENT, ROOM, it["school_id"], began, CUSTODIAN, it["school_id"], part=part, clock=CLOCK)
    for school in rows.filter(at_enrolment=False).values_list("school_id", flat=True).distinct():
        began = datetime(year, 7, 1, 12, tzinfo=PACIFIC)
        yield Owed(EACH_YEAR, ROOM, school, began, CUSTODIAN, school, part=str(year), due_on=begins)


def overdue(year: int, at: datetime) -> int:
    """Of how many students a family should have been told by now: newcomers of an earlier day; all, once the first
    semester runs."""
    on = district_day(at)
    rows = NoticeToFamily.objects.filter(school_year=year, told_on=None, left_out=False)
    late = Q(at_enrolment=True, since_on__lt=on)
    if first_semester(year) < on:
        late |= Q(at_enrolment=False)
    return rows.filter(late).values("student").distinct().count()
