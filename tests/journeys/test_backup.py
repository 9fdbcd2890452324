"""A district is backed up, lost and brought back; what a backup shows, what it refuses, what a drill is worth."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString
from uuid import UUID

import psycopg
import pytest
from psycopg import sql

from fileroom.hosting.embedded import Urls, throwaway
from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.disclosure.services import Inspected

SOURCE = Path(__file__).resolve().parents[2] / "src"
GIVEN, FAMILY, NOTE = "Quillon", "Zarathustrin", "canary-note-7f3a"
PAPER = b"canary-paper-91bd " * 6000  # above what lies in the table: an object file
_numbers = count(1)


@dataclass(frozen=True)
class Small:
    """A district with one student, a note and a paper of hers, and her mother who may see them."""

    name: str
    note: UUID
    paper: UUID
    mother: make.Related
    urls: Urls

    def opened(self, record: UUID) -> Inspected:
        """What the mother sees of a record. Raises Missing where it is gone."""
        from fileroom.disclosure import services as disclosure
        from fileroom.hosting import serving

        with serving(self.name):
            seen = disclosure.inspect(record, by=self.mother.by, at=AT + timedelta(hours=2))
        assert isinstance(seen, disclosure.Inspected)
        return seen

    def ask(self, database: str, statement: LiteralString) -> list[Any]:
        """A superuser's question; {} is the district's schema."""
        with psycopg.connect(self.urls.superuser, dbname=database, autocommit=True) as superuser:
            done = superuser.execute(sql.SQL(statement).format(sql.Identifier(self.name)))
            return done.fetchall() if done.description else []

    def lose(self, *, keys: bool = True) -> None:
        """Everything under the district's name is gone, as after a disaster."""
        from django.db import connections

        from fileroom.hosting import register

        connections["default"].close()
        connections["owner"].close()
        self.ask("fileroom", "DROP SCHEMA IF EXISTS {} CASCADE")
        with psycopg.connect(self.urls.superuser, dbname="fileroom", autocommit=True) as superuser:
            for table, column in (("host", "district"), ("district", "name")):
                superuser.execute(f"DELETE FROM fileroom_register.{table} WHERE {column} = %s", [self.name])
        register._known.clear()
        if keys:
            self.ask("fileroom_keys", "DROP SCHEMA IF EXISTS {} CASCADE")

    def stands(self) -> dict[str, bool]:
        """Whether anything lies under the name: tables, keys, an entry in the register."""
        from fileroom.hosting import register

        asks: LiteralString = "SELECT nspname FROM pg_namespace"
        found = {database: self.ask(database, asks) for database in ("fileroom", "fileroom_keys")}
        return {where: (self.name,) in names for where, names in found.items()} | {
            "register": self.name in register.names()
        }


def filed(name: str, urls: Urls) -> Small:
    from fileroom.collection.services import Collected, Document, collect

    child, school = make.student(GIVEN, FAMILY), make.school()
    make.enrolment(child, school)
    clerk, mother = make.staffed("registrar", "registrar", school), make.related("mother", child)
    fields = {"method": "certified_birth_record", "seen_on": "2026-10-01", "note": NOTE}
    note = collect(child.id, "birth_date_verification", fields, by=clerk.by, at=AT)
    paper = collect(child.id, "test_results", Document("reading.txt", PAPER), by=clerk.by, at=AT)
    assert isinstance(note, Collected)
    assert isinstance(paper, Collected)
    return Small(name, note.record, paper.record, mother, urls)


