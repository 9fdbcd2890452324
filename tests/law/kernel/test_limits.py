"""Which limits hold where several grants decide: a wider one frees, and only of what it covers."""

import json
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
    scoped = grant("scoped", Always(), limits=("records_named_in_the_consent",))
    assert answer(listed, scoped).limits == ("fixed_list_only", "records_named_in_the_consent")
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


ORDER = {"limits": ("scope_of_the_order",)}


def test_what_a_court_orders_no_other_ground_narrows_and_what_another_ground_opens_keeps_its_own_limits() -> None:
    order = grant("order", Always(), effect=Effect.COMPELS, **ORDER)
    listed = grant("listed", Always(), effect=Effect.COMPELS, limits=("fixed_list_only",))
    both = answer(order, listed)
    assert both.limits == ("scope_of_the_order",)
    assert both.limits_beyond_the_order == ("fixed_list_only",)
    assert both.to_json()["limits_beyond_the_order"] == ["fixed_list_only"]
    assert json.loads("{" + both.text + "}") == both.to_json()
    assert answer(order).limits_beyond_the_order == answer(listed).limits_beyond_the_order == ()
    assert "limits_beyond_the_order" not in answer(order).to_json()


def test_another_ground_that_turns_one_key_alone_opens_nothing_beyond_the_order() -> None:
    order = grant("order", Always(), effect=Effect.COMPELS, **ORDER)
    state = grant("state", Always(), effect=Effect.COMPELS, key=Key.STATE, limits=("three_fields_only",))
    decision = answer(order, state)
    assert decision.limits == ("scope_of_the_order",)
    assert decision.limits_beyond_the_order == ()


def test_an_order_that_turns_one_key_alone_is_no_ground_of_its_own() -> None:
    order = grant("order", Always(), effect=Effect.COMPELS, key=Key.STATE, **ORDER)
    state = grant("state", Always(), effect=Effect.COMPELS, key=Key.STATE, limits=("three_fields_only",))
    decision = answer(order, state, grant("federal", Always(), key=Key.FEDERAL))
    assert set(decision.limits) == {"scope_of_the_order", "three_fields_only"}


def test_a_ground_without_limits_frees_the_order_of_its_scope() -> None:
    order = grant("order", Always(), effect=Effect.COMPELS, **ORDER)
    right = grant("right", Always(), effect=Effect.COMPELS)
    decision = answer(order, right)
    assert decision.limits == decision.limits_beyond_the_order == ()


def test_the_limits_that_a_duty_sets_hold_on_both_sides_of_the_order() -> None:
    order = grant("order", Always(), effect=Effect.COMPELS, **ORDER)
    listed = grant("listed", Always(), effect=Effect.COMPELS, limits=("fixed_list_only",))
    duty = Rule("test.duty", Effect.OBLIGES, Always(), "Hide.", SOURCE, limits=("address_and_schedule_withheld",))
    decision = answer(order, listed, duty)
    assert decision.limits == ("scope_of_the_order", "address_and_schedule_withheld")
    assert decision.limits_beyond_the_order == ("fixed_list_only", "address_and_schedule_withheld")
