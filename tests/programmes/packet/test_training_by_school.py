"""Training by school on the Board's paper: no line is about a few, and no line that is missing can be worked out."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from fileroom.programmes.packet.sites import LEAST, At, by_school, of_all
from tests import factories as make

NAMES = ("Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir")


def lines_of(sites: list[At]) -> list[str]:
    return [*by_school(sites, At("", 0, sum(it.of for it in sites)))]


def test_a_small_school_is_told_with_the_next_and_is_not_what_is_left_of_the_district() -> None:
    lines = lines_of([At("Ash", 60, 70), At("Birch", 38, 50), At("Cedar", 1, 3)])
    assert lines == ["Ash: 60 of 70", "Birch and Cedar, together: 39 of 53"]


def test_small_schools_are_told_together_where_they_are_not_few() -> None:
    lines = lines_of([At("Ash", 60, 70), At("Birch", 7, 9), At("Cedar", 1, 3), At("Dogwood", 0, 0)])
    assert lines == [
        "Ash: 60 of 70",
        "Dogwood: nobody owes one who works there alone",
        "Birch and Cedar, together: 8 of 12",
    ]


def test_a_school_of_one_says_the_same_whether_that_one_has_it_or_not() -> None:
    assert lines_of([At("Cedar", 0, 1)]) == lines_of([At("Cedar", 1, 1)]) == []
    assert of_all(At("", 0, 1)) == of_all(At("", 9, 10)) == "fewer than 11 owe one"


def test_where_all_are_large_each_has_its_line() -> None:
    assert lines_of([At("Birch", 11, 11), At("Ash", 0, 40)]) == ["Birch: 11 of 11", "Ash: 0 of 40"]


def test_whoever_works_at_two_schools_is_not_what_all_schools_are_more_than_the_district(town: make.Town) -> None:
    """A nurse of two schools who counted at both would be the one by whom their sum is more, with her training."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.packet.composing import training_lines

    ash, birch = make.school("Ash"), make.school("Birch")
    for at in (ash, birch):
        for number in range(12):
            make.assignment(make.employee(f"T{number}", at.name), "teacher", at)
    nurse = make.employee("Noor", "Nurse")
    for at in (ash, birch):
        make.assignment(nurse, "nurse", at)
    with district_transaction():
        said, lines = training_lines(make.TODAY)
    assert "0 of 28" in said
    told = [tuple(map(int, re.findall(r"\d+", it))) for it in lines]
    assert any("Several sites, together: " in it for it in lines), lines
    assert sum(of for _, of in told) == 28 and all(of >= LEAST for _, of in told), lines


@st.composite
def districts(draw: st.DrawFn) -> list[At]:
    sizes = draw(st.lists(st.integers(0, 60), min_size=1, max_size=len(NAMES)))
    return [At(name, draw(st.integers(0, of)), of) for name, of in zip(NAMES, sizes, strict=False)]


@given(districts())
def test_no_line_and_nothing_that_is_left_of_the_district_is_about_a_few_or_one_school(sites: list[At]) -> None:
    lines = [it for it in lines_of(sites) if "nobody" not in it]
    told = [tuple(map(int, re.findall(r"\d+", it))) for it in lines]
    assert all(of >= LEAST for _, of in told)
    owing = [it for it in sites if it.of]
    unsaid = [it for it in owing if not any(it.name in line for line in lines)]
    left = sum(it.of for it in owing) - sum(of for _, of in told)
    assert left == sum(it.of for it in unsaid)
    # Nothing is left, or the whole district is too few for a line; and then it has no number either.
    assert not unsaid or (len(unsaid) == len(owing) and (left < LEAST or len(owing) == 1))
