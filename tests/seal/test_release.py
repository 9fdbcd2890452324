"""A key leaves only with its receipt; a shredded one not at all."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom import seal
from fileroom.seal.receipts import Receipt
from fileroom.seal.store import KeyStore

from .conftest import AT, Rows

DUANE = uuid4()


def key_of(store: KeyStore, district: str, student: UUID | None = DUANE, kept_as: str = "permanent") -> seal.DataKey:
    return store.new_data_keys(district, [(student, kept_as)], AT)[0]


def test_a_key_comes_back_against_an_event_and_leaves_its_receipt(store: KeyStore, district: str) -> None:
    key, event = key_of(store, district), uuid4()
    assert store.release(district, event, key.id, AT) == key
    assert list(store.receipts(district)) == [Receipt(event, key.id, False, AT)]


def test_the_receipt_stands_when_the_caller_then_fails(store: KeyStore, district: str) -> None:
    key, event = key_of(store, district), uuid4()
    with pytest.raises(ZeroDivisionError):
        1 / (len(store.release(district, event, key.id, AT).secret) - 32)
    assert list(store.receipts(district)) == [Receipt(event, key.id, False, AT)]


def test_connections_that_the_server_ended_are_found_before_a_key_is_asked_for(
    store: KeyStore, district: str, rows: Rows
) -> None:
    key = key_of(store, district)
    ended = rows(
        district,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
    )
    assert ended and all(done for (done,) in ended)
    for _ in ended:
        assert store.release(district, uuid4(), key.id, AT) == key


def test_no_receipt_no_key(store: KeyStore, district: str, rows: Rows) -> None:
    key = key_of(store, district)
    rows(district, "ALTER TABLE {release} ADD CHECK (data_key_id IS NULL)")
    with pytest.raises(psycopg.errors.CheckViolation):
        store.release(district, uuid4(), key.id, AT)
    assert list(store.receipts(district)) == []


def test_one_event_releases_one_key_once(store: KeyStore, district: str) -> None:
    first, second = key_of(store, district), key_of(store, district)
    event, noted = uuid4(), uuid4()
    store.release(district, event, first.id, AT)
    store.note(district, [noted], AT)
    for used in (event, noted):
        for key in (first, second):
            with pytest.raises(seal.AlreadyUsed):
                store.release(district, used, key.id, AT)
    assert {receipt.event for receipt in store.receipts(district)} == {event, noted}


def test_asking_for_a_key_that_never_was_leaves_a_receipt(store: KeyStore, district: str) -> None:
    event, never = uuid4(), uuid4()
    with pytest.raises(seal.UnknownKey, match=str(never)):
        store.release(district, event, never, AT)
    assert list(store.receipts(district)) == [Receipt(event, never, False, AT)]


def test_a_shredded_key_is_gone_and_asking_for_it_leaves_a_receipt(store: KeyStore, district: str, rows: Rows) -> None:
    gone, stays = store.new_data_keys(district, [(DUANE, "interim")] * 2, AT)
    assert store.shred(district, gone.id, uuid4(), AT) is True
    event = uuid4()
    with pytest.raises(seal.Shredded, match="2026-10-19"):
        store.release(district, event, gone.id, AT)
    assert list(store.receipts(district)) == [Receipt(event, gone.id, False, AT)]
    assert store.release(district, uuid4(), stays.id, AT) == stays
    assert rows(district, "SELECT id FROM {data_key}") == [(stays.id,)]
    assert rows(district, "SELECT data_key_id, at FROM {shred}") == [(gone.id, AT)]


def test_shredding_twice_or_what_never_was_says_so(store: KeyStore, district: str, rows: Rows) -> None:
    key = key_of(store, district)
    assert [store.shred(district, each, uuid4(), AT) for each in (key.id, key.id, uuid4())] == [True, False, False]
    assert rows(district, "SELECT count(*) FROM {shred}") == [(1,)]


def test_shredding_a_class_takes_its_keys_and_no_others(store: KeyStore, district: str) -> None:
    owners = [(DUANE, "interim"), (DUANE, "interim"), (DUANE, "permanent"), (uuid4(), "interim"), (None, "interim")]
    keys = store.new_data_keys(district, owners, AT)
    assert store.shred_class(district, DUANE, "interim", uuid4(), AT) == 2
    for key in keys[:2]:
        with pytest.raises(seal.Shredded):
            store.release(district, uuid4(), key.id, AT)
    for key in keys[2:]:
        assert store.release(district, uuid4(), key.id, AT) == key
    assert store.shred_class(district, DUANE, "interim", uuid4(), AT) == 0


def test_a_class_without_a_student_can_be_shredded_by_itself(store: KeyStore, district: str) -> None:
    nobodys, somebodys = store.new_data_keys(district, [(None, "permanent"), (DUANE, "permanent")], AT)
    assert store.shred_class(district, None, "permanent", uuid4(), AT) == 1
    with pytest.raises(seal.Shredded):
        store.release(district, uuid4(), nobodys.id, AT)
    assert store.release(district, uuid4(), somebodys.id, AT) == somebodys


def test_a_shredded_class_keeps_no_bytes_and_opens_anew_with_another_key(
    store: KeyStore, district: str, rows: Rows
) -> None:
    key_of(store, district)
    store.shred_class(district, DUANE, "permanent", uuid4(), AT)
    assert rows(district, "SELECT wrapped, kek_id FROM {class_key}") == [(None, None)]
    again = key_of(store, district)
    assert store.release(district, uuid4(), again.id, AT) == again
    assert rows(district, "SELECT count(*), count(wrapped) FROM {class_key}") == [(2, 1)]


def test_scouring_leaves_no_room_in_the_files_where_shredded_keys_were(
    store: KeyStore, district: str, rows: Rows
) -> None:
    store.new_data_keys(district, [(DUANE, "interim")] * 300, AT)
    store.shred_class(district, DUANE, "interim", uuid4(), AT)
    size = "SELECT pg_relation_size('{data_key}'::regclass)"
    assert rows(district, size) != [(0,)]
    store.scour(district)
    assert rows(district, size) == [(0,)]


def test_a_batch_of_notes_is_all_or_nothing(store: KeyStore, district: str) -> None:
    events = [uuid4() for _ in range(500)]
    with pytest.raises(seal.AlreadyUsed):
        store.note(district, [*events, events[0]], AT)
    assert list(store.receipts(district)) == []
    store.note(district, events, AT)
    store.note(district, [], AT)
    assert list(store.receipts(district)) == [Receipt(event, None, False, AT) for event in sorted(events)]


def test_a_receipt_is_left_only_where_there_is_none(store: KeyStore, district: str) -> None:
    key, opened, noted, new = key_of(store, district), uuid4(), uuid4(), uuid4()
    store.release(district, opened, key.id, AT)
    store.note(district, [noted], AT)
    store.cancel(district, [noted])
    later = AT + timedelta(minutes=1)
    assert store.confirm(district, [opened, new, noted, new], later) == 1
    assert store.confirm(district, [opened, new, noted], later) == 0
    assert store.confirm(district, [], later) == 0
    wanted = [Receipt(opened, key.id, False, AT), Receipt(noted, None, True, AT), Receipt(new, None, False, later)]
    assert list(store.receipts(district)) == sorted(wanted)
    assert [store.receipt(district, it.event) for it in wanted] == wanted
    assert store.receipt(district, uuid4()) is None


def test_a_cancelled_receipt_is_marked_and_stays(store: KeyStore, district: str, rows: Rows) -> None:
    key, opened, noted, other = key_of(store, district), uuid4(), uuid4(), uuid4()
    store.release(district, opened, key.id, AT)
    store.note(district, [noted, other], AT)
    store.cancel(district, [opened, noted, uuid4()])
    once = rows(district, "SELECT event_id, cancelled_at FROM {release} ORDER BY event_id")
    store.cancel(district, [opened, noted])
    assert rows(district, "SELECT event_id, cancelled_at FROM {release} ORDER BY event_id") == once
    assert set(store.receipts(district)) == {
        Receipt(opened, key.id, True, AT),
        Receipt(noted, None, True, AT),
        Receipt(other, None, False, AT),
    }


def test_a_cancelled_event_cannot_be_used_again(store: KeyStore, district: str) -> None:
    key, event = key_of(store, district), uuid4()
    store.note(district, [event], AT)
    store.cancel(district, [event])
    with pytest.raises(seal.AlreadyUsed):
        store.release(district, event, key.id, AT)
