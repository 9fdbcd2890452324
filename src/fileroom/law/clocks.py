"""Due days: a figure, the day that starts it, and the district's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from fileroom.law.days import PACIFIC, Calendar, add_months, add_years
from fileroom.law.figures import ADULT, FIGURES, Figure, Nature, Unit
from fileroom.law.kernel.decision import Deadline, Duty

KINDS = tuple(
    name for name, figure in FIGURES.items()
    if figure.nature is not Nature.GATE and figure.unit is not Unit.SCHOOL_YEARS and not name.endswith("_to_custodian")
)  # fmt: skip
WITH_BIRTHDAY = ("social_media_destruction", "social_media_vendor_destruction")


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


def due(kind: str, received: list[date | datetime], calendar: Calendar, *, born: date | None = None) -> Due:
    """When `kind` falls due. Several triggers: the earliest counts. CannotCount says what is lacking."""
    if kind not in KINDS:
        raise CannotCount(f"no clock named {kind!r}")
    figure = FIGURES[kind]
    if figure.unit is Unit.HOURS:
        return _hours(figure, [_instant(at) for at in received])
    days = [at.astimezone(PACIFIC).date() if isinstance(at, datetime) and at.tzinfo else _day(at) for at in received]
    if kind in WITH_BIRTHDAY and born is not None:
        days.append(add_years(born, ADULT))  # born on 29 February: the earlier day, for this is a ceiling
    start = min(days)
    plain, early = _counted(figure, start, calendar)
    on = plain if figure.nature is Nature.FLOOR or _counts_open_days(figure) else calendar.roll(plain)
    return Due(on, early, figure.within, figure.citation.text, _steps(kind, start, on, figure, calendar))


def _counts_open_days(figure: Figure) -> bool:
    return figure.unit in (Unit.BUSINESS_DAYS, Unit.SCHOOLDAYS)


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


def _counted(figure: Figure, start: date, calendar: Calendar) -> tuple[date, date]:
    """The last day before any roll-over, and the early-safe day."""
    value = figure.value
    if figure.unit is Unit.BUSINESS_DAYS:
        return calendar.business_days(start, value), calendar.business_days_early(start, value)
    plain = {
        Unit.DAYS: lambda: start + timedelta(days=value),
        Unit.MONTHS: lambda: add_months(start, value),
        Unit.YEARS: lambda: add_years(start, value),
        Unit.SCHOOLDAYS: lambda: calendar.schooldays(start, value),
    }[figure.unit]()
    return plain, plain


def _steps(kind: str, start: date, on: date, figure: Figure, calendar: Calendar) -> tuple[str, ...]:
    word = "first day" if figure.nature is Nature.FLOOR else "last day"
    steps = [f"starts {start.isoformat()}: {figure.anchor}; the first day is not counted (Code Civ. Proc. 12)"]
    if kind == "consumer_notice":
        custodian = start + timedelta(days=FIGURES["consumer_notice_to_custodian"].value)
        steps.append(f"the custodian may be served from {custodian.isoformat()}")
    if figure.nature is not Nature.FLOOR and not _counts_open_days(figure):
        plain = _counted(figure, start, calendar)[0]
        if plain != on:
            steps.append(f"{plain.isoformat()} is not an open day: rolls on (Code Civ. Proc. 12a, 12b)")
    return (*steps, f"{word}, {figure.within}: {on.isoformat()}")


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
