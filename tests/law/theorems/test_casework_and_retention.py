"""The theorems about casework and retention hold, and break when a rule they rest on is taken away."""

from __future__ import annotations

import pytest

from fileroom.law.book import RULES
from fileroom.law.casework.corrections import REMOVABLE, WON
from fileroom.law.collection.held_for_nothing import FOR_SURE, TAKEN_FOR_SUCH
from fileroom.law.disclosure.sealed_log import KEEPS_THEM
from fileroom.law.kernel.condition import Condition
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS, KEEPS_THE_RECORDS
from fileroom.law.vocabulary import other
from tests.each import each
from tests.law.theorems.breaking import breaks, widened, without
from tests.law.worlds import ALL_ELSE_PERMITTED


@each(
    ("theorem", "ban"),
    [
        ("restrained_parties_touch_nothing", "casework.restrained_parties.restrained_party"),
        ("hearing_panels_need_consent", "casework.hearing_panels.only_with_written_consent"),
        ("no_search_fee", "casework.fees.for_the_search"),
        ("no_fee_that_shuts_a_family_out", "casework.fees.that_would_keep_a_family_from_the_records"),
        ("first_copies_are_free", "casework.fees.free_copies_of_former_students"),
        ("debts_never_stop_a_transfer", "casework.debts.from_another_school"),
        ("debts_never_stop_a_look", "casework.debts.from_inspection"),
        ("homeless_and_foster_youth_owe_nothing_here", "casework.debts.from_homeless_or_foster_youth"),
        ("name_documents_are_never_destroyed", "retention.destruction.name_documents"),
        ("the_log_outlives_what_it_describes", "retention.destruction.the_log_of_what_is_kept"),
        ("volunteers_and_teachers_destroy_nothing", "retention.keepers.by_nobody_else"),
        ("nothing_is_destroyed_while_it_may_be_a_volunteer", "retention.keepers.by_nobody_else"),
        ("volunteers_keep_no_records", "retention.keepers.volunteers_keep_nothing"),
        ("what_may_not_be_asked_for_is_never_kept", "retention.never_taken_in.no_record_of_any_class"),
        ("what_no_exception_covers_is_kept_on_no_form", "retention.never_taken_in.no_record_of_any_class"),
        ("a_federal_form_keeps_no_number_but_through_counsel", "retention.never_taken_in.no_record_of_any_class"),
        ("papers_on_status_are_kept_of_f_1_students_alone", "retention.never_taken_in.no_record_of_any_class"),
        (
            "what_was_judged_before_a_return_waits_for_counsel",
            "retention.returned_students.judged_before_the_return",
        ),
        ("what_a_challenge_removed_is_not_kept", "retention.removed_by_challenge.not_kept"),
        (
            "until_it_is_known_what_was_ordered_nothing_challenged_is_kept_on",
            "retention.removed_by_challenge.not_kept",
        ),
        ("class_1_is_never_destroyed", "retention.district_records.class_1"),
        ("hard_last_days_are_kept", "retention.beyond_a_last_day.kept_no_longer"),
        ("vendors_keep_nothing_gathered_from_social_media", "retention.beyond_a_last_day.kept_no_longer"),
        (
            "nothing_interim_is_kept_beyond_the_third_school_year",
            "retention.interim_records.interim_past_the_third_school_year",
        ),
    ],
)
def test_a_ban_holds_against_a_rule_that_lets_everybody_in_and_nothing_else_does(theorem: str, ban: str) -> None:
    assert not breaks(theorem, (*RULES, ALL_ELSE_PERMITTED))
    assert breaks(theorem, (*without(ban), ALL_ELSE_PERMITTED))


