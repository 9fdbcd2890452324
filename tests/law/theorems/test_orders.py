"""The theorems on orders that no longer hold are true, and break without their rule or where another lets anybody."""

from __future__ import annotations

import pytest

from fileroom.law.book import RULES
from fileroom.law.casework.counsel_speaks import SPEAKS
from fileroom.law.casework.orders_lifted import BY_ANOTHER, CONFIRMS, MAY_CONFIRM, NO_LONGER_HOLDS, PROPOSES
from fileroom.law.casework.orders_reviewed import WORKS_WITH_THE_STUDENT
from fileroom.law.casework.ruling_out import RULES_OUT
from fileroom.law.kernel.condition import Condition
from fileroom.law.theorems import orders
from tests.law.theorems.breaking import breaks, widened, without
from tests.law.worlds import ALL_ELSE_PERMITTED

EVERYBODY = (*RULES, ALL_ELSE_PERMITTED)
BAN = "casework.orders_reviewed.whom_an_order_restrains"
KEPT_BACK = "casework.children_collected.whom_an_order_keeps_from_the_child"


def test_all_of_them_hold() -> None:
    assert [theorem.name for theorem in orders.THEOREMS if breaks(theorem.name, RULES)] == []


@pytest.mark.parametrize(
    "name",
    [
        "no_order_is_lifted_because_its_end_has_passed",
        "an_order_is_lifted_by_two_people",
        "only_who_works_with_the_student_has_an_order_looked_at_or_lifted",
        "a_child_goes_home_with_a_parent_or_whoever_is_in_a_parents_place",
        "nobody_says_alone_that_somebody_is_not_whom_an_order_restrains",
        "nobody_speaks_for_counsel_who_has_an_account",
    ],
)
def test_a_prohibition_breaks_where_anybody_may(name: str) -> None:
    assert breaks(name, EVERYBODY)


def test_the_ban_on_whom_an_order_restrains_holds_against_a_rule_that_lets_everybody_in() -> None:
    name = "whom_an_order_restrains_has_no_say_in_it"
    assert not breaks(name, EVERYBODY)
    assert breaks(name, (*without(BAN), ALL_ELSE_PERMITTED))


def test_the_ban_on_whom_an_order_keeps_from_the_child_holds_whoever_else_is_let_in() -> None:
    name = "whom_an_order_may_keep_from_the_child_does_not_collect_it"
    assert not breaks(name, EVERYBODY)
    assert breaks(name, (*without(KEPT_BACK), ALL_ELSE_PERMITTED))


@pytest.mark.parametrize(
    ("name", "rule", "when"),
    [
        (
            "no_order_is_lifted_because_its_end_has_passed",
            "casework.orders_lifted.who_works_with_the_student_proposes",
            PROPOSES & WORKS_WITH_THE_STUDENT,
        ),
        (
            "no_order_is_lifted_because_its_end_has_passed",
            "casework.orders_lifted.a_second_person_confirms",
            CONFIRMS & MAY_CONFIRM & BY_ANOTHER,
        ),
        (
            "an_order_is_lifted_by_two_people",
            "casework.orders_lifted.a_second_person_confirms",
            CONFIRMS & MAY_CONFIRM & NO_LONGER_HOLDS,
        ),
        (
            "an_order_is_lifted_by_two_people",
            "casework.orders_lifted.a_second_person_confirms",
            CONFIRMS & WORKS_WITH_THE_STUDENT & BY_ANOTHER & NO_LONGER_HOLDS,
        ),
        (
            "nobody_says_alone_that_somebody_is_not_whom_an_order_restrains",
            "casework.ruling_out.another_rules_out",
            RULES_OUT & WORKS_WITH_THE_STUDENT,
        ),
        (
            "nobody_speaks_for_counsel_who_has_an_account",
            "casework.counsel_speaks.who_works_with_the_student_notes_it",
            SPEAKS & WORKS_WITH_THE_STUDENT,
        ),
    ],
)
def test_each_condition_of_a_lifting_is_needed(name: str, rule: str, when: Condition) -> None:
    assert breaks(name, widened(rule, when))


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        (
            "an_order_that_a_court_has_ended_is_lifted",
            "casework.orders_lifted.who_works_with_the_student_proposes",
        ),
        ("an_order_that_a_court_has_ended_is_lifted", "casework.orders_lifted.a_second_person_confirms"),
        ("a_parent_whom_no_order_names_collects_the_child", "casework.children_collected.a_parent"),
        ("whom_an_order_protects_is_called", "casework.orders_reviewed.call_protected_parent"),
        ("whom_an_order_protects_is_called", "casework.lifting_duties.call_protected_parent"),
    ],
)
def test_a_right_and_a_duty_are_lost_with_the_rule_that_gives_them(name: str, rule: str) -> None:
    assert breaks(name, without(rule))
