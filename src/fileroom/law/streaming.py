"""One question a line in, one answer a line out, in the same order, holding one line at a time (contracts.md §1).

A line that cannot be read becomes a line with `"error"`, and the rest go on. What a rule always says in the same
words is turned to JSON once.
"""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Any

from fileroom.law.book import decide
from fileroom.law.days import Calendar, once_each
from fileroom.law.facts import Question, Unreadable
from fileroom.law.kernel.decision import Because, Decision, Duty

Line = bytes | str
_READ = json.JSONDecoder(object_pairs_hook=once_each).decode
_TO_JSON = json.JSONEncoder(separators=(",", ":")).encode
_told: dict[int, tuple[Any, str]] = {}
_said: dict[str | tuple[str, ...], str] = {}


def answers(lines: Iterable[Line], calendar: Calendar) -> Iterator[tuple[str, bool]]:
    """Each answer line, and whether its question could be read. Empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield answer(line, number, calendar)


def answer(line: Line, number: int, calendar: Calendar) -> tuple[str, bool]:
    """The answer to the question on this line, whose number in the input is `number`."""
    given: Any = None
    try:
        given = _READ(line if isinstance(line, str) else str(line.removeprefix(BOM_UTF8), "utf-8"))
        if type(given) is not dict:
            raise Unreadable("", "a question is an object")
        question = Question.from_json(given)
        decision = decide(question, calendar)
    except (ValueError, RecursionError, OverflowError) as error:
        mark = given.get("id") if type(given) is dict else None
        mark = mark if type(mark) in (str, int) else None
        says = str(error) if isinstance(error, (Unreadable, OverflowError)) else f"not JSON: {error}"
        return _TO_JSON({"id": mark, "line": number, "error": says}), False
    return in_json(question.id, decision), True


def in_json(mark: str | int | None, decision: Decision) -> str:
    """The decision as a line of JSON, after the caller's mark. The same text `to_json` would make."""
    ends = ""
    if decision.silent:
        ends += ',"silent":true'
    if decision.sealed:
        ends += ',"sealed":true'
    if decision.calendar == "default":
        ends += ',"calendar":"default"'
    return (
        f'{{"id":{_TO_JSON(mark)},"outcome":"{decision.outcome}","says":{_words(decision.says)}'
        f',"because":[{_listed(decision.because)}],"missing":[{_listed(decision.missing)}]'
        f',"duties":[{_listed(decision.duties)}],"deadline":{_deadline(decision)}'
        f',"limits":{_words(decision.limits)}{ends}}}'
    )


def _listed(parts: tuple[Any, ...]) -> str:
    return ",".join([_once(part) for part in parts])


def _once(part: Any) -> str:
    """A part the book says again and again, as JSON made once; rules, duties and asks are few and live on."""
    held = _told.get(id(part))
    if held is not None:
        return held[1]
    text = _TO_JSON(part.to_json() if isinstance(part, Because | Duty) else dict(vars(part)))
    _told[id(part)] = (part, text)
    return text


def _words(says: str | tuple[str, ...]) -> str:
    """A rule's sentence or a list of limits as JSON, made once."""
    text = _said.get(says)
    if text is None:
        text = _said[says] = _TO_JSON(says)
    return text


def _deadline(decision: Decision) -> str:
    if decision.deadline is None:
        return "null"
    return _TO_JSON({**vars(decision.deadline), "on": decision.deadline.on.isoformat()})
