"""Where a key was given out against a missing entry one person's word is not enough, and never the same one's twice."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.services import Actor
from tests import factories as make
from tests.attacks.gaps import RESTORED, STOPPED, backup_restored, explain, gap, invalid, signed, unexplained, verified
from tests.ledger.acts import AT, LATER


@pytest.fixture
def lost(district: str) -> UUID:
    """A gap against which a key was given out."""
    return gap(district, with_key=True)


def test_one_signature_is_awaited_to_be_seconded_and_verify_says_by_whom_it_was_given(
    keeper: make.Staffed, lost: UUID
) -> None:
    signed(lost, keeper)
    report = verified()
    (it,) = report.gaps
    assert (it.entry, it.reason, it.signed_by) == (lost, STOPPED, keeper.by.account.id)
    assert it.to_json()["second_signature_awaited"] is True
    (found,) = report.findings
    assert "a second signature is awaited" in found.says
    assert not report.explained


def test_nobody_seconds_their_own_word(keeper: make.Staffed, lost: UUID) -> None:
    signed(lost, keeper)
    assert "another person must sign" in invalid(lost, keeper)
    assert unexplained() == [lost]


def test_a_genuine_second_entry_of_the_same_account_counts_for_nothing(keeper: make.Staffed, lost: UUID) -> None:
    from dataclasses import replace
    from uuid import uuid4

    from tests.disclosure.asking import last_entry

    signed(lost, keeper)
    again = replace(
        last_entry(), id=uuid4(), rules=("casework.log_keeping.another_custodian_or_an_administrator_signs_too",)
    )
    ledger.write(again)
    assert unexplained() == [lost]
    ledger.write(replace(again, id=uuid4(), actor=Actor(uuid4(), "principal", "web")))
    assert unexplained() == []


def test_a_second_signature_without_a_first_counts_for_nothing(
    district: str, keeper: make.Staffed, second: make.Staffed, owner: psycopg.Connection, lost: UUID
) -> None:
    from fileroom.people.answers import Refused

    assert isinstance(explain(lost, second.by), Refused)
    first = signed(lost, keeper)
    signed(lost, second)
    assert unexplained() == []
    owner.execute("DELETE FROM ledger_event WHERE id = %s", [first])
    assert lost in unexplained()


def test_two_reasons_are_not_one_explanation(
    keeper: make.Staffed, second: make.Staffed, lost: UUID, owner: psycopg.Connection
) -> None:
    from fileroom.people.answers import Refused

    backup_restored()
    signed(lost, keeper)
    assert isinstance(explain(lost, second.by, reason=RESTORED), Refused), "another reason is no second"
    other = make.staffed("omar", "administrator", None)
    owner.execute("UPDATE people_custodian SET to_on = %s", [make.TODAY - timedelta(days=1)])
    make.custodian(other.row, None, since=make.TODAY)
    signed(lost, other, reason=RESTORED)
    assert unexplained() == [lost]
    signed(lost, second, reason=RESTORED)
    assert unexplained() == []
    assert [it.reason for it in verified().explained] == [RESTORED]


@pytest.mark.parametrize("role", ["teacher", "registrar", "nurse"])
def test_who_is_neither_custodian_nor_administrator_seconds_nothing(
    keeper: make.Staffed, lost: UUID, role: str
) -> None:
    from fileroom.people.answers import Refused
    from tests.disclosure.asking import last_entry

    signed(lost, keeper)
    refused = explain(lost, make.staffed("tom", role, make.school()).by)
    assert isinstance(refused, Refused)
    assert refused.decision.because[0].rule == "casework.log_keeping.nobody_else_signs_too"
    assert last_entry().actor.role == role
    assert unexplained() == [lost]


def test_a_custodian_of_one_school_seconds(keeper: make.Staffed, lost: UUID) -> None:
    school = make.school()
    tom = make.staffed("tom", "teacher", school)
    make.custodian(tom.row, school)
    signed(lost, keeper)
    signed(lost, tom)
    assert unexplained() == []
    assert "explained already" in invalid(lost, keeper)


def test_an_entry_that_opened_nothing_needs_one_signature(district: str, keeper: make.Staffed) -> None:
    opened_nothing = gap(district)
    signed(opened_nothing, keeper)
    assert unexplained() == []


def test_a_restored_backup_is_believed_only_where_the_ledger_has_it_after_the_receipt(
    district: str, keeper: make.Staffed
) -> None:
    lost = gap(district)
    backup_restored(AT - timedelta(minutes=1))
    assert "no entry that a backup was restored" in invalid(lost, keeper, reason=RESTORED)
    backup_restored(LATER + timedelta(minutes=1))
    assert "no entry that a backup was restored" in invalid(lost, keeper, reason=RESTORED)
    backup_restored()
    signed(lost, keeper, reason=RESTORED)
    assert unexplained() == []


def test_a_parents_account_signs_for_nothing_and_the_ledger_says_whose_it_was(district: str, lost: UUID) -> None:
    from fileroom.people.answers import Refused
    from tests.disclosure.asking import last_entry

    town = make.town()
    assert isinstance(explain(lost, town.mother.by), Refused)
    assert last_entry().actor.role == "parent"
    assert town.mother.relation
    make.change(town.mother.relation, standing="claimed")
    assert isinstance(explain(lost, town.mother.by), Refused)
    assert last_entry().actor.role == "contact"
    assert unexplained() == [lost]
