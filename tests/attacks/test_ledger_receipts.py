"""A superuser of either database hides entries, brings them back, or tampers with receipts; the entry is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from threading import Timer
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom.hosting.embedded import EmbeddedServer, Urls
from fileroom.ledger import services as ledger
from fileroom.ledger.verifying.report import Fault
from fileroom.seal.store import key_store
from tests.ledger.acts import ANA, AT, BEN, LATER, act, leaves, sequenced, written


def found() -> list[tuple[Fault, str]]:
    """What verification finds, and at which entries."""
    return [(it.fault, it.entry) for it in ledger.verify(patience=0.05).findings]


def take_out(owner: psycopg.Connection, entry: UUID) -> Sequence[Any]:
    """Remove an event, keeping its row aside."""
    row = owner.execute("DELETE FROM ledger_event WHERE id = %s RETURNING *", [entry]).fetchone()
    assert row is not None
    return row


def put_back(owner: psycopg.Connection, row: Sequence[Any], *, arrival: int | None = None) -> None:
    """The same row again; its arrival is the first column."""
    values = [row[0] if arrival is None else arrival, *row[1:]]
    owner.execute(f"INSERT INTO ledger_event OVERRIDING SYSTEM VALUE VALUES ({', '.join(['%s'] * 18)})", values)


def time_passes(minutes: int) -> None:
    """So many minutes in which something is numbered every five."""
    for minute in range(0, minutes + 1, 5):
        ledger.write(act(BEN, minute * 60))
        ledger.sequence(at=AT + timedelta(minutes=minute))


@pytest.mark.parametrize("sealed", [True, False])
def test_a_numbered_entry_whose_receipt_was_removed_is_named(
    district: str, receipts: psycopg.Connection, sealed: bool
) -> None:
    target = sequenced(12, sealed_each=2)[4 if sealed else 5]
    assert found() == []
    receipts.execute("DELETE FROM release WHERE event_id = %s", [target.id])
    assert found() == [(Fault.RECEIPT, str(target.id))]


def test_all_receipts_removed_are_all_missed(district: str, receipts: psycopg.Connection) -> None:
    sequenced(30)
    receipts.execute("TRUNCATE release")
    report = ledger.verify(patience=0.05)
    assert len(report.findings) + report.unlisted == 30
    assert {it.fault for it in report.findings} == {Fault.RECEIPT}


def test_the_first_and_the_last_receipt_are_missed_like_any_other(district: str, receipts: psycopg.Connection) -> None:
    ids = sorted(event.id for event in sequenced(6))
    for end in (ids[0], ids[-1]):
        receipts.execute("DELETE FROM release WHERE event_id = %s", [end])
    assert found() == [(Fault.RECEIPT, str(ids[0])), (Fault.RECEIPT, str(ids[-1]))]


def test_a_receipt_removed_before_its_entry_was_numbered_is_left_again(
    district: str, receipts: psycopg.Connection
) -> None:
    written(3)
    receipts.execute("TRUNCATE release")
    ledger.sequence(at=LATER)
    assert found() == []
    assert ledger.verify().receipts == 3


def test_entry_and_receipt_removed_together_after_numbering_leave_the_leaf(
    district: str, owner: psycopg.Connection, receipts: psycopg.Connection
) -> None:
    target = sequenced(12)[5]
    take_out(owner, target.id)
    receipts.execute("DELETE FROM release WHERE event_id = %s", [target.id])
    assert found() == [(Fault.DROPPED, str(target.id))]


@pytest.mark.parametrize("with_key", [True, False])
@pytest.mark.parametrize("numbered", [True, False])
def test_a_cancelled_receipt_whose_entry_stands_is_named(district: str, numbered: bool, with_key: bool) -> None:
    target = act(ANA, 1)
    if with_key:
        key = key_store().new_data_keys(district, [(ANA, "permanent")], AT)[0]
        key_store().release(district, target.id, key.id, AT)
    written(3)
    ledger.write(target)
    if numbered:
        ledger.sequence(at=LATER)
    assert found() == []
    key_store().cancel(district, [target.id])
    report = ledger.verify(patience=0.05)
    assert [(it.fault, it.entry) for it in report.findings] == [(Fault.RECEIPT, str(target.id))]
    assert report.cancelled_with_key == int(with_key)


def test_an_entry_removed_behind_a_cancelled_receipt_is_counted_where_a_key_was_given_out(
    district: str, owner: psycopg.Connection
) -> None:
    opened, other = act(ANA, 1), act(ANA, 2)
    key = key_store().new_data_keys(district, [(ANA, "permanent")], AT)[0]
    key_store().release(district, opened.id, key.id, AT)
    ledger.write_many([opened, other])
    for event in (opened, other):
        take_out(owner, event.id)
    key_store().cancel(district, [opened.id, other.id])
    report = ledger.verify(patience=0.05)
    assert (report.ok, report.cancelled_with_key) == (True, 1)
    assert report.to_json()["receipts_cancelled_with_key"] == 1


@pytest.mark.parametrize("sealed", [True, False])
def test_an_entry_taken_out_and_put_back_later_is_named_until_it_has_its_number(
    district: str, owner: psycopg.Connection, sealed: bool
) -> None:
    target = act(ANA, 0, sealed=sealed)
    ledger.write(target)
    away = take_out(owner, target.id)
    time_passes(15)
    assert found() == [(Fault.DROPPED, str(target.id))]
    put_back(owner, away)
    ledger.write(act(BEN, 1000))
    ledger.sequence(at=AT + timedelta(minutes=17))
    assert found() == [(Fault.HIDDEN, str(target.id))]
    ledger.write(act(BEN, 2000))
    ledger.sequence(at=AT + timedelta(minutes=31))
    assert found() == []
    log = "sealed" if sealed else "open"
    assert target.id in [event for _, event, _ in leaves(owner, log)]


def test_an_entry_with_an_arrival_before_all_is_named(district: str, owner: psycopg.Connection) -> None:
    time_passes(5)
    target = act(ANA, 400)
    ledger.write(target)
    owner.execute("UPDATE ledger_event SET arrival = -5 WHERE id = %s", [target.id])
    ledger.sequence(at=AT + timedelta(minutes=7))
    assert found() == [(Fault.HIDDEN, str(target.id))]
    ledger.sequence(at=AT + timedelta(days=1))
    assert found() == []


def test_entries_are_named_where_the_sequencer_was_told_it_had_seen_them(
    district: str, owner: psycopg.Connection
) -> None:
    time_passes(15)
    owner.execute("UPDATE ledger_checkpoint SET arrived = 1000000")
    target = act(ANA, 1000)
    ledger.write(target)
    assert ledger.sequence(at=AT + timedelta(minutes=17)) == 0
    assert found() == [(Fault.HIDDEN, str(target.id))]


def test_entries_that_only_wait_for_the_sequencer_are_not_called_hidden(district: str) -> None:
    time_passes(15)
    written(3, first=900, sealed_each=2)
    report = ledger.verify()
    assert (report.ok, report.pending) == (True, 3)


def test_an_entry_that_is_being_numbered_while_the_walk_goes_on_is_not_called_hidden(
    district: str, owner: psycopg.Connection
) -> None:

    from django.db import connection

    from fileroom.hosting import serving

    time_passes(5)
    ledger.write(act(ANA, 400))
    owner.execute("UPDATE ledger_event SET arrival = -5 WHERE student = %s", [ANA])

    def sequence() -> None:
        with serving(district):
            ledger.sequence(at=AT + timedelta(days=1))
        connection.close()

    late = Timer(0.4, sequence)
    late.start()
    assert ledger.verify(patience=10).ok
    late.join(20)


def test_while_a_gap_stands_only_its_own_receipt_is_asked_for_again(
    district: str, receipts: psycopg.Connection, server: tuple[EmbeddedServer, Urls]
) -> None:
    sequenced(3)
    receipts.execute("INSERT INTO release (event_id, at) VALUES (%s, %s)", [uuid4(), AT])
    log = server[0].log_path
    begin = log.stat().st_size
    assert not ledger.verify(patience=0.7).ok
    said = log.read_bytes()[begin:].decode()
    assert said.count('DECLARE "receipts"') == 1, "the walk reads all of them once"
    assert said.count("cancelled_at IS NOT NULL") >= 3


def test_a_gap_that_is_taken_back_while_the_walk_waits_is_none(district: str) -> None:
    lost, other = uuid4(), uuid4()
    key_store().note(district, [lost, other], AT)
    taken_back = Timer(0.4, lambda: key_store().cancel(district, [lost]))
    taken_back.start()
    report = ledger.verify(patience=1.5)
    taken_back.join(20)
    assert [gap.entry for gap in report.gaps] == [other]


def test_a_receipt_of_nothing_is_a_gap(district: str, receipts: psycopg.Connection) -> None:
    sequenced(3)
    nothing = uuid4()
    receipts.execute("INSERT INTO release (event_id, at) VALUES (%s, %s)", [nothing, AT])
    report = ledger.verify(patience=0.05)
    assert [(gap.entry, gap.key_released) for gap in report.gaps] == [(nothing, False)]
    assert found() == [(Fault.DROPPED, str(nothing))]
