"""Names of fields in what is written about them, and what a list of papers received holds."""

from __future__ import annotations

import pytest

from fileroom.screening import Category, Mode, TextKind, screen_text
from fileroom.screening.gate import banned_field

ASKED, THERE = Mode.SOLICIT, Mode.VALUE


def found(text: str, kind: TextKind) -> set[tuple[Category, Mode]]:
    return {(it.category, it.mode) for it in screen_text(text, kind)}


@pytest.mark.parametrize(
    "text",
    [
        "Columns in the export: stu_id, last_name, ssn, grade.",
        'The label of field 12 reads "Social Security Number" today',
    ],
)
def test_a_field_is_known_by_the_company_it_keeps(text: str) -> None:
    assert (Category.SSN, ASKED) in found(text, TextKind.NOTE)


def test_a_query_for_persons_makes_a_list_of_them_and_one_for_counts_makes_none() -> None:
    persons = "SELECT last_name, first_name, religion FROM students WHERE grade = 9"
    assert (Category.PROTECTED_LIST, ASKED) in found(persons, TextKind.NOTE)
    assert found("SELECT count(*), grade FROM students GROUP BY grade", TextKind.NOTE) == set()


def test_a_column_of_last_digits_asks_for_no_whole_number() -> None:
    assert found("Name,SSN\nAmal Okafor,xxx-xx-6789\nBo Quill,xxx-xx-4321", TextKind.CSV_ROW) == {
        (Category.SSN_LAST4, THERE)
    }
    assert (Category.SSN, ASKED) in found("Name,SSN\nAmal Okafor,\nBo Quill,", TextKind.CSV_ROW)


def test_a_paper_in_a_list_of_those_received_is_there_and_among_those_lacking_is_not() -> None:
    received = (Category.IMMIGRATION_DOCUMENT, THERE)
    assert received in found("Docs received: shot record, I-94, lease", TextKind.NOTE)
    assert received not in found("Docs received, still missing: shot record, I-94", TextKind.NOTE)


LABELS = (
    "Social Security Number", "Student SSN", "Número de Seguro Social", "社会安全号码", "Số an sinh xã hội",
    "사회보장번호", "Citizenship", "Immigration status", "Visa type", "Green card number", "Estatus migratorio",
    "移民身份", "이민 신분", "Katayuan sa imigrasyon", "Tình trạng di trú", "Alien registration number",
    "Tax ID (SSN or ITIN)", "Naturalization certificate no.",
)  # fmt: skip
PROMISES = (
    "(we do not share this)", "(voluntary, not kept)", "(you do not have to answer)", "(not required)",
    "(confidential)", "(this is not a test)", "- we do not share this", "- never shared", "– no se comparte",
    "(no es obligatorio)", "- 不会分享", "- không chia sẻ", "(optional)", "- hindi ibabahagi", "- 공유하지 않음",
)  # fmt: skip


@pytest.mark.parametrize("promise", PROMISES)
def test_a_field_that_promises_or_leaves_it_free_asks_all_the_same(promise: str) -> None:
    fields = [f"{label} {promise}" for label in LABELS]
    assert [it for it in fields if not found(it, TextKind.FORM_FIELD) or banned_field(it) is None] == []


@pytest.mark.parametrize(
    "field",
    [
        "SSN - do not write it here",
        "SSN - do not share here",
        "Please do not enter a Social Security number",
        "Social Security numbers are never collected or shared",
        "Immigration status is not collected or shared",
        "El Seguro Social no se pide ni se comparte",
        "电话：社会安全号码不收集也不公开",
        "Số an sinh xã hội không được thu thập hay chia sẻ",
        "사회보장번호는 수집하거나 공개하지 않습니다",
    ],
)
def test_a_field_that_says_not_to_write_it_asks_for_none(field: str) -> None:
    assert found(field, TextKind.FORM_FIELD) == set()
