"""The verbs of the register of duties. Each joins the transaction of the act that causes or does the duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Q, UUIDField, When

from fileroom.duties.models import Duty
from fileroom.hosting import district_transaction
from fileroom.law import BY_ID, Calendar
from fileroom.law.clocks import due


@dataclass(frozen=True)
class Owed:
    """A duty about to be entered. Either its `clock` counts from `began_at`, or `due_on` is given, or no day is set.

    `office` with its `school` (null: the district's), or one `employee`.
    """

    rule: str
    room: str
    of: UUID
    began_at: datetime
    office: str = ""
    school: UUID | None = None
    employee: UUID | None = None
    student: UUID | None = None
    part: str = ""
    clock: str = ""
    due_on: date | None = None


def owe(owed: Iterable[Owed], *, calendar: Calendar, caused_by: UUID) -> None:
    """Enter these duties, caused by this entry of the ledger. One that is owed already is not owed twice.

    Raises KeyError for a rule that the law has not, and CannotCount for a clock it cannot work out.
    """
    rows = [_row(it, calendar, caused_by) for it in owed]
    with district_transaction():
        Duty.objects.bulk_create(rows, ignore_conflicts=True)


def _row(it: Owed, calendar: Calendar, caused_by: UUID) -> Duty:
    row = Duty(
        rule=BY_ID[it.rule].id, room=it.room, of=it.of, part=it.part, office=it.office, school=it.school,
        employee=it.employee, student=it.student, began_at=it.began_at, clock=it.clock, due_on=it.due_on,
        caused_by=caused_by,
    )  # fmt: skip
    _count(row, calendar)
    return row


def _count(row: Duty, calendar: Calendar) -> None:
    """Set when it is due by its clock; without one the day that was given stands."""
    if not row.clock:
        return
    on = due(row.clock, [row.began_at], calendar).on
    row.due_on, row.due_at = (None, on) if isinstance(on, datetime) else (on, None)


@dataclass(frozen=True)
class Over:
    """Who says that a duty is over, when, and which entry of the ledger shows it. `by` None: the program."""

    by: UUID | None
    evidence: UUID
    at: datetime


def discharge(
    room: str,
    of: UUID,
    over: Over,
    *,
    rule: str = "",
    part: str = "",
    employee: UUID | None = None,
    schools: Iterable[UUID | None] | None = None,
) -> int:
    """These duties about one row, or those of one employee about it, are done; how many were open. `schools`: those of
    the offices of these schools alone; None among them: of the district's."""
    these = _these(room, of, rule, part, employee)
    if schools is not None:
        at = set(schools)
        these &= Q(school__in=[it for it in at if it]) | (Q(school=None) if None in at else Q(pk__in=[]))
    return _end(these, over, moot=False)


def discharge_these(ids: Iterable[UUID], over: Over) -> int:
    """These duties are done, and none that came after they were looked at; how many were open."""
    return _end(Q(pk__in=list(ids), done_at=None), over, moot=False)


def discharge_each(room: str, of: UUID, evidence: Mapping[UUID, UUID], *, by: UUID | None, at: datetime) -> int:
    """The duties of these employees about one row are done, each shown by an entry of its own; how many were open."""
    shown = Case(*(When(employee=it, then=entry) for it, entry in evidence.items()), output_field=UUIDField())
    with district_transaction():
        these = Duty.objects.filter(_these(room, of, "", "", None), employee__in=list(evidence))
        return these.update(done_at=at, done_by=by, evidence=shown, moot=False) if evidence else 0


def let_go(room: str, of: UUID, over: Over, *, rule: str = "", part: str = "", employee: UUID | None = None) -> int:
    """There is nothing left to do about this row, or for one employee about it; how many were open."""
    return _end(_these(room, of, rule, part, employee), over, moot=True)


def let_go_these(ids: Iterable[UUID], over: Over) -> int:
    """There is nothing left to do about these, and it is said of no other of their row; how many were open."""
    return _end(Q(pk__in=list(ids), done_at=None), over, moot=True)


def _these(room: str, of: UUID, rule: str, part: str, employee: UUID | None) -> Q:
    these = Q(room=room, of=of, done_at=None)
    if rule:
        these &= Q(rule=rule)
    if part:
        these &= Q(part=part)
    if employee:
        these &= Q(employee=employee)
    return these


def _end(these: Q, over: Over, *, moot: bool) -> int:
    with district_transaction():
        return Duty.objects.filter(these).update(done_at=over.at, done_by=over.by, evidence=over.evidence, moot=moot)


@dataclass(frozen=True)
class Move:
    """A duty that one school's office owes and another's is to: about the same, by the same day. `rows`: at schools
    that owe it no more; `schools`: at which it is owed instead; `like`: any of the open ones; `entry`: of the move."""

    rows: tuple[UUID, ...]
    schools: tuple[UUID, ...]
    like: UUID
    entry: UUID


def move(moves: Iterable[Move], *, at: datetime) -> None:
    """Let each be owed where it is to be: its row goes along; of two that would be one, the other is let go. What was
    done meanwhile stays done. Part of the open transaction."""
    moves = list(moves)
    ids = {it for one in moves for it in (*one.rows, one.like)}
    there = {row.id: row for row in Duty.objects.select_for_update().filter(pk__in=ids, done_at=None)}
    moot, new = [], []
    for one in moves:
        here, to = [there[it] for it in one.rows if it in there], list(one.schools)
        for row in here:
            if to:
                row.school = to.pop(0)
            else:
                row.done_at, row.done_by, row.evidence, row.moot = at, None, one.entry, True
                moot.append(row)
        if one.like in there:
            new += [_copy(there[one.like], school) for school in to]
    Duty.objects.bulk_update(moot, ["done_at", "done_by", "evidence", "moot"], batch_size=500)
    Duty.objects.bulk_update([it for it in there.values() if not it.moot], ["school"], batch_size=500)
    Duty.objects.bulk_create(new, ignore_conflicts=True)


def _copy(row: Duty, school: UUID) -> Duty:
    return Duty(
        rule=row.rule, room=row.room, of=row.of, part=row.part, office=row.office, school=school, student=row.student,
        began_at=row.began_at, clock=row.clock, due_on=row.due_on, due_at=row.due_at, caused_by=row.caused_by,
    )  # fmt: skip


def give_to(ids: Iterable[UUID], office: str) -> int:
    """Each of these that is open is owed by this office from now on; how many there were."""
    with district_transaction():
        return Duty.objects.filter(pk__in=list(ids), done_at=None).update(office=office)


def set_day(ids: Iterable[UUID], day: date | None) -> int:
    """Of these, each that is open and no clock counts is due on this day; None: on none. How many there were."""
    with district_transaction():
        these = Duty.objects.filter(pk__in=list(ids), done_at=None, clock="")
        return these.update(due_on=day, due_at=None)


def recount(calendar: Calendar) -> int:
    """Count every open duty's last day anew, by this calendar; how many days have moved. In one order, so that two who
    count at once wait for each other."""
    with district_transaction():
        moved = []
        for row in Duty.objects.select_for_update().filter(done_at=None).exclude(clock="").order_by("pk"):
            before = row.due_on, row.due_at
            _count(row, calendar)
            if (row.due_on, row.due_at) != before:
                moved.append(row)
        Duty.objects.bulk_update(moved, ["due_on", "due_at"], batch_size=500)
        return len(moved)
