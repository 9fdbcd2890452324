"""Due days: a figure, the day that starts it, and the district's calendar.

A ceiling or a window of a California code that ends on a closed day rolls on (CCP 12a, 12b), unless `figures.toml` says
that it does not. A floor never does; where its month has no such day, it ends on the first of the next, and so does an
order that names no end. Counted backward, from the day of what must be preceded, nothing rolls on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from fileroom.law.days import ONE, PACIFIC, Calendar, add_months, months_over
from fileroom.law.facts.reading import nearest
from fileroom.law.figures import ADULT, FIGURES, FIXED_DAYS, Each, Figure, FixedDay, Nature, Unit
from fileroom.law.kernel.decision import Deadline, Duty

IN_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}
OPEN_DAYS = (Unit.BUSINESS_DAYS, Unit.SCHOOLDAYS)
OF_TIME = (Unit.HOURS, Unit.DAYS, *OPEN_DAYS, *IN_MONTHS)
RUNS = (Nature.CEILING, Nature.FLOOR, Nature.WINDOW, Nature.DEFAULT)
COUNTED = tuple(
    name for name, figure in FIGURES.items()
    if figure.nature in RUNS and figure.unit in OF_TIME and not name.endswith("_to_custodian")
)  # fmt: skip
YEARLY = tuple(name for name, day in FIXED_DAYS.items() if day.each is not Each.ONCE)
ONCE = tuple(
    name for name, day in FIXED_DAYS.items() if day.each is Each.ONCE and day.nature is Nature.CEILING
)  # fmt: skip
KINDS = (*COUNTED, *YEARLY, *ONCE)
WITH_BIRTHDAY = ("social_media_destruction", "social_media_vendor_destruction")
FROM_BIRTH = ("juvenile_notice_last_birthday",)


class CannotCount(ValueError):
    """A due day that cannot be worked out from what was given."""


@dataclass(frozen=True)
class Due:
    """`on` and `early_safe_on`: days, or instants for a clock of hours. For a floor, `on` is the first lawful day."""

    on: date | datetime
    early_safe_on: date | datetime
    within: str
    citation: str
    steps: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "due_on": self.on.isoformat(), "early_safe_on": self.early_safe_on.isoformat(), "within": self.within,
            "citation": self.citation, "steps": list(self.steps),
        }  # fmt: skip


def due(
    kind: str,
    received: list[date | datetime],
    calendar: Calendar,
    *,
    born: date | None = None,
    before: date | None = None,
) -> Due:
    """When `kind` falls due. Several triggers: the earliest counts. CannotCount says what is lacking.

    A day that the law names once needs no trigger.

    `before`: the day of what must be preceded (a meeting, a production). A floor is then counted backward from it.
    """
    if kind not in KINDS:
        raise CannotCount(f"no clock named {kind!r}; {nearest(kind, KINDS)}")
    if before is not None and kind in COUNTED and FIGURES[kind].nature is Nature.FLOOR:
        return _backward(FIGURES[kind], before, calendar)
    if not received and kind not in ONCE and not (born and kind in (*WITH_BIRTHDAY, *FROM_BIRTH)):
        raise CannotCount(f"{kind} needs the day that starts it")
    if kind in COUNTED and FIGURES[kind].unit is Unit.HOURS:
        return _hours(FIGURES[kind], [_instant(at) for at in received])
    days = [at.astimezone(PACIFIC).date() if isinstance(at, datetime) and at.tzinfo else _day(at) for at in received]
    if kind in FROM_BIRTH and born is not None:
        return _at_an_age(kind, born, days, calendar)
    if kind in WITH_BIRTHDAY and born is not None:
        days.append(add_months(born, 12 * ADULT))  # born on 29 February: the earlier day, for this is a ceiling
    if kind in FIXED_DAYS:
        found = _fixed(FIXED_DAYS[kind], min(days, default=date.min), calendar)
    else:
        found = _forward(kind, min(days), calendar)
    return found if before is None else _no_later(found, before, calendar)


def shortest(
    kinds: list[str],
    received: list[date | datetime],
    calendar: Calendar,
    *,
    born: date | None = None,
    before: date | None = None,
) -> Due:
    """Several clocks at once: the one that ends first governs (Ed. Code 49068(f)). Its steps tell of the others."""
    found = {kind: due(kind, received, calendar, born=born, before=before) for kind in dict.fromkeys(kinds)}
    governs = min(found, key=lambda kind: _day(found[kind].on))
    others = [f"{kind} would run until {it.on.isoformat()}" for kind, it in found.items() if kind != governs]
    return replace(found[governs], steps=(*found[governs].steps, *others))


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _instant(at: date | datetime) -> datetime:
    if not isinstance(at, datetime):
        raise CannotCount("a clock of hours needs the local date and time, like 2026-10-19T14:30")
    return at if at.tzinfo else at.replace(tzinfo=PACIFIC)


def _hours(figure: Figure, received: list[datetime]) -> Due:
    """Elapsed hours: counted in universal time, so a change of the clocks neither gives nor takes one."""
    start = min(received)
    ends = (start.astimezone(UTC) + timedelta(hours=figure.value)).astimezone(PACIFIC)
    steps = (f"starts {start.astimezone(PACIFIC).isoformat()}: {figure.anchor}", f"ends {ends.isoformat()}")
    return Due(ends, ends, figure.within, figure.citation.text, steps)


def _forward(kind: str, start: date, calendar: Calendar) -> Due:
    figure = FIGURES[kind]
    plain, early = _counted(figure, start, calendar)
    on = calendar.roll(plain) if figure.rolls_on else plain
    steps = [f"starts {start.isoformat()}: {figure.anchor}; the first day is not counted (Code Civ. Proc. 12)"]
    if kind == "consumer_notice":
        custodian = start + timedelta(days=FIGURES["consumer_notice_to_custodian"].value)
        steps.append(f"the custodian may be served from {custodian.isoformat()}")
    word = "first day" if figure.nature is Nature.FLOOR else "last day"
    steps += [*_rolled(plain, on), f"{word}, {figure.within}: {on.isoformat()}"]
    return Due(on, early, figure.within, figure.citation.text, tuple(steps))


def _at_an_age(kind: str, born: date, events: list[date], calendar: Calendar) -> Due:
    """The birthday, or the earlier day of graduation or release, which end it at once."""
    found = _forward(kind, born, calendar)
    first = min(events, default=found.on)
    if first >= _day(found.on):
        return found
    step = f"graduation or release comes first: {first.isoformat()}"
    return replace(found, on=first, early_safe_on=first, steps=(*found.steps, step))


def _counted(figure: Figure, start: date, calendar: Calendar) -> tuple[date, date]:
    """The last day before any roll-over, and the early-safe day."""
    value = figure.value
    if figure.unit is Unit.BUSINESS_DAYS:
        return calendar.business_days(start, value), calendar.business_days_early(start, value)
    if figure.unit is Unit.SCHOOLDAYS:
        plain = calendar.schooldays(start, value)
    elif figure.unit in IN_MONTHS:
        counted = months_over if figure.nature in (Nature.FLOOR, Nature.DEFAULT) else add_months
        plain = counted(start, value * IN_MONTHS[figure.unit])
    else:
        plain = start + timedelta(days=value)
    return plain, plain


def _fixed(day: FixedDay, start: date, calendar: Calendar) -> Due:
    """The law's own day: of this school year, or the next time it comes round."""
    plain = day.comes_from(start)
    on = calendar.roll(plain) if day.rolls_on else plain
    steps = (*_rolled(plain, on), f"last day, {day.within}: {on.isoformat()}")
    return Due(on, plain, day.within, day.citation.text, steps)


