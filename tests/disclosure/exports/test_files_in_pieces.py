"""A spreadsheet is written piece by piece, however long it is; each piece is whole rows with the mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from uuid import uuid4

from fileroom.disclosure.exports.files import PIECE, Sheet, Watermark, csv_pieces
from tests.conftest import AT

MANY = 50_000
MARK = Watermark("Maribel Ocampo", AT, "AAAA-BBBB-CCCC")


def counted(seen: list[int]) -> Iterator[tuple[str, ...]]:
    for number in range(MANY):
        seen.append(number)
        yield (f"=Student {number}", "4")


def test_the_first_piece_is_there_before_the_last_row_was_asked_for() -> None:
    seen: list[int] = []
    told = csv_pieces(Sheet(("Name", "Grade"), counted(seen), MANY), MARK)
    assert next(told).startswith(b"\xef\xbb\xbfName,Grade,List") and seen == []
    next(told)
    assert len(seen) == PIECE


def test_fifty_thousand_rows_come_whole_each_with_the_mark_and_none_a_formula() -> None:
    told = b"".join(csv_pieces(Sheet(("Name", "Grade"), counted([]), MANY), MARK)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(told, newline="")))[1:]
    assert len(rows) == MANY
    assert all(row[0].startswith("'=") and row[-1] == MARK.says for row in rows)


def test_no_more_than_a_thousand_students_are_gathered_at_a_time(district: str) -> None:
    from fileroom.disclosure.exports.asking import AT_ONCE, pieces

    ids = [uuid4() for _ in range(2 * AT_ONCE + 1)]
    some = list(pieces(ids))
    assert [len(it) for it in some] == [AT_ONCE, AT_ONCE, 1]
    assert [it for piece in some for it in piece] == ids
