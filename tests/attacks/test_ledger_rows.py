"""A database superuser alters, drops, adds or reorders rows of the ledger; verification names the entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

from fileroom.ledger import services as ledger
from fileroom.ledger.tables import INSERT_ONLY
from fileroom.ledger.verifying.report import Fault
from fileroom.seal.store import key_store
from tests.ledger.acts import ANA, BEN, LATER, act, forget_the_log, leaves, sequenced, written

# Which arrival an event had, and which was last when a checkpoint was signed, only tells the sequencer where to look
# first; each day's first call looks at everything. No proof rests on them.
HINTS = {("ledger_event", "arrival"), ("ledger_checkpoint", "arrived")}
OTHER_VALUE = {
    "bigint": "{0} + 1000000",
    "smallint": "{0} + 7",
    "boolean": "NOT {0}",
    "bytea": "sha256({0})",
    "text": "{0} || 'x'",
    "timestamp with time zone": "{0} + interval '1 second'",
    "uuid": "gen_random_uuid()",
}
COLUMNS = {
    "ledger_event": [
        "id", "act", "student", "record", "part", "account", "role", "door", "client", "purpose", "outcome", "rules",
        "law_digest", "at", "sealed", "salt", "mac",
    ],
    "ledger_leaf": ["log", "position", "event", "label", "number", "hash", "head"],
    "ledger_tile": ["log", "level", "number", "hashes", "root"],
    "ledger_checkpoint": [
        "size", "root", "note", "index_root", "labels", "sealed_size", "sealed_root", "salt", "entries", "at",
    ],
}  # fmt: skip


def found(outside: str | None = None) -> ledger.Report:
    report = ledger.verify(checkpoint=outside, patience=0.05)
    assert report.ok is not bool(report.findings)
    return report


def alter(owner: psycopg.Connection, table: str, column: str, where: LiteralString, value: object) -> None:
    """Give one column of one row another value."""
    kind = owner.execute(
        "SELECT data_type FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = %s AND column_name = %s",
        [table, column],
    ).fetchone()
    assert kind is not None
    other = sql.SQL(OTHER_VALUE[kind[0]]).format(sql.Identifier(column))
    statement = sql.SQL("UPDATE {} SET {} = {} WHERE ").format(sql.Identifier(table), sql.Identifier(column), other)
    assert owner.execute(statement + sql.SQL(where), [value]).rowcount == 1


def test_every_column_of_every_table_is_under_attack_here(owner: psycopg.Connection) -> None:
    rows = owner.execute(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = ANY(%s)",
        [INSERT_ONLY],
    ).fetchall()
    assert set(rows) == {(table, column) for table, columns in COLUMNS.items() for column in columns} | HINTS


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("column", COLUMNS["ledger_event"])
def test_an_event_altered_in_any_column_is_named(
    district: str, owner: psycopg.Connection, column: str, numbered: bool
) -> None:
    target = (sequenced(12) if numbered else written(12))[5]
    assert found().ok
    alter(owner, "ledger_event", column, "id = %s", target.id)
    first = found().first_bad
    assert first is not None
    if column == "id" and not numbered:  # two things at once: the new id was added, the old one dropped
        assert {(f.fault, f.entry == str(target.id)) for f in found().findings} == {
            (Fault.ADDED, False),
            (Fault.DROPPED, True),
        }
    else:
        assert (first.entry, first.fault) == (str(target.id), Fault.DROPPED if column == "id" else Fault.ALTERED)


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("column", COLUMNS["ledger_leaf"])
def test_a_leaf_altered_in_any_column_is_named(
    district: str, owner: psycopg.Connection, column: str, sealed: bool
) -> None:
    target = sequenced(40, sealed_each=2)[20 if sealed else 21]
    alter(owner, "ledger_leaf", column, "event = %s", target.id)
    report = found()
    assert not report.ok
    named = {finding.position for finding in report.findings if finding.log == ("sealed" if sealed else "open")}
    assert 10 in named or any(finding.entry == str(target.id) for finding in report.findings)


@pytest.mark.parametrize("column", ["hash", "position", "log"])
def test_an_index_leaf_altered_is_found(district: str, owner: psycopg.Connection, column: str) -> None:
    sequenced(12)
    sequenced(5, first=12)
    alter(owner, "ledger_leaf", column, "event IS NULL AND position = %s", 12)
    assert any(finding.position == 12 for finding in found().findings)


@pytest.mark.parametrize("column", COLUMNS["ledger_tile"])
def test_a_tile_altered_in_any_column_is_found(district: str, owner: psycopg.Connection, column: str) -> None:
    sequenced(600)
    assert found().ok
    alter(owner, "ledger_tile", column, "number = %s", 1)
    assert {finding.fault for finding in found().findings} <= {Fault.TILE, Fault.ADDED}
    assert not found().ok


@pytest.mark.parametrize("column", COLUMNS["ledger_checkpoint"])
def test_a_checkpoint_altered_in_any_column_is_found(district: str, owner: psycopg.Connection, column: str) -> None:
    sequenced(12, sealed_each=4)
    sequenced(5, first=12)
    alter(owner, "ledger_checkpoint", column, "size = %s", 10)
    report = found()
    assert not report.ok
    assert report.findings[0].position == 9


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("mark", ["\t", "\n", "\\", "\x1f", "\x1e", "\\N", "\r", "é"])
def test_marks_that_part_rows_and_fields_hide_nothing(
    district: str, owner: psycopg.Connection, mark: str, numbered: bool
) -> None:
    target = (sequenced(12) if numbered else written(12))[5]
    owner.execute("UPDATE ledger_event SET purpose = %s || purpose || %s WHERE id = %s", [mark, mark, target.id])
    assert [(it.fault, it.entry) for it in found().findings] == [(Fault.ALTERED, str(target.id))]


@pytest.mark.parametrize("position", [2**63 - 1, 2**62, 40_000])
def test_a_leaf_far_behind_the_end_is_found(district: str, owner: psycopg.Connection, position: int) -> None:
    sequenced(12)
    owner.execute("INSERT INTO ledger_leaf (log, position, hash) VALUES ('open', %s, sha256('x'))", [position])
    assert {it.fault for it in found().findings} >= {Fault.DROPPED}
    assert any(str(position) in it.says or it.position == position for it in found().findings)


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


def test_a_log_rewritten_consistently_fails_against_a_checkpoint_kept_outside(
    district: str, owner: psycopg.Connection
) -> None:
    events = sequenced(24)
    outside = ledger.checkpoint()
    sequenced(6, first=24)
    assert found(outside).ok
    # An insider with every key: the event, its receipt, the tree, the heads and the signatures are all made anew.
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [events[3].id])
    key_store().cancel(district, [events[3].id])
    forget_the_log(owner)
    ledger.sequence(at=LATER)
    assert found().ok
    report = found(outside)
    assert [finding.fault for finding in report.findings] == [Fault.OUTSIDE]
    assert "rewritten" in report.findings[0].says


def test_a_log_shorter_than_the_checkpoint_kept_outside_fails(district: str, owner: psycopg.Connection) -> None:
    sequenced(24)
    outside = ledger.checkpoint()
    events = written(1, first=24)
    forget_the_log(owner)
    owner.execute("DELETE FROM ledger_event WHERE at > %s", [events[0].at.replace(minute=30, second=9)])
    ledger.sequence(at=LATER)
    report = found(outside)
    assert report.findings[-1].fault is Fault.OUTSIDE
    assert "has only" in report.findings[-1].says


def test_a_checkpoint_of_another_district_does_not_vouch_for_this_one(district: str) -> None:
    from fileroom.hosting import serving

    sequenced(6)
    with serving("mesa_verde"):
        ledger.write(act(ANA))
        ledger.sequence(at=LATER)
        foreign = ledger.checkpoint()
    report = found(foreign)
    assert [finding.fault for finding in report.findings] == [Fault.OUTSIDE]
    assert "not signed by this district" in report.findings[0].says


def test_an_event_of_another_district_is_no_event_of_this_one(district: str, owner: psycopg.Connection) -> None:
    from fileroom.hosting import serving

    written(6)
    foreign = act(ANA)
    with serving("mesa_verde"):
        ledger.write(foreign)
    columns = ", ".join(COLUMNS["ledger_event"])
    owner.execute(
        f"INSERT INTO ledger_event ({columns}) SELECT {columns} FROM mesa_verde.ledger_event WHERE id = %s",
        [foreign.id],
    )
    first = found().first_bad
    assert first is not None
    assert (first.fault, first.entry) == (Fault.ADDED, str(foreign.id))


@pytest.mark.parametrize("table", INSERT_ONLY)
@pytest.mark.parametrize("attack", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}"])
def test_the_applications_own_role_can_only_add(district: str, table: str, attack: str) -> None:
    from django.db import connection
    from django.db.utils import ProgrammingError

    from fileroom.hosting import durable

    column = COLUMNS[table][0]
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        durable(),
        connection.cursor() as cursor,
    ):
        cursor.execute(attack.format(table, column, column))


def test_an_entry_being_written_while_the_walk_goes_on_is_not_called_dropped(district: str) -> None:
    import threading

    from django.db import connection

    from fileroom.hosting import durable, serving

    sequenced(6)
    target, noted, wait = act(BEN, 7), threading.Event(), threading.Event()

    def slow() -> None:
        with serving(district), durable():
            statement, params = ledger.insert_sql(target)
            with connection.cursor() as cursor:
                cursor.execute(statement, params)
            key_store().note(district, [target.id], target.at)  # as a release does: before the commit
            noted.set()
            wait.wait(20)
        connection.close()

    writer = threading.Thread(target=slow)
    writer.start()
    noted.wait(20)
    threading.Timer(0.3, wait.set).start()
    report = ledger.verify(patience=10)
    writer.join(20)
    assert report.ok, report.findings


def test_the_report_tells_everything_as_json(district: str, owner: psycopg.Connection) -> None:
    events = sequenced(12, sealed_each=4)
    owner.execute("UPDATE ledger_event SET outcome = 'must' WHERE id = %s", [events[5].id])
    report = json.loads(json.dumps(found().to_json()))
    assert report["ok"] is False
    assert report["first_bad"]["entry"] == str(events[5].id)
    assert report["first_bad"]["fault"] == "altered"
    assert {log: state["size"] for log, state in report["logs"].items()} == {"open": 10, "sealed": 3}
    assert (report["entries"], report["pending"], report["receipts"], report["checkpoints"]) == (12, 0, 12, 1)
