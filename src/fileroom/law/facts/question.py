"""One question: may this person do this with this record of this student, on this day?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from fileroom.law.facts import things
from fileroom.law.facts import words as w
from fileroom.law.facts.groups import District, Other, Record, Requester, Student, fact
from fileroom.law.facts.incidents import Incident
from fileroom.law.facts.notices import Notice, Training
from fileroom.law.facts.papers import CLAUSES, QUALITIES, Paper
from fileroom.law.facts.reading import GroupReader, Unreadable, named, nearest, plain, value_of


@dataclass(frozen=True)
class Question:
    """`papers`, `orders`, `choices`: None is not known; a tuple, even empty, is complete."""

    on: date = field(metadata={"says": "the day of the decision"})
    action: w.Action = field(metadata={"says": "what is proposed"})
    purpose: w.Purpose | None = fact("what for")
    received_on: date | None = fact("the day the request came, or an incident was discovered; starts the clock")
    requester: Requester = fact("who asks", Requester())
    student: Student = fact("whose record", Student())
    record: Record = fact("which record", Record())
    papers: tuple[Paper, ...] | None = fact("what was shown")
    orders: tuple[things.Order, ...] | None = fact("orders on the student's file")
    choices: tuple[things.Choice, ...] | None = fact("opt-outs and opt-ins on the student's file")
    district: District = fact("what the district has done", District())
    other: Other = fact("facts of the case", Other())
    incident: Incident = fact("what happened to the district's data", Incident())
    notice: Notice = fact("the notice that is sent or posted", Notice())
    training: Training = fact("the training", Training())
    id: str | int | None = fact("the caller's own mark, handed back")

    @staticmethod
    def from_json(given: dict[str, Any]) -> Question:
        """The question in this JSON object (contracts.md §1). Unreadable names the path and the nearest allowed."""
        question = cast("Question", _READ(given))
        for name in ("on", "action"):
            if name not in question.__dict__:
                raise Unreadable(name, "is needed")
        return question

    def to_json(self) -> dict[str, Any]:
        """The JSON object `from_json` would read as this question; what says nothing is left out."""
        made: dict[str, Any] = plain(self)
        for name in ("papers", "orders", "choices"):
            if getattr(self, name) is not None:
                made[name] = plain(getattr(self, name))
        return made


class _PaperReader(GroupReader):
    def __call__(self, given: Any) -> Any:
        if type(given) is not dict or "kind" not in given:
            raise ValueError('a paper is an object with a "kind"')
        try:
            kind = value_of(self.readers["kind"][1], given["kind"])
        except ValueError as error:
            raise Unreadable("kind", str(error)) from None
        allowed = QUALITIES[kind]
        for key in given:
            if key not in allowed:
                raise Unreadable(named(key), f"no such quality of a {kind}; {nearest(key, sorted(allowed))}")
        return super().__call__(given)


def _clauses(raw: Any) -> tuple[int, ...]:
    if type(raw) is not list or not all(type(item) is int and item in CLAUSES for item in raw):
        raise ValueError(f"a list of numbers from {CLAUSES[0]} to {CLAUSES[-1]} is needed")
    return tuple(raw)


def _paper_reader() -> _PaperReader:
    reader = _PaperReader(Paper)
    reader.readers["clauses"] = ("clauses", _clauses)
    return reader


_READ_PAPER = _paper_reader()


def _papers(raw: Any) -> tuple[Paper, ...]:
    if type(raw) is not list:
        raise ValueError("a list is needed")
    return tuple([_READ_PAPER(item) for item in raw])


def mark(raw: Any) -> str | int:
    if type(raw) is str or type(raw) is int:
        return raw
    raise ValueError("a string or a number is needed")


def _question_reader() -> GroupReader:
    reader = GroupReader(Question)
    reader.readers["papers"] = ("papers", _papers)
    reader.readers["id"] = ("id", mark)
    return reader


_READ = _question_reader()
