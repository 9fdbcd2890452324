"""A rule that changes no answer is found, and why is said."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law.book import BOOK, rulebook
from fileroom.law.kernel.condition import Always, Condition
from fileroom.law.kernel.proof import World
from fileroom.law.kernel.rule import Effect, Key, Rule, Upon
from fileroom.law.kernel.soundness import Dead, Fault, dead_rules
from fileroom.law.vocabulary import action, requester, student
from tests.law.worlds import SOURCE

ON = date(2026, 11, 24)
TRAINED, FOSTER, HOMELESS = requester.trained.holds, student.foster.holds, student.homeless.holds


def rule(name: str, effect: Effect, when: Condition, **more: object) -> Rule:
    return Rule(f"test.{name}", effect, when, f"{name}.", SOURCE, **{"key": Key.BOTH, **more})  # type: ignore[arg-type]


def dead(*rules: Rule) -> list[Dead]:
    return list(dead_rules(World(rulebook(rules), ON, action)))


def test_every_rule_of_the_book_is_alive_after_the_last_change_that_is_known() -> None:
    assert list(dead_rules(World(BOOK, BOOK.turns[-1], action))) == []  # of today it is among what is proved


def test_a_rule_that_speaks_of_no_case_is_vacuous() -> None:
    assert dead(rule("never", Effect.ALLOWS, TRAINED & ~TRAINED)) == [Dead("test.never", Fault.VACUOUS)]


def test_a_ban_inside_a_wider_ban_is_shadowed_and_the_wider_one_is_not() -> None:
    wide, narrow = rule("wide", Effect.FORBIDS, TRAINED), rule("narrow", Effect.FORBIDS, TRAINED & FOSTER)
    assert dead(wide, narrow) == [Dead("test.narrow", Fault.SHADOWED)]


def test_a_silent_ban_is_not_shadowed_by_one_that_speaks() -> None:
    wide = rule("wide", Effect.FORBIDS, TRAINED)
    assert dead(wide, rule("narrow", Effect.FORBIDS, TRAINED & FOSTER, silent=True)) == []


def test_a_grant_inside_a_wider_one_is_shadowed_unless_it_frees_a_limit_or_turns_another_key() -> None:
    wide = rule("wide", Effect.ALLOWS, TRAINED, limits=("view_only",))
    narrow = TRAINED & FOSTER
    assert dead(wide, rule("same", Effect.ALLOWS, narrow, limits=("view_only",))) == [Dead("test.same", Fault.SHADOWED)]
    assert dead(wide, rule("free", Effect.ALLOWS, narrow)) == []
    assert dead(wide, rule("must", Effect.COMPELS, narrow, limits=("view_only",))) == []
    state = rule("state", Effect.ALLOWS, TRAINED, key=Key.STATE)
    assert dead(state, rule("federal", Effect.ALLOWS, narrow, key=Key.FEDERAL)) == []


def test_a_grant_where_a_ban_always_stands_is_overridden() -> None:
    ban = rule("ban", Effect.FORBIDS, FOSTER)
    assert dead(ban, rule("grant", Effect.ALLOWS, FOSTER & TRAINED)) == [Dead("test.grant", Fault.OVERRIDDEN)]
    assert dead(ban, rule("grant", Effect.ALLOWS, TRAINED)) == []


def test_a_duty_is_shadowed_only_by_one_that_brings_the_same_on_the_same_answer() -> None:
    from fileroom.law.kernel.decision import Duty

    owed = (Duty("counsel_review", "Test 1", "Ask."),)
    wide = rule("wide", Effect.OBLIGES, TRAINED, duties=owed)
    narrow = TRAINED & FOSTER
    assert dead(wide, rule("same", Effect.OBLIGES, narrow, duties=owed)) == [Dead("test.same", Fault.SHADOWED)]
    assert dead(wide, rule("later", Effect.OBLIGES, narrow, duties=owed, upon=Upon.GRANT)) == []
    assert dead(wide, rule("seal", Effect.OBLIGES, narrow, duties=owed, seals=True)) == []


def test_a_closing_sentence_behind_a_wider_one_is_unheard() -> None:
    wide, narrow = rule("wide", Effect.CLOSES, TRAINED), rule("narrow", Effect.CLOSES, TRAINED & FOSTER)
    assert dead(wide, narrow) == [Dead("test.narrow", Fault.UNHEARD)]
    assert dead(narrow, wide) == []


def test_a_closing_sentence_where_something_is_always_granted_is_unheard() -> None:
    grant = rule("grant", Effect.ALLOWS, Always())
    assert dead(grant, rule("closes", Effect.CLOSES, HOMELESS)) == [Dead("test.closes", Fault.UNHEARD)]


def test_a_solver_that_gives_up_is_not_taken_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    import z3

    monkeypatch.setattr(z3.Solver, "check", lambda *_: z3.unknown)
    monkeypatch.setattr(z3.Solver, "reason_unknown", lambda _: "tired")
    with pytest.raises(RuntimeError, match="tired"):
        dead(rule("any", Effect.ALLOWS, TRAINED))
