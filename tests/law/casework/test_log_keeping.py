"""Who checks the whole log, and who signs for what it has lost."""

from __future__ import annotations

import pytest

from fileroom.law import RULES, Outcome
from fileroom.law.casework.log_keeping import EXPLAINED_UNDER, SECONDED_UNDER
from fileroom.law.facts import Action
from fileroom.law.kernel.atoms import Is
from fileroom.law.kernel.rule import GRANTS, Rule
from tests.law.worlds import ask, because, missing

OTHERS = ["employee", "administrator", "teacher", "board_member", "system", "parent", "police"]


@pytest.mark.parametrize("whole_district", [True, False])
def test_a_custodian_of_the_district_or_of_a_school_checks_the_log(whole_district: bool) -> None:
    decision = ask("keeper", action="check_log", requester__whole_district=whole_district)
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["casework.log_keeping.custodians_check"]


@pytest.mark.parametrize("kind", OTHERS)
def test_nobody_else_checks_it(kind: str) -> None:
    decision = ask("keeper", action="check_log", requester__kind=kind)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["casework.log_keeping.nobody_else_checks"]


def test_the_districts_custodian_signs_for_a_lost_entry() -> None:
    assert ask("keeper").outcome is Outcome.MAY


@pytest.mark.parametrize(
    "facts",
    [{"requester__whole_district": False}] + [{"requester__kind": kind} for kind in OTHERS],
)
def test_nobody_else_signs_for_it(facts: dict[str, object]) -> None:
    decision = ask("keeper", **facts)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["casework.log_keeping.nobody_else_explains"]


def test_an_office_that_is_not_known_is_asked() -> None:
    decision = ask("keeper", requester__whole_district=None)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["requester.whole_district"]


@pytest.mark.parametrize("kind", ["custodian_of_records", "administrator"])
def test_another_custodian_or_an_administrator_gives_the_second_signature(kind: str) -> None:
    facts = {"action": "second_gap", "requester__kind": kind, "requester__whole_district": False}
    assert ask("keeper", **facts).outcome is Outcome.MAY


@pytest.mark.parametrize("kind", sorted(set(OTHERS) - {"administrator"}))
def test_nobody_else_gives_it(kind: str) -> None:
    decision = ask("keeper", action="second_gap", requester__kind=kind)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["casework.log_keeping.nobody_else_signs_too"]


@pytest.mark.parametrize(
    ("act", "counted"), [(Action.EXPLAIN_GAP, EXPLAINED_UNDER), (Action.SECOND_GAP, SECONDED_UNDER)]
)
def test_the_ledger_counts_signatures_under_every_rule_that_lets_somebody_sign_and_under_no_other(
    act: Action, counted: frozenset[str]
) -> None:
    lets = {rule.id for rule in RULES if rule.effect in GRANTS and act in acts_of(rule)}
    assert lets == counted


def acts_of(rule: Rule) -> set[object]:
    """The acts a rule names."""
    atoms = [atom for atom in rule.when.atoms() if isinstance(atom, Is) and atom.term.path == "action"]
    return {act for atom in atoms for act in atom.values}
