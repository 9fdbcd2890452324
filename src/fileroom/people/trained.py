"""Until when somebody's training counts, where the gates can read it; and the day the district has set for the gate.

The programme of training (above) writes the days. Nothing is shut before the district has set a day; after that, not
before each employee has had so many days of grace: since they came into an office, or since their last training ended.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import designator_facts
from fileroom.people.models import Assignment, Custodian, TrainedUntil, TrainingGate
from fileroom.people.models.rows import held
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn

MOST_GRACE = 365
NEVER = "never"
ONE = timedelta(days=1)


@dataclass(frozen=True)
class Wanting:
    """A course in which somebody has no current training, after their days of grace; `until_on`: the last day of their
    last one, or None."""

    course: str
    until_on: date | None


@dataclass(frozen=True)
class Gate:
    """What the district has set, and who set it."""

    from_on: date | None
    grace_days: int
    set_at: datetime
    set_by: str


def keep(
    employees: Collection[UUID],
    until: Mapping[tuple[UUID, str], date],
    older: Mapping[tuple[UUID, str], date],
    *,
    on: date,
) -> None:
    """Of these employees these last days hold, by employee and course, and no others: what counted until today, and
    counts no more because a new edition is asked for, ended yesterday. So did what is kept of no such day, by the last
    days of `older` editions: earlier versions forgot them. Part of the open transaction."""
    known = {(row.employee_id, row.course): row for row in TrainedUntil.objects.filter(employee_id__in=list(employees))}
    last = {**older, **{pair: row.until_on for pair, row in known.items()}}
    ended = {pair: min(day, on - ONE) for pair, day in last.items() if pair not in until}
    changed = [
        TrainedUntil(employee_id=employee, course=course, until_on=day)
        for (employee, course), day in {**until, **ended}.items()
        if (row := known.get((employee, course))) is None or row.until_on != day
    ]
    TrainedUntil.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["employee", "course"], update_fields=["until_on"]
    )


def wanting(employee: UUID, course: str, on: date) -> Wanting | None:
    """Is a current training in this course wanting, and does the gate ask for it on this day? Part of the open
    transaction."""
    gate = TrainingGate.objects.order_by("-set_at").first()
    if gate is None or gate.from_on is None or on < gate.from_on:
        return None
    last = TrainedUntil.objects.filter(employee_id=employee, course=course).values_list("until_on", flat=True).first()
    if last is not None and last >= on:
        return None
    since = last + ONE if last else _in_office_since(employee, on)
    if since is not None and on < since + timedelta(days=gate.grace_days):
        return None
    return Wanting(course, last)


def _in_office_since(employee: UUID, on: date) -> date | None:
    """The first day of the offices somebody holds; None where one of them has no first day: they were always there."""
    days = [
        day
        for rows in (Assignment.objects, Custodian.objects)
        for day in rows.filter(held(on), employee_id=employee).values_list("from_on", flat=True)
    ]
    return min(day for day in days if day) if days and None not in days else None


def gate(*, by: SignedIn, at: datetime) -> Gate | None:
    """What was set last; None: nothing ever was. For whoever is designated for the whole district. Raises Missing."""
    with district_transaction():
        if not designator_facts(by.account, district_day(at)).designated:
            raise Missing
        row = TrainingGate.objects.order_by("-set_at").first()
        if row is None:
            return None
        return Gate(row.from_on, row.grace_days, row.set_at, account_names([row.set_by]).get(row.set_by, ""))


def set_gate(once: UUID, from_on: date | None, grace_days: int, *, by: SignedIn, at: datetime) -> None:
    """Set from which day on the gate asks (None: never), and the days of grace. `once`: the row's id.

    A day that is past is kept where it stands already: the days of grace may change after it. Raises Missing (not
    designated for the whole district), FormUsed, and ValidationError.
    """
    if not 0 <= grace_days <= MOST_GRACE:
        raise ValidationError({"grace_days": f"Between none and {MOST_GRACE} days."})
    _set(once, from_on, grace_days, by, at)


@durable_transaction
def _set(once: UUID, from_on: date | None, grace_days: int, by: SignedIn, at: datetime) -> None:
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing

    def again() -> bool | None:
        sent = TrainingGate.objects.filter(pk=once).first()
        if sent and (sent.from_on, sent.grace_days, sent.set_by) != (from_on, grace_days, by.account.id):
            raise FormUsed
        return sent is not None or None

    def act() -> bool:
        if from_on is not None and from_on < district_day(at) and from_on != _standing():
            raise ValidationError({"from_on": "Nothing is shut to anybody in the past. Choose today or a day to come."})
        said = f"{from_on}:{grace_days}" if from_on else NEVER
        entry = ledger.write(
            ledger.event(Act.TRAINING_GATE_SET, record=once, by=by.acting_as(who.role), outcome=said, at=at)
        )
        TrainingGate.objects.create(
            id=once, from_on=from_on, grace_days=grace_days, set_at=at, set_by=by.account.id, entry=entry
        )
        return True

    act_once(again, act)


def _standing() -> date | None:
    """The day that was set last."""
    return TrainingGate.objects.order_by("-set_at").values_list("from_on", flat=True).first()
