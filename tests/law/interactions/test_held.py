"""Which theorem holds each interaction of the California table (section 14) that forbids something, and that each has a
test of its number here."""

from __future__ import annotations

from pathlib import Path

from fileroom.law.theorems import THEOREMS
from tests.each import each

NAMES = {it.name for it in THEOREMS}
HELD: dict[int, tuple[str, ...]] = {
    1: ("parents_of_adults", "no_challenge_by_the_parent_of_an_adult"),
    2: ("no_challenge_by_the_parent_of_an_adult",),
    4: ("a_minors_own_consent_opens_nothing", "a_minor_closes_nothing"),
    6: ("no_challenge_without_legal_custody", "parents_of_minors_are_never_refused"),
    7: ("restrained_party_sees_nothing", "restrained_party_reads_no_log", "unread_orders_open_nothing"),
    8: ("a_stay_away_order_closes_no_record_by_itself",),
    9: ("two_people_at_one_login",),
    10: ("immigration_enforcement", "immigration_enforcement_entry", "agency_papers_open_nothing"),
    11: ("immigration_enforcement",),
    12: ("immigration_enforcement",),
    13: ("a_silenced_family_is_not_told_first",),
    14: ("civil_subpoenas_wait_for_notice",),
    15: ("homeless_students_opt_in", "a_class_list_leaves_homeless_students_out"),
    16: ("screenings_wait_for_the_policy",),
    17: (
        "nothing_is_gathered_before_families_are_told", "nothing_is_gathered_before_the_public_is_heard",
        "nothing_is_gathered_before_adoption", "whoever_gathers_is_designated",
    ),
    18: ("captures_enter_a_file_through_counsel", "hard_last_days_are_kept"),
    19: ("hard_last_days_are_kept", "vendors_keep_nothing_gathered_from_social_media"),
    20: ("foster_caregivers_see_the_list_and_nothing_else",),
    21: ("limited_rights_challenge_through_counsel",),
    22: ("caregivers_have_the_affidavit", "the_affidavit_ends_when_the_child_leaves"),
    23: ("nothing_under_request_is_destroyed", "hard_last_days_are_kept"),
    24: ("nothing_on_hold_is_destroyed", "hard_last_days_are_kept"),
    25: ("the_log_outlives_what_it_describes",),
    26: ("consents_are_never_destroyed",),
    27: ("refusals_hold",),
    28: ("what_was_forwarded_is_not_destroyed_here", "permanent_records_are_never_destroyed"),
    30: ("debts_never_stop_a_transfer", "debts_never_stop_a_look", "homeless_and_foster_youth_owe_nothing_here"),
    31: ("grades_are_final",),
    32: ("an_expulsion_names_nobody_in_public",),
    33: ("no_immigration_status", "directory_fields_alone"),
    34: ("no_list_of_persons_by_trait", "no_list_for_enforcement_or_a_registry"),
    35: ("the_true_address",),
    36: ("the_police_hear_first_of_a_missing_child",),
    37: ("no_letter_before_60_days",),
    41: ("confidences_stay_with_the_counselor",),
    42: ("no_automatic_notice_of_gender",),
    43: ("staff_see_only_whom_they_serve",),
    44: ("volunteers_never", "directory_fields_alone"),
    46: ("nothing_new_after_leaving",),
    47: ("parents_of_adults",),
    48: ("one_parents_consent_without_custody_needs_the_agreement",),
    49: ("no_emergency_door_for_a_restrained_person",),
    50: ("what_was_given_is_not_passed_on",),
}  # fmt: skip
# These forbid nothing: a right, a clock, or who is told what.
NOTHING_FORBIDDEN = {3, 5, 29, 38, 39, 40, 45}
WRITTEN = "".join(it.read_text("utf-8") for it in Path(__file__).parent.glob("test_*.py") if it.name != "test_held.py")


@each("number", range(1, 51))
def test_each_interaction_has_its_test_and_where_it_forbids_its_theorem(number: int) -> None:
    assert f"def test_i{number}_" in WRITTEN
    assert (number in HELD) is not (number in NOTHING_FORBIDDEN)
    assert set(HELD.get(number, ())) <= NAMES
