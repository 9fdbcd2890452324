"""Entries are numbered in order, signed all or nothing, by one leader, and only if the log is the one signed last."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest
from django.db import connection
from django.db.utils import OperationalError, ProgrammingError

from fileroom.hosting import serving
from fileroom.ledger import queries, tasks
from fileroom.ledger import services as ledger
from fileroom.ledger.sequencing import _leads
from tests.ledger.acts import ANA, AT, BEN, LATER, act, forget_the_log, leaves, sequenced, written


def test_entries_are_numbered_by_time_whatever_the_order_they_were_written_in(
    district: str, owner: psycopg.Connection
) -> None:
    late, early, other = act(ANA, 9), act(ANA, 1), act(BEN, 5)
    for event in (late, other, early):
        ledger.write(event)
    assert ledger.sequence(at=LATER) == 3
    assert leaves(owner) == [(0, early.id, 1), (1, other.id, 1), (2, late.id, 2), (3, None, None)]


def test_nothing_new_makes_no_checkpoint_on_the_same_day_and_one_on_the_next(district: str) -> None:
    sequenced(3)
    before = ledger.checkpoint()
    assert ledger.sequence(at=LATER) == 0
    assert ledger.checkpoint() == before
    assert ledger.sequence(at=LATER + timedelta(days=1)) == 0
    assert ledger.checkpoint() != before
    assert ledger.verify().ok


def test_sealed_entries_alone_move_nothing_and_are_taken_up_with_the_next_open_one(
    district: str, owner: psycopg.Connection
) -> None:
    sequenced(3)
    before = ledger.checkpoint()
    ledger.write(act(ANA, 10, sealed=True))
    assert ledger.sequence(at=LATER) == 0
    assert ledger.checkpoint() == before
    assert leaves(owner, "sealed") == []
    ledger.write(act(ANA, 11))
    assert ledger.sequence(at=LATER) == 2
    assert len(leaves(owner, "sealed")) == 1


@pytest.mark.parametrize("keeping", [True, False])
def test_many_calls_build_the_tree_that_one_call_builds(
    district: str, owner: psycopg.Connection, keeping: bool
) -> None:
    memory = ledger.Memory() if keeping else None
    events = written(1)
    ledger.sequence(at=LATER, memory=memory)
    for first, count in ((1, 250), (251, 5), (256, 300), (556, 1)):
        events += written(count, first=first)
        assert ledger.sequence(at=LATER, memory=memory) == count
    positions = [event for _, event, _ in leaves(owner) if event]
    assert positions == [event.id for event in events]
    assert ledger.verify().ok


def test_two_processes_may_lead_in_turn(district: str) -> None:
    one, two = ledger.Memory(), ledger.Memory()
    for turn in range(6):
        written(130, first=turn * 130, sealed_each=7)
        assert ledger.sequence(at=LATER, memory=(one, two)[turn % 2]) == 130
    assert ledger.verify().ok


def test_an_entry_that_became_visible_late_is_found_on_the_hour(district: str, owner: psycopg.Connection) -> None:
    slow = act(ANA, 0)
    ledger.write(slow)
    hidden = owner.execute("DELETE FROM ledger_event WHERE id = %s RETURNING *", [slow.id]).fetchone()
    for minute in range(0, 25, 5):
        ledger.write(act(BEN, minute))
        ledger.sequence(at=AT + timedelta(minutes=minute))
    assert hidden is not None
    owner.execute(f"INSERT INTO ledger_event OVERRIDING SYSTEM VALUE VALUES ({', '.join(['%s'] * 18)})", hidden)
    assert ledger.sequence(at=AT + timedelta(minutes=28)) == 0
    assert ledger.sequence(at=AT + timedelta(minutes=31)) == 1


def test_only_one_leads(district: str) -> None:
    written(3)
    taken, done = threading.Event(), threading.Event()

    def lead_elsewhere() -> None:
        from fileroom.hosting import durable

        with serving(district), durable():
            assert _leads(district)
            taken.set()
            done.wait(20)
        connection.close()

    other = threading.Thread(target=lead_elsewhere)
    other.start()
    taken.wait(20)
    assert ledger.sequence(at=LATER) == 0
    done.set()
    other.join(20)
    assert ledger.sequence(at=LATER) == 3


@pytest.mark.parametrize("table", ["ledger_leaf", "ledger_tile", "ledger_checkpoint"])
def test_a_failure_at_any_table_leaves_nothing_behind(district: str, owner: psycopg.Connection, table: str) -> None:
    memory = ledger.Memory()
    written(300)
    owner.execute(f"REVOKE INSERT ON {table} FROM fileroom_app")
    try:
        with pytest.raises((ProgrammingError, psycopg.errors.InsufficientPrivilege), match="permission denied"):
            ledger.sequence(at=LATER, memory=memory)
    finally:
        owner.execute(f"GRANT INSERT ON {table} TO fileroom_app")
    assert leaves(owner) == []
    assert ledger.sequence(at=LATER, memory=memory) == 300
    assert ledger.verify().ok


def test_a_sequencer_killed_before_its_commit_leaves_nothing_behind(district: str, owner: psycopg.Connection) -> None:
    sequenced(3)
    written(300, first=3)
    failures: list[OperationalError] = []

    def work() -> None:
        try:
            with serving(district):
                ledger.sequence(at=LATER)
        except OperationalError as error:
            failures.append(error)
        finally:
            connection.close()

    with owner.transaction():
        owner.execute("LOCK TABLE ledger_checkpoint IN EXCLUSIVE MODE")  # it reads, and stops where it would store
        doomed = threading.Thread(target=work)
        doomed.start()
        _until(lambda: _waiting(owner) == 1)
        owner.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'")
        doomed.join(20)
    assert len(failures) == 1
    assert len(leaves(owner)) == 4
    assert ledger.sequence(at=LATER) == 300
    assert ledger.verify().ok


def _waiting(owner: psycopg.Connection) -> int:
    found = owner.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'").fetchone()
    return int(found[0]) if found else 0


def _until(true: Callable[[], bool]) -> None:
    waiter = threading.Event()
    for _ in range(400):
        if true():
            return
        waiter.wait(0.05)
    raise AssertionError("It did not happen in twenty seconds.")


@pytest.mark.parametrize("remembering", [True, False])
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE ledger_leaf SET hash = sha256('x') WHERE log = 'open' AND position = 300",
        "UPDATE ledger_leaf SET head = sha256('x') WHERE log = 'open' AND position = 299",
        "DELETE FROM ledger_leaf WHERE log = 'open' AND position = 300",
        "DELETE FROM ledger_leaf WHERE log = 'sealed' AND position = 0",
        "DELETE FROM ledger_tile",
        "DELETE FROM ledger_checkpoint",
        "UPDATE ledger_checkpoint SET size = size - 1",
        "UPDATE ledger_checkpoint SET note = replace(note, E'\\n301\\n', E'\\n302\\n')",
        "UPDATE ledger_checkpoint SET index_root = sha256('x')",
        "UPDATE ledger_checkpoint SET sealed_root = sha256('x')",
    ],
)
def test_nothing_is_signed_on_top_of_a_log_that_is_not_the_signed_one(
    district: str, owner: psycopg.Connection, attack: str, remembering: bool
) -> None:
    memory = ledger.Memory()
    written(310, sealed_each=31)
    ledger.sequence(at=LATER, memory=memory)
    signed = len(leaves(owner))
    owner.execute(attack)
    written(1, first=400)
    unseen = remembering and "ledger_checkpoint" not in attack
    if unseen:  # what the process knows is right, so it goes on rightly; `verify` names the row
        assert ledger.sequence(at=LATER, memory=memory) > 0
        assert not ledger.verify().ok
        return
    with pytest.raises(ledger.Inconsistent):
        ledger.sequence(at=LATER, memory=memory if remembering else None)
    assert len(leaves(owner)) <= signed


def test_a_log_put_back_to_an_earlier_state_is_not_continued_by_a_process_that_knows_better(
    district: str, owner: psycopg.Connection
) -> None:
    memory = ledger.Memory()
    written(3)
    ledger.sequence(at=LATER, memory=memory)
    forget_the_log(owner)
    with pytest.raises(ledger.Inconsistent):
        ledger.sequence(at=LATER, memory=memory)


def test_an_event_without_a_valid_mac_is_never_numbered(
    district: str, owner: psycopg.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    good, bad = written(2)
    owner.execute("UPDATE ledger_event SET outcome = 'must' WHERE id = %s", [bad.id])
    assert ledger.sequence(at=LATER) == 1
    assert [event for _, event, _ in leaves(owner) if event] == [good.id]
    assert str(bad.id) in caplog.text


def test_the_state_counts_the_open_log_and_what_waits_for_it(district: str) -> None:
    assert queries.state() == queries.State(0, 0, None, None)
    sequenced(10, sealed_each=5)
    written(3, first=10, sealed_each=10)
    state = queries.state()
    assert (state.entries, state.pending, state.checkpoint) == (8, 2, ledger.checkpoint())
    assert state.signed_at == LATER


def test_a_page_sees_numbers_once_they_are_given_and_never_a_sealed_entry(district: str) -> None:
    ledger.write(act(ANA, 1))
    ledger.write(act(ANA, 2, sealed=True))
    ledger.sequence(at=LATER)
    ledger.write(act(ANA, 3))
    seen = [(noted.number, noted.position, noted.event.sealed) for noted in queries.entries_of(ANA)]
    assert seen == [(None, None, False), (1, 0, False)]
    assert len(queries.entries_of(ANA, limit=1)) == 1


def test_what_stops_the_loop_is_said_once_by_its_kind_and_without_a_statement(
    district: str, owner: psycopg.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    written(1)
    rounds: list[float | None] = []

    class Thrice(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            rounds.append(timeout)
            return len(rounds) > 3

    owner.execute("ALTER TABLE ledger_event RENAME arrival TO away")
    try:
        tasks.run_sequencer(Thrice(), every=0)
    finally:
        owner.execute("ALTER TABLE ledger_event RENAME away TO arrival")
    said = [record.getMessage() for record in caplog.records if record.name == "fileroom.ledger.tasks"]
    assert [line.startswith("The ledger of alder_creek was not sequenced: ProgrammingError at ") for line in said] == [
        True
    ]
    assert "arrival" not in caplog.text


def test_the_servers_loop_numbers_what_comes_in_and_stops_when_told(district: str) -> None:
    written(3)
    stop = threading.Event()
    loop = threading.Thread(target=tasks.run_sequencer, args=(stop,), kwargs={"every": 0.05})
    loop.start()
    try:
        _until(lambda: queries.state().entries == 3)
    finally:
        stop.set()
        loop.join(20)
    assert not loop.is_alive()
    assert ledger.verify().ok
