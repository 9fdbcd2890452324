"""A COMMIT whose answer is lost may have been carried out, so nothing that belongs to it is taken back."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from django.db import OperationalError, connections

from fileroom.hosting import district_transaction, durable, on_rollback
from fileroom.hosting.embedded import Urls


def _waits(superuser: psycopg.Connection, *, on: bool) -> None:
    """Let every commit of the records' database wait for a standby that never comes: it is carried out, unanswered."""
    names = "nobody" if on else ""
    superuser.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
    superuser.execute("SELECT pg_reload_conf()")
    while superuser.execute("SHOW synchronous_standby_names").fetchone() != (names,):
        time.sleep(0.1)
    time.sleep(0.5)  # the other sessions read it too


@pytest.fixture
def cut_off(installation: Urls) -> Iterator[psycopg.Connection]:
    with psycopg.connect(installation.superuser, autocommit=True) as superuser:
        superuser.execute("SET synchronous_commit = local")
        _waits(superuser, on=True)
        try:
            yield superuser
        finally:
            _waits(superuser, on=False)
            connections["default"].close()


def _end_whoever_waits(superuser: psycopg.Connection) -> None:
    ended: list[tuple[object, ...]] = []
    while not ended:
        ended = superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        ).fetchall()
        time.sleep(0.05)


@pytest.mark.filterwarnings("ignore:.*:ResourceWarning")
def test_what_was_committed_unanswered_stands_and_is_not_taken_back(district: str, cut_off: psycopg.Connection) -> None:
    from fileroom.people.models import School

    taken_back: list[str] = []
    killer = threading.Thread(target=_end_whoever_waits, args=(cut_off,), daemon=True)
    with pytest.raises(OperationalError), durable():
        School.objects.create(name="Alder Creek Elementary")
        on_rollback(lambda: taken_back.append("taken back"))
        killer.start()
    killer.join(20)
    _waits(cut_off, on=False)
    connections["default"].close()
    assert taken_back == []
    with district_transaction():
        assert School.objects.count() == 1


def test_what_failed_before_its_commit_is_taken_back(district: str) -> None:
    taken_back: list[str] = []
    with pytest.raises(KeyboardInterrupt), durable():
        on_rollback(lambda: taken_back.append("taken back"))
        raise KeyboardInterrupt
    assert taken_back == ["taken back"]
