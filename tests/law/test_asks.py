"""Every fact that a rule may ask for has its own sentence, in words a clerk can say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings

from fileroom.law import Question, decide
from fileroom.law.asks import ASKS, QUALITIES, ask
from fileroom.law.book import RULES
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.rule import GRANTS, Effect
from fileroom.law.kernel.term import Follows, Presumed, Reached, Term
from tests.each import each
from tests.law.worlds import OPEN_EVERY_WEEKDAY, questions

NEVER_ASKED = {"action", "on"}


def _of_term(term: Term) -> Iterator[str]:
    if term.default is None and term.path not in NEVER_ASKED:
        yield term.path
    if isinstance(term, Presumed):
        yield "orders"
    if isinstance(term, Follows | Reached) and term.source is not None:
        yield from _of_term(term.source)


def _of_atom(atom: Condition) -> Iterator[str]:
    if isinstance(atom, Some):
        yield "papers"
        if atom.can_follow:
            yield f"papers.{min(atom.kinds)}"
        named = {name for quality, _ in atom.wanted for name in (quality, quality.partition(".")[0])}
        yield from (f"papers.{kind}.{name}" for kind in atom.kinds for name in named)
    for name in ("term", "listed"):
        if hasattr(atom, name):
            yield from _of_term(getattr(atom, name))


def asked() -> set[str]:
    """Every fact that a ban or a grant can be in want of."""
    rules = [rule for rule in RULES if rule.effect in (Effect.FORBIDS, *GRANTS)]
    return {fact for rule in rules for atom in rule.when.atoms() for fact in _of_atom(atom)}


def has_a_sentence(fact: str) -> bool:
    return fact in ASKS or (fact.startswith("papers.") and fact.rpartition(".")[2] in QUALITIES)


@each("fact", sorted(asked()))
def test_a_fact_that_may_be_asked_has_its_sentence(fact: str) -> None:
    assert has_a_sentence(fact), f"{fact} needs a sentence in asks.py"
    assert ask(fact)[-1] in ".?"


def test_no_sentence_is_for_a_fact_nobody_asks() -> None:
    assert not set(ASKS) - asked()


def test_no_sentence_of_the_office_tells_of_an_order_or_its_people() -> None:
    silent = {"orders", "requester.restrained_from_records", "requester.restrained_contact_only"}
    for fact in silent:
        assert ask(fact) == ask("requester.rights_terminated")
        assert not {"order", "court", "restrain", "parent"} & set(ask(fact).lower().split())


@settings(max_examples=300, deadline=None)
@given(questions())
def test_whatever_is_missing_from_an_answer_has_its_sentence(given_: dict[str, Any]) -> None:
    for missing in decide(Question.from_json(given_), OPEN_EVERY_WEEKDAY).missing:
        assert has_a_sentence(missing.fact)
        assert missing.ask == ask(missing.fact)
