"""The answer: an outcome with its grounds, what is missing, what follows, by when, and within what limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    MUST = "must"
    MAY = "may"
    NO = "no"
    NEEDS_MORE = "needs_more"


@dataclass(frozen=True)
class Because:
    """A rule that decided. `silent`: its sentence is not for the requester, nor for a page they might see."""

    rule: str
    effect: str
    citation: str
    says: str
    silent: bool = False

    def to_json(self) -> dict[str, str]:
        return {"rule": self.rule, "effect": self.effect, "citation": self.citation, "says": self.says}


@dataclass(frozen=True)
class Duty:
    """What follows; the code is stable (contracts.md §1).

    `before`: it comes before anything goes out. `wait`: the figure that counts from the day it is done.
    """

    code: str
    citation: str
    says: str
    before: bool = False
    wait: str = ""

    def to_json(self) -> dict[str, str]:
        """As an answer line has it: when it is done is for those who act, who have the decision itself."""
        return {"code": self.code, "citation": self.citation, "says": self.says}


@dataclass(frozen=True)
class Missing:
    """A fact that decides and is not known, or can be mended; `ask` is the sentence to say to the requester."""

    fact: str
    ask: str
    citation: str


@dataclass(frozen=True)
class Deadline:
    on: date
    within: str
    citation: str


@dataclass(frozen=True)
class Decision:
    """`silent`: the requester must be shown only what a stranger would be shown. `sealed`: the log entry goes to the
    student's sealed head. `apart`: it is noted apart from every student's file. `first`: of the duties, those owed before
    anything goes out, which no fact shows as done."""

    outcome: Outcome
    says: str
    because: tuple[Because, ...]
    missing: tuple[Missing, ...] = ()
    duties: tuple[Duty, ...] = ()
    deadline: Deadline | None = None
    limits: tuple[str, ...] = ()
    silent: bool = False
    sealed: bool = False
    calendar: str = "district"
    first: tuple[Duty, ...] = ()
    apart: bool = False

    @property
    def granted(self) -> bool:
        return self.outcome is Outcome.MUST or self.outcome is Outcome.MAY

    @property
    def hushed(self) -> bool:
        """Is one of the rules that decided silent? Then the ground itself would tell, and not only its neighbours."""
        return any(it.silent for it in self.because)

    def to_json(self) -> dict[str, Any]:
        """The answer line of `decide` (contracts.md §1), without the caller's id."""
        made: dict[str, Any] = {
            "outcome": self.outcome.value,
            "says": self.says,
            "because": [it.to_json() for it in self.because],
            "missing": [{"fact": it.fact, "ask": it.ask, "citation": it.citation} for it in self.missing],
            "duties": [it.to_json() for it in self.duties],
            "deadline": _deadline(self.deadline),
            "limits": list(self.limits),
        }
        if self.silent:
            made["silent"] = True
        if self.sealed:
            made["sealed"] = True
        if self.calendar == "default":
            made["calendar"] = "default"
        return made


def _deadline(deadline: Deadline | None) -> dict[str, str] | None:
    if deadline is None:
        return None
    return {"on": deadline.on.isoformat(), "within": deadline.within, "citation": deadline.citation}
