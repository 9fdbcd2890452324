"""The key store checked, carried away as a sealed archive, and put back."""

from __future__ import annotations

from collections.abc import Callable
from os import urandom
from uuid import uuid4

import pytest

from fileroom import seal
from fileroom.seal.archive import close_stream
from fileroom.seal.root import Root
from fileroom.seal.store import KeyStore

from .conftest import AT, Rows

HERS = uuid4()
EVERYTHING = """
    SELECT 1, id::text, wrapped, made_at FROM {key_encryption_key} UNION ALL
    SELECT 2, concat(id, student, class, kek_id, shredded_at), wrapped, made_at FROM {class_key} UNION ALL
    SELECT 3, concat(id, class_key_id), wrapped, made_at FROM {data_key} UNION ALL
    SELECT 4, concat(event_id, data_key_id, cancelled_at), NULL, at FROM {release} UNION ALL
    SELECT 5, name, wrapped, NULL FROM {secret} UNION ALL
    SELECT 6, data_key_id::text, NULL, at FROM {shred} ORDER BY 1, 2"""

SPOIL_A_SECRET = "UPDATE {secret} SET wrapped = set_byte(wrapped, 30, get_byte(wrapped, 30) # 1) WHERE name = 'search'"


@pytest.fixture
def keys(store: KeyStore, district: str) -> list[seal.DataKey]:
    """Four keys, the last of them shredded, the third with its class; one noted and one cancelled event."""
    owners = [(HERS, "permanent"), (None, "permanent"), (HERS, "interim"), (HERS, "permanent")]
    keys = store.new_data_keys(district, owners, AT)
    store.release(district, uuid4(), keys[0].id, AT)
    event = uuid4()
    store.note(district, [event], AT)
    store.cancel(district, [event])
    store.shred_class(district, HERS, "interim", uuid4(), AT)
    store.shred(district, keys[3].id, uuid4(), AT)
    return keys


def emptied(rows: Rows, district: str) -> None:
    rows(district, "DROP SCHEMA {schema} CASCADE")


def test_check_counts_what_is_kept_and_opens_the_top(store: KeyStore, district: str, keys: list[seal.DataKey]) -> None:
    check = store.check(district)
    assert check.ok
    assert check[2:] == (1, 2, 2, 2, 1, 2)


def test_check_says_when_the_root_key_is_another(store: KeyStore, district: str, keys_url: str) -> None:
    stranger = KeyStore(keys_url, Root(urandom(32)))
    check = stranger.check(district)
    stranger.close()
    assert not check.ok
    assert "FILEROOM_ROOT_KEY_FILE" in check.says


def test_check_finds_a_secret_that_was_altered(store: KeyStore, district: str, rows: Rows) -> None:
    assert store.check(district).ok
    rows(district, SPOIL_A_SECRET)
    assert not store.check(district).ok


def test_check_says_when_a_district_has_no_keys_at_all(store: KeyStore) -> None:
    assert store.check("never_founded") == (False, "never_founded has no key store yet.", 0, 0, 0, 0, 0, 0)


def test_a_dump_puts_back_every_row(store: KeyStore, district: str, keys: list[seal.DataKey], rows: Rows) -> None:
    before, secret = rows(district, EVERYTHING), store.secret(district, "event-mac")
    archive = b"".join(store.dump(district))
    emptied(rows, district)
    store.load(district, [archive])
    assert rows(district, EVERYTHING) == before
    assert store.secret(district, "event-mac") == secret
    for key in keys[:2]:
        assert store.release(district, uuid4(), key.id, AT) == key
    for key in keys[2:]:
        with pytest.raises(seal.Shredded):
            store.release(district, uuid4(), key.id, AT)


def test_a_district_just_added_takes_its_secrets_from_the_dump(
    store: KeyStore, district: str, keys_url: str, root: Root, rows: Rows
) -> None:
    secret, archive = store.secret(district, "student-label"), list(store.dump(district))
    emptied(rows, district)
    elsewhere = KeyStore(keys_url, root)
    elsewhere.found(district)
    assert elsewhere.secret(district, "student-label") != secret
    elsewhere.load(district, archive)
    assert elsewhere.secret(district, "student-label") == secret
    elsewhere.close()


