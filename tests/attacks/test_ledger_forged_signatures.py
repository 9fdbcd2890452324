"""What was not signed by somebody whom the law let explains no gap: nothing forged, nothing removed, nothing half."""

from __future__ import annotations

from dataclasses import replace
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.services import Actor
from tests import factories as make
from tests.attacks.gaps import RESTORED, STOPPED, backup_restored, gap, signed, unexplained, verified
from tests.ledger.acts import ANA, AT, LATER, act

FORGERIES: dict[str, LiteralString] = {
    "a copy of a genuine explanation, for another gap": (
        "INSERT INTO ledger_event (id, act, record, part, account, role, door, client, purpose, outcome, rules,"
        " law_digest, at, sealed, salt, mac) SELECT gen_random_uuid(), act, %s, part, account, role, door, client,"
        " purpose, outcome, rules, law_digest, at, sealed, salt, mac FROM ledger_event WHERE act = 'gap:explained'"
    ),
    "a genuine explanation, pointed at another gap": (
        "UPDATE ledger_event SET record = %s WHERE act = 'gap:explained'"
    ),
    "another act made an explanation": (
        "UPDATE ledger_event SET act = 'gap:explained', part = 'server_stopped', record = %s,"
        " rules = 'casework.log_keeping.the_districts_custodian_explains' WHERE act = 'record:inspected'"
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_what_a_database_superuser_writes_explains_nothing(
    district: str, owner: psycopg.Connection, keeper: make.Staffed, forgery: LiteralString
) -> None:
    signed(gap(district), keeper)
    ledger.write(act(ANA, 1))
    other = gap(district)
    owner.execute(forgery, [other])
    for _ in range(2):
        assert other in [it.entry for it in verified().gaps]
        ledger.sequence(at=LATER)


def test_an_explanation_that_was_removed_explains_nothing_and_is_missed_itself(
    district: str, owner: psycopg.Connection, keeper: make.Staffed
) -> None:
    lost = gap(district)
    explanation = signed(lost, keeper)
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [explanation])
    assert sorted(unexplained()) == sorted([lost, explanation])


@pytest.mark.parametrize("lacking", ["rule", "account", "reason", "outcome"])
def test_a_genuine_entry_without_the_laws_leave_explains_nothing(
    district: str, keeper: make.Staffed, lacking: str
) -> None:
    lost = gap(district)
    account = None if lacking == "account" else keeper.by.account.id
    whole = ledger.event(
        ledger.Act.GAP_EXPLAINED, record=lost, by=Actor(account, "custodian", "cli"), at=LATER,
        part="power_cut" if lacking == "reason" else STOPPED, outcome="no" if lacking == "outcome" else "may",
    )  # fmt: skip
    rule = "casework.log_keeping." + ("custodians_check" if lacking == "rule" else "the_districts_custodian_explains")
    ledger.write(replace(whole, rules=(rule,)))
    assert unexplained() == [lost]
    ledger.write(replace(whole, id=uuid4(), part=STOPPED, outcome="may",
                         actor=Actor(keeper.by.account.id, "custodian", "cli"),
                         rules=("casework.log_keeping.the_districts_custodian_explains",)))  # fmt: skip
    assert unexplained() == []


def test_a_restore_that_only_a_superuser_wrote_down_explains_nothing(
    district: str, owner: psycopg.Connection, keeper: make.Staffed
) -> None:
    lost = gap(district)
    ledger.write(_restored_says(lost, keeper))
    assert unexplained() == [lost]
    forged = act(ANA, 60)
    ledger.write(forged)
    owner.execute("UPDATE ledger_event SET act = 'backup:restored' WHERE id = %s", [forged.id])
    assert [it.entry for it in verified().gaps] == [lost]
    owner.execute("UPDATE ledger_event SET act = 'record:inspected' WHERE id = %s", [forged.id])
    backup_restored(AT)  # in the very moment of the receipt, which it cannot have lost
    assert unexplained() == [lost]
    backup_restored()
    assert unexplained() == []


def _restored_says(lost: UUID, keeper: make.Staffed) -> ledger.Event:
    """A signature that the law let be given, for a restore."""
    event = ledger.event(
        ledger.Act.GAP_EXPLAINED, record=lost, part=RESTORED, outcome="may", at=LATER,
        by=Actor(keeper.by.account.id, "custodian", "cli"),
    )  # fmt: skip
    return replace(event, rules=("casework.log_keeping.the_districts_custodian_explains",))
