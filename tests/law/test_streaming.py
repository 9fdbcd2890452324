"""Lines in, lines out: the same order, an error for a line that cannot be read, memory flat."""

import gc
import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from fileroom.law import Question, decide, default_calendar
from fileroom.law.examples import bases
from fileroom.law.streaming import answers, in_json
from tests.law.worlds import OPEN_EVERY_WEEKDAY, questions


def told(*lines: bytes | str) -> list[dict[str, Any]]:
    return [json.loads(text) for text, _ in answers(lines, OPEN_EVERY_WEEKDAY)]


@settings(max_examples=300, deadline=None)
@given(questions())
def test_the_line_written_is_the_decision_in_json(asked: dict[str, Any]) -> None:
    decision = decide(Question.from_json(asked), default_calendar())
    assert json.loads(in_json("a", decision)) == {"id": "a", **decision.to_json()}


def test_answers_keep_the_order_and_the_callers_mark() -> None:
    lines = [json.dumps({**base, "id": n}) for n, base in enumerate(bases().values())]
    assert [answer["id"] for answer in told(*lines)] == list(range(len(lines)))
    assert told(json.dumps(bases()["parent"]))[0]["id"] is None


def test_a_silent_and_a_sealed_answer_say_so() -> None:
    restrained = {**bases()["parent"], "orders": ["records_order_6323_5"]}
    paper = {**bases()["court"]["papers"][0], "nondisclosure_order": True}
    assert told(json.dumps(restrained))[0]["silent"] is True
    assert told(json.dumps({**bases()["court"], "papers": [paper]}))[0]["sealed"] is True


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe{", "not JSON"),
        (b"[]", "a question is an object"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": "x", "on": "2026-10-19"}', "action: is needed"),
        (b'{"id": {"a": 1}, "on": "2026-10-19"}', "id: a string or a number"),
        (b'{"on": "2026-10-19", "action": "inspect", "student": {"age": NaN}}', "student.age"),
    ],
)
def test_a_line_that_cannot_be_read_becomes_an_error_and_the_rest_go_on(line: bytes, says: str) -> None:
    good = json.dumps(bases()["parent"]).encode()
    first, second, third = answers([good, line, good], OPEN_EVERY_WEEKDAY)
    assert first == third
    assert first[1] is True
    assert second[1] is False
    error = json.loads(second[0])
    assert says in error["error"]
    assert error["line"] == 2


def test_an_error_hands_back_the_callers_mark() -> None:
    assert told('{"id": "q7", "on": "2026-10-19", "action": "peek"}')[0]["id"] == "q7"


def test_empty_lines_are_passed_over() -> None:
    assert told("", "  ", "\n") == []


def test_memory_stays_flat_over_many_lines() -> None:
    line = json.dumps({**bases()["parent"], "requester": {"kind": "parent", "identity": "claimed"}})

    def run(count: int) -> int:
        def lines() -> Iterator[str]:
            for _ in range(count):
                yield line

        for _ in answers(lines(), OPEN_EVERY_WEEKDAY):
            pass
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        few = run(200)
        assert run(2000) < few + 50_000
    finally:
        tracemalloc.stop()