@pytest.fixture
def small(installation: Urls) -> Iterator[Small]:
    """A third district, under a name of its own for each test, and gone afterwards."""
    from fileroom.hosting import districts, serving
    from fileroom.seal.store import key_store

    name = f"birch_valley_{next(_numbers)}"
    districts.add(name, f"{name.replace('_', '-')}.test")
    key_store().found(name)
    with serving(name):
        made = filed(name, installation)
    yield made
    made.lose()


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fileroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command as `fileroom` does: exit status, standard output, standard error."""
    from fileroom.cli.__main__ import main

    monkeypatch.setenv("FILEROOM_VAR", str(tmp_path / "var"))

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def backup(small: Small, fileroom: Command, tmp_path: Path) -> Path:
    """A backup of the district."""
    status, _, err = fileroom("--district", small.name, "backup", tmp_path / "backup")
    assert status == 0, err
    return tmp_path / "backup"


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_district_that_was_lost_comes_back_with_its_records_its_papers_and_its_ledger(
    small: Small, backup: Path, fileroom: Command
) -> None:
    small.lose()
    assert not any(small.stands().values())
    status, out, err = fileroom("restore", backup, "--json")
    assert status == 0, err
    answer = json.loads(out)
    assert (answer["kept_keys"], answer["lost"], answer["ledger"]["ok"]) == (False, 0, True)
    assert small.opened(small.note).contents.fields["note"] == NOTE
    assert small.opened(small.paper).contents.body == PAPER
    status, out, _ = fileroom("--district", small.name, "ledger", "verify", "--json")
    assert (status, json.loads(out)["findings"]) == (0, [])
    acts = [act for (act,) in small.ask("fileroom", "SELECT act FROM {}.ledger_event ORDER BY at, arrival")]
    assert [act for act in acts if act.startswith("backup:")] == ["backup:taken", "backup:restored"]


def test_the_applications_role_may_only_add_to_a_ledger_that_was_restored(
    small: Small, backup: Path, fileroom: Command
) -> None:
    small.lose()
    assert fileroom("restore", backup)[0] == 0
    with psycopg.connect(small.urls.records, autocommit=True) as application:
        table = sql.Identifier(small.name, "ledger_event")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute(sql.SQL("DELETE FROM {}").format(table))


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
    clear = subprocess.run([fitting("pg_restore"), "-f", "-"], input=b"".join(dump), capture_output=True, check=True)
    assert FAMILY.encode() in clear.stdout, "what was not found above is in there, sealed"
    assert NOTE.encode() not in clear.stdout, "and contents are sealed once more under their own keys"


def test_a_backup_is_open_to_its_own_account_only(backup: Path) -> None:
    assert {path.stat().st_mode & 0o077 for path in (backup, *backup.rglob("*"))} == {0}


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1)


def flip(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\x00")


def part(backup: Path, name: str) -> Path:
    return next(path for path in (backup / name).rglob("*") if path.is_file())


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
        other = {"at": "2026-01-01T00:00:00+00:00", "version": 2}.get(field, f"{value}x")
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
        dump = b"".join(moment.dump())
    small.lose()

    def proves_bad() -> Iterator[bytes]:
        yield dump[: len(dump) - 1000]
        raise Tampered("here")

    backups.begin(small.name, besides=())
    with pytest.raises(Tampered, match="here"):
        backups.load(small.name, proves_bad())
    with pytest.raises(ProgramFailed):
        backups.load(small.name, [dump[: len(dump) - 1000]])
    assert small.ask("fileroom", "SELECT to_regclass('{}.people_student')") == [(None,)]
    backups.give_up(small.name)
    assert not small.stands()["fileroom"]


def test_a_district_that_holds_records_is_not_overwritten(small: Small, backup: Path, fileroom: Command) -> None:
    status, _, err = fileroom("restore", backup)
    assert status == 4
    assert "only where there is none" in err
    assert small.opened(small.note).contents.fields["note"] == NOTE


def test_what_an_interrupted_restore_left_behind_is_no_obstacle(small: Small, backup: Path, fileroom: Command) -> None:
    from fileroom.hosting import backups

    small.lose()
    backups.begin(small.name, besides=())
    small.ask("fileroom", "CREATE TABLE {}.half AS SELECT 1 AS restored")
    assert fileroom("restore", backup)[0] == 0
    assert small.opened(small.note).contents.fields["note"] == NOTE


def test_a_record_destroyed_after_the_backup_does_not_come_back(small: Small, backup: Path, fileroom: Command) -> None:
    from fileroom.hosting import district_transaction, serving
    from fileroom.ledger import services as ledger
    from fileroom.people.answers import Missing
    from fileroom.records import contents
    from fileroom.records.models import Record, Version

    gone = AT + timedelta(hours=1)
    with serving(small.name), district_transaction():
        record, version = Record.objects.get(pk=small.note), Version.objects.get(record_id=small.note)
        by = ledger.Actor(None, "system", "cli")
        event = ledger.event(ledger.Act.RECORD_SHREDDED, student=record.student_id, record=record.id, by=by, at=gone)
        assert contents.shred(record, version, event)
    small.lose(keys=False)
    status, out, _ = fileroom("restore", backup, "--json")
    answer = json.loads(out)
    assert (status, answer["kept_keys"], answer["replayed"], answer["lost"]) == (1, True, 1, 1)
    assert [(found["fault"], found["entry"]) for found in answer["ledger"]["findings"]] == [("dropped", str(event.id))]
    with pytest.raises(Missing):
        small.opened(small.note)
    assert small.opened(small.paper).contents.body == PAPER
    with serving(small.name), district_transaction():
        assert Version.objects.get(record_id=small.note).shredded_at == gone
    asks: LiteralString = "SELECT count(*) FROM {}.records_sealed WHERE ciphertext IS NOT NULL"
    assert small.ask("fileroom", asks) == [(0,)], "of the two records one is an object file, one was destroyed"


def test_what_a_restore_lost_is_signed_for_and_a_later_checkpoint_still_tells_that_the_log_parted(
    small: Small, backup: Path, fileroom: Command, tmp_path: Path
) -> None:
    from fileroom.disclosure.ledger_desk import Explained, explain
    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger

    with serving(small.name):
        written = [
            ledger.write(ledger.event(ledger.Act.STUDENT_SEARCHED, by=ledger.Actor(None, "registrar", "web"), at=AT))
            for _ in range(3)
        ]
        ledger.sequence(at=datetime.now(UTC))
        later = tmp_path / "later"
        later.write_text(ledger.checkpoint())
    small.lose(keys=False)
    status, out, _ = fileroom("restore", backup, "--json")
    answer = json.loads(out)
    assert (status, answer["lost"]) == (1, 3)
    assert {it["entry"] for it in answer["ledger"]["gaps"]} == {str(it) for it in written}
    parted = f"log_size:{answer['ledger']['logs']['open']['size']}"
    assert ("backup:restored", parted) in small.ask("fileroom", "SELECT act, part FROM {}.ledger_event")
    with serving(small.name):
        helen = make.staffed("helen", "administrator", None)
        make.custodian(helen.row, None)
        for entry in written:
            done = explain(entry, reason="restored_from_backup", by=helen.by, at=datetime.now(UTC))
            assert isinstance(done, Explained)
        ledger.sequence(at=datetime.now(UTC))
    status, out, _ = fileroom("--district", small.name, "ledger", "verify", "--json")
    assert (status, len(json.loads(out)["explained"])) == (0, 3)
    status, out, _ = fileroom("--district", small.name, "ledger", "verify", "--checkpoint", later)
    assert status == 1
    assert "outside checkpoint" in out


def test_keys_of_another_life_under_the_same_name_stop_a_restore(small: Small, backup: Path, fileroom: Command) -> None:
    from fileroom.seal.store import _of_process, key_store

    small.lose()
    key_store().close()
    _of_process.cache_clear()  # what the secrets were is forgotten, as in a process started now
    key_store().found(small.name)
    key_store().new_data_keys(small.name, [(None, "apart")], AT)
    status, _, err = fileroom("restore", backup)
    assert status == 4
    assert "other keys under the name" in err
    assert not small.stands()["fileroom"]


def test_a_backup_taken_while_people_work_is_of_one_moment(small: Small, fileroom: Command, tmp_path: Path) -> None:
    from django.db import connection

    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger

    stop, written = threading.Event(), []

    def work() -> None:
        by = ledger.Actor(None, "registrar", "web")
        with serving(small.name):
            while not stop.is_set():
                written.append(ledger.write(ledger.event(ledger.Act.STUDENT_SEARCHED, by=by, at=AT)))
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    try:
        status, _, err = fileroom("--district", small.name, "backup", tmp_path / "busy")
        during = len(written)
    finally:
        stop.set()
        worker.join()
    assert status == 0, err
    assert during > 10
    small.lose()
    status, out, err = fileroom("restore", tmp_path / "busy", "--json")
    assert status == 0, err or out
    ((restored,),) = small.ask("fileroom", "SELECT count(*) FROM {}.ledger_event WHERE act = 'student:searched'")
    assert 0 < restored < len(written)


def test_an_object_file_that_the_store_lost_is_named_and_the_rest_is_backed_up(
    small: Small, fileroom: Command, tmp_path: Path
) -> None:
    from fileroom.records.objects import object_store

    ((name,),) = small.ask("fileroom", "SELECT object_name FROM {}.records_sealed WHERE object_name IS NOT NULL")
    object_store().delete(name)
    status, out, _ = fileroom("--district", small.name, "backup", tmp_path / "backup", "--json")
    assert (status, json.loads(out)["lacking"]) == (1, [name])
    small.lose()
    assert fileroom("restore", tmp_path / "backup")[0] == 0
    assert small.opened(small.note).contents.fields["note"] == NOTE


def test_a_backup_goes_into_an_empty_folder_and_a_restore_comes_from_a_whole_one(
    small: Small, backup: Path, fileroom: Command, tmp_path: Path
) -> None:
    before = files(backup)
    assert fileroom("--district", small.name, "backup", backup)[0] == 4
    assert fileroom("--district", "nowhere", "backup", tmp_path / "other")[0] == 4
    assert files(backup) == before
    (backup / "backup.json").unlink()
    assert fileroom("restore", backup)[0] == 5
    assert fileroom("restore", backup, "--drill")[0] == 5
    (backup / "backup.json").write_text("{}")
    assert fileroom("restore", backup)[0] == 4


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
