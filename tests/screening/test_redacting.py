"""What is taken out of a text is gone, and what is covered for a person who looks shows nothing of the value."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.screening.gate import strictly
from fileroom.screening.reading import TextKind
from fileroom.screening.redacting import COVERED, REMOVED, covered, covering, redacted

NUMBER = "318-44-7265"
TOLD = f"Reads well.\nSocial Security number: {NUMBER}\nAt grade level. Again {NUMBER}.\n"
AREAS = st.integers(1, 665)


def test_of_a_covered_text_it_is_known_where_each_word_stands_now() -> None:
    it = covering(TOLD)
    for words in ("Reads", "Social", "At grade", "Again"):
        assert it.text[it.at(TOLD.index(words)) :].startswith(words)
    assert it.text[it.at(TOLD.index(NUMBER) + 4) :].startswith(COVERED), (
        "it stands at its cover, wherever in it one asks"
    )


@settings(max_examples=30)
@given(AREAS, st.integers(1, 99), st.integers(1, 9999), st.sampled_from(["-", " ", ""]))
def test_a_number_that_is_taken_out_is_gone_and_the_rest_stands(area: int, group: int, serial: int, sign: str) -> None:
    number = f"{area:03}{sign}{group:02}{sign}{serial:04}"
    told = f"Reads well.\nSocial Security number: {number}\nAt grade level.\n"
    assert number not in covered(told)
    text = redacted(told)
    assert text is not None
    assert number not in text and REMOVED in text
    assert text.startswith("Reads well.\n") and text.endswith("At grade level.\n")
    assert strictly(text, TextKind.PROSE, title="") == ()


def test_a_text_with_nothing_in_it_comes_back_as_it_was() -> None:
    assert redacted("Reads well. 12 of 14.\n") == "Reads well. 12 of 14.\n"


@pytest.mark.parametrize(
    "again", ["318447265", "318-44-7265", "318/44/7265", "318_44_7265", "318 - 44 - 7265", "\uff13\uff11\uff18 44 7265"]
)
def test_the_same_number_elsewhere_goes_too_however_it_is_written(again: str) -> None:
    text = redacted(f"Social Security number: 318447265\nReceipt {again}, grade 4\n")
    assert text is not None
    assert not re.search(r"\d{2}", text) and again not in text and text.endswith(", grade 4\n")


def test_what_is_taken_out_is_just_what_is_covered() -> None:
    told = "Reads well.\nHer SSN is 318-44-7265.\nCase 20417733, on 2026-10-19, room 12\n"
    assert redacted(told) == covered(told).replace(COVERED, REMOVED)


def test_numbers_go_too_where_only_the_files_name_had_told_what_they_are() -> None:
    assert redacted("Ana 7265, grade 4\nBen 6613, grade 5\n") == "Ana [removed], grade 4\nBen [removed], grade 5\n"


@pytest.mark.parametrize(
    "text",
    [
        "Passport No. X1234567 issued by Honduras. Visa B2.\n",
        "Ana is undocumented. Her mother entered the United States on 4 May 2019 without inspection.\n",
        "I was born in Honduras and my immigration status is pending asylum (A 087 654 321).\n",
        "Social Security number:\nSigned:\n",
    ],
)
def test_where_more_than_numbers_was_found_or_something_asks_nothing_can_be_taken_out(text: str) -> None:
    assert redacted(text) is None


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "SSN: 318-44-7265. Call the mother.",
        "The number is 318447265 and the alien number A 203-456-789.",
        "Name: Ana; Soc. Sec. No.; XXX-XX-7265",
        "A-Number: A203456789",
    ],
)
def test_whoever_looks_sees_no_digit_of_a_value(text: str) -> None:
    shown = covered(text)
    assert COVERED in shown
    for piece in ("7265", "318", "203", "456", "44-"):
        assert piece not in shown


def test_what_only_asks_and_what_tells_which_paper_it_is_stays() -> None:
    shown = covered("Social Security number: ____\nSigned 2026-10-19, grade 4, room 12")
    assert shown == "Social Security number: ____\nSigned 2026-10-19, grade 4, room 12"


def test_a_word_on_immigration_status_is_covered_wherever_it_stands() -> None:
    shown = covered("Immigration status of the student: undocumented. Being undocumented since birth.")
    assert "undocumented" not in shown
