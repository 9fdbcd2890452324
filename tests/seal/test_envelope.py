from __future__ import annotations

from os import urandom
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom import seal
from fileroom.seal.envelope import about, bound, fresh_key

STUDENT = uuid4()
PLACE = seal.Place("alder_creek", "records_sealed", uuid4(), STUDENT, "permanent")
BODY = b"Mother's maiden name, as on the certificate shown"

places = st.builds(
    seal.Place,
    district=st.from_regex(r"[a-z][a-z0-9_]{0,40}", fullmatch=True),
    table=st.text(max_size=40),
    row=st.uuids(),
    student=st.none() | st.uuids(),
    kept_as=st.text(max_size=20),
)


@given(st.binary(max_size=5000), places)
def test_what_is_closed_opens_at_its_place_with_its_key(body: bytes, place: seal.Place) -> None:
    key = fresh_key()
    assert seal.open(seal.close(body, key, place), key, place) == body


@given(places, places)
def test_a_value_opens_at_no_place_but_its_own(here: seal.Place, there: seal.Place) -> None:
    key = fresh_key()
    closed = seal.close(BODY, key, here)
    if here == there:
        assert seal.open(closed, key, there) == BODY
    else:
        with pytest.raises(seal.Tampered):
            seal.open(closed, key, there)


@pytest.mark.parametrize(
    "moved",
    [
        PLACE._replace(district="birch_valley"),
        PLACE._replace(table="records_other"),
        PLACE._replace(row=uuid4()),
        PLACE._replace(student=uuid4()),
        PLACE._replace(student=None),
        PLACE._replace(kept_as="interim"),
        PLACE._replace(row=STUDENT, student=PLACE.row),
        PLACE._replace(district=PLACE.table, table=PLACE.district),
    ],
)
def test_a_value_moved_in_one_respect_does_not_open(moved: seal.Place) -> None:
    key = fresh_key()
    with pytest.raises(seal.Tampered):
        seal.open(seal.close(BODY, key, PLACE), key, moved)


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_different_texts_never_bind_the_same_bytes(some: list[str], other: list[str]) -> None:
    assert (bound(tuple(some)) == bound(tuple(other))) == (some == other)


@given(places)
def test_a_place_is_bound_as_every_other_thing_is(place: seal.Place) -> None:
    named = ("value", place.district, place.table, place.kept_as)
    assert about(place) == bound(named, place.row, place.student)


@given(st.data())
def test_no_byte_of_a_sealed_value_may_change(data: st.DataObject) -> None:
    key = fresh_key()
    closed = bytearray(seal.close(BODY, key, PLACE))
    position = data.draw(st.integers(0, len(closed) - 1))
    closed[position] ^= data.draw(st.integers(1, 255))
    with pytest.raises(seal.Tampered):
        seal.open(bytes(closed), key, PLACE)


@given(st.integers(1, 29 + len(BODY) + 16))
def test_a_sealed_value_cut_short_does_not_open(missing: int) -> None:
    key = fresh_key()
    with pytest.raises(seal.Tampered):
        seal.open(seal.close(BODY, key, PLACE)[:-missing], key, PLACE)


def test_the_nonce_of_another_value_does_not_open_this_one() -> None:
    key = fresh_key()
    one, other = seal.close(BODY, key, PLACE), seal.close(BODY, key, PLACE)
    with pytest.raises(seal.Tampered):
        seal.open(one[:17] + other[17:29] + one[29:], key, PLACE)


def test_a_value_relabelled_with_another_keys_id_opens_with_neither() -> None:
    key = fresh_key()
    closed = seal.close(BODY, key, PLACE)
    alias = seal.DataKey(uuid4(), key.secret)
    relabelled = closed[:1] + alias.id.bytes + closed[17:]
    with pytest.raises(seal.Tampered, match="another key"):
        seal.open(closed, alias, PLACE)
    with pytest.raises(seal.Tampered):
        seal.open(relabelled, alias, PLACE)


def test_an_unknown_version_is_named_in_the_refusal() -> None:
    key = fresh_key()
    closed = b"\x02" + seal.close(BODY, key, PLACE)[1:]
    with pytest.raises(seal.Tampered, match="version 2"):
        seal.open(closed, key, PLACE)


def test_the_same_value_closed_twice_shares_neither_nonce_nor_ciphertext() -> None:
    key = fresh_key()
    one, other = seal.close(BODY, key, PLACE), seal.close(BODY, key, PLACE)
    assert one[:17] == other[:17] == b"\x01" + key.id.bytes
    assert one[17:29] != other[17:29]
    assert one[29:] != other[29:]


def test_a_document_of_fifty_mebibytes_closes_and_opens() -> None:
    key, body = fresh_key(), urandom(1024) * (50 * 1024)
    closed = seal.close(body, key, PLACE)
    assert len(closed) == len(body) + 45
    assert seal.open(closed, key, PLACE) == body


def test_a_key_does_not_show_its_secret_when_printed() -> None:
    key = seal.DataKey(UUID(int=7), b"\x41" * 32)
    assert "AAAA" not in f"{key} {key!r} {[key]}"
    assert str(key.id) in repr(key)
