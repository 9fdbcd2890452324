"""What `fileroom up` does without being asked goes round in every district; what fails stops no other, and is told."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from tests.conftest import DISTRICTS

# The process that `fileroom up` is, after it has started the database and before it starts the web server.
STARTED = """
import sys
from contextlib import ExitStack

import django

django.setup()
from fileroom.cli.up import start_rounds

with ExitStack() as parts:
    start_rounds(parts)
    sys.stdin.read()
"""
PATIENCE_S = 120.0
Noted = dict[tuple[str, str], str]


@contextmanager
def started() -> Iterator[None]:
    child = subprocess.Popen([sys.executable, "-c", STARTED], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        child.communicate(timeout=60)


def noted(since: datetime) -> Noted:
    """What stopped each round that ended since then, by its district and its name."""
    from fileroom.hosting import rounds_noted, serving

    found: Noted = {}
    for district in DISTRICTS:
        with serving(district):
            found |= {(district, it.round): it.fault for it in rounds_noted.of(district) if it.ended_at >= since}
    return found


def noted_by(since: datetime, enough: Callable[[Noted], bool]) -> Noted:
    deadline = time.monotonic() + PATIENCE_S
    while not enough(found := noted(since)) and time.monotonic() < deadline:
        time.sleep(0.2)
    return found


def test_each_round_goes_in_each_district_and_one_that_fails_is_told_and_stops_no_other(district: str) -> None:
    from fileroom.hosting.rounds_noted import Round

    every = {(name, round_) for name in DISTRICTS for round_ in Round}
    broken = district, Round.WATCH
    renamed(district, "programmes_readingalarm", "programmes_readingalarm_away")
    try:
        with started():
            found = noted_by(datetime.now(UTC), lambda it: it.keys() == every)
    finally:
        renamed(district, "programmes_readingalarm_away", "programmes_readingalarm")
    assert found.keys() == every
    assert found[broken].startswith("ProgrammingError at ")
    # The state of the policy counts what the watch has found: where that cannot be read neither is kept.
    assert {it for it, fault in found.items() if fault} == {broken, (district, Round.POLICY)}
    assert "The watch over reading did not go through" in told(district)
    assert state_of_the_check(district) == "red"

    with started():
        found = noted_by(datetime.now(UTC), lambda it: it.keys() == every)
    assert set(found.values()) == {""}
    assert told(district) == ""
    assert state_of_the_check(district) == "ok"


def told(district: str) -> str:
    """Why the policy page turns to attention."""
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.safekeeping.evidence import rounds

    with district_transaction():
        return rounds(Asked(datetime.now(UTC), 10, 365)).why


def state_of_the_check(district: str) -> str:
    """What `fileroom check` says of it."""
    from fileroom.safekeeping.selftest import parts

    (part,) = (it for it in parts(district, at=datetime.now(UTC)) if it.name == "rounds")
    return part.state.value


def renamed(district: str, table: str, to: str) -> None:
    """As the owner of the tables; the district itself could not."""
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in(district), connections["owner"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {to}")
