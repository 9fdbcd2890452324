"""A database superuser drops a unique constraint and inserts a row of the ledger again; verification names it."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.verifying import loose
from fileroom.ledger.verifying.report import Fault
from tests.attacks.ledger_rows import COLUMNS, found
from tests.ledger.acts import LATER, sequenced, written

TABLES = list(COLUMNS)
EVENT = ", ".join(COLUMNS["ledger_event"])


@pytest.fixture
def unbound(owner: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """The ledger's tables without one unique constraint; the next test gets them back as they were."""
    constraints = owner.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype IN ('p', 'u') AND conrelid = ANY (%s::regclass[])",
        [TABLES],
    ).fetchall()
    for table, name, _ in constraints:
        owner.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    yield owner
    owner.execute(f"TRUNCATE {', '.join(TABLES)}")
    for table, name, definition in constraints:
        owner.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")


def again(owner: psycopg.Connection, event: object) -> None:
    """The same event once more, under another arrival."""
    inserted = owner.execute(
        f"INSERT INTO ledger_event (arrival, {EVENT}) SELECT 1000 + arrival, {EVENT} FROM ledger_event WHERE id = %s",
        [event],
    )
    assert inserted.rowcount == 1


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("sealed_each", [0, 2])
@pytest.mark.parametrize("which", [0, 6, 11])
def test_an_event_inserted_again_is_named(
    district: str, unbound: psycopg.Connection, which: int, sealed_each: int, numbered: bool
) -> None:
    target = (sequenced if numbered else written)(12, sealed_each=sealed_each)[which]
    assert found().ok
    again(unbound, target.id)
    first = found().first_bad
    assert first is not None
    assert (first.fault, first.entry, first.position is not None) == (Fault.ADDED, str(target.id), numbered)


def test_an_event_inserted_again_at_the_edge_of_a_page_is_named(
    district: str, unbound: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loose, "AMONG", 4)
    events = sorted(sequenced(12), key=lambda event: event.id)
    again(unbound, events[3].id)
    assert [it.entry for it in found().findings] == [str(events[3].id)]


def test_an_event_numbered_twice_is_named_when_its_second_row_is_gone(
    district: str, unbound: psycopg.Connection
) -> None:
    target = written(12)[6]
    again(unbound, target.id)
    ledger.sequence(at=LATER)
    unbound.execute("DELETE FROM ledger_event WHERE arrival > 1000")
    first = found().first_bad
    assert first is not None
    assert (first.fault, first.entry, first.position) == (Fault.ADDED, str(target.id), 7)


@pytest.mark.parametrize("table", ["ledger_leaf", "ledger_tile", "ledger_checkpoint"])
def test_a_row_made_of_the_events_inserted_again_is_found(
    district: str, unbound: psycopg.Connection, table: str
) -> None:
    sequenced(300)
    sequenced(5, first=300)
    assert found().ok
    unbound.execute(f"INSERT INTO {table} SELECT * FROM {table} ORDER BY {COLUMNS[table][-1]} LIMIT 1")
    assert Fault.ADDED in {it.fault for it in found().findings}


def test_a_leaf_of_an_event_inserted_again_is_named(district: str, unbound: psycopg.Connection) -> None:
    target = sequenced(12)[6]
    unbound.execute("INSERT INTO ledger_leaf SELECT * FROM ledger_leaf WHERE event = %s", [target.id])
    first = found().first_bad
    assert first is not None
    assert (first.fault, first.entry, first.position) == (Fault.ADDED, str(target.id), 6)
