"""The theorems about vendors, operators and social media hold, and break when a rule they rest on is taken away."""

from __future__ import annotations

import pytest

from fileroom.law.book import RULES
from tests.law.theorems.breaking import breaks, without
from tests.law.worlds import ALL_ELSE_PERMITTED


@pytest.mark.parametrize(
    ("theorem", "ban"),
    [
        ("a_click_is_no_contract", "programmes.vendors_limits.a_click_is_no_contract"),
        ("a_void_contract_shares_nothing", "programmes.vendors_void.nothing_shared"),
        ("no_letter_for_a_restrained_person", "programmes.operators_orders.restrained_party"),
        ("no_letter_while_orders_are_unread", "programmes.operators_orders.restrained_party"),
        ("nothing_is_gathered_before_families_are_told", "programmes.social_media.before_families_are_told"),
        ("nothing_is_gathered_before_the_public_is_heard", "programmes.social_media.before_the_public_is_heard"),
        ("nothing_is_gathered_before_adoption", "programmes.social_media.before_adoption"),
        ("nothing_is_gathered_but_for_safety", "programmes.social_media.beyond_safety"),
    ],
)
def test_a_ban_holds_against_a_rule_that_lets_everybody_in_and_nothing_else_does(theorem: str, ban: str) -> None:
    assert not breaks(theorem, (*RULES, ALL_ELSE_PERMITTED))
    assert breaks(theorem, (*without(ban), ALL_ELSE_PERMITTED))


@pytest.mark.parametrize(
    "name",
    [
        "nothing_is_shared_without_the_nine_clauses", "vendors_serve_neither_enforcement_nor_a_registry",
        "what_lies_apart_goes_to_no_vendor", "what_was_gathered_goes_to_a_vendor_on_its_terms",
        "no_letter_before_60_days", "no_letter_for_a_student_who_is_here", "no_letter_under_the_ccpa",
        "no_letter_for_a_minor_alone", "no_letter_for_a_parent_of_18", "operators_need_the_familys_request",
        "nothing_is_gathered_for_enforcement", "vendors_gather_on_four_terms",
        "vendors_see_nothing_without_the_nine_clauses", "vendors_see_the_students_they_serve",
        "vendors_see_for_the_districts_work", "a_void_contract_opens_nothing",
        "whoever_gathers_is_designated", "no_trait_goes_to_a_vendor_on_a_contract_alone",
    ],
)  # fmt: skip
def test_a_prohibition_breaks_when_one_wrong_rule_lets_everybody_in(name: str) -> None:
    assert breaks(name, (*RULES, ALL_ELSE_PERMITTED))


@pytest.mark.parametrize(
    ("theorem", "rule"),
    [
        ("nine_clauses_are_enough", "programmes.vendors.under_the_nine_clauses"),
        ("nine_clauses_are_enough", "programmes.vendors.federal_outsourced_function"),
        ("vendors_at_work_see_what_they_need", "programmes.vendors_at_work.under_the_nine_clauses"),
        ("vendors_at_work_see_what_they_need", "programmes.vendors_at_work.federal_outsourced_function"),
        ("a_defective_contract_is_cured_not_refused", "programmes.vendors.under_the_nine_clauses"),
        ("vendors_are_told_who_is_18_or_gone", "programmes.social_media_vendors.told_that_a_student_is_18_or_gone"),
        ("parents_of_a_former_minor_get_the_letter", "programmes.operators.parents_of_a_former_student"),
        ("parents_of_a_former_minor_are_never_refused_the_letter", "programmes.operators.parents_of_a_former_student"),
        ("former_students_of_18_get_the_letter", "programmes.operators.former_students_of_18"),
        ("an_adopted_program_may_gather", "programmes.social_media.under_an_adopted_program"),
        ("students_correct_what_was_gathered", "programmes.social_media_students.corrected_at_the_students_wish"),
    ],
)
def test_a_right_or_a_permission_is_lost_when_its_rule_is_taken_away(theorem: str, rule: str) -> None:
    assert breaks(theorem, without(rule))
