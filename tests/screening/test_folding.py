"""Folding a text keeps the way back: whatever a letter becomes, its place is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening.folding import fold, squeezed

DIGITS = st.text("0123456789", min_size=9, max_size=9)
SCRIPTS = (0x30, 0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE, 0x1D7D8, 0x1D7F6)
MARKS = ("\u200b", "\u00ad", "\u2060", "\ufeff", "\u200d", "\u0301")


@given(st.text(max_size=200))
def test_every_letter_of_a_folded_text_has_its_place_in_the_text(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
    if folded.text:
        assert fold(folded.text).text == folded.text or not folded.text.isascii()


@given(st.text(max_size=200))
def test_places_go_forward(text: str) -> None:
    places = fold(text).places
    assert places is None or list(places) == sorted(places)


@given(DIGITS, st.sampled_from(SCRIPTS))
def test_digits_of_every_script_are_read(digits: str, zero: int) -> None:
    assert fold("".join(chr(zero + int(it)) for it in digits)).text == digits


@given(st.lists(st.tuples(st.sampled_from("0123456789"), st.sampled_from(("", *MARKS))), min_size=1, max_size=12))
def test_what_has_no_width_is_taken_away_and_its_place_kept(written: list[tuple[str, str]]) -> None:
    text = "".join(digit + mark for digit, mark in written)
    folded = fold(text)
    assert folded.text == "".join(digit for digit, _ in written)
    assert folded.span(0, len(folded.text))[0] == 0


@pytest.mark.parametrize("dash", "-‐‑‒–—−﹘﹣－")
def test_every_dash_is_a_dash(dash: str) -> None:
    assert fold(f"318{dash}44").text == "318-44"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Número", "numero"),
        ("Certiﬁcate oﬃce ﬆ", "certificate office st"),
        ("Số An Sinh Xã Hội", "so an sinh xa hoi"),
        ("ＳＳＮ", "ssn"),
        ("Sоciаl", "social"),
    ],
)
def test_case_width_accents_and_look_alikes_are_one(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_the_letters_of_a_ligature_have_its_place() -> None:
    text = "eﬃcient\u0301 ﬁ"
    folded = fold(text)
    at = folded.text.index("ficient")
    start, end = folded.span(at, at + 7)
    assert text[start:end] == "ﬃcient" and folded.span(len(folded.text) - 1, len(folded.text)) == (9, 10)


def test_letters_in_boxes_are_joined_and_find_their_way_back() -> None:
    text = "|S|S|N| |5|4|7| x"
    joined = squeezed(fold(text))
    at = joined.text.index("547")
    start, end = joined.span(at, at + 3)
    assert text[start:end] == "5|4|7"
