"""The matcher: starts are looked up after the search, and nothing that a search for starts finds is lost by it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening.engine import LONGEST, PAD, Matcher, Start, damaged, surroundings, triggers
from fileroom.screening.folding import fold
from fileroom.screening.languages import languages_of
from fileroom.screening.lexicon import CONTEXT, entries
from fileroom.screening.widths import width
from tests.screening.scoring import OPEN, items

TEXTS = [it.text for it in items(sorted(OPEN.glob("*.jsonl")))]
FILLER = "The bus will stop at the corner of 9th and Juniper until the water main is mended. "


@cache
def told() -> Matcher:
    """A matcher of the same phrases that is told of every start."""
    return Matcher(it for it in entries() if it.group != CONTEXT and not it.damaged)


def test_the_starts_that_are_looked_up_are_those_that_a_search_for_them_tells() -> None:
    for start in range(0, len(TEXTS), 40):
        text = fold("\n".join(TEXTS[start : start + 30])).text
        assert triggers().find(text) == told().find(text)


@given(st.integers(0, 30), st.integers(0, 30), st.sampled_from(TEXTS))
def test_wherever_in_a_long_text_a_thing_stands_it_is_found(before: int, after: int, middle: str) -> None:
    alone = {(hit.tag, hit.end - hit.start) for hit in triggers().find(fold(f" {middle} ").text)}
    text = fold(FILLER * (before + 14) + f" {middle} " + FILLER * after).text
    assert {(hit.tag, hit.end - hit.start) for hit in triggers().find(text)} >= alone


def test_no_phrase_is_longer_than_a_search_for_its_start_reaches() -> None:
    for text in TEXTS:
        for matcher in (triggers(), damaged()):
            for hit in matcher.find(fold(text).text[:1024]):
                assert len(fold(text).text[hit.start : hit.end].encode()) < LONGEST // 2


def test_no_phrase_goes_on_without_end() -> None:
    assert [it.expression for it in entries() if re.search(r"(?<!\\)[\])][*+]", it.expression)] == []


@pytest.mark.parametrize("letters", [1, LONGEST, 20 * LONGEST])
def test_a_word_without_end_is_followed_to_its_start(letters: int) -> None:
    text = "x salvadore" + "n" * letters
    assert Start("salvadore[a-z]+").of(text.encode() + PAD, len(text)) == 2


@pytest.mark.parametrize(
    ("text", "end", "start"), [("my ssn", 6, 3), ("ssns", 3, 0), ("no name", 7, 6), ("a ss_no", 7, 2)]
)
def test_a_start_is_the_first_from_which_a_phrase_can_be_read(text: str, end: int, start: int) -> None:
    assert Start(r"ss[\s_]{0,3}no\b|ssns?|e").of(text.encode() + PAD, end) == start


@pytest.mark.parametrize(
    ("expression", "least", "most"),
    [
        ("ead\\b", 3, 3), ("a(bc|d)?e", 2, 4), ("[a-z\\]]{2,5}\\.", 3, 6), ("(?:社|x)y", 2, 4), ("a{2}b+", 3, 1000002),
        ("ab|c|", 0, 2),
    ],
)  # fmt: skip
def test_how_much_a_phrase_takes(expression: str, least: int, most: int) -> None:
    assert width(expression) == (least, most)


def test_what_is_nothing_by_itself_is_not_told_of_a_text_that_has_nothing_else() -> None:
    text = (FILLER * 20 + "invoice 618220471").lower()
    assert triggers().find(text, idle=False) == []
    assert {hit.tag for hit in triggers().find(text)} == {"ssn.nine"}
    assert {hit.tag for hit in triggers().find(text + " ssn", idle=False)} >= {"ssn.nine", "ssn.name"}


def test_a_short_english_word_is_not_read_into_another_language() -> None:
    assert languages_of("nguoi lon ky ten cua hoc sinh") == ("others", "vi")
    assert {hit.tag for hit in surroundings("").find("nguoi lon ky ten")} >= {"other_number"}
    assert "other_number" not in {hit.tag for hit in surroundings("others").find("nguoi lon ky ten")}
    assert languages_of("the number of the student")[0] == ""
