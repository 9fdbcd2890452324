"""A backup is taken: of one moment, whole, into an empty folder."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from tests.conftest import AT
from tests.journeys.backups.lost import NOTE, Command, Small, files


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
    for text in ("{}", "[]", before["backup.json"].decode().replace('"pg_dump": ', '"pg_dump": "1", "more": ')):
        (backup / "backup.json").write_text(text)
        status, _, err = fileroom("restore", backup)
        assert (status, "not one that Fileroom wrote" in err) == (4, True)
    (backup / "backup.json").write_text('{"version": 1}')
    status, _, err = fileroom("restore", backup)
    assert (status, "has the form 1" in err) == (4, True)


def test_a_backup_says_which_pg_dump_wrote_it(small: Small, backup: Path) -> None:
    from fileroom.hosting.postgres_programs import fitting

    assert json.loads((backup / "backup.json").read_text())["pg_dump"] == fitting("pg_dump").major