@each(
    "name",
    [
        "a_teacher_destroys_only_notes_that_nobody_has_seen", "nothing_is_permanent_in_name_alone",
        "disposable_is_judged_by_the_superintendent_or_custodian", "nothing_of_use_is_judged_disposable",
        "a_sustained_item_is_not_appealed", "no_appeal_before_a_refusal",
        "no_challenge_without_legal_custody", "no_challenge_by_a_minor", "grades_are_final", "records_change_for_cause",
        "only_the_familys_own_copy_is_withheld", "records_are_destroyed_by_who_keeps_them",
        "nothing_is_withheld_without_due_process", "nothing_new_after_leaving", "challenge_files_stay_a_year",
        "interim_records_stay_until_the_third_school_year", "permitted_records_stay_while_useful",
        "what_lies_apart_stays_for_the_districts_time", "sealed_juvenile_records_go_through_counsel",
        "class_3_waits_to_hear_when_it_was_classified",
        "what_its_own_words_name_is_filed_as_something_else_through_counsel_alone",
        "nobody_but_its_custodian_files_what_was_held_for_nothing",
    ],
)  # fmt: skip
def test_a_prohibition_breaks_when_one_wrong_rule_lets_everybody_in(name: str) -> None:
    assert breaks(name, (*RULES, ALL_ELSE_PERMITTED))


@pytest.mark.parametrize(
    ("theorem", "rule"),
    [
        ("whoever_holds_the_rights_may_challenge", "casework.challenges.on_one_of_six_grounds"),
        ("a_challenge_badly_begun_is_mended_not_refused", "casework.challenges.on_one_of_six_grounds"),
        ("statements_to_discipline_are_always_taken", "casework.statements.to_a_record_of_discipline"),
        ("former_students_are_renamed", "casework.names.former_student_with_proof"),
        ("actual_cost_may_be_charged", "casework.fees.actual_cost_of_copies"),
        ("permanent_records_are_kept", "retention.keeping.for_ever"),
        ("juvenile_notices_go_at_18", "retention.hard_last_days.juvenile_court_notice"),
        ("challenge_files_go_after_a_year", "retention.challenge_files.a_year_after_the_board"),
    ],
)
def test_a_right_or_a_duty_is_lost_when_its_rule_is_taken_away(theorem: str, rule: str) -> None:
    assert breaks(theorem, without(rule))


def test_social_media_still_goes_by_the_permission_and_with_neither_rule_does_not() -> None:
    duty = "retention.hard_last_days.social_media_after_18_or_leaving"
    assert not breaks("social_media_goes_when_the_student_is_18_or_gone", without(duty))
    others = ("retention.hard_last_days.social_media_at_any_time", duty)
    assert breaks("social_media_goes_when_the_student_is_18_or_gone", without(*others))


@pytest.mark.parametrize(
    ("theorem", "when"),
    [
        ("what_its_own_words_name_is_filed_as_something_else_through_counsel_alone", TAKEN_FOR_SUCH & KEEPS_THEM),
        ("nobody_but_its_custodian_files_what_was_held_for_nothing", FOR_SURE & CLEARED_BY_COUNSEL),
    ],
)
def test_each_condition_of_filing_what_was_held_is_needed(theorem: str, when: Condition) -> None:
    assert not breaks(theorem, RULES)
    assert breaks(theorem, widened("collection.held_for_nothing.through_counsel", when))


REMOVES = "casework.corrections.removed_after_a_sustained_challenge"
FORWARDED = "retention.interim_records.forwarded_to_the_next_school"


@pytest.mark.parametrize("ordered", [WON, other.removal_ordered.holds])
def test_a_removal_by_a_correction_or_a_denial_would_be_found(ordered: Condition) -> None:
    theorem = "nothing_is_destroyed_by_a_correction_or_a_denial"
    assert not breaks(theorem, RULES)
    assert breaks(theorem, widened(REMOVES, DESTROYS & REMOVABLE & ordered & KEEPS_THE_RECORDS))
    assert breaks(theorem, without(FORWARDED))


def test_a_destruction_before_it_is_known_what_was_ordered_would_be_found() -> None:
    theorem = "until_it_is_known_what_was_ordered_nothing_is_destroyed_for_a_challenge"
    assert not breaks(theorem, RULES)
    assert breaks(theorem, without(FORWARDED))
