"""What a superuser of the key store cannot do by moving wrapped keys about."""

from __future__ import annotations

from collections.abc import Callable
from os import urandom
from typing import LiteralString
from uuid import uuid4

import pytest

from fileroom import seal
from fileroom.seal.root import Root
from fileroom.seal.store import KeyStore

from .conftest import AT, Rows

HERS, HIS = uuid4(), uuid4()
ONE_TO_OTHER = "UPDATE {data_key} SET wrapped = (SELECT wrapped FROM {data_key} WHERE id = %s) WHERE id = %s"


def two_keys(store: KeyStore, district: str) -> tuple[seal.DataKey, seal.DataKey]:
    hers, his = store.new_data_keys(district, [(HERS, "permanent"), (HIS, "interim")], AT)
    return hers, his


@pytest.mark.parametrize(
    "move",
    [
        "UPDATE {class_key} SET student = '00000000-0000-4000-8000-000000000001' WHERE class = 'permanent'",
        "UPDATE {class_key} SET student = NULL WHERE class = 'permanent'",
        "UPDATE {class_key} SET class = 'permitted' WHERE class = 'permanent'",
        "UPDATE {class_key} SET wrapped = (SELECT wrapped FROM {class_key} WHERE class = 'interim')",
        "UPDATE {data_key} SET class_key_id = (SELECT id FROM {class_key} WHERE class = 'interim')",
        "UPDATE {data_key} SET wrapped = substr(wrapped, 1, length(wrapped) - 1)",
        "UPDATE {data_key} SET wrapped = set_byte(wrapped, 0, 2)",
        "UPDATE {data_key} SET wrapped = set_byte(wrapped, 5, get_byte(wrapped, 5) # 1)",
        "UPDATE {data_key} SET wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)",
        "UPDATE {data_key} SET wrapped = '\\x'",
        "UPDATE {key_encryption_key} SET year = 2031",
        "UPDATE {key_encryption_key} SET wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)",
    ],
)
def test_a_key_moved_or_altered_in_the_store_does_not_open(
    store: KeyStore, district: str, rows: Rows, move: LiteralString
) -> None:
    hers, _ = two_keys(store, district)
    rows(district, move)
    with pytest.raises(seal.Tampered):
        store.release(district, uuid4(), hers.id, AT)


def test_one_records_key_put_under_anothers_id_does_not_open(store: KeyStore, district: str, rows: Rows) -> None:
    first, second = store.new_data_keys(district, [(HERS, "permanent")] * 2, AT)
    rows(district, ONE_TO_OTHER, first.id, second.id)
    with pytest.raises(seal.Tampered):
        store.release(district, uuid4(), second.id, AT)
    assert store.release(district, uuid4(), first.id, AT) == first


def test_a_key_put_back_under_its_id_after_shredding_opens_only_from_a_copy(
    store: KeyStore, district: str, rows: Rows
) -> None:
    hers, _ = two_keys(store, district)
    ((kept_id, class_id, wrapped, made_at),) = rows(district, "SELECT * FROM {data_key} WHERE id = %s", hers.id)
    store.shred(district, hers.id, uuid4(), AT)
    with pytest.raises(seal.Shredded):
        store.release(district, uuid4(), hers.id, AT)
    rows(district, "INSERT INTO {data_key} VALUES (%s, %s, %s, %s)", kept_id, class_id, wrapped, made_at)
    assert store.release(district, uuid4(), hers.id, AT) == hers, "a copy of the key store's row is a copy of the key"


def copied(rows: Rows, from_: str, to: str) -> None:
    """Every wrapped key of one district put into another's tables, under the same ids."""
    for statement, insert in (
        ("SELECT * FROM {key_encryption_key}", "INSERT INTO {key_encryption_key} VALUES (%s, %s, %s, %s)"),
        ("SELECT * FROM {class_key}", "INSERT INTO {class_key} VALUES (%s, %s, %s, %s, %s, %s, %s)"),
        ("SELECT * FROM {data_key}", "INSERT INTO {data_key} VALUES (%s, %s, %s, %s)"),
    ):
        for row in rows(from_, statement):
            rows(to, insert, *row)


def test_keys_of_one_district_open_in_no_other_even_under_the_same_ids(
    store: KeyStore, new_district: Callable[[], str], rows: Rows
) -> None:
    alder, birch = new_district(), new_district()
    key = two_keys(store, alder)[0]
    with pytest.raises(seal.UnknownKey):
        store.release(birch, uuid4(), key.id, AT)
    copied(rows, alder, birch)
    with pytest.raises(seal.Tampered):
        store.release(birch, uuid4(), key.id, AT)
    assert store.release(alder, uuid4(), key.id, AT) == key


def test_a_yearly_key_of_another_district_wraps_nothing_here(
    store: KeyStore, new_district: Callable[[], str], rows: Rows
) -> None:
    alder, birch = new_district(), new_district()
    two_keys(store, alder)
    for row in rows(alder, "SELECT * FROM {key_encryption_key}"):
        rows(birch, "INSERT INTO {key_encryption_key} VALUES (%s, %s, %s, %s)", *row)
    with pytest.raises(seal.Tampered):
        two_keys(store, birch)
    assert rows(birch, "SELECT count(*) FROM {class_key}") == [(0,)]


def test_the_same_students_and_events_in_two_districts_do_not_meet(
    store: KeyStore, new_district: Callable[[], str]
) -> None:
    alder, birch = new_district(), new_district()
    here, there = two_keys(store, alder)[0], two_keys(store, birch)[0]
    event = uuid4()
    assert store.release(alder, event, here.id, AT) == here
    assert store.release(birch, event, there.id, AT) == there
    store.shred_class(alder, HERS, "permanent", uuid4(), AT)
    assert store.release(birch, uuid4(), there.id, AT) == there
    assert store.secret(alder, "event-mac") != store.secret(birch, "event-mac")


def test_secrets_exchanged_in_the_store_do_not_open(
    store: KeyStore, new_district: Callable[[], str], rows: Rows
) -> None:
    alder, birch = new_district(), new_district()
    ((wrapped,),) = rows(alder, "SELECT wrapped FROM {secret} WHERE name = 'event-mac'")
    rows(alder, "UPDATE {secret} SET wrapped = %s WHERE name = 'search'", wrapped)
    rows(birch, "UPDATE {secret} SET wrapped = %s WHERE name = 'event-mac'", wrapped)
    for district, name in ((alder, "search"), (birch, "event-mac")):
        with pytest.raises(seal.Tampered):
            store.secret(district, name)


def test_another_root_key_opens_nothing_and_is_told_so(store: KeyStore, district: str, keys_url: str) -> None:
    key = two_keys(store, district)[0]
    stranger = KeyStore(keys_url, Root(urandom(32)))
    with pytest.raises(seal.WrongRoot, match="FILEROOM_ROOT_KEY_FILE"):
        stranger.release(district, uuid4(), key.id, AT)
    with pytest.raises(seal.WrongRoot):
        stranger.secret(district, "search")
    with pytest.raises(seal.WrongRoot):
        stranger.new_data_keys(district, [(uuid4(), "interim")], AT)
    stranger.close()
