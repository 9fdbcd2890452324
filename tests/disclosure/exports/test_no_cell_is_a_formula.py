"""No cell of a list is a formula to any program, whatever stands before it and wherever the columns are parted."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.disclosure.exports.files import Sheet, Watermark, csv_pieces
from fileroom.screening.cells import defused
from tests.conftest import AT
from tests.each import each

FORMULA = ("=", "+", "-", "@", "−", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
# Blanks of every width, ends of lines, controls, marks of direction, and what stands for nothing at all.
HIDES = (
    "", " ", "\u00a0", "\t", "\r", "\n", "\x00", "\x0b", "\x0c", "\x1c", "\x85", "\u00ad", "\u2003", "\u2009", "\u200b",
    "\u200c", "\u200e", "\u2028", "\u202e", "\u202f", "\u2060", "\u3000", "\ufeff", '"', "\ue000",
    "\u0378", " \ufeff\t ",
)  # fmt: skip


def parted(cell: str) -> list[str]:
    """The cells of a row that says this, to programs that part at a comma, a semicolon, a tab or a bar, with quotes or
    without: what is seen of each."""
    mark = Watermark("M", AT, "C")
    told = b"".join(csv_pieces(Sheet(("Name",), [(cell,)], 1), mark)).decode("utf-8-sig").partition("\r\n")[2]
    found = [it for at in ",;\t|" for row in csv.reader(io.StringIO(told, newline=""), delimiter=at) for it in row]
    for at in ",;\t|\n\r":
        found += told.split(at)
    return ["".join(it for it in each if it.isprintable() and not it.isspace() and it != '"') for each in found]


@each("sign", FORMULA)
@each("hides", HIDES, ids=ascii)
def test_no_cell_runs_behind_anything_that_is_not_seen_or_where_another_program_parts_it(hides: str, sign: str) -> None:
    for cell in (f"{hides}{sign}1+1", f"Ana;{hides}{sign}1", f"Ana,{hides}{sign}1", f"Ana|{hides}{sign}1"):
        assert not [it for it in parted(cell) if it.startswith(FORMULA)], ascii(cell)


@given(st.text(alphabet=st.one_of(st.sampled_from([*FORMULA, *HIDES[1:-1], ",", ";", "|", "'"]), st.characters())))
def test_whatever_a_cell_says(cell: str) -> None:
    assert not [it for it in parted(cell) if it.startswith(FORMULA)]
    assert defused(defused(cell)) == defused(cell)


@pytest.mark.parametrize(
    "name", ["Ana Torres", "Peña-Ruiz, José", "Nguyễn Thị Ánh", "O’Neil", "山田\u3000花子", "نیک\u200cنام", "R&D; Ana"]
)
def test_a_name_is_told_as_it_is_spelt(name: str) -> None:
    assert defused(name) == name
