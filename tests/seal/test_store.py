"""Founding, secrets, keys in batches, the yearly change, and what two who act at once may not spoil."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import environ, pathsep
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fileroom import seal
from fileroom.seal.root import Root, make_root_file
from fileroom.seal.store import SECRETS, KeyStore

from .conftest import AT, Rows

STUDENTS = [UUID(int=number) for number in range(1, 4)]


def test_keys_come_in_the_order_asked_and_each_is_its_own(store: KeyStore, district: str) -> None:
    owners = [(student, kept_as) for student in (*STUDENTS, None) for kept_as in ("interim", "permanent")] * 25
    keys = store.new_data_keys(district, owners, AT)
    assert len({key.id for key in keys}) == len({key.secret for key in keys}) == len(owners) == 200
    for key in keys:
        assert store.release(district, uuid4(), key.id, AT) == key
    assert store.new_data_keys(district, [], AT) == []


def test_one_class_key_serves_a_student_and_class_however_often_asked(
    store: KeyStore, district: str, rows: Rows
) -> None:
    for _ in range(3):
        store.new_data_keys(district, [(STUDENTS[0], "interim"), (None, "interim"), (None, "interim")], AT)
    living = rows(district, "SELECT student, count(*) FROM {class_key} GROUP BY student ORDER BY student")
    assert living == [(STUDENTS[0], 1), (None, 1)]
    assert rows(district, "SELECT count(*) FROM {data_key}") == [(9,)]


def test_keys_are_committed_when_they_are_handed_out(store: KeyStore, district: str, rows: Rows) -> None:
    keys = store.new_data_keys(district, [(STUDENTS[0], "interim")], AT)
    assert rows(district, "SELECT id, made_at FROM {data_key}") == [(keys[0].id, AT)]


def test_no_key_or_secret_lies_in_the_store_in_clear(store: KeyStore, district: str, rows: Rows) -> None:
    key = store.new_data_keys(district, [(STUDENTS[0], "interim")], AT)[0]
    kept = rows(district, "SELECT wrapped FROM {data_key} UNION ALL SELECT wrapped FROM {secret}")
    assert len(kept) == 1 + len(SECRETS)
    for secret in (key.secret, *(store.secret(district, name) for name in SECRETS)):
        assert not any(secret in bytes(wrapped) for (wrapped,) in kept if isinstance(wrapped, bytes))


def test_secrets_outlast_the_process_and_founding_anew(
    store: KeyStore, district: str, keys_url: str, root: Root
) -> None:
    before = [store.secret(district, name) for name in SECRETS]
    store.found(district)
    later = KeyStore(keys_url, root)
    assert [later.secret(district, name) for name in SECRETS] == before
    later.close()
    assert len({*before}) == 4 and {len(secret) for secret in before} == {32}


def test_a_secret_of_no_known_name_is_refused(store: KeyStore, district: str) -> None:
    with pytest.raises(seal.UnknownKey, match="'master'"):
        store.secret(district, "master")


@pytest.mark.parametrize(
    "name", ["public", "pg_catalog", "information_schema", "Alder", "a-b", 'a"b', "", "a" * 42, "a\n"]
)
def test_a_name_that_cannot_be_a_districts_reaches_no_statement(store: KeyStore, name: str) -> None:
    with pytest.raises(ValueError, match="cannot name a district"):
        store.found(name)
    with pytest.raises(ValueError, match="cannot name a district"):
        store.archive_key(name, "records")


def test_rotation_leaves_every_key_openable_and_data_keys_untouched(store: KeyStore, district: str, rows: Rows) -> None:
    owners = [(student, kept_as) for student in (*STUDENTS, None) for kept_as in ("interim", "permanent")]
    keys = store.new_data_keys(district, owners, AT)
    store.shred_class(district, STUDENTS[0], "interim", uuid4(), AT)
    data, classes = "SELECT * FROM {data_key} ORDER BY id", "SELECT wrapped FROM {class_key} WHERE kek_id IS NOT NULL"
    before, wrapped_before = rows(district, data), set(rows(district, classes))
    assert store.rotate(district, 2027, AT) == 7
    assert rows(district, data) == before
    assert len(wrapped_before | set(rows(district, classes))) == 14
    assert rows(district, "SELECT year FROM {key_encryption_key}") == [(2027,)]
    for key in keys[1:]:
        assert store.release(district, uuid4(), key.id, AT) == key
    with pytest.raises(seal.Shredded):
        store.release(district, uuid4(), keys[0].id, AT)


def test_rotation_may_be_repeated_but_never_goes_back(store: KeyStore, district: str) -> None:
    key = store.new_data_keys(district, [(STUDENTS[0], "interim")], AT)[0]
    assert [store.rotate(district, year, AT) for year in (2026, 2027, 2027, 2030)] == [0, 1, 0, 1]
    with pytest.raises(ValueError, match="2030"):
        store.rotate(district, 2029, AT)
    assert store.release(district, uuid4(), key.id, AT) == key


def test_a_store_that_cached_last_years_key_serves_on_after_another_rotated(
    store: KeyStore, district: str, keys_url: str, root: Root
) -> None:
    other = KeyStore(keys_url, root)
    first = other.new_data_keys(district, [(STUDENTS[0], "interim")], AT)[0]
    store.rotate(district, 2027, AT)
    second = other.new_data_keys(district, [(STUDENTS[0], "interim"), (STUDENTS[1], "interim")], AT)
    for key in (first, *second):
        assert other.release(district, uuid4(), key.id, AT) == key
    other.close()


def test_many_who_ask_for_the_same_new_class_at_once_share_its_key(store: KeyStore, district: str, rows: Rows) -> None:
    owners = [(student, kept_as) for student in (*STUDENTS, None) for kept_as in ("interim", "permanent")]

    def ask(turn: int) -> list[seal.DataKey]:
        return store.new_data_keys(district, owners if turn % 2 else owners[::-1], AT)

    with ThreadPoolExecutor(6) as threads:
        keys = [key for batch in threads.map(ask, range(12)) for key in batch]
    assert rows(district, "SELECT count(*) FROM {class_key}") == [(8,)]
    assert rows(district, "SELECT count(*) FROM {key_encryption_key}") == [(1,)]
    for key in keys:
        assert store.release(district, uuid4(), key.id, AT) == key


def test_a_key_made_while_its_class_is_shredded_or_rewrapped_is_either_whole_or_shredded(
    store: KeyStore, district: str, rows: Rows
) -> None:
    def act(turn: int) -> list[seal.DataKey]:
        if turn % 4 == 1:
            store.shred_class(district, STUDENTS[0], "interim", uuid4(), AT)
        elif turn % 10 == 4:
            store.rotate(district, 2026 + turn, AT)
        else:
            return store.new_data_keys(district, [(STUDENTS[0], "interim"), (None, "interim")], AT)
        return []

    with ThreadPoolExecutor(1) as clock, ThreadPoolExecutor(5) as threads:
        rotations = [clock.submit(act, turn) for turn in (4, 14, 24)]
        keys = [key for batch in threads.map(act, [t for t in range(60) if t % 10 != 4]) for key in batch]
        for rotation in rotations:
            rotation.result()
    shredded = {key_id for (key_id,) in rows(district, "SELECT data_key_id FROM {shred}")}
    for key in keys:
        if key.id in shredded:
            with pytest.raises(seal.Shredded):
                store.release(district, uuid4(), key.id, AT)
        else:
            assert store.release(district, uuid4(), key.id, AT) == key


owners = st.tuples(st.sampled_from([*STUDENTS, None]), st.sampled_from(["interim", "permitted"]))
acts = st.one_of(
    st.tuples(st.just("new"), st.lists(owners, max_size=5)),
    st.tuples(st.just("shred"), st.integers(0, 99)),
    st.tuples(st.just("shred class"), owners),
    st.tuples(st.just("rotate"), st.just(1)),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=st.lists(acts, max_size=12))
def test_after_any_story_exactly_the_keys_not_shredded_open(
    store: KeyStore, new_district: Callable[[], str], story: list[tuple[str, object]]
) -> None:
    district, year = new_district(), 2026
    made: list[tuple[seal.DataKey, tuple[UUID | None, str]]] = []
    gone: set[UUID] = set()
    for what, about in story:
        if what == "new" and isinstance(about, list):
            made += zip(store.new_data_keys(district, about, AT), about, strict=True)
        elif what == "shred" and isinstance(about, int) and made:
            key = made[about % len(made)][0]
            assert store.shred(district, key.id, uuid4(), AT) is (key.id not in gone)
            gone.add(key.id)
        elif what == "shred class" and isinstance(about, tuple):
            student, kept_as = about
            taken = {key.id for key, owner in made if owner == about} - gone
            assert store.shred_class(district, student, kept_as, uuid4(), AT) == len(taken)
            gone |= taken
        elif what == "rotate":
            year += 1
            store.rotate(district, year, AT)
    for key, _ in made:
        if key.id in gone:
            with pytest.raises(seal.Shredded):
                store.release(district, uuid4(), key.id, AT)
        else:
            assert store.release(district, uuid4(), key.id, AT) == key


FORKING = """
import os, sys
from datetime import UTC, datetime
from uuid import uuid4
from fileroom.seal.store import key_store
district, at = sys.argv[1], datetime(2026, 10, 19, tzinfo=UTC)
store = key_store()
assert key_store() is store
key = store.new_data_keys(district, [(None, "interim")], at)[0]
child = os.fork()
if child == 0:
    assert key_store() is not store
    assert key_store().release(district, uuid4(), key.id, at) == key
    sys.exit(0)
assert os.waitpid(child, 0)[1] == 0
for _ in range(20):
    assert store.release(district, uuid4(), key.id, at) == key
assert "connections_lost" not in store._pool.get_stats(), store._pool.get_stats()
print(len(list(store.receipts(district))))
"""


def test_a_forked_worker_has_a_store_of_its_own_and_leaves_its_parents_alone(
    keys_url: str, tmp_path: Path, new_district: Callable[[], str], rows: Rows
) -> None:
    make_root_file(tmp_path / "root.key")
    district = new_district()
    rows(district, "DELETE FROM {secret}")
    ours = {
        "FILEROOM_KEYS_URL": keys_url,
        "FILEROOM_ROOT_KEY_FILE": str(tmp_path / "root.key"),
        "PYTHONPATH": pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", FORKING, district], env={**environ, **ours}, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "21\n"), done.stderr
