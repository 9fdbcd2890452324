"""What `fileroom screen` says of the places it is pointed at: of an empty one, and of one without a journal."""

from __future__ import annotations

import zipfile
from argparse import ArgumentParser
from pathlib import Path

import pytest

from fileroom.cli import screen

HINT = "Not kept: broken off, it begins anew. With --journal FILE it goes on from where it stopped.\n"


def run(*words: str) -> int:
    parser = ArgumentParser()
    screen.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["screen", *words])
    return int(args.run(args))


def test_a_folder_of_nothing_is_no_clean_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty" / "within").mkdir(parents=True)
    assert run(str(tmp_path / "empty")) == 2
    told = capsys.readouterr()
    assert told.out == "" and "No file lies there.\n" in told.err
    assert run("--json", str(tmp_path / "empty")) == 2
    assert "No file lies there.\n" in capsys.readouterr().err


def test_a_packet_of_nothing_is_no_clean_packet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "card.txt").write_text("Emergency card\nAllergies: ________\n")
    page = tmp_path / "page.html"
    assert run("forms", str(tmp_path / "empty"), str(tmp_path / "full"), "--report", str(page)) == 2
    assert "Not known whole: " in (out := capsys.readouterr().out) and "no form lies there" in out
    assert "no form lies there" in page.read_text("utf-8")
    assert run("forms", str(tmp_path / "full")) == 0


def test_without_a_journal_a_sweep_says_at_its_start_how_it_is_gone_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.txt").write_text("Fine.")
    for words in ((), ("--json",)):
        assert run(str(folder), *words) == 0
        assert capsys.readouterr().err.startswith(HINT)
    assert run(str(folder), "--journal", str(tmp_path / "journal")) == 0
    assert run(str(folder / "a.txt")) == 0
    assert HINT not in capsys.readouterr().err


def test_the_help_says_how_a_folder_named_forms_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    assert "a folder of your own named forms is ./forms" in " ".join(capsys.readouterr().out.split())


def test_no_name_in_an_archive_moves_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("\x1b[2J.pdf", b"%PDF-1.7 torn")
    assert run(str(tmp_path / "a.zip")) == 2
    out = capsys.readouterr().out
    assert "[2J.pdf" in out and "\x1b" not in out
