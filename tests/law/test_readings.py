"""Choices of reading: each is a fact of the district with just these values, and the safe one holds by itself."""

from datetime import date

import pytest

from fileroom.law import Question
from fileroom.law.facts import Action, District, InterimReading
from fileroom.law.readings import READINGS, read_as
from fileroom.law.vocabulary import district

ASKED = Question(on=date(2026, 10, 19), action=Action.DESTROY)


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.code)
def test_a_reading_has_a_sentence_for_each_value_of_its_fact_and_a_safe_one(reading: object) -> None:
    code, options = reading.code, reading.options  # type: ignore[attr-defined]
    assert sorted(options) == sorted(str(value) for value in getattr(district, code).values)
    assert all(says.endswith(".") for says in options.values())
    assert getattr(District(), code) == reading.safe  # type: ignore[attr-defined]
    assert reading.question.endswith("?")  # type: ignore[attr-defined]
    assert reading.citation.text and reading.citation.against  # type: ignore[attr-defined]


def test_a_question_is_read_as_the_district_chose_and_in_nothing_else_changed() -> None:
    read = read_as(ASKED, {"interim_reading": "C"})
    assert read.district == District(interim_reading=InterimReading.C)
    assert (read.on, read.action, read.requester) == (ASKED.on, ASKED.action, ASKED.requester)
    assert read_as(ASKED, {}) is ASKED


def test_a_reading_that_is_not_one_is_an_error() -> None:
    with pytest.raises(ValueError, match="interim_reading has no reading 'D'"):
        READINGS["interim_reading"].value("D")
    assert READINGS["interim_reading"].canonical()["safe"] == "A"