def _rolled(plain: date, on: date) -> tuple[str, ...]:
    if plain == on:
        return ()
    return (f"{plain.isoformat()} is not an open day: rolls on (Code Civ. Proc. 12a, 12b)",)


def _backward(figure: Figure, before: date, calendar: Calendar) -> Due:
    """The last day on which a floor can be started so that it is over by `before`."""
    if figure.unit in IN_MONTHS:
        last = add_months(before, -figure.value * IN_MONTHS[figure.unit])
    else:
        last = before - timedelta(days=figure.value)
    steps = (
        f"counts back from {before.isoformat()}; that day is not counted",
        f"last day to start, {figure.within}: {last.isoformat()}",
    )
    return Due(last, _open_day_until(last, calendar), figure.within, figure.citation.text, steps)


def _no_later(found: Due, before: date, calendar: Calendar) -> Due:
    """The same, but in any case on an open day before `before`."""
    last = _open_day_until(before - ONE, calendar)
    if _day(found.on) <= last:
        return found
    step = f"in any case before {before.isoformat()}: {last.isoformat()}"
    return replace(found, on=last, early_safe_on=min(_day(found.early_safe_on), last), steps=(*found.steps, step))


def _open_day_until(day: date, calendar: Calendar) -> date:
    while not calendar.is_open(day):
        day -= ONE
    return day


def first_day(duty: Duty, *, done_on: date, calendar: Calendar) -> date:
    """The first day on which may go what waits for this duty, had it been done on that day."""
    return _day(due(duty.wait, [done_on], calendar).on) if duty.wait else done_on


def deadline(kind: str, q: Any, calendar: Calendar) -> Deadline:
    """The deadline a rule brings: from the day the request came, or else the day of the decision."""
    return _deadline(kind, q.received_on or q.on, calendar)


@lru_cache(maxsize=4096)
def _deadline(kind: str, start: date, calendar: Calendar) -> Deadline:
    worked_out = due(kind, [start], calendar)
    return Deadline(_day(worked_out.on), worked_out.within, worked_out.citation)
