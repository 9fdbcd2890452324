"""A database superuser drops, adds or reorders rows of the ledger; verification names the entry."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.verifying.report import Fault
from tests.attacks.ledger_rows import COLUMNS, found
from tests.ledger.acts import ANA, LATER, act, leaves, sequenced, written


@pytest.mark.parametrize("which", [0, 7, 23])
@pytest.mark.parametrize("sealed_each", [0, 2])
def test_an_event_dropped_after_sequencing_is_named(
    district: str, owner: psycopg.Connection, which: int, sealed_each: int
) -> None:
    target = sequenced(24, sealed_each=sealed_each)[which]
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [target.id])
    first = found().first_bad
    assert first is not None
    assert (first.fault, first.entry) == (Fault.DROPPED, str(target.id))


@pytest.mark.parametrize("what", [ledger.Act.DISCLOSURE_REFUSED, ledger.Act.RECORD_COLLECTED])
@pytest.mark.parametrize("sealed", [True, False])
def test_an_event_dropped_before_sequencing_is_named_refusals_too(
    district: str, owner: psycopg.Connection, what: ledger.Act, sealed: bool
) -> None:
    written(6)
    target = act(ANA, 7, what=what, sealed=sealed)
    ledger.write(target)
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [target.id])
    for _ in range(2):
        first = found().first_bad
        assert first is not None
        assert (first.fault, first.entry) == (Fault.DROPPED, str(target.id))
        ledger.sequence(at=LATER)


def test_all_events_dropped_are_all_missed(district: str, owner: psycopg.Connection) -> None:
    written(30)
    owner.execute("TRUNCATE ledger_event")
    report = found()
    assert len(report.findings) + report.unlisted == 30


@pytest.mark.parametrize("numbered", [True, False])
def test_an_event_added_without_the_key_is_named(district: str, owner: psycopg.Connection, numbered: bool) -> None:
    written(6)
    if numbered:
        ledger.sequence(at=LATER)
    forged = uuid4()
    columns = ", ".join(column for column in COLUMNS["ledger_event"] if column != "id")
    owner.execute(
        f"INSERT INTO ledger_event (id, {columns}) SELECT %s, {columns} FROM ledger_event ORDER BY arrival LIMIT 1",
        [forged],
    )
    first = found().first_bad
    assert first is not None
    assert (first.fault, first.entry) == (Fault.ADDED, str(forged))
    ledger.sequence(at=LATER)
    assert [event for _, event, _ in leaves(owner) if event == forged] == []


@pytest.mark.parametrize("log", ["open", "sealed", "third"])
def test_a_leaf_added_behind_the_last_checkpoint_is_found(district: str, owner: psycopg.Connection, log: str) -> None:
    sequenced(6)
    owner.execute(
        "INSERT INTO ledger_leaf (log, position, hash) SELECT %s, coalesce(max(position) + 1, 0), sha256('x')"
        " FROM ledger_leaf WHERE log = %s",
        [log, log],
    )
    assert Fault.ADDED in {finding.fault for finding in found().findings}


def test_a_leaf_before_the_beginning_is_found(district: str, owner: psycopg.Connection) -> None:
    sequenced(6)
    owner.execute("INSERT INTO ledger_leaf (log, position, hash) VALUES ('open', -5, sha256('x'))")
    assert [finding.position for finding in found().findings] == [-5]


@pytest.mark.parametrize("position", [0, 4, 11, 12])
def test_a_leaf_dropped_is_named_by_its_place(district: str, owner: psycopg.Connection, position: int) -> None:
    sequenced(12)
    sequenced(6, first=12)
    owner.execute("DELETE FROM ledger_leaf WHERE position = %s", [position])
    report = found()
    assert (report.findings[0].fault, report.findings[0].position) == (Fault.DROPPED, position)


@pytest.mark.parametrize("table", ["ledger_tile", "ledger_checkpoint"])
def test_a_tile_or_checkpoint_dropped_is_found(district: str, owner: psycopg.Connection, table: str) -> None:
    sequenced(300)
    sequenced(6, first=300)
    order = "size" if table == "ledger_checkpoint" else "number"
    owner.execute(f"DELETE FROM {table} WHERE {order} = (SELECT min({order}) FROM {table})")
    assert not found().ok


def swap(owner: psycopg.Connection, one: UUID, two: UUID, columns: str) -> None:
    """Exchange some columns of two leaves."""
    with owner.transaction():
        owner.execute("UPDATE ledger_leaf SET position = -position - 1 WHERE event = ANY(%s)", [[one, two]])
        owner.execute("ALTER TABLE ledger_leaf DROP CONSTRAINT IF EXISTS ledger_leaf_number")
        names = columns.split()
        mine = ", ".join(f"{name} = other.{name}" for name in names if name != "position")
        place = "position = -other.position - 1" if "position" in names else "position = -l.position - 1"
        owner.execute(
            f"UPDATE ledger_leaf l SET {', '.join(filter(None, (place, mine)))} FROM ledger_leaf other"
            " WHERE (l.event, other.event) IN ((%(one)s, %(two)s), (%(two)s, %(one)s))",
            {"one": one, "two": two},
        )


@pytest.fixture
def constraint_put_back(owner: psycopg.Connection) -> Iterator[None]:
    """Give the next test its table back as it was."""
    yield
    owner.execute("TRUNCATE ledger_leaf")
    owner.execute("ALTER TABLE ledger_leaf DROP CONSTRAINT IF EXISTS ledger_leaf_number")
    owner.execute("ALTER TABLE ledger_leaf ADD CONSTRAINT ledger_leaf_number UNIQUE (log, label, number)")


@pytest.mark.usefixtures("constraint_put_back")
@pytest.mark.parametrize("columns", ["position", "position number", "position head", "position number head"])
@pytest.mark.parametrize(("one", "two"), [(4, 5), (4, 8), (2, 11)])
def test_two_entries_that_changed_places_are_named(
    district: str, owner: psycopg.Connection, columns: str, one: int, two: int
) -> None:
    events = sequenced(12)
    swap(owner, events[one].id, events[two].id, columns)
    report = found()
    assert report.findings[0].position == one
    assert report.findings[0].entry == str(events[two].id)
    if columns == "position":
        assert report.findings[0].fault in {Fault.REORDERED, Fault.GAP}
