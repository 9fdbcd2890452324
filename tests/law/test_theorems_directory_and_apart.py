"""The theorems on directory information and on what lies apart break on a wrong rule, and rights on a missing one."""

from __future__ import annotations

import pytest

from fileroom.law.book import RULES
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.theorems import apart, directory
from tests.law.theorems.breaking import breaks, without
from tests.law.worlds import SOURCE

EVERYBODY = Rule("test.wrong", Effect.ALLOWS, Always(), "Everybody.", SOURCE, key=Key.BOTH)


@pytest.mark.parametrize(
    ("theorem", "ban"),
    [
        ("a_private_school_that_misused_it_has_no_directory", "disclosure.private_colleges.barred_for_misuse"),
        ("child_abuse_reports", "disclosure.child_abuse_reports.to_nobody_else"),
        ("sealed_records", "disclosure.sealed_juvenile_records.sealed"),
        ("the_true_address", "disclosure.safe_at_home.the_true_address"),
        ("meals_for_the_program_alone", "disclosure.meal_records.for_the_program_alone"),
        ("changes_of_name_are_for_the_custodian", "disclosure.names_and_gender.the_change_is_for_the_custodian"),
        ("no_automatic_notice_of_gender", "disclosure.names_and_gender.no_automatic_notice"),
        ("the_board_hears_no_name", "disclosure.immigration_incidents.a_report_with_names"),
        (
            "no_copy_of_what_cannot_be_taken_apart",
            "disclosure.several_students.no_copy_of_what_cannot_be_taken_apart",
        ),
        ("nobody_outside_takes_other_students_along", "disclosure.several_students_outside.no_copy_to_those_outside"),
        ("one_familys_consent_opens_no_other_student", "disclosure.several_students_outside.until_counsel_has_looked"),
        ("two_people_at_one_login", "disclosure.stay_away_orders.two_people_at_one_login"),
        (
            "parents_whom_it_would_endanger",
            "disclosure.counselling_exceptions.never_to_parents_whom_it_would_endanger",
        ),
        ("minutes_leave_out_who_asked", "disclosure.board_minutes.left_out_of_the_minutes"),
        ("the_log_by_another_name", "disclosure.access_log_limits.by_another_name"),
        ("the_log_travels_with_the_interim_record_alone", "disclosure.access_log_limits.by_another_name"),
    ],
)
def test_a_ban_holds_against_a_rule_that_lets_everybody_in_and_nothing_else_does(theorem: str, ban: str) -> None:
    assert not breaks(theorem, (*RULES, EVERYBODY))
    assert breaks(theorem, (*without(ban), EVERYBODY))


@pytest.mark.parametrize(
    "name",
    [
        "directory_never_to_companies",
        "directory_fields_alone",
        "refusals_hold",
        "homeless_students_opt_in",
        "a_class_list_leaves_homeless_students_out",
        "nobody_is_found_by_a_social_security_number",
        "screenings_wait_for_the_policy",
        "recruiters_get_three_fields",
        "recruiters_wait_where_a_family_refused",
        "the_public_records_act_opens_nothing",
        "a_minor_closes_nothing",
        "confidences_stay_with_the_counselor",
        "civil_subpoenas_wait_for_notice",
        "a_withdrawn_consent_opens_nothing",
        "data_in_which_somebody_is_found",
        "what_stays_behind_opens_to_nobody_outside",
    ],
)
def test_a_prohibition_breaks_when_one_wrong_rule_lets_everybody_in(name: str) -> None:
    assert breaks(name, (*RULES, EVERYBODY))


@pytest.mark.parametrize(
    ("theorem", "rule"),
    [
        ("recruiters_are_not_refused", "disclosure.recruiters.military_recruiters"),
        ("colleges_that_recruit_are_not_refused", "disclosure.recruiters.college_recruiters"),
        ("a_family_may_refuse_directory_release", "casework.family_choices.directory_information"),
        ("an_order_is_taken_from_anybody", "casework.orders_received.whoever_hands_it_in"),
        ("a_stay_away_order_closes_no_record_by_itself", "disclosure.parents.absolute_access"),
        ("students_see_what_was_gathered_of_their_social_media", "disclosure.social_media_captures.the_students_own"),
        ("emancipated_minors_are_never_refused", "disclosure.emancipated_minors.what_counsel_has_cleared"),
    ],
)
def test_a_right_is_lost_when_the_rule_that_gives_it_is_taken_away(theorem: str, rule: str) -> None:
    assert breaks(theorem, without(rule))


def test_every_theorem_of_these_pages_has_been_broken_once() -> None:
    here = globals()
    marks = [mark for name, test in here.items() if name.startswith("test_a_") for mark in test.pytestmark]
    broken = {row if isinstance(row, str) else row[0] for mark in marks for row in mark.args[1]}
    assert broken == {theorem.name for theorem in (*directory.THEOREMS, *apart.THEOREMS)}
