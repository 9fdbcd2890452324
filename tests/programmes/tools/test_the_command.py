"""`fileroom deidentify`: a file without the people in it, or nothing at all; and nothing found is ever shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.programmes.tools.test_a_table_goes_without_the_people import MANY, answer, asks
from tests.programmes.tools.test_may_this_text_go import DEIDENTIFIED, company, tool


def runs(*arguments: str) -> int:
    from fileroom.cli.__main__ import main
    from fileroom.people import rosters

    rosters.forget()
    return main(["--district", "alder_creek", "deidentify", *arguments])


@pytest.fixture
def folder(town: make.Town, tmp_path: Path) -> Path:
    return tmp_path


def test_a_text_is_written_beside_its_source_and_nothing_found_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.disclosure.asking import entries

    (folder / "note.txt").write_text("Ana Torres read aloud. Call 559-555-0143.\n")
    assert runs(str(folder / "note.txt")) == 0
    assert (folder / "note.deidentified.txt").read_text() == "Person A read aloud. Call [telephone].\n"
    shown = "".join(capsys.readouterr())
    assert "1 person" in shown
    assert "Ana" not in shown and "0143" not in shown
    assert [(it.part, it.student) for it in entries() if it.act.value == "text:deidentified"] == [
        ("text/written", None)
    ]


def test_a_name_told_late_in_a_long_text_is_known_from_its_beginning(folder: Path) -> None:
    long = "Ana read.\n" + "The council met in the cafeteria.\n" * 4000 + "Ana Torres is here.\n"
    (folder / "long.txt").write_text(long)
    assert runs(str(folder / "long.txt")) == 0
    left = (folder / "long.deidentified.txt").read_text().splitlines()
    assert (left[0], left[-1]) == ("Person A read.", "Person A is here.")
    assert len(left) == 4002


def test_where_somebody_could_still_be_found_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "note.txt").write_text("Ana Torres, the only student in a wheelchair.\n")
    assert runs(str(folder / "note.txt")) == 3
    assert [it.name for it in folder.iterdir()] == ["note.txt"]
    assert "few" in capsys.readouterr().out


def test_a_table_of_too_few_is_refused_and_one_of_many_is_written(folder: Path) -> None:
    rows = [f"44123456{it:02},05,{it}" for it in range(12)]
    (folder / "t.csv").write_text("\n".join(["SSID,Grade,Score", *rows]))
    assert runs(str(folder / "t.csv"), "--csv") == 0
    left = (folder / "t.deidentified.csv").read_text().splitlines()
    assert left[0] == '"student","Grade","Score"' and left[1] == '"Student A","05","0"'
    (folder / "few.csv").write_text("\n".join(["SSID,Grade,Score", *rows[:10]]))
    assert runs(str(folder / "few.csv"), "--csv", "--out", str(folder / "out.csv")) == 3
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize(
    ("said", "reason"),
    [("sits in a wheelchair", "rare"), ("he is undocumented", "status"), ("the best of grade 4", "few")],
)
def test_of_a_table_the_command_says_what_the_page_says(
    folder: Path, town: make.Town, capsys: pytest.CaptureFixture[str], said: str, reason: str
) -> None:
    table = MANY.replace("says Ana Torres", said)
    (folder / "t.csv").write_text(table)
    assert runs(str(folder / "t.csv"), "--csv", "--json") == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["reasons"], told["written"]) == ([reason], "")
    assert [it.name for it in folder.iterdir()] == ["t.csv"]
    office = make.staffed("office", "administrator", None)
    page = asks(town.teacher, tool(office, DEIDENTIFIED, operator=company(office)), table)
    assert answer(page) == ("no", reason)


def test_a_gradebook_with_one_column_a_student_names_none_of_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = "Remark,Ana Torres,Seen by Zephyrine,=HYPERLINK(1)"
    (folder / "g.csv").write_text("\n".join([heads, *(f"page {it} was read aloud,{it},{it},{it}" for it in range(12))]))
    assert runs(str(folder / "g.csv"), "--csv") == 0
    assert (folder / "g.deidentified.csv").read_text().splitlines()[0] == (
        '"Remark","column 2","Seen by Zephyrine","\'=HYPERLINK(1)"'
    )
    assert "Lines 1." in capsys.readouterr().out


def test_what_the_ledger_cannot_note_is_not_written(folder: Path) -> None:
    from fileroom.cli.deidentify import OPERATOR
    from fileroom.hosting import Nested, district_transaction
    from fileroom.programmes.tools.writing import Form, write

    (folder / "note.txt").write_text("Ana Torres read aloud.\n")
    out = folder / "out.txt"
    with district_transaction(), pytest.raises(Nested):  # an entry that could be taken back is none
        write(folder / "note.txt", out, Form.TEXT, by=OPERATOR, at=AT, progress=lambda _: None)
    assert [it.name for it in folder.iterdir()] == ["note.txt"]


def test_what_cannot_be_read_is_refused_and_leaves_nothing(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00A")
    assert runs(str(folder / "bad.txt")) == 4
    (folder / "bad.csv").write_text("a,b\n1\n")
    assert runs(str(folder / "bad.csv"), "--csv") == 4
    (folder / "there.txt").write_text("x")
    assert runs(str(folder / "there.txt"), "--out", str(folder / "bad.txt")) == 4
    assert runs(str(folder / "none.txt")) == 5
    assert sorted(it.name for it in folder.iterdir()) == ["bad.csv", "bad.txt", "there.txt"]
