"""A year of numbers as one small line, and the same in words for whoever does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fileroom.duties.states import State
from fileroom.programmes.policy.history import Night
from fileroom.web.templatetags.pages import on_day, thousands

WIDTH, HEIGHT, EDGE = 160, 28, 3


@dataclass(frozen=True)
class Sparkline:
    """`points` of a polyline in a box of WIDTH by HEIGHT; `dots`: nights of attention; `says`: the line in words."""

    points: str
    dots: tuple[tuple[float, float], ...]
    last: tuple[float, float]
    says: str
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(nights: Sequence[Night]) -> Sparkline | None:
    """The line of these nights, the oldest first; None: there are too few for one."""
    told = [it for it in nights if it.number is not None]
    if len(told) < 2:
        return None
    first, days = told[0].on, max((told[-1].on - told[0].on).days, 1)
    numbers = [it.number or 0 for it in told]
    low, span = min(numbers), max(max(numbers) - min(numbers), 1)

    def place(it: Night) -> tuple[float, float]:
        along, up = (it.on - first).days / days, ((it.number or 0) - low) / span
        return round(EDGE + along * (WIDTH - 2 * EDGE), 1), round(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE), 1)

    attention = [it for it in told if it.state is State.ATTENTION]
    says = (
        f"From {thousands(numbers[0])} on {on_day(first)} to {thousands(numbers[-1])} on {on_day(told[-1].on)}; "
        f"lowest {thousands(low)}, highest {thousands(max(numbers))}. "
        f"Attention on {len(attention)} of {len(told)} nights."
    )
    points = " ".join(f"{x},{y}" for x, y in map(place, told))
    return Sparkline(points, tuple(map(place, attention)), place(told[-1]), says)
