"""Names of fields in what is written about them, and what a list of papers received holds."""

from __future__ import annotations

import pytest

from fileroom.screening import Category, Mode, TextKind, screen_text

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
