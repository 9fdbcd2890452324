"""A database superuser alters rows of the ledger, one column at a time; verification names the entry."""

from __future__ import annotations

import psycopg
import pytest

from fileroom.ledger.tables import INSERT_ONLY
from fileroom.ledger.verifying.report import Fault
from tests.attacks.ledger_rows import COLUMNS, HINTS, alter, found
from tests.ledger.acts import sequenced, written


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
