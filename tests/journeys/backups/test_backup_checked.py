"""What a drill is worth: the installation's check is red until a backup has been restored, and when it was long ago."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import LiteralString

import psycopg

from fileroom.hosting.embedded import throwaway
from tests.conftest import AT
from tests.journeys.backups.lost import Command, Small, cut, part

SOURCE = Path(__file__).resolve().parents[3] / "src"


def state_of(name: str, answer: str) -> str:
    (found,) = [each["state"] for each in json.loads(answer)["parts"] if each["name"] == name]
    return str(found)


def test_the_check_is_red_until_a_backup_has_been_restored_once(small: Small, backup: Path, fileroom: Command) -> None:
    check = ("--district", small.name, "check", "--json")
    status, out, _ = fileroom(*check)
    assert (status, state_of("backups", out)) == (1, "red")
    damaged = part(backup, "records")
    whole = damaged.read_bytes()
    cut(damaged)
    assert fileroom("restore", backup, "--drill")[0] == 1
    status, out, _ = fileroom(*check)
    assert (status, state_of("backups", out)) == (1, "red")
    damaged.write_bytes(whole)
    before = small.ask("fileroom", "SELECT count(*) FROM {}.ledger_event")
    status, out, err = fileroom("restore", backup, "--drill")
    assert status == 0, err or out
    assert small.ask("fileroom", "SELECT count(*) FROM {}.ledger_event") == before, "the drill was held elsewhere"
    status, out, _ = fileroom(*check)
    assert (status, state_of("backups", out)) == (0, "ok"), out
    assert {state_of(name, out) for name in ("migrations", "keys", "ledger")} == {"ok"}
    assert state_of("custodians", out) == "see", "no custodian of records was designated"


def test_the_check_turns_red_again_where_the_last_drill_is_more_than_a_quarter_old(small: Small) -> None:
    from fileroom.hosting import drills
    from fileroom.safekeeping import selftest

    drills.record(small.name, drills.Drill(AT, AT, True))
    states = {}
    for days in (90, 93):
        found = {it.name: it.state for it in selftest.parts(small.name, at=AT + timedelta(days=days))}
        states[days] = found["backups"].value
    assert states == {90: "ok", 93: "red"}


def test_the_check_is_red_where_the_log_is_not_the_one_that_was_signed(
    small: Small, backup: Path, fileroom: Command
) -> None:
    statement: LiteralString = "UPDATE {}.ledger_leaf SET hash = sha256(hash) WHERE position = 0 AND log = 'open'"
    small.ask("fileroom", statement)
    status, out, _ = fileroom("--district", small.name, "check", "--json")
    assert (status, state_of("ledger", out), state_of("keys", out)) == (1, "red", "ok")


def test_the_check_is_red_where_tables_are_missing_or_old(small: Small, fileroom: Command) -> None:
    last: LiteralString = "DELETE FROM {}.django_migrations WHERE app = 'ledger'"
    small.ask("fileroom", last)
    status, out, _ = fileroom("--district", small.name, "check", "--json")
    assert (status, state_of("migrations", out)) == (1, "red")
    assert fileroom("--district", "nowhere", "check")[0] == 5


def test_elsewhere_it_needs_the_same_root_key_and_a_district_just_added_takes_it(
    small: Small, backup: Path, tmp_path: Path
) -> None:
    with throwaway() as (_, urls):
        ways = {"FILEROOM_DATABASE_URL": urls.records, "FILEROOM_OWNER_URL": urls.owner, "FILEROOM_KEYS_URL": urls.keys}
        ways |= {"FILEROOM_VAR": str(tmp_path / "elsewhere"), "FILEROOM_OBJECTS": str(tmp_path / "objects")}
        ways |= {"PYTHONPATH": str(SOURCE)}

        def there(*arguments: str, root: str) -> subprocess.CompletedProcess[str]:
            environment = dict(os.environ) | ways | {"FILEROOM_ROOT_KEY_FILE": root}
            command = [sys.executable, "-m", "fileroom.cli", *arguments]
            return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

        stranger = tmp_path / "root.key"
        stranger.write_bytes(os.urandom(32))
        stranger.chmod(0o600)
        refused = there("restore", str(backup), root=str(stranger))
        assert (refused.returncode, "root key" in refused.stderr) == (4, True)
        ours = os.environ["FILEROOM_ROOT_KEY_FILE"]
        assert there("district", "add", small.name, "--host", "elsewhere.test", root=ours).returncode == 0
        with psycopg.connect(urls.records):
            served = there("restore", str(backup), root=ours)
        assert (served.returncode, "Stop Fileroom" in served.stderr) == (4, True)
        done = there("restore", str(backup), root=ours)
        assert done.returncode == 0, done.stderr
        assert there("district", "list", root=ours).stdout.split() == [small.name, "elsewhere.test"]
        assert there("ledger", "verify", root=ours).returncode == 0
