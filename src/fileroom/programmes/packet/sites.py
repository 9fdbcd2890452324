"""Training by school on a paper for everybody: where few work nothing is told of them, and nothing is left to work out.

A school with few who owe a course would be a person with a name, by its number and by "all" or "not all" as well; and
what is alone without a number is the district less the others. So small ones are told together, never one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fileroom.law.figures import FIGURES

LEAST = FIGURES["smallest_count_shown"].value


class At(NamedTuple):
    """Of those who owe a course at a school, `of`, so many have a current training in each they owe."""

    name: str
    current: int
    of: int


def by_school(sites: Sequence[At], whole: At) -> Iterator[str]:
    """A line for each school, and one for those that are told together. None where in the whole district few owe one.

    Whoever works at several schools is in one of these alone: the schools together are the whole."""
    if whole.of < LEAST:
        return
    owing = [it for it in sites if it.of]
    together = _together(owing)
    for it in sites:
        if not it.of:
            yield f"{it.name}: nobody owes one who works there alone"
        elif it not in together:
            yield f"{it.name}: {_said(it)}"
    if together and (all_ := _all(together)).of >= LEAST:
        yield f"{all_.name}, together: {_said(all_)}"


def of_all(whole: At) -> str:
    """The same of the whole district."""
    return _said(whole) if whole.of >= LEAST else f"fewer than {LEAST} owe one"


def _together(owing: Sequence[At]) -> list[At]:
    """Those where few owe a course, with so many of the smallest others that they are two and no longer few."""
    rising = sorted(owing, key=lambda it: (it.of, it.name))
    few = [it for it in rising if it.of < LEAST]
    for it in rising[len(few) :]:
        if not few or (len(few) > 1 and _all(few).of >= LEAST):
            break
        few.append(it)
    return few


def _all(sites: Sequence[At]) -> At:
    return At(_named(sites), sum(it.current for it in sites), sum(it.of for it in sites))


def _named(sites: Sequence[At]) -> str:
    *names, last = sorted(it.name for it in sites)
    return f"{', '.join(names)} and {last}" if names else last


def _said(it: At) -> str:
    return f"{it.current:,} of {it.of:,}"
