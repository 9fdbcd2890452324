"""What is a finding and what is not, where the same words or digits stand in other company."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import Category, Mode, TextKind, screen_text
from fileroom.screening.numbers import is_itin, is_routing, is_ssn
from fileroom.screening.slips import is_name, within_one
from fileroom.screening.strips import check_digit, strips

NOTE, FIELD, LETTER, CSV = TextKind.NOTE, TextKind.FORM_FIELD, TextKind.LETTER, TextKind.CSV_ROW


def found(text: str, kind: TextKind = NOTE) -> set[tuple[Category, Mode]]:
    return {(it.category, it.mode) for it in screen_text(text, kind)}


@pytest.mark.parametrize("optional", ["", " (optional)", " (if any)", " - leave blank if none", " (opcional)"])
@pytest.mark.parametrize("asks", ["Social Security Number", "Número de Seguro Social", "parentSocSecNum", "社安号码"])
def test_what_is_optional_is_asked_for_all_the_same(asks: str, optional: str) -> None:
    assert (Category.SSN, Mode.SOLICIT) in found(asks + optional, FIELD)


@pytest.mark.parametrize(
    "text",
    [
        "We do not ask for Social Security numbers.", "Never write a Social Security number in an e-mail.",
        "La escuela no pide números de seguro social.", "学校不会索取社会安全号码。",
        "Nhà trường không hỏi số an sinh xã hội.", "Hindi hihingin ng paaralan ang SSN.",
    ],
)  # fmt: skip
def test_who_says_that_it_is_not_asked_for_asks_for_nothing(text: str) -> None:
    assert found(text, LETTER) == set()


@pytest.mark.parametrize("label", ["Receipt", "Invoice", "PO", "Recibo", "Case no.", "접수번호"])
def test_a_number_that_says_it_is_another_is_doubted_and_not_forgotten(label: str) -> None:
    text = f"{label} 318-44-7265"
    assert found(text) == set()
    (doubted,) = screen_text(text, NOTE, least=0.2)
    assert doubted.category is Category.SSN and any("another number" in why for why in doubted.why)


@pytest.mark.parametrize("other", ["Receipt", "Invoice no.", "PO", "Ticket", "Account"])
def test_no_other_word_in_the_line_hides_a_labelled_number(other: str) -> None:
    assert (Category.SSN, Mode.VALUE) in found(f"{other} 12, dad's SSN 318-44-7265, {other} 13")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("StudentID,Name\n318442761,Ana\n318442790,Bo", CSV), ("ZIP 95014-2083", NOTE), ("Call 530-555-0172.", NOTE),
        ("Mean 0.318447265", NOTE), ("SS 7 meets in Room 204.", NOTE), ("SSID 3184472659", NOTE),
        ("Citizenship: S", FIELD), ("She earned an O in citizenship.", NOTE), ("Take I-94 to exit 3.", NOTE),
        ("We take Visa and cash.", NOTE), ("A green card from the referee.", NOTE),
        ("Summer reading passport: 11 stamps.", NOTE),
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_let_be(text: str, kind: TextKind) -> None:
    assert found(text, kind) == set()


def test_a_column_is_what_its_head_says() -> None:
    row = "400218834,Ibarra,Nayeli"
    assert found(f"Student ID,Last,First\n{row}", CSV) == set()
    assert (Category.SSN, Mode.VALUE) in found(f"SSN,Last,First\n{row}", CSV)
    assert (Category.A_NUMBER, Mode.VALUE) in found(f"alien_no,Last,First\n{row}", CSV)


def test_a_quoted_cell_keeps_its_comma() -> None:
    finding = next(it for it in screen_text('name,ssn\n"Li, Wei",601223344', CSV) if it.mode is Mode.VALUE)
    assert (finding.start, finding.end) == (19, 28)


@pytest.mark.parametrize(
    ("told", "book"),
    [
        ("Her father was deported in May.", "In the novel, chapter 4, the narrator's father was deported in 1954."),
        ("The mother is undocumented.", "My essay on the book: its author asks why the mother is undocumented."),
    ],
)
def test_what_is_told_of_a_family_is_found_and_what_a_book_tells_is_not(told: str, book: str) -> None:
    assert (Category.IMMIGRATION_STATUS, Mode.VALUE) in found(told)
    assert found(book, LETTER) == set()


def test_a_list_of_people_by_what_they_are_is_found_and_a_count_is_not() -> None:
    assert (Category.PROTECTED_LIST, Mode.VALUE) in found("Roster of Muslim students with addresses")
    assert found("Census: Asian students 14.8 percent, totals only") == set()


@given(st.integers(0, 999), st.integers(0, 99), st.integers(0, 9999))
def test_nine_digits_are_one_kind_of_number_at_most(area: int, group: int, serial: int) -> None:
    digits = f"{area:03}{group:02}{serial:04}"
    assert not (is_ssn(digits) and is_itin(digits))
    assert is_ssn(digits) == (area not in (0, 666) and area < 900 and group != 0 and serial != 0)


def test_a_routing_number_is_told_by_its_checksum() -> None:
    assert is_routing("121042882") and not is_routing("121042883") and not is_routing("000000000")


def test_a_strip_is_told_by_its_check_digits() -> None:
    number = "l898902c3"
    row = f"{number}{check_digit(number)}uto7408122f1204159ze184226b<<<<<1"
    text = "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\n" + row
    ((start, end, holds),) = strips(text)
    assert (start, holds) == (0, True) and end <= len(text)


@pytest.mark.parametrize("word", ["socail", "soial", "sosial", "social", "ssocial"])
def test_one_slip_is_forgiven(word: str) -> None:
    assert within_one(word, "social")


@pytest.mark.parametrize("words", list(product(["school", "special", "studies"], ["security", "second"])))
def test_other_words_are_no_slip(words: tuple[str, str]) -> None:
    assert not is_name(" ".join(words))


@given(st.text(max_size=120), st.sampled_from(list(TextKind)))
def test_any_text_of_any_kind_is_screened_and_no_reason_repeats_it(text: str, kind: TextKind) -> None:
    for finding in screen_text(text + " SSN 318-44-7265", kind):
        assert 0 <= finding.start < finding.end <= len(text) + 16
        assert not any("318" in why or "7265" in why for why in finding.why)
