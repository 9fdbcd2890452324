"""That somebody is not whom an order restrains is the word of another than who spoke first."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, missing

THEY = {"administrator", "custodian_of_records"}
RULE = "casework.ruling_out."


@pytest.mark.parametrize("kind", sorted(THEY))
def test_another_who_works_with_the_student_rules_it_out(kind: str) -> None:
    decision = ask("rule_out", requester__kind=kind)
    assert (decision.outcome, because(decision)) == (Outcome.MAY, [f"{RULE}another_rules_out"])
    assert decision.sealed
    assert missing(ask("rule_out", requester__kind=kind, requester__has_student=None)) == ["requester.has_student"]


def test_nobody_gives_back_alone_what_an_order_takes() -> None:
    refused = ask("rule_out", other__proposed_by_oneself=True)
    assert (refused.outcome, because(refused)) == (Outcome.NO, [f"{RULE}nobody_rules_out_alone"])
    assert missing(ask("rule_out", other__proposed_by_oneself=None)) == ["other.proposed_by_oneself"]


@pytest.mark.parametrize("kind", sorted({*STAFF_KINDS, "parent", "police", "system"} - THEY))
@pytest.mark.parametrize("oneself", [True, False])
def test_nobody_else_says_so_first_or_second(kind: str, oneself: bool) -> None:
    facts = {"requester__restrained_from_records": False, "requester__restrained_contact_only": False}
    refused = ask("rule_out", requester__kind=kind, other__proposed_by_oneself=oneself, **facts)
    assert (refused.outcome, because(refused)) == (Outcome.NO, [f"{RULE}nobody_else_rules_out"])


def test_whom_the_order_restrains_rules_nobody_out() -> None:
    decision = ask("rule_out", requester__restrained_from_records=True)
    assert (decision.outcome, decision.silent) == (Outcome.NO, True)
