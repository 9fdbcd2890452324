"""A ledger rewritten consistently, cut short or taken from elsewhere; what is no fault; who may write at all."""

from __future__ import annotations

import json

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.tables import INSERT_ONLY
from fileroom.ledger.verifying.report import Fault
from fileroom.seal.store import key_store
from tests.attacks.ledger_rows import COLUMNS, found
from tests.ledger.acts import ANA, BEN, LATER, act, forget_the_log, sequenced, written


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
