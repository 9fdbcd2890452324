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


def test_what_the_sentence_says_no_to_is_still_shown_where_doubts_are() -> None:
    text = "Do not write a Social Security number on this card."
    assert found(text) == set()
    assert ["the sentence says no" in it.why for it in screen_text(text, NOTE, least=0.0)] == [True]


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


@pytest.mark.parametrize("read", ["§36-90-4271", "$36-90-4271", "5З6-90-4271", "536-90-427§"])
def test_signs_that_a_scanner_reads_for_digits_are_digits_behind_a_label(read: str) -> None:
    assert {(it.category, it.mode) for it in screen_text(f"Student: Ana Ruiz\nSoc. Sec. No. {read}\nGrade 4")} >= {
        (Category.SSN, Mode.VALUE)
    }
    assert not [it for it in screen_text(f"Student: Ana Ruiz\nOrder no. {read}\nGrade 4") if it.mode is Mode.VALUE]


def test_a_sum_of_money_is_no_last_four_digits() -> None:
    found = screen_text("Last four digits of SSN: ____ Fee: $100\nPaid by the parent: $250", TextKind.PROSE)
    assert not [it for it in found if it.mode is Mode.VALUE]


def test_a_column_is_what_its_head_says() -> None:
    row = "400218834,Ibarra,Nayeli"
    assert found(f"Student ID,Last,First\n{row}", CSV) == set()
    assert (Category.SSN, Mode.VALUE) in found(f"SSN,Last,First\n{row}", CSV)
    assert (Category.A_NUMBER, Mode.VALUE) in found(f"alien_no,Last,First\n{row}", CSV)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Parking permits: 601-12-3001, 601-12-3002, 601-12-3003", NOTE),
        ("sku,qty\n318-44-7265,4\n402-11-9083,2", CSV),
        ("rider_id\tname\n604-11-8273\tHollis, Fern\n604-11-8280\tVang, Tou", CSV),
        ("Part 402-22-9083 or the like 402-22-9084, whichever is in stock.", NOTE),
        ("Tracking 88 042 03 5519 2846 arrived.", NOTE), ("Charter desk, 530-66-1207 ext 4", NOTE),
    ],
)  # fmt: skip
def test_numbers_of_things_are_let_be(text: str, kind: TextKind) -> None:
    assert found(text, kind) == set()
    assert all("318" not in why for it in screen_text(text, kind, least=0.1) for why in it.why)


@pytest.mark.parametrize(
    "text",
    [
        "Lopez_219-09-9999.txt", "219-09-9999_Lopez.txt", "219-09-9999_2024.pdf", "Lopez-219-09-9999.txt",
        "219-09-9999-I9.txt", "Lopez219-09-9999.pdf", "Maria Lopez 219-09-9999 x2", "row 7 219 09 9999 Maria Lopez",
        "SSN_219099999_Lopez.txt", "SSN or case no. 219099999",
    ],
)  # fmt: skip
def test_what_is_joined_to_a_number_hides_it_from_nobody(text: str) -> None:
    (found,) = screen_text(text, NOTE)
    assert found.category is Category.SSN and text[found.start : found.end].replace("-", "").replace(" ", "").isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "12-318-44-7265", "318-44-7265-02", "1318-44-7265", "318-44-72651", "418-77-2093A", "318-44-7265@alder.example",
        "88 042 03 5519 2846", "v1.318.44.7265", "Part AB-402-22-9083", "318-44-7265 ext 4",
    ],
)  # fmt: skip
def test_digits_that_go_on_are_another_number(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez 545-61-2231\nBen Lopez 545-61-2232\nCara Lopez 545-61-2233",
        "siblings Ana 545-61-2231, Ben 545-61-2232, Cara 545-61-2233",
    ],
)
def test_brothers_and_sisters_may_have_numbers_that_are_counted_on(text: str) -> None:
    assert [it.category for it in screen_text(text, NOTE)] == [Category.SSN] * 3