def test_a_dump_brings_back_keys_shredded_after_it_until_they_are_shredded_again(
    store: KeyStore, district: str, keys: list[seal.DataKey], rows: Rows
) -> None:
    archive = list(store.dump(district))
    store.shred(district, keys[0].id, uuid4(), AT)
    emptied(rows, district)
    store.load(district, archive)
    assert store.release(district, uuid4(), keys[0].id, AT) == keys[0]
    assert store.shred(district, keys[0].id, uuid4(), AT)
    with pytest.raises(seal.Shredded):
        store.release(district, uuid4(), keys[0].id, AT)


def test_keys_that_stand_are_never_written_over(
    store: KeyStore, district: str, keys: list[seal.DataKey], rows: Rows
) -> None:
    archive, before = list(store.dump(district)), rows(district, EVERYTHING)
    with pytest.raises(seal.NotEmpty):
        store.load(district, archive)
    assert rows(district, EVERYTHING) == before


def test_a_dump_cut_or_altered_loads_nothing(
    store: KeyStore, district: str, keys: list[seal.DataKey], rows: Rows
) -> None:
    archive = b"".join(store.dump(district))
    emptied(rows, district)
    store.found(district)
    before = rows(district, EVERYTHING)
    for spoilt in (archive[:-1], archive[:200], archive[:500] + b"!" + archive[501:], archive + b"!", b""):
        with pytest.raises(seal.Tampered):
            store.load(district, [spoilt])
        assert rows(district, EVERYTHING) == before


def test_a_store_spoilt_in_one_place_is_put_back_as_it_was_and_check_says_so(
    store: KeyStore, district: str, keys: list[seal.DataKey], rows: Rows
) -> None:
    rows(district, SPOIL_A_SECRET)
    archive = list(store.dump(district))
    emptied(rows, district)
    store.load(district, archive)
    assert not store.check(district).ok
    assert store.release(district, uuid4(), keys[0].id, AT) == keys[0]


def test_an_archive_that_ends_between_tables_loads_nothing(store: KeyStore, district: str) -> None:
    key = store.archive_key(district, "keys")
    title, table = b"fileroom keys 2\n", b"key_encryption_key\n"
    for book in (b"", title + table, title + table[:-1]):
        with pytest.raises(seal.Tampered, match="keybook"):
            store.load(district, close_stream([book], key))


def test_an_archive_of_before_a_destroyed_key_named_its_entry_is_of_a_version_nobody_knows(
    store: KeyStore, district: str, rows: Rows
) -> None:
    before = rows(district, EVERYTHING)
    tables = ("key_encryption_key", "class_key", "data_key", "release", "secret")
    older = "fileroom keys 1\n" + "".join(f"{table}\n\\.\n" for table in tables)
    older += f"shred\n{uuid4()}\t{AT:%Y-%m-%d %H:%M:%S+00}\n\\.\n"
    with pytest.raises(seal.Tampered, match="a version this program knows"):
        store.load(district, close_stream([older.encode()], store.archive_key(district, "keys")))
    assert rows(district, EVERYTHING) == before


def test_a_dump_opens_only_in_its_district_and_under_its_root(
    store: KeyStore, new_district: Callable[[], str], keys_url: str, rows: Rows
) -> None:
    alder, birch = new_district(), new_district()
    archive = list(store.dump(alder))
    with pytest.raises(seal.Tampered):
        store.load(birch, archive)
    emptied(rows, alder)
    stranger = KeyStore(keys_url, Root(urandom(32)))
    with pytest.raises(seal.Tampered):
        stranger.load(alder, archive)
    stranger.close()
    store.load(alder, archive)
    assert store.check(alder).ok


def test_a_dump_shows_no_name_id_or_wrapped_byte(
    store: KeyStore, district: str, keys: list[seal.DataKey], rows: Rows
) -> None:
    archive = b"".join(store.dump(district))
    ((wrapped,),) = rows(district, "SELECT wrapped FROM {data_key} WHERE id = %s", keys[0].id)
    assert isinstance(wrapped, bytes)
    for trace in (wrapped, wrapped.hex().encode(), str(HERS).encode(), b"event-mac", district.encode(), keys[0].secret):
        assert trace not in archive
