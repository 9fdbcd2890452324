"""Counts minute by minute as small bars, and the same in words for whoever does not see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format

WIDTH, HEIGHT, EDGE, FOOT = 600, 130, 4, 2
MINUTE = timedelta(minutes=1)
MOST_BARS = 240


@dataclass(frozen=True)
class Bars:
    """`bars`: x, y, width, height of each, in a box of WIDTH by HEIGHT, whose foot lies at `foot`; `begins`, `ends`:
    the times of the first and the last minute; `says`: all of it in words."""

    bars: tuple[tuple[float, float, float, float], ...]
    begins: str
    ends: str
    says: str
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = HEIGHT - FOOT


def bars(minutes: Mapping[datetime, int]) -> Bars | None:
    """The bars of these minutes, empty ones between them too; None: nothing was counted."""
    told = {it: number for it, number in minutes.items() if number}
    if not told:
        return None
    first, last = min(told), max(told)
    count = min(int((last - first) / MINUTE) + 1, MOST_BARS)
    step, most = (WIDTH - 2 * EDGE) / count, max(told.values())
    made = []
    for at, number in sorted(told.items()):
        place = int((at - first) / MINUTE)
        high = number / most * (HEIGHT - FOOT - EDGE)
        if place < MOST_BARS:
            x, y = round(EDGE + place * step, 1), round(HEIGHT - FOOT - high, 1)
            made.append((x, y, round(max(step * 0.8, 1.0), 1), round(high, 1)))
    says = (
        f"From {_time(first)} to {_time(last)}: in the busiest minute {most} {'student' if most == 1 else 'students'}, "
        f"{sum(told.values()) / count:.1f} a minute on the whole."
    )
    return Bars(tuple(made), _time(first), _time(last), says)


def _time(at: datetime) -> str:
    return date_format(timezone.localtime(at), "g:i a")
