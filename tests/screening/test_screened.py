"""A document is clean only where all of it was examined and nothing found; a finding tells its page and place."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.screening import screened
from fileroom.screening.clock import LATE
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.opening import extract
from fileroom.screening.opening.identify import EICAR
from fileroom.screening.parts import Extracted, Outcome, Part
from fileroom.screening.reading import TextKind
from fileroom.screening.screened import (
    MORE,
    MOST_OF_A_KIND,
    WHOLE_FILE,
    in_part,
    screen_document,
    screen_extracted,
)
from tests.screening.files import book, bytes_of, pdf, picture, saved, zipped

NUMBER = "SSN: 318-44-7265"


def found(body: bytes, name: str = "") -> list[tuple[str, str, int | None, str | None]]:
    """What was found in a document: category, mode, page, place."""
    result = screen_document(body, name, opened_by=extract)
    return [(one.category.value, one.mode.value, one.page, one.where) for one in result.findings]


def test_a_finding_in_a_sheet_tells_its_cell() -> None:
    rows = '<row r="4"><c r="C4" t="str"><v>SSN 318-44-7265</v></c></row>'
    assert ("ssn", "value", None, "Roll!C4") in found(book(rows))


def test_a_finding_on_a_page_tells_its_page() -> None:
    assert found(bytes_of(pdf("a page of words that the office reads", NUMBER)))[0] == ("ssn", "value", 2, "page 2")


def test_a_finding_read_by_ocr_is_no_surer_than_the_reading() -> None:
    result = screen_document(saved(picture(NUMBER, "Parent name: Maria Lopez"), "PNG"), opened_by=extract)
    assert result.outcome is Outcome.FINDINGS and result.ocr_pages == 1
    assert result.findings[0].confidence < 1 and "read by OCR" in result.findings[0].why[-1]


def test_nothing_found_in_a_document_read_whole_is_clean() -> None:
    assert screen_document(b"The bus leaves at eight.", opened_by=extract).outcome is Outcome.CLEAN


@pytest.mark.parametrize(
    "outcome", [outcome for outcome in Outcome if outcome not in (Outcome.CLEAN, Outcome.FINDINGS)]
)
@pytest.mark.parametrize("text", ["", "The bus leaves at eight.", NUMBER])
@pytest.mark.parametrize("of_the_whole", [True, False])
def test_what_was_not_fully_examined_is_never_clean(outcome: Outcome, text: str, of_the_whole: bool) -> None:
    part = (Part(text, TextKind.PROSE),) if text else ()
    result = screen_extracted(Extracted(part, outcome, 0, 0, "why", of_the_whole))
    assert result.outcome is not Outcome.CLEAN and not result.fully_examined
    assert len(result.findings) == (text == NUMBER) + (outcome is Outcome.MALWARE)


def test_what_was_found_beside_an_unreadable_file_is_a_finding_and_the_document_not_fully_examined() -> None:
    body = zipped({"a.rar": b"Rar!\x1a\x07\x01\x00", "b.txt": NUMBER})
    result = screen_document(body, opened_by=extract)
    assert result.outcome is Outcome.FINDINGS and not result.fully_examined


def test_malware_is_a_finding_of_its_own() -> None:
    result = screen_document(EICAR, opened_by=extract)
    assert result.outcome is Outcome.MALWARE and [one.category for one in result.findings] == [Category.MALWARE]


def test_nothing_that_was_found_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    body = zipped({f"{NUMBER}.txt": NUMBER, "318447265.csv": "SSN,Name\n318447265,A\n318447265,B\n"})
    result = screen_document(body, "318-44-7265.zip", opened_by=extract)
    assert result.findings
    assert "318" not in repr(result) and "7265" not in repr(result)
    assert "7265" not in repr(extract(body))


def test_a_document_is_opened_apart_unless_somebody_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def apart(_: bytes, name: str, __: object) -> Extracted:
        asked.append(name)
        return Extracted((), None, 0, 0, "")

    monkeypatch.setattr(screened, "extract_apart", apart)
    screen_document(b"x", "a name")
    assert asked == ["a name"]


def test_offsets_of_a_finding_are_those_of_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Finding(Category.SSN, Mode.VALUE, 6, 7, 0.5, ("why",))
    monkeypatch.setattr(screened, "with_doubts", lambda *_, **__: (one,))
    part = Part("a\nb\nc\nd", TextKind.PROSE, ((0, "first"), (2, "second"), (6, "last")), page=3)
    result = screen_extracted(Extracted((part,), None, 0, 0, ""))
    assert (result.findings[0].start, result.findings[0].where, result.findings[0].page) == (6, "last", 3)


def test_what_is_judged_too_late_is_not_clean_and_what_was_found_before_stands() -> None:
    parts = (Part(NUMBER, TextKind.PROSE), Part("The mother is undocumented. " * 400, TextKind.PROSE))
    result = screen_extracted(Extracted(parts[1:], None, 0, 0, ""), seconds=-1)
    assert (result.outcome, result.fully_examined, result.says) == (Outcome.QUARANTINE, False, LATE)
    assert screen_extracted(Extracted(parts, None, 0, 0, "")).fully_examined


def test_of_a_kind_of_finding_enough_are_told_and_that_there_are_more() -> None:
    rows = "".join(f"SSN 318-44-{it:04}\n" for it in range(1, MOST_OF_A_KIND + 2))
    parts = (Part(rows, TextKind.PROSE), Part("The mother is undocumented.", TextKind.NOTE))
    result = screen_extracted(Extracted(parts, None, 0, 0, ""))
    assert [it.category for it in result.findings] == [Category.SSN] * MOST_OF_A_KIND + [Category.IMMIGRATION_STATUS]
    assert result.fully_examined and result.says == MORE
    few = Part(rows[: rows.rindex("SSN")], TextKind.PROSE)
    assert screen_extracted(Extracted((few,), None, 0, 0, "")).says == ""


def test_each_part_is_judged_once_and_each_finding_tells_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (Part("The bus.", TextKind.PROSE), Part(NUMBER, TextKind.PROSE), Part(NUMBER, TextKind.NOTE))
    judged: list[Part] = []

    def noted(part: Part, name: str, **how: Any) -> list[Finding]:
        judged.append(part)
        return in_part(part, name, **how)

    monkeypatch.setattr(screened, "in_part", noted)
    result = screen_extracted(Extracted(parts, Outcome.MALWARE, 0, 0, "why", True))
    assert result.parts == (WHOLE_FILE, 1, 2) and judged == list(parts)
