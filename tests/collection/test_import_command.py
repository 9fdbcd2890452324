"""`fileroom import`, each of its formats: first a dry run in words that writes nothing, then the same in earnest."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.collection.test_csv_import import MAP, OWN, V2
from tests.collection.test_schools_list import HEAD
from tests.collection.test_schools_list import OWN as SCHOOLS
from tests.collection.test_transcripts import RECORD
from tests.collection.test_transfer_packets import bag

Run = Callable[..., int]
INDEX = "student,item,file,date\n1234567890,health,one.txt,2025-05-01\n"
# Formats that find students or employees here already, as the small roster has them.
AFTER_A_ROSTER = ("cards", "choices", "documents", "orders", "schools", "training", "transcripts", "transfer")
TABLES = (
    "people_student", "people_school", "people_contact", "records_record", "records_version", "records_quarantined",
    "ledger_event", "collection_absence", "programmes_trainingcompletion",
    "collection_waitingchoice", "people_circumstance",
)  # fmt: skip


PASSWORD = "correct horse battery staple"


@pytest.fixture
def run(district: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command with these words; its exit status. Whoever is asked for a password has typed it."""
    from fileroom.cli import import_

    monkeypatch.setattr(import_, "getpass", lambda asks: PASSWORD)

    parser = ArgumentParser()
    import_.register(parser.add_subparsers())

    def run(*words: str) -> int:
        args = parser.parse_args(["import", *words])
        return int(args.run(args))

    return run


def oneroster(path: Path) -> list[str]:
    return [str(Roster().folder(path))]


def edfi_bundle(path: Path) -> list[str]:
    return [str(edfi.folder(path, edfi.district()))]


def sds(path: Path) -> list[str]:
    return [str(edfi.folder(path, V2))]


def own_csv(path: Path) -> list[str]:
    how = path.with_suffix(".toml")
    how.write_text(MAP, encoding="utf-8")
    return [str(edfi.folder(path, OWN)), "--map", str(how)]


def documents(path: Path) -> list[str]:
    path.mkdir()
    (path / "one.txt").write_text("Wears glasses in class.\n")
    index = path.with_suffix(".csv")
    index.write_text(INDEX)
    return [str(path), "--index", str(index)]


def schools(path: Path) -> list[str]:
    path.write_text(HEAD + SCHOOLS)
    return [str(path), "--district-code", "1062166"]


def transcripts(path: Path) -> list[str]:
    path = path.with_suffix(".json")
    path.write_text(json.dumps(RECORD))
    return [str(path)]


def transfer(path: Path) -> list[str]:
    for name, body in bag(INDEX, {"one.txt": "Wears glasses in class.\n"}).items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(body)
    return [str(path), "--requested", "2026-10-01"]


def training(path: Path) -> list[str]:
    path.write_text("employee_id,email,course,completed_on\nt1,,cybersecurity,2026-09-02\n")
    return [str(path)]


def orders(path: Path) -> list[str]:
    path.write_text("ssid,restrained,terms,paper,from\n1234567890,Victor Torres,records,yes,2026-09-02\n")
    return [str(path), "--by", "clerk"]


def cards(path: Path) -> list[str]:
    path.write_text("ssid,card\n1234567890,yes\n")
    return [str(path)]


def choices(path: Path) -> list[str]:
    path.write_text("ssid,choice,chosen_on\n1234567890,directory,2026-09-02\n")
    return [str(path), "--by", "clerk"]


def calendar(path: Path) -> list[str]:
    path.write_text("from,to,what,name\n2026-09-07,,holiday,Labor Day\n")
    return [str(path)]


FORMATS = {
    "oneroster": oneroster, "edfi": edfi_bundle, "sds": sds, "csv": own_csv, "documents": documents,
    "schools": schools, "transcripts": transcripts, "transfer": transfer, "training": training,
    "choices": choices, "orders": orders, "cards": cards, "calendar": calendar,
}  # fmt: skip


def may_sign_in(name: str, *, employed: bool = True) -> UUID:
    """An account with the password; its id."""
    from django.contrib.auth.hashers import make_password

    whose = {"employee": make.employee()} if employed else {"contact": make.contact()}
    return make.account(name, password=make_password(PASSWORD), **whose).id


@pytest.mark.parametrize(("name", "batch"), [("orders", "orderbatch"), ("choices", "choicebatch")])
def test_a_list_that_another_agrees_to_is_brought_by_somebody_who_signs_in(
    run: Run, bring: Import, rows: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, batch: str
) -> None:
    bring(Roster())
    path, *_ = FORMATS[name](tmp_path / "sent")
    clerk = may_sign_in("clerk")
    may_sign_in("parent", employed=False)
    for words in ((), ("--by", "nobody"), ("--by", "parent")):
        assert run(name, path, *words) == 4
    said = capsys.readouterr().err
    assert "Say who brings it: --by" in said and said.count("no account of an employee") == 2
    assert rows(f"SELECT count(*) FROM collection_{batch}") == [(0,)]
    assert run(name, path, "--by", "clerk") == 0
    assert rows(f"SELECT brought_by FROM collection_{batch}") == [(clerk,)]


def test_every_format_is_tried_here(installation: Urls) -> None:
    from fileroom.cli.import_ import HELP

    assert FORMATS.keys() == HELP.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_a_dry_run_says_in_words_what_the_import_then_does(
    run: Run, bring: Import, rows: Rows, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    if name in AFTER_A_ROSTER:
        bring(Roster())
    words = [name, *FORMATS[name](tmp_path / "sent")]
    if "--by" in words:
        may_sign_in("clerk")
    before = {it: rows(f"SELECT count(*) FROM {it}") for it in TABLES}
    assert run(*words, "--dry-run") == 0
    said = capsys.readouterr().out
    assert said.startswith("Would be: 0 left, ") and " 0 new" not in said.splitlines()[0]
    assert "This was a dry run: nothing was written." in said
    assert {it: rows(f"SELECT count(*) FROM {it}") for it in TABLES} == before
    assert run(*words) == 0
    done = capsys.readouterr().out
    assert done.splitlines()[0] == said.splitlines()[0].removeprefix("Would be: ")
    assert {it: rows(f"SELECT count(*) FROM {it}") for it in TABLES} != before


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_at_the_place_has_an_exit_status_of_its_own(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    first, *options = FORMATS[name](tmp_path / "sent")
    if "--by" in options:
        may_sign_in("clerk")
    assert run(name, f"{first}-nowhere", *options) == 5
    assert capsys.readouterr().err.startswith("There is nothing at ")


@pytest.mark.parametrize(
    "words",
    [
        ("schools", "x", "--district-code", "62166"),
        ("transfer", "x", "--requested", "10/1/2026"),
        ("transfer", "x", "--requested", "2999-01-01"),
    ],
)
def test_a_word_that_means_nothing_is_refused(run: Run, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        run(*words)
