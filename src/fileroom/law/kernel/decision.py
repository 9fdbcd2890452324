"""The answer: an outcome with its grounds, what is missing, what follows, by when, and within what limits.

Its parts are the book's own, said in many answers; and an answer is often given again. So each is turned to JSON once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

_TO_JSON = json.JSONEncoder(separators=(",", ":")).encode


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
        """As an answer line has it."""
        return {"rule": self.rule, "effect": self.effect, "citation": self.citation, "says": self.says}

    @cached_property
    def text(self) -> str:
        """The same as JSON."""
        return _TO_JSON(self.to_json())


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

    @cached_property
    def text(self) -> str:
        """The same as JSON."""
        return _TO_JSON(self.to_json())


@dataclass(frozen=True)
class Missing:
    """A fact that decides and is not known, or can be mended; `ask` is the sentence to say to the requester."""

    fact: str
    ask: str
    citation: str

    def to_json(self) -> dict[str, str]:
        """As an answer line has it."""
        return {"fact": self.fact, "ask": self.ask, "citation": self.citation}

    @cached_property
    def text(self) -> str:
        """The same as JSON."""
        return _TO_JSON(self.to_json())


@dataclass(frozen=True)
class Deadline:
    on: date
    within: str
    citation: str

    def to_json(self) -> dict[str, str]:
        """As an answer line has it."""
        return {"on": self.on.isoformat(), "within": self.within, "citation": self.citation}


@dataclass(frozen=True)
class Decision:
    """`silent`: the requester must be shown only what a stranger would be shown. `sealed`: the log entry goes to the
    student's sealed head. `apart`: it is noted apart from every student's file. `first`: of the duties, those owed
    before anything goes out, which no fact shows as done. `limits_beyond_the_order`: within which that goes out which a
    court's order does not reach, and another ground opens."""

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
    limits_beyond_the_order: tuple[str, ...] = ()

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
            "missing": [it.to_json() for it in self.missing],
            "duties": [it.to_json() for it in self.duties],
            "deadline": self.deadline and self.deadline.to_json(),
            "limits": list(self.limits),
        }
        if self.limits_beyond_the_order:
            made["limits_beyond_the_order"] = list(self.limits_beyond_the_order)
        if self.silent:
            made["silent"] = True
        if self.sealed:
            made["sealed"] = True
        if self.calendar == "default":
            made["calendar"] = "default"
        return made

    @cached_property
    def text(self) -> str:
        """The same as JSON, without the braces around it: the caller's id goes before it."""
        ends = ""
        if self.limits_beyond_the_order:
            ends += f',"limits_beyond_the_order":{_words(self.limits_beyond_the_order)}'
        if self.silent:
            ends += ',"silent":true'
        if self.sealed:
            ends += ',"sealed":true'
        if self.calendar == "default":
            ends += ',"calendar":"default"'
        due = _TO_JSON(self.deadline.to_json()) if self.deadline else "null"
        return (
            f'"outcome":"{self.outcome}","says":{_words(self.says)}'
            f',"because":[{_listed(self.because)}],"missing":[{_listed(self.missing)}]'
            f',"duties":[{_listed(self.duties)}],"deadline":{due},"limits":{_words(self.limits)}{ends}'
        )


def _listed(parts: tuple[Because, ...] | tuple[Missing, ...] | tuple[Duty, ...]) -> str:
    return ",".join([part.text for part in parts])


@cache
def _words(says: str | tuple[str, ...]) -> str:
    """A rule's sentence or a list of limits as JSON."""
    return _TO_JSON(says)
