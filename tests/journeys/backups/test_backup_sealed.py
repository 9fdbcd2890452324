"""What a backup shows, and what is refused of one that was cut, altered or put together."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.journeys.backups.lost import FAMILY, GIVEN, NOTE, Command, Small, cut, files, part


def test_a_backup_shows_neither_contents_nor_names(small: Small, backup: Path) -> None:
    from fileroom.hosting.postgres_programs import fitting
    from fileroom.safekeeping.folder import BackupFolder, opened_records
    from fileroom.seal.store import key_store

    kept = files(backup)
    assert len([name for name in kept if name.startswith("objects/")]) == 1
    secrets = [GIVEN, FAMILY, NOTE, "canary-paper", "Torres", "PGDMP", "COPY ", "registrar", str(small.note)]
    for body in kept.values():
        assert not [word for word in secrets if word.lower().encode() in body.lower()]
    about = BackupFolder(backup).about()
    key = key_store().archive_key(small.name, "records")
    _, dump = opened_records(BackupFolder(backup).records(small.name), key, about)
    restores = fitting("pg_restore").place
    clear = subprocess.run([restores, "-f", "-"], input=b"".join(dump), capture_output=True, check=True)
    assert FAMILY.encode() in clear.stdout, "what was not found above is in there, sealed"
    assert NOTE.encode() not in clear.stdout, "and contents are sealed once more under their own keys"


def test_a_backup_is_open_to_its_own_account_only(backup: Path) -> None:
    assert {path.stat().st_mode & 0o077 for path in (backup, *backup.rglob("*"))} == {0}


def flip(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\x00")


def test_a_backup_that_was_cut_or_altered_is_refused_and_nothing_is_restored(
    small: Small, backup: Path, fileroom: Command, tmp_path: Path
) -> None:
    small.lose()
    damages: list[Callable[[Path], object]] = [cut, flip, lengthen, Path.unlink]
    for number, (of, damage) in enumerate(product(("records", "keys", "objects"), damages)):
        damaged = shutil.copytree(backup, tmp_path / f"damaged-{number}")
        damage(part(damaged, of))
        status, out, err = fileroom("restore", damaged)
        assert (status, out, err[:10]) == (4, "", "fileroom: "), (of, damage)
        assert not any(small.stands().values()), (of, damage)


@pytest.mark.parametrize("of", ["records", "keys"])
def test_parts_of_two_backups_are_not_put_together(
    small: Small, backup: Path, fileroom: Command, tmp_path: Path, of: str
) -> None:
    other = tmp_path / "other"
    assert fileroom("--district", small.name, "backup", other)[0] == 0
    shutil.copyfile(part(other, of), part(backup, of))
    small.lose()
    assert fileroom("restore", backup)[0] == 4
    assert not any(small.stands().values())


def test_what_a_backup_says_of_itself_cannot_be_changed(small: Small, backup: Path, fileroom: Command) -> None:
    about = json.loads((backup / "backup.json").read_text())
    small.lose()
    for field, value in about.items():
        other = {"at": "2026-01-01T00:00:00+00:00", "version": 1, "pg_dump": 17}.get(field, f"{value}x")
        (backup / "backup.json").write_text(json.dumps(about | {field: other}))
        assert fileroom("restore", backup)[0] == 4, field
        assert not any(small.stands().values()), field
    (backup / "backup.json").write_text(json.dumps(about))
    assert fileroom("restore", backup)[0] == 0


def test_a_dump_that_proves_bad_in_the_middle_leaves_no_table(small: Small) -> None:
    from fileroom.hosting import backups
    from fileroom.hosting.postgres_programs import ProgramFailed
    from fileroom.seal import Tampered

    with backups.one_moment(small.name, quiet="ledger_event") as moment:
        program = backups.loader(moment.dumped_by)
        dump = b"".join(moment.dump())
    small.lose()

    def proves_bad() -> Iterator[bytes]:
        yield dump[: len(dump) - 1000]
        raise Tampered("here")

    backups.begin(small.name, besides=())
    with pytest.raises(Tampered, match="here"):
        backups.load(small.name, proves_bad(), program=program)
    with pytest.raises(ProgramFailed):
        backups.load(small.name, [dump[: len(dump) - 1000]], program=program)
    assert small.ask("fileroom", "SELECT to_regclass('{}.people_student')") == [(None,)]
    backups.give_up(small.name)
    assert not small.stands()["fileroom"]
