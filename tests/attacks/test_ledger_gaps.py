"""What a custodian signs for is explained; nothing forged, nothing numbered and nobody else's word explains a gap."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.verifying.report import Fault
from fileroom.seal.store import key_store
from tests import factories as make
from tests.attacks.gaps import RESTORED, STOPPED, backup_restored, explain, gap, invalid, signed, unexplained, verified
from tests.ledger.acts import ANA, AT, LATER, act, sequenced, written

KILLED = """
import os, signal, sys
from uuid import UUID
import django
django.setup()
from fileroom.hosting import serving, durable
from fileroom.ledger import services as ledger
from fileroom.seal.store import key_store
from django.db import connection
from tests.ledger.acts import ANA, AT, act
with serving(sys.argv[1]), durable():
    event = act(ANA, 1)
    with connection.cursor() as cursor:
        cursor.execute(*ledger.insert_sql(event))
    key_store().release(sys.argv[1], event.id, UUID(sys.argv[2]), AT)
    print(event.id, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_server_killed_between_release_and_commit_is_named_until_two_have_signed(
    district: str, keeper: make.Staffed, second: make.Staffed
) -> None:
    sequenced(3)
    key = key_store().new_data_keys(district, [(ANA, "permanent")], AT)[0]
    died = subprocess.run(
        [sys.executable, "-c", KILLED, district, str(key.id)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    lost = UUID(died.stdout.strip())
    assert unexplained() == [lost]
    explanation = signed(lost, keeper)
    assert unexplained() == [lost]
    other = signed(lost, second)
    report = verified()
    assert report.ok
    (it,) = report.explained
    assert (it.gap.entry, it.gap.key_released, it.reason) == (lost, True, STOPPED)
    assert (it.explanation, it.account, it.at) == (explanation, keeper.by.account.id, LATER)
    assert (it.second, it.second_account) == (other, second.by.account.id)
    ledger.sequence(at=LATER)
    assert verified().ok


def test_an_explanation_is_an_entry_of_the_open_log_with_the_rule_that_let_it_be_given(
    district: str, keeper: make.Staffed
) -> None:
    from tests.disclosure.asking import last_entry

    lost = gap(district)
    backup_restored()
    explanation = signed(lost, keeper, reason=RESTORED)
    event = last_entry()
    assert (event.id, event.act, event.record, event.part) == (explanation, "gap:explained", lost, RESTORED)
    assert (event.student, event.sealed, event.outcome) == (None, False, "may")
    assert event.rules == ("casework.log_keeping.the_districts_custodian_explains",)
    assert (event.actor.account, event.actor.role, event.actor.door) == (keeper.by.account.id, "custodian", "web")


def test_the_report_tells_gaps_and_explanations_as_json(district: str, keeper: make.Staffed) -> None:
    one, other = gap(district), gap(district)
    explanation = signed(one, keeper)
    said = verified().to_json()
    assert said["ok"] is False
    assert said["gaps"] == [{"entry": str(other), "at": "2026-10-19T17:30:00.000000Z", "key_released": False}]
    assert said["explained"] == [
        {
            "entry": str(one),
            "at": "2026-10-19T17:30:00.000000Z",
            "key_released": False,
            "reason": STOPPED,
            "explanation": str(explanation),
            "account": str(keeper.by.account.id),
            "second_explanation": None,
            "second_account": None,
            "explained_at": "2026-10-19T17:50:00.000000Z",
        }
    ]


def test_many_gaps_are_all_listed_though_few_are_written_out_as_findings(district: str) -> None:
    for _ in range(30):
        gap(district)
    report = verified()
    assert len(report.gaps) == 30
    assert len(report.findings) + report.unlisted == 30


def test_nobody_but_the_districts_custodian_signs_and_the_try_is_an_entry(district: str, keeper: make.Staffed) -> None:
    from fileroom.people.answers import Refused
    from tests.disclosure.asking import last_entry

    town = make.town()
    lost = gap(district)
    for person in (town.registrar, town.principal, town.teacher, town.mother):
        refused = explain(lost, person.by)
        assert isinstance(refused, Refused)
        event = last_entry()
        assert (event.id, event.act, event.part, event.outcome) == (refused.entry, "disclosure:refused", "ledger", "no")
    assert unexplained() == [lost]


@pytest.mark.parametrize(
    "spell", [{"to_on": make.TODAY - timedelta(days=1)}, {"from_on": make.TODAY + timedelta(days=1)}]
)
def test_an_office_counts_on_its_days_only(district: str, spell: dict[str, object]) -> None:
    from fileroom.people.answers import Refused

    helen = make.staffed("helen", "administrator", None)
    make.change(make.custodian(helen.row, None), **spell)
    assert isinstance(explain(gap(district), helen.by), Refused)


def test_a_custodian_who_has_left_the_district_signs_for_nothing(district: str, keeper: make.Staffed) -> None:
    from fileroom.people.answers import Refused

    make.change(keeper.row, left_on=make.TODAY - timedelta(days=1))
    assert isinstance(explain(gap(district), keeper.by), Refused)


def test_only_a_receipt_that_stands_without_its_entry_is_explained(district: str, keeper: make.Staffed) -> None:
    (numbered,) = sequenced(1)
    (waiting,) = written(1, first=5)
    cancelled = gap(district)
    key_store().cancel(district, [cancelled])
    assert "nothing is missing" in invalid(numbered.id, keeper)
    assert "nothing is missing" in invalid(waiting.id, keeper)
    assert "no standing receipt" in invalid(cancelled, keeper)
    assert "no standing receipt" in invalid(uuid4(), keeper)


@pytest.mark.parametrize("reason", ["", "power_cut", "Server_stopped", "server_stopped,restored_from_backup"])
def test_the_reasons_are_a_closed_list(district: str, keeper: make.Staffed, reason: str) -> None:
    assert "choose one" in invalid(gap(district), keeper, reason=reason)


def test_a_gap_is_explained_once(district: str, keeper: make.Staffed) -> None:
    lost = gap(district)
    signed(lost, keeper)
    assert "explained already" in invalid(lost, keeper, reason=RESTORED)


def test_an_entry_that_may_still_be_being_written_is_not_signed_for_beforehand(
    district: str, owner: psycopg.Connection, keeper: make.Staffed
) -> None:
    target = act(ANA, 0)
    key_store().confirm(district, [target.id], AT)  # its key is out, its transaction still open
    assert "still be being written" in invalid(target.id, keeper, at=AT + timedelta(seconds=59))
    signed(target.id, keeper, at=AT + timedelta(seconds=60))
    assert unexplained() == []


def test_an_explanation_signed_too_early_explains_nothing(
    district: str, receipts: psycopg.Connection, keeper: make.Staffed
) -> None:
    lost = gap(district)
    signed(lost, keeper, at=AT + timedelta(minutes=5))
    assert unexplained() == []
    receipts.execute("UPDATE release SET at = at + interval '5 minutes' WHERE event_id = %s", [lost])
    assert unexplained() == [lost]


def test_an_entry_that_had_its_number_is_never_explained_away(
    district: str, owner: psycopg.Connection, keeper: make.Staffed
) -> None:
    target = sequenced(6)[3]
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [target.id])
    assert "It was removed" in invalid(target.id, keeper)
    report = verified()
    assert (report.gaps, report.explained) == ([], [])
    assert report.first_bad is not None
    assert (report.first_bad.fault, report.first_bad.entry) == (Fault.DROPPED, str(target.id))


def test_an_entry_that_had_its_number_is_not_explained_by_an_explanation_from_before(
    district: str, owner: psycopg.Connection, keeper: make.Staffed
) -> None:
    target = act(ANA, 0)
    key_store().confirm(district, [target.id], AT)
    signed(target.id, keeper)
    ledger.write(target)  # a transaction slower than the minute
    ledger.sequence(at=LATER)
    assert verified().ok
    assert verified().explained == []
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [target.id])
    report = verified()
    assert report.explained == []
    assert {(it.fault, it.entry) for it in report.findings} == {(Fault.DROPPED, str(target.id))}
