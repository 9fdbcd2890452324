"""A district is backed up, lost and brought back; what stops a restore, and what does not come back with it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

from tests import factories as make
from tests.conftest import AT
from tests.journeys.backups.lost import NOTE, PAPER, Command, Small


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


def test_a_letter_comes_back_as_it_was_issued_and_is_found_by_its_code(
    small: Small, fileroom: Command, tmp_path: Path
) -> None:
    from fileroom.disclosure.papers import check
    from fileroom.hosting import durable, serving
    from fileroom.records import issuing
    from fileroom.records.models import Letter
    from tests.collection.orders.filing import HEAD

    by = small.mother.by
    facts = dict.fromkeys(("received_at", "received_by", "office", "school", "pages"), "1")
    draft = issuing.Draft("order_receipt", "en", facts, about=small.note)
    with serving(small.name), durable():
        made = issuing.issue(draft, head=HEAD, by=by, role="staff", decision=None, sealed=True, at=AT)
    assert fileroom("--district", small.name, "backup", tmp_path / "later")[0] == 0
    small.lose()
    assert fileroom("restore", tmp_path / "later")[0] == 0
    with serving(small.name):
        found = check(made.code, made.pdf, language="en")
        assert found and found.same is True
        with durable():
            letter = Letter.objects.get(pk=made.id)
            assert issuing.open_again(letter, by=by, role="staff", sealed=True, at=AT) == made.pdf


def test_the_applications_role_may_only_add_to_a_ledger_that_was_restored(
    small: Small, backup: Path, fileroom: Command
) -> None:
    small.lose()
    assert fileroom("restore", backup)[0] == 0
    with psycopg.connect(small.urls.records, autocommit=True) as application:
        table = sql.Identifier(small.name, "ledger_event")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute(sql.SQL("DELETE FROM {}").format(table))


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


def test_a_district_whose_tables_alone_are_gone_comes_back_though_it_is_registered(
    small: Small, backup: Path, fileroom: Command
) -> None:
    from django.db import connections

    connections["default"].close()
    small.ask("fileroom", "DROP SCHEMA {} CASCADE")
    assert small.stands() == {"fileroom": False, "fileroom_keys": True, "register": True}
    status, _, err = fileroom("restore", backup)
    assert status == 0, err
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


def test_entries_lost_with_the_records_leave_the_backup_and_its_ledger_whole(
    small: Small, backup: Path, fileroom: Command
) -> None:
    from fileroom.hosting import drills, serving
    from fileroom.ledger import services as ledger

    with serving(small.name):
        ledger.write(ledger.event(ledger.Act.STUDENT_SEARCHED, by=ledger.Actor(None, "registrar", "web"), at=AT))
    small.lose(keys=False)
    status, out, _ = fileroom("restore", backup)
    assert (status, "1 ledger entries written after the backup are lost" in out) == (1, True), "somebody must sign"
    assert ("But for these the ledger is whole" in out, "NOT whole" in out) == (True, False)
    with serving(small.name):
        drill = drills.last(small.name)
    assert drill is not None and drill.ok


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
