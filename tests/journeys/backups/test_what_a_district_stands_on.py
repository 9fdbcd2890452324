"""A district whose tables are gone, half restored or without their keys: said, served to nobody, and made no worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connections

from tests.journeys.backups.lost import NOTE, Command, Small


def half_restored(small: Small, backup: Path) -> None:
    """As a machine leaves it that was switched off while the rows came back."""
    from fileroom.hosting import backups, districts, serving
    from fileroom.safekeeping.folder import BackupFolder, opened_records
    from fileroom.safekeeping.ground import BORN_WITH
    from fileroom.seal.store import key_store

    about = BackupFolder(backup).about()
    key = key_store().archive_key(small.name, "records")
    small.lose()
    forgotten()
    districts.add(small.name, about.host)
    backups.begin(small.name, besides=BORN_WITH)
    _, dump = opened_records(BackupFolder(backup).records(small.name), key, about)
    backups.load(small.name, dump, program=backups.loader(about.pg_dump))
    with serving(small.name):
        assert not key_store().founded(small.name)


def forgotten() -> None:
    """As in a process started now."""
    from fileroom.seal.store import _of_process, key_store

    key_store().close()
    _of_process.cache_clear()


def up() -> None:
    """What `fileroom up` does to the districts before it serves them."""
    from fileroom.cli.up import _districts

    _districts(demo=False)


def red(fileroom: Command, small: Small) -> dict[str, str]:
    """The parts of the check that are red, and what they say."""
    status, out, _ = fileroom("--district", small.name, "check", "--json")
    assert status == 1
    return {part["name"]: part["says"] for part in json.loads(out)["parts"] if part["state"] == "red"}


def test_a_half_restored_district_is_not_served_and_the_restore_can_be_done_again(
    small: Small, backup: Path, fileroom: Command
) -> None:
    from fileroom.cli.installation import Unfit
    from fileroom.hosting import districts

    half_restored(small, backup)
    with pytest.raises(Unfit, match="half restored"):
        up()
    districts.migrate_all()
    assert not small.stands()["fileroom_keys"], "no key was made"
    assert "half restored" in red(fileroom, small)["standing"]
    status, _, err = fileroom("restore", backup)
    assert status == 0, err
    assert small.opened(small.note).contents.fields["note"] == NOTE
    up()


def test_beside_records_whose_keys_are_lost_no_new_keys_are_made(small: Small, fileroom: Command) -> None:
    from fileroom.cli.installation import Unfit

    small.ask("fileroom_keys", "DROP SCHEMA {} CASCADE")
    forgotten()
    with pytest.raises(Unfit, match="none of its keys"):
        up()
    status, _, err = fileroom("district", "add", small.name, "--host", f"{small.name.replace('_', '-')}.test")
    assert (status, "none of its keys" in err) == (4, True)
    assert not small.stands()["fileroom_keys"]
    assert "none of its keys" in red(fileroom, small)["standing"]
    status, _, err = fileroom("--district", small.name, "ledger", "verify")
    assert (status, "none of its keys" in err) == (4, True), err


def test_a_district_whose_tables_are_gone_is_said_to_be_and_the_others_are_served(
    small: Small, fileroom: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connections["default"].close()
    small.ask("fileroom", "DROP SCHEMA {} CASCADE")
    up()
    assert f"The tables of {small.name} are gone: fileroom restore DIR." in capsys.readouterr().err
    found = red(fileroom, small)
    assert "are gone" in found["standing"] and "are gone" in found["migrations"]
    for command in (("ledger", "verify"), ("backup", tmp_path / "another")):
        status, _, err = fileroom("--district", small.name, *command)
        assert (status, "are gone" in err) == (4, True), err


def test_a_district_that_is_here_is_not_moved_by_adding_it_again(small: Small, fileroom: Command) -> None:
    from fileroom.hosting import register

    host = f"{small.name.replace('_', '-')}.test"
    status, _, err = fileroom("district", "add", small.name, "--host", "elsewhere.test")
    assert (status, "district move" in err, register.host_of(small.name)) == (4, True, host)
    status, out, _ = fileroom("district", "add", small.name, "--host", host)
    assert (status, "Nobody can sign in" in out) == (0, False)
    assert fileroom("district", "move", small.name, "--host", "elsewhere.test")[0] == 0
    assert [register.by_host(it) for it in (host, "elsewhere.test")] == [None, small.name]
    assert fileroom("district", "move", "nowhere", "--host", "elsewhere.test")[0] == 5


def test_a_backup_that_failed_is_noted_as_failed(
    small: Small, fileroom: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.hosting import backups

    def busy(*_: object, **__: object) -> None:
        raise backups.Busy("Try again later.")

    monkeypatch.setattr(backups, "one_moment", busy)
    assert fileroom("--district", small.name, "backup", tmp_path / "none")[0] == 4
    acts = small.ask("fileroom", "SELECT act FROM {}.ledger_event WHERE act LIKE 'backup:%' ORDER BY arrival")
    assert acts == [("backup:taken",), ("backup:failed",)]


def test_a_folder_named_like_a_command_is_a_folder(
    small: Small, fileroom: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.cli import installation

    reached: list[object] = []
    monkeypatch.setattr(installation, "reach", reached.append)
    monkeypatch.chdir(tmp_path)
    assert fileroom("--district", small.name, "backup", "vectors")[0] == 0
    assert len(reached) == 1


@pytest.mark.parametrize("drill", [(), ("--drill",)])
def test_a_backup_whose_description_is_a_folder_is_no_incident(
    fileroom: Command, small: Small, tmp_path: Path, drill: tuple[str, ...]
) -> None:
    (tmp_path / "odd" / "backup.json").mkdir(parents=True)
    status, _, err = fileroom("restore", *drill, tmp_path / "odd")
    assert (status, "cannot be read: Is a directory" in err) == (4, True), err


def test_a_drill_may_be_the_first_thing_that_is_done_here(small: Small) -> None:
    """The register is made by whoever needs it first; here it is taken away for the length of a transaction."""
    from django.db import transaction

    from fileroom.hosting import drills
    from fileroom.hosting.drills import Drill
    from tests.conftest import AT

    with transaction.atomic("owner"):
        with connections["owner"].cursor() as cursor:
            cursor.execute("DROP SCHEMA fileroom_register CASCADE")
        drills.record(small.name, Drill(AT, AT, True))
        with connections["owner"].cursor() as cursor:
            cursor.execute("SELECT * FROM fileroom_register.drill")
            assert cursor.fetchall() == [(small.name, AT, AT, True)]
        transaction.set_rollback(True, using="owner")
