"""What is named a Social Security number, and has another number's label at it, is doubted and never let be."""

from __future__ import annotations

import pytest

from fileroom.screening import Category, Mode, TextKind, findings_in, screen_text
from fileroom.screening.gate import strictly, with_doubts

NAMED_TWICE = (
    "Lopez's social - acct 536910427",
    "Lopez social, acct 536910427",
    "Nguyen soc: account 412873309",
    "child social (acct) 536910427",
    "Social from the father, case no. 412873309",
    "Social for grandma, account 412873309",
    "SSN on file; student id 412873309",
    "Account 412873309 is his social.",
    "Ramos seguro, cuenta 412873309",
    "She never changed it, her SSN is her student ID 412873309",
    "Dad's social, acct five three six, nine one, zero four two seven",
    "Seguro de la mamá, expediente no. 412873309",
)


@pytest.mark.parametrize("text", NAMED_TWICE)
def test_another_numbers_label_frees_no_number_at_a_gate(text: str) -> None:
    assert Category.SSN in {it.category for it in strictly(text, TextKind.NOTE, title="")}
    assert Category.SSN in {it.category for it in findings_in(text)}


def test_the_last_digits_beside_an_extension_are_kept_for_a_person() -> None:
    found = strictly("Last 4 of the SSN: ext. 4417", TextKind.NOTE, title="")
    assert (Category.SSN_LAST4, Mode.VALUE) in {(it.category, it.mode) for it in found}


@pytest.mark.parametrize(
    "text",
    [
        "Mother's SSN: ________ Lunch account 412873309",
        "Write her Social Security number here: ________\nAccount: 412873309",
        "Escriba el Seguro Social de su hijo: ________ Cuenta 412873309",
    ],
)
def test_another_number_behind_a_request_answers_it_not(text: str) -> None:
    assert {(it.category, it.mode) for it in screen_text(text, TextKind.LETTER)} == {(Category.SSN, Mode.SOLICIT)}
    assert {it.mode for it in strictly(text, TextKind.LETTER, title="")} == {Mode.SOLICIT, Mode.VALUE}


@pytest.mark.parametrize(
    "text",
    ["Student ID 412873309, SSN not collected", "No SSN on file. Account 412873309", "Employee ID 412873309 (not SSN)"],
)
def test_where_no_such_number_is_taken_another_one_is_its_own(text: str) -> None:
    assert not strictly(text, TextKind.NOTE, title="")


def test_whose_number_it_is_makes_a_person_look_in_a_document_too() -> None:
    assert with_doubts("Lopez's social - acct 536910427", TextKind.NOTE)
    assert not screen_text("Lopez's social - acct 536910427", TextKind.NOTE)


def test_a_familys_social_is_a_party_where_its_account_is_named() -> None:
    assert not screen_text("Spring's family social, acct 536910427, paid.", TextKind.NOTE)


@pytest.mark.parametrize(
    "text",
    [
        "Student ID: 536910427",
        "Ice cream social Friday. Invoice 536910427",
        "Pancake social, account 12-4410-330 pays the syrup",
    ],
)
def test_a_number_that_nobody_names_so_is_none(text: str) -> None:
    assert not strictly(text, TextKind.NOTE, title="")


def test_a_day_on_the_line_below_is_no_end_of_a_number() -> None:
    log = "2026-10-05 02:00 ssn_open id=77120944 pool=4\n2026-10-05 02:01 WARN"
    assert not [it for it in screen_text(log, TextKind.FORM_ANSWERS) if it.mode is Mode.VALUE]
    for written in ("5\n18-22-4471", "518-22-4\n471", "6 1945-67-89", "6\n1945-67-89", "5 2012-04-07"):
        (found,) = screen_text(f"SSN of Kim: {written}", TextKind.FORM_ANSWERS)
        assert (found.category, found.mode) == (Category.SSN, Mode.VALUE)
