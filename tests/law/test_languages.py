"""In which languages a school writes home."""

from __future__ import annotations

import pytest

from fileroom.law.languages import languages_of


@pytest.mark.parametrize(("speak", "students", "over"), [(14, 100, False), (15, 100, True), (149, 1000, False),
                                                         (150, 1000, True), (1, 6, True), (1, 7, False)])  # fmt: skip
def test_fifteen_percent_and_not_a_student_less(speak: int, students: int, over: bool) -> None:
    assert (languages_of({"es": speak}, students) == ("es",)) is over


def test_one_school_may_have_several_and_each_counts_by_itself() -> None:
    assert languages_of({"vi": 20, "es": 45, "hmn": 14}, 100) == ("es", "vi")
    assert languages_of({"vi": 10, "es": 10}, 100) == ()


def test_a_small_school_writes_in_a_language_that_is_rare_in_the_district() -> None:
    small, large = {"mix": 12}, {"mix": 3}
    assert languages_of(small, 60) == ("mix",)
    assert languages_of(large, 900) == ()
    assert languages_of({"mix": 15}, 960) == ()


def test_a_school_without_students_has_none() -> None:
    assert languages_of({"es": 0}, 0) == ()
