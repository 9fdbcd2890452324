"""A text too long to be judged at once is judged in pieces, and nothing is found otherwise for it."""

from __future__ import annotations

import pytest

from fileroom.screening import Category, TextKind, clock, screen_text
from fileroom.screening import pieces as cut
from fileroom.screening.clock import Clock, Late
from fileroom.screening.grid import table_of

WORDS = "The library counted many loans in March. "


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces so small that a test has many."""
    monkeypatch.setattr(cut, "PIECE", 6000)
    monkeypatch.setattr(cut, "SLACK", 500)


@pytest.mark.parametrize("joint", ["\n", " ", ""])
def test_the_pieces_are_the_whole_text_and_each_tells_its_places(joint: str) -> None:
    text = joint.join(f"{it:06}" for it in range(8000))
    known = 0
    for piece in cut.pieces(text, headed=False):
        assert text[piece.at :].startswith(piece.text) and piece.at <= known - bool(known) * cut.SHARED
        known = piece.at + len(piece.text)
    assert known == len(text)


@pytest.mark.parametrize("wide", range(5400, 6600, 7))
def test_no_cut_hides_a_number_from_its_name(wide: int) -> None:
    text = (WORDS * 400)[:wide] + " Parent SSN: 318-44-7265 " + WORDS * 400
    (found,) = screen_text(text)
    assert text[found.start : found.end] == "318-44-7265"


@pytest.mark.parametrize("blanks", ["", "\n\n"])
def test_the_head_of_a_table_is_heard_in_every_piece(blanks: str) -> None:
    rows = "".join(f"{it}\tAna\t{318447265 + it}\n" for it in range(2000))
    text = f"{blanks}id\tname\tssn\n" + rows
    found = [it for it in screen_text(text, TextKind.TABLE) if it.mode == "value"]
    assert [text[it.start : it.end] for it in found] == [str(318447265 + it) for it in range(2000)]


def test_what_a_head_asks_for_is_told_once() -> None:
    text = "id\tname\tssn\n" + "1\tAna\t\n" * 4000
    assert [it.category for it in screen_text(text, TextKind.TABLE)] == [Category.SSN]


def test_a_table_tells_the_head_of_a_cell_and_how_many_are_filled_in() -> None:
    text = 'id,name,ssn\n1,"Li, Wei",\n\n2,Bo,7,8\n'
    table = table_of(text, says_so=True)
    assert table is not None and table.body == text.index("1,")
    assert [len(row) for row in table.rows()] == [3, 4]
    heads = [table.head_of(text.index(it)) for it in ("Wei", "Bo", "7", "8", "name")]
    assert [it and text[it.start : it.end] for it in heads] == ["name", "name", "ssn", None, None]
    assert [table.filled(it) for it in range(4)] == [2, 2, 1, 1]


def test_the_clock_runs_from_the_first_piece_and_is_asked_at_each(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr(clock, "thread_time", lambda: float(next(ticks)))
    with pytest.raises(Late):
        screen_text("|a|b|c|d|e|f|g" * 3000, clock=Clock(3.0))
