"""Rosters, menus, bus tables, photographs and report cards: figures in columns are no Social Security numbers."""

from __future__ import annotations

import pytest

from fileroom.collection.looking import held_by
from fileroom.screening import LOOKS_AT_WRITING, Category, Mode, TextKind, findings_in
from fileroom.screening.gate import strictly, with_doubts
from fileroom.screening.parts import Outcome
from tests.screening.test_nowhere_to_hide import screened

ROSTER = "Name\tRoom\tGrade\tExt\nMaria Lopez\t212\t05\t4471\nAna Diaz\t214\t04\t4488\nLuis Vega\t215\t03\t4490\n"
MARKS = "4\t3\t3\t4\t2\t3\t4\t3\t3"
SUBJECTS = "Math\tReading\tWriting\tScience\tSocial Studies\tArt\tMusic\tPE\tEffort"
CLEAN = (
    ROSTER, "Name\tRoom\tGrade\tExt\nMaria Lopez\t212\t05\t4471\n",
    "Lunch menu: calories, fat, sodium\nCheese Pizza   320  12  1100\nTurkey Sandwich   410  15  1240\n",
    "Cheese Pizza\t320\t12\t1100\nTurkey Sandwich\t410\t15\t1240\n",
    "Bus 12 stops\nOak Street  105  07  0715\nElm Avenue  106  07  0725\n",
    f"REPORT CARD\nStudent: Maria Lopez\n{SUBJECTS}\n{MARKS}\n", f"Maria Lopez\t{MARKS}\n",
    "Maria Lopez\nGrade 3\n\n" + MARKS.replace("\t", "\n") + "\n\nTeacher: Ms Diaz",
    f"{SUBJECTS}\n7\t8\t9\t6\t7\t8\t9\t9\t8\n",
)  # fmt: skip


@pytest.mark.parametrize("text", CLEAN)
def test_columns_of_figures_are_let_be(text: str) -> None:
    for kind in (TextKind.PROSE, TextKind.TABLE):
        assert [it for it in with_doubts(text, kind) if it.mode is Mode.VALUE] == []
        assert strictly(text, kind, title="") == ()
    assert screened(text.encode(), "roster.txt").outcome is Outcome.CLEAN


def test_a_page_s_table_of_rooms_is_clean() -> None:
    rows = "".join(f"<tr><td>{a}<td>21{at}<td>05<td>447{at}" for at, a in enumerate(("Maria Lopez", "Ana Diaz"), 1))
    page = f"<table><tr><th>Name<th>Room<th>Gr<th>Ext{rows}</table>"
    assert screened(page.encode(), "roster.html").outcome is Outcome.CLEAN


@pytest.mark.parametrize("name", ["Photo_219_09_1234.jpg", "scans/IMG_105_11_0042.jpg"])
def test_a_photograph_s_name_blocks_nothing(name: str) -> None:
    assert [it for it in held_by(name) if it.confidence >= 0.5 and not it.doubted] == []


def test_a_photograph_s_name_that_calls_somebody_is_held() -> None:
    assert [it.category for it in held_by("Lopez_Maria_219_09_9999.jpg")] == [Category.SSN]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez  219  09  9999", "Name\tSSN\nMaria Lopez\t219\t09\t9999\nAna Diaz\t545\t61\t2231",
        "SSN\n2\t1\t4\t0\t3\t2\t4\t3\t1", "Maria Lopez\t2\t1\t9\t0\t9\t9\t9\t9\t9",
    ],
)  # fmt: skip
def test_where_nothing_heads_each_figure_or_a_label_names_them_they_are_a_number(text: str) -> None:
    assert Category.SSN in {
        it.category for it in (*findings_in(text, LOOKS_AT_WRITING), *strictly(text, TextKind.PROSE, title=""))
    }
