"""Copies of one form have one template, whatever is filled in; another form has another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import templates
from fileroom.screening.templates import NOTHING, template_of

FORM = "Enrollment packet\nStudent name: {name}   Date of birth: {day}\nSocial Security number: {number}\nMother\n"
BELOW = "Emergency card\nChild's name:\n{name}\nTelephone ____________\nSigned ........ {day}\n"
# What a person writes into a field: no line of its own, no colon, no tab.
FILLED = st.text(st.characters(categories=("Ll", "Lu", "Nd", "Zs"), max_codepoint=0x24F), max_size=30).map(
    lambda it: " ".join(it.split())
)


ANSWERED = FILLED.filter(bool)


@given(st.tuples(FILLED, FILLED, ANSWERED), st.tuples(FILLED, FILLED, ANSWERED))
def test_what_is_filled_in_makes_no_other_template(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    names = ("name", "day", "number")
    filled = [FORM.format(**dict(zip(names, these, strict=True))) for these in (one, other)]
    assert template_of([filled[0]]) == template_of([filled[1]]) != NOTHING


@given(ANSWERED, ANSWERED)
def test_an_answer_under_its_label_is_filled_in_too(one: str, other: str) -> None:
    said = [BELOW.format(name=it, day="") for it in (one, other)]
    assert template_of([said[0]]) == template_of([said[1]])


@given(st.lists(st.lists(st.integers(0, 10**9), min_size=3, max_size=3), min_size=1, max_size=8))
def test_a_table_is_known_by_its_header(rows: list[list[int]]) -> None:
    header = "Student,Grade,Number"
    text = "\n".join([header, *(",".join(map(str, row)) for row in rows)])
    assert template_of([text]) == template_of([f"{header}\nAna,4,1"]) != template_of(["Student,Grade,Room\nAna,4,1"])


@given(st.sampled_from(["Father", "Guardian", "Address"]))
def test_another_label_is_another_template(label: str) -> None:
    assert template_of([FORM]) != template_of([FORM.replace("Mother", label)])


@given(st.text())
def test_every_text_has_one_template_and_it_shows_nothing_of_the_text(text: str) -> None:
    told = template_of([text])
    assert told == template_of([text])
    assert told == NOTHING or (len(told) == 64 and set(told) <= set("0123456789abcdef"))


def test_two_papers_in_prose_are_decided_about_apart() -> None:
    assert template_of(["Ana reads well."]) != template_of(["Ben reads well."])


def test_pages_in_which_no_word_was_read_have_none() -> None:
    assert template_of([]) == template_of(["", " 12 34 "]) == NOTHING


def test_what_stands_behind_all_that_is_read_parts_two_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "MOST", 40)
    one, other = ("Name: Ana\n" * 6 + last for last in ("SSN: 1", "SSN: 2"))
    assert template_of([one]) == template_of([one]) != template_of([other])
    assert template_of(["Name: Ana\n" * 4, "Grade: 3"]) != template_of(["Name: Bo\n" * 4, "Grade: 3", "Teacher: K"])
    assert template_of(["Name: Ana"]) == template_of(["Name: Bo"])
