"""The open corpus decided: apart from the sieve, by where each thing is said to stand; and with it, end to end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fileroom.collection.answers import answer_line
from fileroom.collection.rulings import Scope, decided, rulings
from fileroom.law.exceptions import exception_named

OPEN = Path(__file__).parents[1] / "screening" / "corpus" / "open"
ON = date(2026, 11, 27)
ASKED = ("id", "text", "kind", "declared")


@dataclass(frozen=True)
class Found:
    category: str
    mode: str
    start: int
    end: int
    doubted: bool = False


def texts() -> list[dict[str, Any]]:
    lines = [line for path in sorted(OPEN.glob("texts_*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.strip()]


def place(text: str, expected: dict[str, Any]) -> Found:
    at = -1
    for _ in range(expected.get("nth", 1)):
        at = text.index(expected["quote"], at + 1)
    return Found(expected["category"], expected["mode"], at, at + len(expected["quote"]))


def decision(row: dict[str, Any]) -> str:
    """What the law says of the things that are said to stand in this text."""
    declared = exception_named(row["declared"]["exception"]) if row["declared"] else None
    found = [place(row["text"], each) for each in row["expect"]]
    return decided(rulings(found, row["text"], Scope(ON, declared))).value


def test_each_text_is_decided_rightly_where_what_stands_in_it_is_known() -> None:
    rows = texts()
    assert len(rows) > 400
    assert [row["id"] for row in rows if decision(row) != row["decision"]] == []


def test_of_the_texts_with_a_declared_exception_hardly_one_is_decided_wrongly_end_to_end() -> None:
    rows = [row for row in texts() if row["declared"]]
    asked = [json.dumps({key: row[key] for key in ASKED}).encode() for row in rows]
    answers = [answer_line(number, line, Scope(ON)).line["decision"] for number, line in enumerate(asked, 1)]
    wrong = [row["id"] for row, given in zip(rows, answers, strict=True) if given != row["decision"]]
    assert len(rows) >= 40
    assert len(wrong) <= len(rows) // 25, wrong
