"""What is owed: a notice for the year, adopted; each school's families told; newcomers the same day. Whose each is.

A duty is of a school and a day, never of one family: it says what its rule says, and names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import PACIFIC, district_day, school_year_begins, school_year_ends
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Term
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.programmes.models import AnnualNotice, NoticeToFamily
from fileroom.programmes.notices.years import EACH_YEAR, ROOM, TO_ADOPT

ON_ENROLMENT = "programmes.annual_notices.on_enrolment"
CLOCK = "annual_notice_on_enrolment"
SYSTEM = Actor(account=None, role="system", door="cli")


def first_semester(year: int) -> date | None:
    """The first day of the first term of this school year, as far as terms are entered."""
    terms = Term.objects.filter(from_on__gte=school_year_begins(year), from_on__lte=school_year_ends(year))
    first: date | None = terms.aggregate(first=Min("from_on"))["first"]
    return first


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
    there = queries.of_room(ROOM, at=at)
    duties.owe(owed.values(), calendar=calendar() or default_calendar(), caused_by=entry)
    for it in there:
        if it.of != OF_THE_DISTRICT and it.rule in (EACH_YEAR, ON_ENROLMENT) and (it.of, it.part) not in owed:
            duties.discharge(ROOM, it.of, Over(by, entry, at), rule=it.rule, part=it.part)


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
    late, begins = Q(at_enrolment=True, since_on__lt=on), first_semester(year)
    if begins is not None and begins < on:
        late |= Q(at_enrolment=False)
    return rows.filter(late).values("student").distinct().count()
