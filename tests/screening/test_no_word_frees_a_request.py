"""A plain request or a plain value, and beside it the cheap words of some frame: it is found all the same."""

from __future__ import annotations

import pytest

from fileroom.collection.authorities import is_its_own
from fileroom.law.exceptions import EXCEPTIONS
from fileroom.screening import TextKind, screen_text

FIELDS = [
    "Are you a legal permanent resident in California?", "Is the parent a lawful permanent resident of California?",
    "Are you a legal resident in order to attend this school?", "Legal resident of this school zone or undocumented?",
    "Citizenship and government ID: ____", "Citizenship and government-issued ID number",
    "Citizenship / law enforcement: ____", "Passport (required; affidavit of birth certificate or baptism refused)",
    "Proof of residency in this country (not a utility bill)", "Visa ending: ____", "Visa ending on",
    "Hispanic? Yes/No. Religion: ____", "Is your child Hispanic? Yes / No   What is your religion?",
    "Social security / child support case: ____", "Social security / pension number: ____",
]  # fmt: skip
NOTES = [
    "When you get a new family, e-mail me the parents' immigration status and tell them it is not shared.",
    "Please bring your child's passport; the birth certificate or baptism record is not enough.",
    "Bring the child's passport, not the birth certificate or baptism record.",
    "For the nurse. Her visa expired last May.", "Bring $40 or your visa.",
    "Please bring your green card clipped to the enrollment form.",
    "Please list the locker numbers of students by religion.",
    "219-09-8877 (one digit missing?) for Maria Lopez",
]  # fmt: skip


@pytest.mark.parametrize("text", FIELDS)
def test_a_field_asks_whatever_stands_beside_it(text: str) -> None:
    assert screen_text(text, TextKind.FORM_FIELD)


@pytest.mark.parametrize("text", NOTES)
def test_a_sentence_asks_or_tells_whatever_stands_beside_it(text: str) -> None:
    assert screen_text(text, TextKind.NOTE)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("fafsa", "Government Code 1090"), ("staff_payroll", "Family Code 3402"),
        ("livescan", "Health & Safety Code 11105"), ("nslp_last4", "Board Policy 1758"), ("sevis_f1", "INA 1372"),
        ("calpads_race", "page 75"),
    ],
)  # fmt: skip
def test_a_number_of_another_book_opens_no_exception(name: str, given: str) -> None:
    assert not is_its_own(given, EXCEPTIONS[name])


def test_a_section_without_its_book_is_taken_at_its_word() -> None:
    for given in ("1758", "§ 1758(d)(1)", "section 1758", "42 U.S.C. 1758(d)(1)"):
        assert is_its_own(given, EXCEPTIONS["nslp_last4"])
