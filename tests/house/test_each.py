"""A table of cases that is one test: every case is asked, and each that fails is named with what it said."""

from __future__ import annotations

import inspect

import pytest

from tests.each import each


def test_every_case_is_asked_and_each_that_fails_is_named() -> None:
    asked = []

    @each("even", [2, 4, 5, 6, 7])
    @each(("left", "right"), [(1, 1), (1, 3)], ids=str)
    def test(even: int, left: int, right: int, more: str) -> None:
        asked.append((even, left, right))
        assert even % 2 == 0
        assert left == right, more

    assert list(inspect.signature(test).parameters) == ["more"]
    with pytest.raises(AssertionError) as failed:
        test(more="differ")
    assert len(asked) == 10
    told = str(failed.value)
    assert told.startswith("5 of 5 cases:\n[2] AssertionError: 1 of 2 cases:\n[1-3] AssertionError: differ")
    assert told.count("2 of 2 cases:") == 2
    assert "[5] AssertionError: 2 of 2 cases:\n[1-1] AssertionError: assert (5 % 2) == 0" in told


def test_a_table_without_cases_is_none() -> None:
    with pytest.raises(ValueError, match="no case"):
        each("even", [])
