"""One question a line in, one answer a line out, in the same order, holding one line at a time (contracts.md §1).

A line that cannot be read becomes a line with `"error"`, and the rest go on.
"""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Any

from fileroom.law.book import decide
from fileroom.law.days import Calendar, once_each
from fileroom.law.facts import Question, Unreadable
from fileroom.law.kernel.decision import Decision

Line = bytes | str
_READ = json.JSONDecoder(object_pairs_hook=once_each).decode
_TO_JSON = json.JSONEncoder(separators=(",", ":")).encode


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
    said = repr(mark) if type(mark) is int else _TO_JSON(mark)
    return f'{{"id":{said},{decision.text}}}'
