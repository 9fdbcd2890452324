"""Lists and counts of duties. They name nobody: a duty says what its rule says, and leads to where it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from fileroom.duties.models import Duty
from fileroom.hosting import district_transaction
from fileroom.law import BY_ID
from fileroom.law.days import PACIFIC, district_day

OPEN = Q(done_at=None)


@dataclass(frozen=True)
class Listed:
    """One open duty. `says` and `citation` are its rule's; `due` is its last day, and `due_at` its last instant where a
    clock of hours set it; `late`: that lies behind; `caused_by`: the entry of the ledger; `student`: whom alone it is
    about."""

    id: UUID
    rule: str
    says: str
    citation: str
    room: str
    of: UUID
    part: str
    office: str
    school: UUID | None
    due: date | None
    due_at: datetime | None
    late: bool
    caused_by: UUID
    student: UUID | None = None


def held_by(offices: Iterable[tuple[str, UUID | None]], employee: UUID | None) -> Q:
    """The duties of whoever holds these offices, each with its school (None: the district's), and of their own."""
    own = Q(employee=employee) if employee else Q(pk__in=[])
    for office, school in offices:
        own |= Q(office=office) if school is None else Q(office=office, school=school)
    return own


def of_office_in(office: str, rooms: Iterable[str]) -> Q:
    """The duties of this office of the district in these rooms alone."""
    return Q(office=office, school=None, room__in=list(rooms))


def open_duties(
    these: Q, *, at: datetime, most: int, skip: int = 0, until: date | None = None, late: bool = False
) -> list[Listed]:
    """The open ones among these, the most pressing first, at most so many after those skipped; `until`: none that is
    due after this day; `late`: only whose last day or instant lies behind."""
    with district_transaction():
        return [_listed(row, at) for row in _wanted(these, at, until, late)[skip : skip + most]]


def count_open(these: Q, *, at: datetime, until: date | None = None, late: bool = False) -> tuple[int, int]:
    """How many of them there are, and how many of these are late."""
    with district_transaction():
        rows = _wanted(these, at, until, late).order_by()
        found = rows.aggregate(number=Count("pk"), late=Count("pk", filter=_late(at)))
    return found["number"], found["late"]


def whose_late(*, at: datetime) -> set[tuple[str, UUID | None, UUID | None]]:
    """Whose the late ones are: office, school (None: the district's), employee (None: the whole office's)."""
    with district_transaction():
        return set(_wanted(Q(), at, None, late=True).order_by().values_list("office", "school", "employee").distinct())


def students_of(these: Q) -> set[UUID]:
    """The students whom the open ones among these are about."""
    with district_transaction():
        rows = Duty.objects.filter(OPEN & these, student__isnull=False)
        return {it for it in rows.values_list("student", flat=True).distinct() if it}


def rows_of(these: Q, *, until: date | None = None) -> dict[UUID, tuple[UUID, UUID | None]]:
    """The row that each of the open ones among these is about, and the student whom alone it is about; `until`: none
    that is due after this day."""
    with district_transaction():
        found = _due_by(these, until).values_list("id", "of", "student")
        return {id_: (of, student) for id_, of, student in found}


@dataclass(frozen=True)
class AtSchool:
    """An open duty of an office at a school, about a student or a row that has several. `one`: the duty that it is at
    whichever school: there is one such at each that owes it."""

    id: UUID
    room: str
    of: UUID
    school: UUID
    student: UUID | None
    one: tuple[str, UUID, str, str]


def at_schools(office: str, *, rooms: Iterable[str], without: Iterable[str]) -> list[AtSchool]:
    """The open duties of this office at a school that are about a student, or about a row of one of these rooms;
    `without` those of other rooms."""
    about = Q(student__isnull=False) | Q(room__in=list(rooms))
    with district_transaction():
        these = Duty.objects.filter(OPEN, about, office=office, school__isnull=False).exclude(room__in=list(without))
        rows = these.order_by("began_at", "id")
        found = rows.values_list("id", "room", "of", "rule", "part", "school", "student")
        return [
            AtSchool(id_, room, of, school, student, (room, of, rule, part))
            for id_, room, of, rule, part, school, student in found
            if school is not None
        ]


def _wanted(these: Q, at: datetime, until: date | None, late: bool) -> QuerySet[Duty]:
    rows = _due_by(these, until)
    return rows.filter(_late(at)) if late else rows


def _late(at: datetime) -> Q:
    return Q(due_at__lt=at) | Q(due_at=None, due_on__lt=district_day(at))


def _due_by(these: Q, until: date | None) -> QuerySet[Duty]:
    rows = _pressing(these)
    return rows if until is None else rows.filter(Q(day__lte=until) | Q(day=None))


def about(room: str, of: Iterable[UUID], *, at: datetime) -> list[Listed]:
    """The open duties about these rows of a room."""
    with district_transaction():
        return [_listed(row, at) for row in _pressing(Q(room=room, of__in=list(of)))]


def entered(room: str, of: UUID) -> set[str]:
    """The rules by which anything was ever owed about this row, done or not."""
    with district_transaction():
        return set(Duty.objects.filter(room=room, of=of).values_list("rule", flat=True))


def ever_owed(room: str, of: Iterable[UUID], *, rule: str, part: str = "", done_only: bool = False) -> set[UUID]:
    """Those of these rows about which this, or this part of it alone, was ever owed, done or not; `done_only`: and was
    done, not let go."""
    these = Q(part=part) if part else Q()
    these &= Q(moot=False, done_at__isnull=False) if done_only else Q()
    with district_transaction():
        return set(Duty.objects.filter(these, room=room, of__in=list(of), rule=rule).values_list("of", flat=True))


def ever_owed_by(room: str, offices: Iterable[str]) -> set[UUID]:
    """The rows of this room about which one of these offices ever owed anything, done or not."""
    with district_transaction():
        return set(Duty.objects.filter(room=room, office__in=list(offices)).values_list("of", flat=True))


def done(room: str, of: UUID) -> frozenset[tuple[str, str]]:
    """What was owed about this row, by its rule and part, and was done: not let go."""
    with district_transaction():
        over = Duty.objects.filter(room=room, of=of, moot=False).exclude(done_at=None)
        return frozenset(over.values_list("rule", "part"))


def last_over(room: str, of: UUID, rules: Iterable[str], *, done_only: bool = False) -> datetime | None:
    """When the last that was owed about this row by one of these rules was over; `done_only`: and was not let go."""
    with district_transaction():
        over = Duty.objects.filter(Q(moot=False) if done_only else Q(), room=room, of=of, rule__in=list(rules))
        last: datetime | None = over.aggregate(last=Max("done_at"))["last"]
    return last


@dataclass(frozen=True)
class Cause:
    """What is open of one part of what is owed about a row, whosever it is: since when, and by which entry."""

    part: str
    began_at: datetime
    caused_by: UUID


def causes(room: str, of: UUID, *, done_too: bool = False) -> tuple[Cause, ...]:
    """The open parts of what is owed about this row, each once, the oldest first; `done_too`: also what was ever."""
    with district_transaction():
        rows = Duty.objects.filter(Q() if done_too else OPEN, room=room, of=of).order_by("began_at", "part")
        by_part = {it.part: Cause(it.part, it.began_at, it.caused_by) for it in reversed(rows)}
    return tuple(sorted(by_part.values(), key=lambda it: (it.began_at, it.part)))


def was_done(room: str, of: UUID, *, part: str, since: datetime) -> bool:
    """Was this part of what is owed about the row done, and not let go, since then?"""
    with district_transaction():
        return Duty.objects.filter(room=room, of=of, part=part, moot=False, done_at__gte=since).exists()


@dataclass(frozen=True)
class Spell:
    """One duty from its beginning to its end. `over_at` None: it is open; `moot`: there was nothing left to do."""

    of: UUID
    began_at: datetime
    over_at: datetime | None
    moot: bool


def spells(room: str, rule: str, *, since: datetime) -> list[Spell]:
    """The duties by this rule that began since then."""
    with district_transaction():
        rows = Duty.objects.filter(room=room, rule=rule, began_at__gte=since).order_by("began_at")
        return [Spell(it.of, it.began_at, it.done_at, it.moot) for it in rows]


def waiting(room: str, rule: str, *, until: datetime) -> list[datetime]:
    """Since when each open duty by this rule has waited, of those that began before then."""
    with district_transaction():
        rows = Duty.objects.filter(OPEN, room=room, rule=rule, began_at__lt=until)
        return list(rows.order_by("began_at").values_list("began_at", flat=True))


def late(room: str, rule: str, *, on: date) -> list[date]:
    """The day of each open duty by this rule that was due before this one."""
    with district_transaction():
        rows = Duty.objects.filter(OPEN, room=room, rule=rule, due_on__lt=on)
        return [it for it in rows.order_by("due_on").values_list("due_on", flat=True) if it]


@dataclass(frozen=True)
class Personal:
    """An open duty of one employee: about which row, and which part of it."""

    employee: UUID
    of: UUID
    part: str
    due: date | None
    late: bool


def of_employees(room: str, *, at: datetime, employee: UUID | None = None) -> list[Personal]:
    """The open duties of this room that are one employee's alone, of everybody or of this one, by their day."""
    these = Q(room=room, employee__isnull=False) if employee is None else Q(room=room, employee=employee)
    with district_transaction():
        rows = [(row, _listed(row, at)) for row in _pressing(these)]
    return [Personal(row.employee, row.of, row.part, it.due, it.late) for row, it in rows if row.employee]


def _pressing(these: Q) -> QuerySet[Duty]:
    day = Coalesce(F("due_on"), TruncDate("due_at", tzinfo=PACIFIC))
    return (
        Duty.objects.filter(OPEN & these)
        .annotate(day=day)
        .order_by(F("day").asc(nulls_last=True), "due_at", "began_at", "id")
    )


def _listed(row: Duty, at: datetime) -> Listed:
    rule, today = BY_ID[row.rule], district_day(at)
    day = district_day(row.due_at) if row.due_at else row.due_on
    over = row.due_at < at if row.due_at else bool(row.due_on and row.due_on < today)
    return Listed(
        row.id, row.rule, rule.says, rule.cites.text, row.room, row.of, row.part, row.office, row.school, day,
        row.due_at, over, row.caused_by, row.student,
    )  # fmt: skip


def of_room(room: str, *, at: datetime) -> list[Listed]:
    """All open duties of a room."""
    with district_transaction():
        return [_listed(row, at) for row in _pressing(Q(room=room))]


def of_offices(offices: Iterable[str], *, at: datetime) -> list[Listed]:
    """All open duties of these offices, wherever."""
    with district_transaction():
        return [_listed(row, at) for row in _pressing(Q(office__in=list(offices)))]


@dataclass(frozen=True)
class Begun:
    """An open duty that no clock counts: since when, and by when."""

    id: UUID
    rule: str
    part: str
    began_at: datetime
    due_on: date | None


def begun(room: str) -> list[Begun]:
    """Those of a room, the oldest first."""
    with district_transaction():
        rows = Duty.objects.filter(OPEN, room=room, clock="").order_by("began_at", "id")
        return [Begun(*it) for it in rows.values_list("id", "rule", "part", "began_at", "due_on")]
