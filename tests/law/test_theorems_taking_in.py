"""The theorems on taking in, listing, counting and asking: each rests on the rule it should rest on."""

from __future__ import annotations

import pytest

from fileroom.law.book import RULES
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.theorems.taking_in import PROHIBITIONS, RIGHTS
from tests.law.theorems.breaking import breaks, without
from tests.law.worlds import SOURCE

EVERYBODY = Rule("test.wrong", Effect.ALLOWS, Always(), "Everybody.", SOURCE, key=Key.BOTH)

REGISTRIES, NUMBERS, FILE, TRAITS = (
    "disclosure.registries.",
    "collection.social_security_numbers.",
    "collection.kept_out_of_the_file.",
    "collection.protected_traits.",
)
BANS = {
    "no_list_of_persons_by_trait": REGISTRIES + "no_list_by_trait",
    "no_list_of_persons_by_religion": REGISTRIES + "no_list_by_trait",
    "no_list_for_enforcement_or_a_registry": REGISTRIES + "no_list_for_enforcement_or_a_registry",
    "nothing_released_for_a_registry": REGISTRIES + "nothing_released_for_a_registry",
    "nothing_is_gathered_for_enforcement_or_a_registry": TRAITS + "nothing_for_a_registry_or_for_enforcement",
    "no_religion_is_taken_in": TRAITS + "religion_is_no_field",
    "no_social_security_number_of_a_student": NUMBERS + "no_number_and_no_last_four",
    "a_form_asks_its_own_person_alone": NUMBERS + "no_number_and_no_last_four",
    "the_form_for_fingerprints_waits_to_hear_whose_number_it_is": NUMBERS + "no_number_and_no_last_four",
    "confidences_enter_the_file_by_consent_alone": FILE + "no_confidence_without_consent",
    "the_true_address_enters_no_file": "collection.substitute_addresses.never_in_the_file",
    "who_refused_is_not_surveyed": "collection.survey_limits.permission_refused",
    "a_click_is_no_consent_for_children": "disclosure.coppa.consent_beyond_the_schools_use",
    "the_visa_program_opens_nothing_of_others": "collection.immigration_status.no_status_and_no_documents",
}
MORE_THAN_ONE_BAN = {
    "nothing_first_of_homeless_or_foster_children", "no_number_status_or_meals_in_the_file",
    "no_declared_exception_opens_another_field", "no_particular_paper_is_demanded",
}  # fmt: skip
BY_ABSENCE = {
    "a_programs_question_is_for_that_program", "enrolment_depends_on_no_status_origin_or_number",
    "small_cells_are_never_published", "no_list_of_what_lies_outside_the_file",
    "no_table_names_anybody", "private_areas_by_permission",
    "who_is_known_to_be_somebody_else_enrols_nobody",
    "what_may_tell_an_origin_is_listed_through_counsel", "what_one_office_sees_no_other_lists",
    "captures_are_listed_for_the_program_alone",
}  # fmt: skip
GRANTS = {
    "homeless_children_are_enrolled": "collection.immediate_enrolment.homeless_students",
    "foster_children_are_enrolled": "collection.immediate_enrolment.foster_students",
    "any_one_proof_of_address_enrols": "collection.admission.any_proof_of_address",
    "no_parent_is_turned_away_for_want_of_a_paper": "collection.admission.any_proof_of_address",
    "no_child_is_turned_away_for_want_of_a_birth_certificate": "collection.admission.any_proof_of_age",
    "caregivers_enrol_with_the_affidavit": "collection.caregivers.affidavit_of_a_caregiver",
    "a_passport_proves_an_age": "collection.admission.any_proof_of_age",
    "counts_are_free": "disclosure.lists.counts_that_name_no_one",
}


def test_every_theorem_on_taking_in_is_tested_here() -> None:
    assert {*BANS, *MORE_THAN_ONE_BAN, *BY_ABSENCE} == {theorem.name for theorem in PROHIBITIONS}
    assert set(GRANTS) == {theorem.name for theorem in RIGHTS}


@pytest.mark.parametrize("name", sorted({*BANS, *MORE_THAN_ONE_BAN}))
def test_a_ban_holds_even_against_a_rule_that_permits_everything(name: str) -> None:
    assert not breaks(name, (*RULES, EVERYBODY))


@pytest.mark.parametrize(("name", "ban"), BANS.items())
def test_without_its_ban_that_rule_breaks_it(name: str, ban: str) -> None:
    assert breaks(name, (*without(ban), EVERYBODY))


@pytest.mark.parametrize("name", sorted(BY_ABSENCE))
def test_one_careless_rule_breaks_what_no_rule_grants(name: str) -> None:
    assert breaks(name, (*RULES, EVERYBODY))


@pytest.mark.parametrize(("name", "rule"), GRANTS.items())
def test_a_right_is_lost_with_the_rule_that_gives_it(name: str, rule: str) -> None:
    assert not breaks(name, RULES)
    assert breaks(name, without(rule))
