"""Theorems: proved from the very rules that decide, and broken by one wrong rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings

from fileroom.law import Question
from fileroom.law.book import BOOK, RULES, rulebook
from fileroom.law.examples import bases, changed
from fileroom.law.kernel.condition import Always, Condition
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.proof import Theorem, World, prove
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.kernel.solver import Symbols
from fileroom.law.theorems.shapes import never
from fileroom.law.vocabulary import action, requester, student
from tests.each import each
from tests.law.worlds import OPEN_EVERY_WEEKDAY, SOURCE, questions

ON = date(2026, 11, 24)
TRAINED = requester.trained.holds
GRANT = Rule("test.grant", Effect.ALLOWS, TRAINED, "Trained.", SOURCE, key=Key.BOTH, claimed=Always())


def proved(theorem: Theorem, *rules: Rule) -> tuple[str, ...] | None:
    return prove([theorem], rulebook(rules), ON, action)[0].counterexample


def beside_the_action(counterexample: tuple[str, ...] | None) -> list[str]:
    """Every question has an action, whichever it is."""
    return [fact for fact in counterexample or () if not fact.startswith("action=")]


def test_a_theorem_that_holds_has_no_counterexample() -> None:
    assert proved(never("untrained", "The untrained get nothing.", ~TRAINED), GRANT) is None


def test_a_false_theorem_is_refuted_in_words() -> None:
    counterexample = proved(never("trained", "The trained get nothing.", TRAINED), GRANT)
    assert beside_the_action(counterexample) == ["requester.trained=True"]


def test_a_counterexample_tells_no_fact_that_makes_no_difference() -> None:
    idle = Rule("test.idle", Effect.FORBIDS, student.homeless.holds & ~TRAINED, "Idle.", SOURCE)
    counterexample = proved(never("trained", "The trained get nothing.", TRAINED), GRANT, idle)
    assert beside_the_action(counterexample) == ["requester.trained=True"]


def test_a_theorem_that_speaks_of_no_case_is_not_proved() -> None:
    assert proved(never("nobody", "Nobody.", TRAINED & ~TRAINED), GRANT) == ("speaks of no case at all",)


def test_a_counterexample_names_papers_lists_and_numbers() -> None:
    paper = some("consent", form="written")
    everything = Rule(
        "test.all",
        Effect.ALLOWS,
        paper & student.age.at_least(40) & requester.kind.is_("parent"),
        "All.",
        SOURCE,
        key=Key.BOTH,
    )
    listed = never("paper", "None.", requester.restrained_from_records.holds, paper)
    counterexample = proved(listed, everything)
    assert counterexample is not None
    assert "a paper is a consent with form written" in counterexample
    assert any(line.startswith("student.age=") and int(line.partition("=")[2]) >= 40 for line in counterexample)


def test_a_weaker_paper_is_known_to_follow_from_a_stronger_one() -> None:
    weak, strong = some("consent"), some("consent", form="written")
    rule = Rule("test.weak", Effect.ALLOWS, weak, "Weak.", SOURCE, key=Key.BOTH)
    refuted = never("strong", "No consent, nothing.", ~weak)
    assert proved(refuted, rule) is None
    holds = Theorem(
        "follows", "A written consent is a consent.", lambda w: w.certain(strong), lambda w: w.granted(), (strong,)
    )
    assert proved(holds, rule) is None


def test_a_solver_that_gives_up_is_not_taken_for_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    import z3

    monkeypatch.setattr(z3.Solver, "check", lambda _: z3.unknown)
    monkeypatch.setattr(z3.Solver, "reason_unknown", lambda _: "tired")
    with pytest.raises(RuntimeError, match="tired"):
        proved(never("untrained", "The untrained get nothing.", ~TRAINED), GRANT)


WORLD = World(BOOK, ON, action)
ATOMS = tuple(dict.fromkeys(atom for rule in WORLD.rules for atom in (*rule.when.atoms(), *rule.claimed.atoms())))


def _said(env: Symbols, atom: Condition, q: Question) -> list[Any]:
    """An atom's certainty and possibility, as the interpreter finds them."""
    truth = atom.truth(q)
    certain, possible, hopeful = (env.of(atom, view) for view in (View.CERTAIN, View.POSSIBLE, View.HOPEFUL))
    return [
        certain if truth is True else env.opposite(certain),
        possible if truth is not False else env.opposite(possible),
        hopeful if atom.hopeful(q) else env.opposite(hopeful),
    ]


GRANTED, BARRED, DOUBTED = (
    bases()["parent"],
    changed(bases()["parent"], {"requester.restrained_from_records": True, "orders": ["records_order_6323_5"]}),
    {"action": "inspect", "record": {"kind": "business_record"}},
)


def test_of_the_examples_one_is_granted_one_refused_and_one_held_up_by_a_doubt() -> None:
    asked = [Question.from_json(it | {"on": ON.isoformat()}) for it in (GRANTED, BARRED, DOUBTED)]
    said = [BOOK.decide(it, OPEN_EVERY_WEEKDAY).outcome.value for it in asked]
    assert said[0] in ("must", "may") and said[1:] == ["no", "needs_more"]


# Chance seldom finds what only a doubt holds up.
@example(GRANTED)
@example(BARRED)
@example(DOUBTED)
@settings(max_examples=12, deadline=None)
@given(questions())
def test_the_solver_says_of_each_question_what_decide_says(asked: dict[str, Any]) -> None:
    q = Question.from_json(asked | {"on": ON.isoformat()})  # the law of another day may differ
    world = WORLD
    asked_of_it = [world.certain(action.is_(q.action))]
    for atom in ATOMS:
        asked_of_it += _said(world.symbols, atom, q)
    assert world.symbols.possible(*asked_of_it)
    decision = BOOK.decide(q, OPEN_EVERY_WEEKDAY)
    contrary = world.no(world.granted()) if decision.granted else world.granted()
    refusal = world.no(world.refused()) if decision.outcome == "no" else world.refused()
    assert not world.symbols.possible(*asked_of_it, world.symbols.any(contrary, refusal))


@each("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_is_vacuous(rule: Rule) -> None:
    assert WORLD.symbols.possible(WORLD.certain(rule.when))
