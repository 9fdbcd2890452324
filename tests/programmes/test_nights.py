"""How the policy stands is kept each night without being asked, district by district."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event, Thread

import pytest

from fileroom.duties.states import Asked
from tests.conftest import AT, DISTRICTS
from tests.programmes.flips_of_tools import forgotten, gone


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


@pytest.mark.parametrize("noted", ["nothing", "long ago", "the night failed"])
def test_a_server_that_has_just_started_keeps_a_night_in_which_nothing_was_wrong(district: str, noted: str) -> None:
    """It is kept before the other rounds are noted, and before its own is."""
    from fileroom.hosting import rounds_noted
    from fileroom.hosting.rounds_noted import Round

    gone("", datetime.now(UTC) - timedelta(hours=9))()
    if noted == "nothing":
        forgotten()
    if noted == "the night failed":
        rounds_noted.note(district, Round.POLICY, "OperationalError at history.py:40", at=datetime.now(UTC))
    run_once()
    assert state_kept("safekeeping.rounds") == "running"


def state_kept(name: str) -> str:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import PolicySnapshot

    with district_transaction():
        return PolicySnapshot.objects.get(evidence=name).state


@pytest.mark.parametrize(("minutes", "says"), [(4, ""), (6, "The watch over reading goes no more")])
def test_a_round_that_is_silent_since_the_server_was_started_is_kept_as_silent(
    district: str, minutes: int, says: str
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.hosting.rounds_noted import Round
    from fileroom.safekeeping.evidence import rounds

    gone("", AT - timedelta(hours=9))()
    asked = Asked(AT, 10, 365, keeping_since=AT - timedelta(minutes=minutes))
    with district_transaction():
        assert rounds(asked).why == says
    forgotten(Round.WATCH)
    with district_transaction():
        assert ("has not gone yet" in rounds(asked).why) is bool(says)
        assert "has not gone yet" in rounds(Asked(AT, 10, 365)).why


def renamed(district: str, table: str, to: str) -> None:
    """As the owner of the tables; the district itself could not."""
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in(district), connections["owner"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {to}")
