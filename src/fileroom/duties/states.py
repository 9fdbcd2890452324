"""What shows how a sentence of the Board's policy stands: a number, what makes it up, and a state. None typed by hand.

Each room counts its own in a file `evidence.py`; the policy page (`programmes.policy`) lays it beside the sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeAlias

from fileroom.law.days import PACIFIC, district_day, school_year, school_year_begins


class State(StrEnum):
    """How it stands, the gravest first."""

    ATTENTION = "attention"
    NOT_HERE = "not_here"  # this release does not do it: a person does
    RUNNING = "running"
    DUTY = "duty"  # nothing runs by itself: a person has done it last on a day


SUPERINTENDENT = "The Superintendent or designee"  # who sees to it, as a page and a paper say it


@dataclass(frozen=True)
class Asked:
    """When it is asked, and what the district has set: for how long something may wait before somebody looks; whether
    there is a telephone at which a court's order is taken in when the schools are closed; and how many students a list
    names before a second person looks at it.

    `keeping_since`: of the round that keeps each night how all stands, since when it goes; None: a person asks."""

    at: datetime
    quarantine_days: int
    form_days: int
    orders_line: bool = True
    lists_above: int = 30
    keeping_since: datetime | None = None

    @property
    def on(self) -> date:
        """The district's day."""
        return district_day(self.at)

    @property
    def year_began(self) -> date:
        """The first day of the school year."""
        return school_year_begins(school_year(self.on))

    @property
    def year(self) -> tuple[datetime, datetime]:
        """The school year so far, until last night: what is done today is counted tomorrow.

        So nobody can learn from a number what an act of theirs, a minute ago, has set off.
        """
        return _midnight(self.year_began), _midnight(self.on)


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), PACIFIC).astimezone(UTC)


@dataclass(frozen=True)
class Part:
    """One line of what makes a number up. `rule`: the law's, by which it is one; `number` None: it is named, once."""

    says: str
    number: int | None = None
    rule: str = ""


@dataclass(frozen=True)
class Folded:
    """How a paper says what was somebody's, so that its words are the same for every small number: `says` after "fewer
    than so many"; `why` of attention, without a number. Empty: as the evidence itself has it."""

    says: str
    why: str = ""


@dataclass(frozen=True)
class Evidence:
    """One number and how it stands. `of`: out of how many; `says`: the words after the number.

    `why`, `whose`, `since`: of attention, why, who sees to it and from which day on, where that is known; of a person's
    duty, who, and when they did it last. `route`: the page that lists what makes it up; empty: its own page does.
    `guarded`: in a small district it could point to somebody. Only who is designated for the whole district is told; no
    night of it is kept, and no paper bears it. `folded`: what was counted was somebody's; a paper folds small numbers,
    and tells a day by its month.
    """

    says: str
    state: State
    number: int | None = None
    of: int | None = None
    why: str = ""
    whose: str = ""
    since: date | None = None
    route: str = ""
    parts: tuple[Part, ...] = ()
    guarded: bool = False
    folded: Folded | None = None


Count: TypeAlias = Callable[[Asked], Evidence]


def said(number: int, one: str, many: str) -> str:
    """The words after a number: of one thing, or of any other number of them."""
    return one if number == 1 else many


def stands(wrong: object) -> State:
    """Attention where something is wrong, else it runs."""
    return State.ATTENTION if wrong else State.RUNNING
