"""What is owed: a notice for the year, adopted; each school's families told; newcomers the same day. Whose each is.

A duty is of a school and a day: it says what its rule says, and names nobody. The family of a student about whom an
order stands is owed it by itself, so that whoever the order keeps from them finds nothing open that no list explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import PACIFIC, district_day, school_year
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar, first_semester
from fileroom.people.facts import CUSTODIAN
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.programmes.models import AnnualNotice, NoticeToFamily
from fileroom.programmes.notices.families import TO_TELL, apart
from fileroom.programmes.notices.fewer import PRACTICABLE, year_of
from fileroom.programmes.notices.years import EACH_YEAR, ROOM, TO_ADOPT

ON_ENROLMENT = "programmes.annual_notices.on_enrolment"
TO_FAMILIES = (EACH_YEAR, ON_ENROLMENT)
CLOCK = "annual_notice_on_enrolment"
NEVER = "never"  # the part of an entry: a school year was over, and it was not done
OWN = 24  # letters of a student's id that tell one duty from another
SYSTEM = Actor(account=None, role="system", door="cli")


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
    nobody left to tell is done. What goes on under another duty is let go. Part of the open transaction."""
    owed, there = _differences(year, at)
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)
    for it in there:
        end = duties.let_go if _under(it).filter(TO_TELL).exists() else duties.discharge
        end(ROOM, it.of, Over(by, entry, at), rule=it.rule, part=it.part)


def count_anew(*, at: datetime) -> int:
    """What is owed by the first day of the first semester is due by it as it stands now: a term may have been entered
    since, or the calendar changed; how many days have moved. Part of the open transaction."""
    open_ = [it for it in queries.of_room(ROOM, at=at) if it.rule == EACH_YEAR]
    years = {it.id: _year_of(it.part.removeprefix(f"{TO_ADOPT}/")) for it in open_}
    begins = {it: first_semester(it) for it in set(years.values())}
    moved: dict[date, list[UUID]] = {}
    for it in open_:
        if it.due != (day := begins[years[it.id]]):
            moved.setdefault(day, []).append(it.id)
    return sum(duties.set_day(ids, day) for day, ids in moved.items())


def differs(year: int, at: datetime) -> bool:
    """Is anything owed that is not entered, or entered that is not owed: since an order came, or was lifted, say?"""
    return any(_differences(year, at))


def _differences(year: int, at: datetime) -> tuple[list[Owed], list[Listed]]:
    owed = {(it.of, it.part): it for it in _owed(year)}
    there = {(it.of, it.part): it for it in _of_families(at) if _year_of(it.part) == year}
    return [it for key, it in owed.items() if key not in there], [it for key, it in there.items() if key not in owed]


def close_years_before(year: int, *, at: datetime) -> None:
    """A school year is over: what nobody did in it can be done no more. It is let go, never called done, and the entry
    says of how many students no family was told, that no notice was adopted, or into which language it was not put.
    Part of the open transaction."""
    for it in (it for it in _of_families(at) if _year_of(it.part) < year):
        _let_go(it, it.of, _untold_under(it), at)
    for it in queries.about(ROOM, [OF_THE_DISTRICT], at=at):
        if it.rule in (EACH_YEAR, PRACTICABLE) and year_of(it.part.removeprefix(f"{TO_ADOPT}/")) < year:
            _let_go(it, None, 0, at)


def _let_go(it: Listed, school: UUID | None, untold: int, at: datetime) -> None:
    part = f"{_shared(it.part) if it.student else it.part}/{NEVER}"
    event = ledger.event(
        Act.NOTICE_OWED, record=school, part=part, by=SYSTEM, outcome=f"{untold}", sealed=it.student is not None, at=at
    )
    entry = ledger.write(event)
    duties.let_go(ROOM, it.of, Over(None, entry, at), rule=it.rule, part=it.part)


def _of_families(at: datetime) -> list[Listed]:
    """The open duties of schools to tell families: whose part is a school year, or a day of one. What the
    Superintendent's office sees to beside them (people.untold) ends with them."""
    return [it for it in queries.of_room(ROOM, at=at) if it.office == CUSTODIAN and it.rule in TO_FAMILIES]


def _shared(part: str) -> str:
    """A school year, or a day: of a duty about one student alone too."""
    return part.partition("/")[0]


def _year_of(part: str) -> int:
    said = _shared(part)
    return int(said) if said.isdecimal() else school_year(date.fromisoformat(said))


def _under(it: Listed) -> QuerySet[NoticeToFamily]:
    """The rows of the register that such a duty is, or was, about."""
    said = _shared(it.part)
    rows = NoticeToFamily.objects.filter(school=it.of, school_year=_year_of(it.part))
    rows = rows.filter(at_enrolment=not said.isdecimal(), **({} if said.isdecimal() else {"since_on": said}))
    return rows.filter(student=it.student) if it.student else rows


def _untold_under(it: Listed) -> int:
    """Of how many students such a duty asks to tell a family."""
    rows = _under(it).filter(TO_TELL)
    return (rows if it.student else rows.exclude(apart())).values("student").distinct().count()


def _owed(year: int) -> Iterator[Owed]:
    """One for each school and day on which somebody enrolled, and one for each school's others; of each, one more for
    each student about whom an order stands."""
    rows, begins = NoticeToFamily.objects.filter(TO_TELL, school_year=year), first_semester(year)
    common, alone = rows.exclude(apart()), rows.filter(apart())
    keys: set[tuple[UUID, bool, date, UUID | None]] = {
        (*it, None) for it in common.values_list("school_id", "at_enrolment", "since_on")
    }
    keys.update(alone.values_list("school_id", "at_enrolment", "since_on", "student_id"))
    for school, newcomer, since, student in keys:
        end = f"/{student.hex[:OWN]}" if student else ""
        rule, day, part, clock = EACH_YEAR, date(year, 7, 1), str(year), ""
        if newcomer:
            rule, day, part, clock = ON_ENROLMENT, since, since.isoformat(), CLOCK
        began = datetime(day.year, day.month, day.day, 12, tzinfo=PACIFIC)
        yield Owed(
            rule, ROOM, school, began, CUSTODIAN, school, student=student, part=f"{part}{end}", clock=clock,
            due_on=None if newcomer else begins,
        )  # fmt: skip


def overdue(year: int, at: datetime) -> int:
    """Of how many students a family should have been told by now: newcomers of an earlier day; all, once the first
    semester runs. Of those about whom an order stands what is owed says it, and no number."""
    on = district_day(at)
    rows = NoticeToFamily.objects.filter(TO_TELL, ~apart(), school_year=year)
    late = Q(at_enrolment=True, since_on__lt=on)
    if first_semester(year) < on:
        late |= Q(at_enrolment=False)
    return rows.filter(late).values("student").distinct().count()
