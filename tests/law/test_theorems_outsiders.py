"""The theorems on outsiders break when a wrong rule is planted, or the rule that a right rests on is taken away."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law.book import RULES, rulebook
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.proof import Proof, Theorem
from fileroom.law.kernel.proof import prove as prove_each
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule
from fileroom.law.theorems import outsiders, outsiders_rights
from fileroom.law.vocabulary import action, requester
from tests.law.worlds import SOURCE

ON = date(2026, 11, 24)
BY_A_BAN = {"no_emergency_door_for_a_restrained_person"}
CHAPTERS = (
    "schools_of_enrolment", "transfers", "swift_transfers", "caseworkers", "affidavit_caregivers", "foster_caregivers",
    "foster_notices", "wardship_investigations", "emergencies", "student_aid_commission", "financial_aid",
)  # fmt: skip


def proved(theorems: tuple[Theorem, ...], rules: tuple[Rule, ...]) -> list[Proof]:
    return prove_each(theorems, rulebook(rules), ON, action)


def holding(proofs: list[Proof]) -> set[str]:
    return {proof.name for proof in proofs if proof.holds}


def test_one_rule_that_lets_everybody_in_breaks_every_prohibition_but_those_of_a_ban() -> None:
    everybody = Rule("test.wrong", Effect.ALLOWS, Always(), "Everybody.", SOURCE, key=Key.BOTH)
    assert holding(proved(outsiders.THEOREMS, (*RULES, everybody))) == BY_A_BAN


def test_a_wrong_rule_for_the_police_breaks_what_is_said_of_police_and_is_told_in_words() -> None:
    wrong = Rule("test.wrong", Effect.ALLOWS, requester.kind.is_("police"), "Police.", SOURCE, key=Key.BOTH)
    proofs = {proof.name: proof for proof in proved(outsiders.THEOREMS, (*RULES, wrong))}
    assert "requester.kind=police" in (proofs["police_have_three_doors"].counterexample or ())
    assert proofs["caseworkers_are_responsible"].holds
    assert proofs["contractors_are_directed"].holds


@pytest.mark.parametrize("key", [Key.STATE, Key.FEDERAL])
def test_every_right_is_lost_without_the_state_rules_and_without_the_federal_ones(key: Key) -> None:
    mine = tuple(f"disclosure.{chapter}." for chapter in CHAPTERS)
    kept = tuple(rule for rule in RULES if not (rule.id.startswith(mine) and rule.effect in GRANTS and rule.turns(key)))
    assert len(kept) < len(RULES)
    assert holding(proved(outsiders_rights.THEOREMS, kept)) == set()


def test_each_theorem_is_a_sentence_of_its_own() -> None:
    sentences = [theorem.sentence for theorem in (*outsiders.THEOREMS, *outsiders_rights.THEOREMS)]
    assert len(set(sentences)) == len(sentences) > 30
    assert all(sentence.endswith(".") for sentence in sentences)
