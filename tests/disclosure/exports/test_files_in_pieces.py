"""A spreadsheet is written piece by piece, however long it is; each piece is whole rows with the mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

import pytest

from fileroom.disclosure.exports.files import PIECE, Sheet, Watermark, csv_pieces
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.exports.taking import names, prepares, takes

MANY = 50_000
MARK = Watermark("Maribel Ocampo", AT, "AAAA-BBBB-CCCC")


def counted(seen: list[int]) -> Iterator[tuple[str, ...]]:
    for number in range(MANY):
        seen.append(number)
        yield (f"=Student {number}", "4")


def test_the_first_piece_is_there_before_the_last_row_was_asked_for() -> None:
    seen: list[int] = []
    told = csv_pieces(Sheet(("Name", "Grade"), counted(seen), MANY), MARK)
    assert next(told).startswith(b'\xef\xbb\xbf"Name","Grade","List"') and seen == []
    next(told)
    assert len(seen) == PIECE


def test_fifty_thousand_rows_come_whole_each_with_the_mark_and_none_a_formula() -> None:
    told = b"".join(csv_pieces(Sheet(("Name", "Grade"), counted([]), MANY), MARK)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(told, newline="")))[1:]
    assert len(rows) == MANY
    assert all(row[0].startswith("'=") and row[-1] == MARK.says for row in rows)


def test_no_more_than_a_thousand_students_are_gathered_at_a_time(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as there are of them: of a list of three, two at a time."""
    from fileroom.disclosure.exports import asking
    from fileroom.people import facts

    gathered: list[int] = []

    def watched(ids: Collection[UUID], on: date) -> object:
        gathered.append(len(ids))
        return facts.facts_of_students(ids, on)

    assert asking.AT_ONCE == 1000
    monkeypatch.setattr(asking, "AT_ONCE", 2)
    monkeypatch.setattr(asking, "facts_of_students", watched)
    for name in ("Cal", "Dee"):
        make.enrolment(make.student(name, "Torres"), town.school)
    made = prepares(town.registrar.by)
    assert gathered == [2, 1]
    assert names(takes(town.registrar.by, made)) == ["Ana Torres", "Cal Torres", "Dee Torres"]
    assert gathered == [2, 1, 2, 1]
