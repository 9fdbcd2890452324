"""A database that is away or mistyped is no fault of ours: the command names its variable, and no password."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from fileroom.hosting.embedded import EmbeddedServer, Urls

SECRET = "hidden-phrase"
AWAY = f"postgresql://someone:{SECRET}@127.0.0.1:1/fileroom"
# The password holds an @ or a /, so libpq takes a piece of it for the host or the port.
TORN = (f"postgresql://someone:a@{SECRET}@127.0.0.1/fileroom", f"postgresql://someone:12/{SECRET}@127.0.0.1/fileroom")
NAMES = ("FILEROOM_DATABASE_URL", "FILEROOM_OWNER_URL", "FILEROOM_KEYS_URL")


def run(folder: Path, urls: tuple[str, str, str], *command: str) -> tuple[int, str]:
    """Exit status, and everything it printed."""
    places = {"FILEROOM_VAR": str(folder), **dict(zip(NAMES, urls, strict=True))}
    tried = subprocess.run(
        [sys.executable, "-m", "fileroom.cli", *command],
        env=dict(os.environ) | places, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return tried.returncode, tried.stdout + tried.stderr


@pytest.mark.parametrize("command", [("check",), ("ledger", "verify"), ("up", "--port", "0", "--check")])
def test_a_database_that_is_away_is_named_with_its_host_and_port(tmp_path: Path, command: tuple[str, ...]) -> None:
    status, said = run(tmp_path, (AWAY, AWAY, AWAY), *command)
    assert status == 4, said
    assert "FILEROOM_DATABASE_URL names, at 127.0.0.1, port 1" in said
    assert SECRET not in said
    assert "Incident" not in said


def test_of_several_the_one_that_is_away_is_named(tmp_path: Path, installation: Urls) -> None:
    status, said = run(tmp_path, (installation.records, AWAY, installation.keys), "restore", str(tmp_path))
    assert (status, "no backup in" in said) == (5, True), "what needs no database says what is wrong first"
    status, said = run(tmp_path, (installation.records, AWAY, installation.keys), "district", "add", "a", "--host", "b")
    assert status == 4, said
    assert "FILEROOM_OWNER_URL names, at 127.0.0.1, port 1" in said
    assert SECRET not in said


@pytest.mark.parametrize("url", TORN)
def test_a_password_that_tears_the_address_is_not_repeated(tmp_path: Path, url: str) -> None:
    status, said = run(tmp_path, (url, url, url), "check")
    assert status == 4, said
    assert "FILEROOM_DATABASE_URL is no address" in said
    assert SECRET not in said


def test_the_cause_is_said_and_not_the_hint(tmp_path: Path) -> None:
    away = f"postgresql://someone:{SECRET}@/fileroom?host={tmp_path}"
    status, said = run(tmp_path, (away, away, away), "check")
    assert (status, "No such file or directory" in said) == (4, True), said
    assert "Is the server running" not in said


def test_a_fault_of_our_own_server_is_blamed_on_no_variable(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    ours = ("", "", "")
    assert run(tmp_path, ours, "district", "add", "oak_grove", "--host", "oak.test")[0] == 0
    server = EmbeddedServer(tmp_path)
    try:
        with psycopg.connect(server.start().owner, autocommit=True) as owner:
            owner.execute("ALTER TABLE oak_grove.ledger_event RENAME act TO away")
    finally:
        server.stop()
    status, said = run(tmp_path, ours, "ledger", "verify")
    assert (status, "Incident" in said) == (70, True), said
    assert "FILEROOM_" not in said


def test_when_the_database_is_killed_under_a_command_it_says_what_is_kept_and_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    ours = ("", "", "")
    assert run(tmp_path, ours, "district", "add", "oak_grove", "--host", "oak.test")[0] == 0
    server = EmbeddedServer(tmp_path)
    owner = psycopg.connect(server.start().owner)
    owner.execute("LOCK TABLE oak_grove.ledger_event")
    with ThreadPoolExecutor(1) as apart:
        verified = apart.submit(run, tmp_path, ours, "ledger", "verify")
        while not owner.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
            assert not verified.done(), verified.result()
            time.sleep(0.05)
        os.kill(int((server.home.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        status, said = verified.result(60)
    owner.close()
    server.stop()
    assert (status, "went away while this ran" in said, "Incident" in said) == (4, True, False), said


def test_a_command_that_starts_the_database_says_so_first(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    _, said = run(tmp_path, ("", "", ""), "import", "oneroster", str(tmp_path / "nothing"), "--dry-run")
    assert said.count("fileroom: starting the database for this command; it stops with it\n") == 1, said


@pytest.mark.parametrize("name", ["FILEROOM_ROOT_KEY_FILE", "FILEROOM_SECRET_KEY_FILE"])
def test_a_key_file_that_is_missing_is_named_and_no_incident(
    tmp_path: Path, installation: Urls, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "lost.key"))
    urls = (installation.records, installation.owner, installation.keys)
    for command in (("check",), ("up", "--port", "0", "--check")):
        status, said = run(tmp_path, urls, *command)
        assert name in said
        assert (status in (1, 4), "Incident" in said) == (True, False), said


def test_what_breaks_while_the_databases_answer_is_still_an_incident(installation: Urls) -> None:
    from fileroom.cli import installation as environment

    assert environment.out_of_reach(psycopg.OperationalError("the server closed the connection")) == ""
    assert environment.out_of_reach(ValueError("anything")) == ""


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("check", "check"), ("--district alder restore away --d", "restore"), ("--district ledger check", "check"),
        ("restore away --district alder", "restore"), ("--district", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_command_that_loads_itself_alone_is_the_one_that_was_named(given: str, named: str) -> None:
    from fileroom.cli.__main__ import _command_of

    assert _command_of(given.split()) == named
