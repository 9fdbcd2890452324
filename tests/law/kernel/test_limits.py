"""Which limits hold where several grants decide: a wider one frees, and only of what it covers."""

from typing import Any

from fileroom.law import Decision
from fileroom.law.book import rulebook
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Effect, Key, Rule
from tests.law.worlds import ALL_ELSE_PERMITTED, OPEN_EVERY_WEEKDAY, SOURCE, because, question


def grant(name: str, when: Any, **more: Any) -> Rule:
    return Rule(
        f"test.{name}", more.pop("effect", Effect.ALLOWS), when, f"{name}.", SOURCE, **{"key": Key.BOTH, **more}
    )


def answer(*rules: Rule) -> Decision:
    return rulebook(rules).decide(question("parent"), OPEN_EVERY_WEEKDAY)


def test_a_limit_that_a_wider_deciding_grant_does_not_set_falls_away() -> None:
    narrow = grant("narrow", Always(), limits=("relevant_records_only", "view_only"))
    wide = grant("wide", Always(), limits=("view_only",))
    assert answer(narrow).limits == ("relevant_records_only", "view_only")
    assert answer(narrow, wide).limits == ("view_only",)


def test_two_grants_that_are_limited_each_in_its_own_way_free_nothing_and_one_without_a_limit_frees_all() -> None:
    listed = grant("listed", Always(), limits=("fixed_list_only",))
    scoped = grant("scoped", Always(), limits=("scope_of_the_order",))
    assert answer(listed, scoped).limits == ("fixed_list_only", "scope_of_the_order")
    assert answer(listed, scoped, ALL_ELSE_PERMITTED).limits == ()


def test_a_grant_of_one_key_frees_nothing_of_the_other() -> None:
    state = grant("state", Always(), key=Key.STATE, limits=("fixed_list_only",))
    federal = grant("federal", Always(), key=Key.FEDERAL)
    assert answer(state, federal).limits == ("fixed_list_only",)


def test_a_mere_permission_does_not_widen_a_right() -> None:
    right = grant("right", Always(), effect=Effect.COMPELS, limits=("relevant_records_only",))
    decision = answer(right, ALL_ELSE_PERMITTED)
    assert decision.limits == ("relevant_records_only",)
    assert because(decision) == ["test.right"]
