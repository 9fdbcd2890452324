"""A scanner for harmful programs is asked on every road by which a document comes: silent, it lets nothing pass."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fileroom.cli import screen
from fileroom.screening.opening import scanner
from tests import factories as make
from tests.collection.conftest import Rows
from tests.collection.test_collect import kept
from tests.collection.test_collect_documents import told
from tests.collection.test_collect_orders import takes_in
from tests.collection.test_documents_import import CLEAN, HEAD, Bring, codes, filed
from tests.disclosure.asking import entries
from tests.screening.clamd import MARK, Daemon, speaking

HARMFUL = b"Amal read aloud. " + MARK
GONE = "tcp://127.0.0.1:9"


@pytest.fixture
def clamd() -> Iterator[Daemon]:
    with speaking() as daemon:
        scanner.use(daemon.address)
        yield daemon
    scanner.use("")


def screened(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[dict[str, Any]]]:
    parser = ArgumentParser()
    screen.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["screen", str(path), "--json", *options])
    status = int(args.run(args))
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_at_the_counter_what_it_finds_is_not_kept(town: make.Town, clamd: Daemon) -> None:
    says = told(town, "note.txt", HARMFUL)
    assert "Test.Marked-1" in says and "tell whoever looks after the computers" in says
    assert [it.act for it in entries()] == ["collection:refused"]
    assert kept() == (0, 0, 0)


def test_at_the_counter_while_it_is_silent_nothing_is_kept(town: make.Town, clamd: Daemon) -> None:
    scanner.use(GONE)
    assert told(town, "note.txt", b"Amal reads well.").startswith(scanner.SILENT)
    assert kept() == (0, 0, 0)


@pytest.mark.usefixtures("clamd")
def test_a_courts_paper_is_filed_while_it_is_silent_and_is_said_to_be_unexamined(town: make.Town) -> None:
    father = make.related("father", town.ana).row.id
    assert takes_in(town, father).unexamined == ""
    scanner.use(GONE)
    assert takes_in(town, father).unexamined.startswith(scanner.SILENT)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_asks_it_about_each_file_in_each_process(
    tmp_path: Path, clamd: Daemon, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.setenv(scanner.SETTING, clamd.address)
    (tmp_path / "a.txt").write_bytes(HARMFUL)
    (tmp_path / "b.txt").write_text("See you on Monday.")
    status, (first, second) = screened(tmp_path, capsys, "--jobs", jobs)
    assert (status, first["outcome"], first["fully_examined"]) == (1, "malware", False)
    assert [it["category"] for it in first["findings"]] == ["malware"]
    assert second["outcome"] == "clean"
    assert sorted(map(len, clamd.scanned)) == [18, len(HARMFUL)]


def test_the_command_calls_nothing_clean_while_it_is_silent(
    tmp_path: Path, clamd: Daemon, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(scanner.SETTING, GONE)
    (tmp_path / "b.txt").write_text("See you on Monday.")
    status, (only,) = screened(tmp_path, capsys)
    assert (status, only["outcome"], only["says"]) == (2, "quarantine", scanner.SILENT)
    monkeypatch.setenv(scanner.SETTING, "tcp://scanner.example:3310")
    assert screened(tmp_path, capsys)[0] == 4


def test_an_archive_files_what_it_lets_pass_and_neither_files_nor_holds_the_rest(
    archive: Bring, rows: Rows, clamd: Daemon
) -> None:
    index = f"{HEAD}u1,test_results,one.txt,2019-05-01\nu2,test_results,two.txt,2019-05-01\n"
    report = archive(index, {"one.txt": HARMFUL, "two.txt": CLEAN})
    assert codes(report) == [(2, "file", "held_back_malware")]
    assert [it[0] for it in filed(rows)] == ["u2"]
    assert rows("SELECT count(*) FROM records_quarantined") == [(0,)]


def test_no_archive_begins_while_it_is_silent(archive: Bring, rows: Rows, clamd: Daemon) -> None:
    scanner.use(GONE)
    report = archive(f"{HEAD}u1,test_results,one.txt,2019-05-01\n", {"one.txt": CLEAN})
    assert not report.whole
    assert [it.code for it in report.tally.problems] == ["scanner_silent"]
    assert "does not answer" in report.in_words()
    assert filed(rows) == []


def test_the_self_test_is_red_while_it_is_silent(district: str, clamd: Daemon) -> None:
    from fileroom.safekeeping.selftest import _scanner

    assert _scanner()[0] == "ok"
    scanner.use(GONE)
    assert _scanner()[0] == "red"
