"""How the policy stands is kept each night without being asked, district by district."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from tests.conftest import DISTRICTS


def run_once() -> None:
    from fileroom.programmes.policy.tasks import run_nights

    stop = Event()
    stop.set()
    runs = Thread(target=run_nights, args=(stop,))
    runs.start()
    runs.join(30)
    assert not runs.is_alive()


def kept() -> int:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import PolicySnapshot

    with district_transaction():
        return PolicySnapshot.objects.count()


def test_a_night_is_kept_in_every_district_and_once_a_day(district: str) -> None:
    run_once()
    first = kept()
    assert first > 10
    run_once()
    assert kept() == first


def test_one_districts_trouble_does_not_stop_the_others(district: str, caplog: pytest.LogCaptureFixture) -> None:
    other = next(name for name in DISTRICTS if name != district)
    renamed(other, "people_school", "people_school_away")
    try:
        run_once()
    finally:
        renamed(other, "people_school_away", "people_school")
    assert f"The nightly state of the policy of {other} was not done" in caplog.text
    assert kept() > 10


def renamed(district: str, table: str, to: str) -> None:
    """As the owner of the tables; the district itself could not."""
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in(district), connections["owner"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {to}")
