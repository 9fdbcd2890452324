"""A text without the people in it: nobody who was planted is left, and what tells of nobody stays as it was."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.screening.deidentifying import Kind, Person, Reason, Roster, deidentify, found_again
from fileroom.screening.folding import fold
from tests.screening.deidentifying.planting import NOBODY, planted, roster

PEOPLE = roster(1)
ANA = Person(
    Kind.STUDENT, ("Ana", "María"), ("Torres Núñez",), "4412345678", date(2015, 3, 14), "4", "Alder Creek Elementary"
)
GRACE = Person(Kind.STUDENT, ("Grace",), ("Kim",))
WILL = Person(Kind.STUDENT, ("William",), ("Young",))
JOSE = Person(Kind.STUDENT, ("José",), ("O’Brien-Díaz",))
MING = Person(Kind.STUDENT, ("小明",), ("王",))
ROSA = Person(Kind.FAMILY, ("Rosa",), ("Torres",))
TUNDE = Person(Kind.STAFF, ("Tunde",), ("Abara",))
FEW = Roster([ANA, GRACE, WILL, JOSE, MING, ROSA, TUNDE], ["Alder Creek Elementary School"])


@settings(max_examples=200)
@given(st.integers(0, 10**6))
def test_no_planted_name_number_or_place_survives(seed: int) -> None:
    of = planted(PEOPLE, seed)
    left = fold(deidentify(of.text, PEOPLE).text).text
    survived = [it for it in of.secrets if re.search(rf"(?<!\w){re.escape(fold(it).text)}(?!\w)", left)]
    assert survived == []


@settings(max_examples=100)
@given(st.integers(0, 10**6))
def test_what_was_written_is_not_changed_again(seed: int) -> None:
    once = deidentify(planted(PEOPLE, seed).text, PEOPLE).text
    assert deidentify(once, PEOPLE).text == once
    assert Reason.NAMED not in found_again(once, PEOPLE, least=1)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(NOBODY), max_size=12))
def test_a_text_that_tells_of_nobody_stays_as_it_was(parts: list[str]) -> None:
    text = "\n".join(parts)
    assert deidentify(text, PEOPLE).text == text


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    deidentify(text, FEW)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ana Torres Núñez read aloud.", "Person A read aloud."),
        ("ANA TORRES-NUNEZ read aloud.", "Person A read aloud."),
        ("Torres, Ana: 8 of 10", "Person A: 8 of 10"),
        ("A. Torres and Ana T. read.", "Person A and Person B read."),
        ("Ana's page, Anas book", "Person A's page, Anas book"),
        ("Pepe O'Brien and Jose Obrien-Diaz read.", "Person A and Person B read."),
        ("Bill Young hit the ball. Will you come?", "Person A hit the ball. Will you come?"),
        ("Grace fell. Say grace in May.", "Person A fell. Say grace in May."),
        ("We saw Grace.", "We saw Person A."),
        ("W.Y. is away until 9 a.m.", "Person A is away until 9 a.m."),
        ("Mr. Abara and Mrs. Oyelaran met.", "Person A and Person B met."),
        ("王小明的母亲来了", "Person A的母亲来了"),
        ("Saved as anatorres_essay and torresana.docx", "Saved as Person A_essay and Person B.docx"),
        ("At Alder Creek, and at ALDER CREEK ELEMENTARY.", "At School A, and at School A."),
        ("Their SSN is 219-09-9999.", "Their SSN is [number]."),
        ("Born 3/14/2015; seen October 3.", "Born 2015; seen [date]."),
        ("Call (559) 555-0143 ext. 12.", "Call [telephone]."),
        ("Write to P.O. Box 118, Fresno, CA 93701", "Write to [address], Fresno, CA [address]"),
    ],
)
def test_each_way_in_which_somebody_is_told_of(text: str, left: str) -> None:
    assert deidentify(text, FEW).text == left


LOCAL = Roster(
    [Person(Kind.STUDENT, (), (), local_id=it) for it in ("104233", "S-20417", "4711", "2026")]
    + [Person(Kind.STAFF, (), (), local_id="90210")]
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Student 104233 hit another child at lunch.", "Student [number] hit another child at lunch."),
        ("See 104233_essay.docx, and s-20417.", "See [number]_essay.docx, and [number]."),
        ("90210 signed it.", "[number] signed it."),
        ("Local ID: 4711 read.", "Local ID: [number] read."),
        ("4711 pages in 2026, 104234 words.", "4711 pages in 2026, 104234 words."),
    ],
)
def test_a_number_by_which_the_districts_own_system_knows_somebody_goes(text: str, left: str) -> None:
    assert deidentify(text, LOCAL).text == left
    assert found_again(left, LOCAL, least=1) == ()


def test_a_label_is_one_persons_in_the_whole_text_and_of_nobody_else() -> None:
    made = deidentify("Grace is here. Grace Kim and Ana Torres Núñez met. Ana told Grace of it.", FEW)
    assert made.text == "Person A is here. Person A and Person B met. Person B told Person A of it."


def test_a_label_tells_of_no_two_names_that_they_are_one_persons_and_of_nobody_what_they_are() -> None:
    """As a roster has it of whoever goes by another name than the legal one: an entry each (people.rosters)."""
    dana = Person(Kind.STUDENT, ("David", "Lee"), ("Moss",)), Person(Kind.PERSON, ("Dana",), ("Moss",))
    of = Roster([*dana, Person(Kind.FAMILY, ("Rosa",), ("Vale",)), TUNDE])
    text = "David Moss, Dana Moss, Lee Moss met Rosa Vale and Tunde Abara. Dana and D. Moss left."
    made = deidentify(text, of)
    assert made.text == "Person A, Person B, Person C met Person D and Person E. Person B and Person F left."
    assert (made.names, made.found) == (6, {Kind.PERSON: 7})


def test_days_stay_where_nobody_is_told_of() -> None:
    assert deidentify("The fair is on October 3, 2026.", FEW).text == "The fair is on October 3, 2026."


def test_words_with_a_capital_letter_that_no_list_knows_are_for_a_person_to_look_at() -> None:
    assert deidentify("We walked with Zephyrine to the Monday club.", FEW).perhaps == ("Zephyrine",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A fourth-grader read aloud.", Reason.FEW),
        ("The only student in a wheelchair read.", Reason.RARE),
        ("Her parents are undocumented and afraid.", Reason.STATUS),
        ("Ana Torres Núñez read.", Reason.NAMED),
    ],
)
def test_a_text_in_which_somebody_could_be_found_says_why(text: str, reason: Reason) -> None:
    text = text.replace("fourth-grader", "fourth grade reader")
    assert reason in found_again(text, FEW, least=11)
    assert found_again("They read aloud.", FEW, least=11) == ()


def test_a_grade_that_many_are_in_finds_nobody() -> None:
    many = Roster([Person(Kind.STUDENT, ("Zed",), ("Zee",), grade="04", school="A")] * 11)
    assert found_again("A boy in grade 4 read.", many, least=11) == ()
    assert found_again("A boy in grade 4 read.", many, least=12) == (Reason.FEW,)