@pytest.mark.parametrize(
    "text",
    [
        "District policy requires parents to provide their Social Security number at enrollment.",
        "Do not leave this blank: Social Security number of the parent",
        "We do not share it with anyone: please write your Social Security number on the back.",
    ],
)
def test_a_policy_or_a_promise_that_asks_in_the_end_asks(text: str) -> None:
    assert found(text, LETTER) == {(Category.SSN, Mode.SOLICIT)}


@pytest.mark.parametrize(
    "text",
    [
        "District policy does not require parents to provide their Social Security number.",
        "We do not ask for: Social Security number, immigration status.",
        "We never ask this by mail: do not write your Social Security number on the back.",
    ],
)
def test_a_policy_or_a_promise_that_does_not_ask_asks_for_nothing(text: str) -> None:
    assert found(text, LETTER) == set()


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("dad dictated 417-22-9083 by phone, it is his social", (Category.SSN, Mode.VALUE)),
        ("caller knew 2915 as last 4 of soc", (Category.SSN_LAST4, Mode.VALUE)),
        ("social 6 2 3 - 5 8 - 0 1 9 4", (Category.SSN, Mode.VALUE)),
        ("S·S·N·: 559-84-1203", (Category.SSN, Mode.VALUE)),
    ],
)  # fmt: skip
def test_a_label_is_heard_wherever_it_stands(text: str, finds: tuple[Category, Mode]) -> None:
    assert finds in found(text)


@pytest.mark.parametrize(
    ("shown", "in_general"),
    [
        (
            "Mom showed her passport, handed it right back, no copy.",
            "Passports are handed right back, no copy is made.",
        ),
        ("La señora trajo su pasaporte; no hizo falta y se lo llevó.", "No hace falta el pasaporte; no se copia."),
        ("할머니가 여권을 보여 주셔서 복사했음", "여권은 안 내도 됨. 복사하지 않습니다."),
    ],
)
def test_a_paper_that_somebody_showed_was_seen_though_it_was_given_back(shown: str, in_general: str) -> None:
    assert (Category.IMMIGRATION_DOCUMENT, Mode.VALUE) in found(shown)
    assert found(in_general) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Beware of callers who ask for your Social Security number.",
        "Cuidado con quien le pide su número de seguro social.",
        "谨防有人冒充学校索取社安号码。", "Mag-ingat sa mga humihingi ng Social Security number.",
        "A mother asked whether she needs a Social Security number.",
        "No insurance or Social Security number required.",
    ],
)  # fmt: skip
def test_who_warns_of_those_who_ask_asks_for_nothing(text: str) -> None:
    assert found(text, LETTER) == set()


def test_a_list_with_rows_is_there_and_a_head_alone_asks() -> None:
    head = "Last,First,Religion"
    assert found(head, CSV) == {(Category.PROTECTED_LIST, Mode.SOLICIT)}
    rows = "\nAbdo,Nasser,Muslim\nGill,Simrat,Sikh\nRoth,Ben,Jewish"
    assert found(head + rows, CSV) == {(Category.PROTECTED_LIST, Mode.VALUE)}


def test_the_two_questions_of_the_federal_standards_are_free_to_ask() -> None:
    two = "Is the student Hispanic or Latino? Yes / No. What is the student's race? Mark one or more: Asian, White"
    assert found(two, FIELD) == set()
    assert (Category.PROTECTED_LIST, Mode.SOLICIT) in found("Student's race and religion", FIELD)


@pytest.mark.parametrize("words", ["Agents took my father on Monday.", "On Monday my father was taken; it was ICE."])
def test_who_detains_and_what_they_do_may_stand_in_any_order(words: str) -> None:
    assert (Category.IMMIGRATION_STATUS, Mode.VALUE) in found(words)
    assert found("My father took the ice cream.") == found("Ice took the swelling down.") == set()


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
