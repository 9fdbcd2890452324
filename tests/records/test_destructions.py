"""A destruction is in the ledger before the key goes, and is finished whatever stops in between."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from tests.conftest import AT
from tests.records.shelf import SMALL, event, opened, shelved, shredded

if TYPE_CHECKING:
    from fileroom.people.models import Student
    from fileroom.records.models import Version

LATER = AT + timedelta(hours=2)


def now(version: Version) -> Version:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Version

    with district_transaction():
        return Version.objects.get(pk=version.pk)


def keys_left(receipts: psycopg.Connection, version: Version) -> int:
    return len(receipts.execute("SELECT FROM data_key WHERE id = %s", [version.data_key]).fetchall())


def test_a_destruction_that_is_rolled_back_destroys_nothing(ana: Student, receipts: psycopg.Connection) -> None:
    from fileroom.hosting import durable
    from fileroom.records import contents

    record, version = shelved(ana)
    with pytest.raises(KeyboardInterrupt), durable():
        assert contents.shred(record, version, event(record, "record:shredded"))
        raise KeyboardInterrupt
    assert keys_left(receipts, version) == 1
    assert opened(record, version).body == SMALL


def test_the_key_goes_when_the_entry_stands(ana: Student, receipts: psycopg.Connection) -> None:
    record, version = shelved(ana)
    assert shredded(record, version)
    assert keys_left(receipts, version) == 0
    assert (now(version).shredded_at, now(version).key_gone_at) == (AT, AT)


def test_a_destruction_that_stopped_half_way_opens_nothing_and_is_finished_later(
    ana: Student, receipts: psycopg.Connection
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.queries import shelved as on_shelf
    from fileroom.safekeeping.tasks import keep_up

    record, version = shelved(ana)
    receipts.execute("ALTER TABLE data_key RENAME TO out_of_reach")
    try:
        assert shredded(record, version)
    finally:
        receipts.execute("ALTER TABLE out_of_reach RENAME TO data_key")
    assert (keys_left(receipts, version), now(version).key_gone_at) == (1, None)
    with district_transaction():
        assert on_shelf(record.id) is None, "nobody is shown what waits for its end"
    keep_up("alder_creek", at=LATER)
    assert (keys_left(receipts, version), now(version).key_gone_at) == (0, LATER)


def test_a_key_destroyed_without_its_entry_is_named(ana: Student) -> None:
    from fileroom.ledger import services as ledger
    from fileroom.seal.store import key_store

    _, version = shelved(ana)
    other, kept = shelved(ana)
    assert shredded(other, kept)
    ledger.sequence(at=AT)
    assert ledger.verify(patience=0).ok
    told = uuid4()
    assert key_store().shred("alder_creek", version.data_key, told, AT)
    found = ledger.verify(patience=0).findings
    assert [(it.fault, it.entry) for it in found] == [(ledger.Fault.DESTROYED, str(told))]


def test_a_look_is_no_entry_of_a_destruction(ana: Student) -> None:
    from fileroom.ledger import services as ledger
    from fileroom.seal.store import key_store

    record, version = shelved(ana)
    looked = event(record)
    ledger.write(looked)
    ledger.sequence(at=AT)
    assert key_store().shred("alder_creek", version.data_key, looked.id, AT)
    assert [it.fault for it in ledger.verify(patience=0).findings] == [ledger.Fault.DESTROYED]


def test_a_key_destroyed_under_the_entry_of_another_is_named(ana: Student) -> None:
    from fileroom.ledger import services as ledger
    from fileroom.seal.store import key_store

    ours, kept = shelved(ana)
    _, taken = shelved(ana)
    told = event(ours, "record:shredded")
    assert shredded(ours, kept, told)
    ledger.sequence(at=AT)
    assert ledger.verify(patience=0).ok
    assert key_store().shred("alder_creek", taken.data_key, told.id, AT)
    found = ledger.verify(patience=0).findings
    assert [(it.fault, it.entry) for it in found] == [(ledger.Fault.DESTROYED, str(told.id))]


def test_one_lost_entry_excuses_one_key(ana: Student) -> None:
    from fileroom.ledger import services as ledger
    from fileroom.seal.store import key_store

    lost = uuid4()
    key_store().note("alder_creek", [lost], AT)
    for _ in range(2):
        assert key_store().shred("alder_creek", shelved(ana)[1].data_key, lost, AT)
    found = ledger.verify(patience=0).findings
    assert sorted(it.fault for it in found) == [ledger.Fault.DESTROYED, ledger.Fault.DROPPED]


def test_an_upkeep_that_fails_is_said_by_its_kind_and_without_a_statement(
    ana: Student, owner: psycopg.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    from threading import Event

    from fileroom.safekeeping.tasks import run_upkeep

    stopped = Event()
    stopped.set()
    owner.execute("ALTER TABLE records_version RENAME destruction TO away")
    try:
        run_upkeep(stopped)
    finally:
        owner.execute("ALTER TABLE records_version RENAME away TO destruction")
    assert "The upkeep of keys and destructions of alder_creek was not done: ProgrammingError at " in caplog.text
    assert "records_version" not in caplog.text


def test_in_a_new_year_the_class_keys_are_wrapped_anew_and_everything_still_opens(
    ana: Student, receipts: psycopg.Connection
) -> None:
    from fileroom.safekeeping.tasks import keep_up

    record, version = shelved(ana)
    for _ in range(2):
        keep_up("alder_creek", at=AT.replace(year=AT.year + 1))
    assert receipts.execute("SELECT year FROM key_encryption_key").fetchall() == [(AT.year + 1,)]
    assert opened(record, version).body == SMALL
