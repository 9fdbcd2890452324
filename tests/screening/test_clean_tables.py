"""Rosters, menus, bus tables, photographs and report cards: figures in columns are no Social Security numbers."""

from __future__ import annotations

import pytest

from fileroom.collection.looking import held_by
from fileroom.screening import LOOKS_AT_WRITING, Category, Mode, TextKind, findings_in, screen_text
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


@pytest.mark.parametrize(
    "name",
    [
        "Lopez_Maria_219_09_9999.jpg", "maria_lopez_219_09_9999.pdf", "MARIA_LOPEZ_219_09_9999.pdf",
        "219_09_9999_Lopez.pdf", "Lopez 219_09_9999.pdf", "219_09_9999.pdf",
    ],
)  # fmt: skip
def test_a_file_called_after_a_number_is_held_however_a_child_s_name_is_written(name: str) -> None:
    assert [it.category for it in held_by(name)] == [Category.SSN]


@pytest.mark.parametrize(
    "text",
    [
        "Student: Maria Lopez  219  09  9999\nStudent: Ana Diaz  545  61  2231",
        "Lunch  320  12  1100\nSoup  410  15  1240\n\n\nThe father, Juan Lopez, gave 219  09  9999 for the card.",
    ],
)
def test_no_table_elsewhere_and_no_second_child_takes_a_number_from_whom_it_is(text: str) -> None:
    assert "219" in {text[it.start :][:3] for it in screen_text(text)}


def test_figures_in_columns_are_doubted_and_not_forgotten() -> None:
    bus = "Oak Street  105  07  0715\nElm Street  106  07  0722"
    assert [it.confidence for it in screen_text(bus, least=0.1)] == [0.2, 0.2]


@pytest.mark.parametrize("before", ["", "Security no.\t", f"{SUBJECTS}\n", "Maria Lopez\nWriting\n"])
@pytest.mark.parametrize("figures", ["4 1 2 5 5 1 2 3 4", "4 1 2 8 5 1 2 3 4"])
@pytest.mark.parametrize("parter", "\t\n")
def test_nine_figures_that_could_be_marks_are_doubted_and_not_forgotten(before: str, figures: str, parter: str) -> None:
    text = before + figures.replace(" ", parter)
    for kind in (TextKind.PROSE, TextKind.TABLE):
        (told,) = screen_text(text, kind, least=0.1)
        assert (told.category, told.start, told.end) == (Category.SSN, len(before), len(text))
        assert told.confidence < 0.25
        assert screen_text(text, kind) == ()


def test_nine_figures_that_were_never_issued_are_not_even_doubted() -> None:
    assert screen_text("Security no.\t0\t0\t0\t5\t5\t1\t2\t3\t4", least=0.0) == ()


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
