"""All theorems hold; and each breaks when a rule it rests on is taken away."""

from __future__ import annotations

import json

import pytest

from fileroom.law.book import RULES, rulebook
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.proof import no_case_at_all
from fileroom.law.kernel.proof import prove as prove_each
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.theorems import THEOREMS, prove
from fileroom.law.vocabulary import action, requester
from tests.law.theorems.breaking import BY_NAME, ON, breaks, without
from tests.law.worlds import SOURCE


def test_every_theorem_is_proved() -> None:
    proofs = prove(ON)
    assert [proof.name for proof in proofs if not proof.holds] == []  # among them: every rule is alive today
    assert len(proofs) >= 33
    assert len(BY_NAME) == len(THEOREMS)
    assert all(theorem.sentence.endswith(".") for theorem in THEOREMS)


def test_no_theorem_is_true_of_every_book() -> None:
    everything = Rule(
        "test.owed", Effect.OBLIGES, Always(), "All is owed.", SOURCE,
        duties=tuple(Duty(str(code), "Test 1", "Do it.") for code in DutyCode),
    )  # fmt: skip
    books = ((), (EVERYBODY, everything))  # nothing is granted or owed; everything is, to everybody
    proofs = [prove_each(THEOREMS, rulebook(rules), ON, action) for rules in books]
    # True of every book, by the way answers are weighed: that is what it says, and test_weighing breaks it.
    of_the_weighing = {"an_unknown_fact_in_a_ban_never_grants"}
    refuted = [{it.name for it in each if it.case not in (None, no_case_at_all)} for each in proofs]
    assert set(BY_NAME) - refuted[0] - refuted[1] == of_the_weighing


EVERYBODY = Rule("test.wrong", Effect.ALLOWS, Always(), "Everybody.", SOURCE, key=Key.BOTH)
RESTRAINED = "disclosure.restraining_orders.restrained_party"
IMMIGRATION = "disclosure.immigration_enforcement.without_consent_or_a_judges_paper"


@pytest.mark.parametrize(
    ("theorem", "ban"),
    [
        ("immigration_enforcement", IMMIGRATION),
        ("the_visa_program_hears_of_its_own_students_alone", IMMIGRATION),
        ("immigration_enforcement_entry", "disclosure.nonpublic_areas.entry_without_a_judges_paper"),
        ("restrained_party_sees_nothing", RESTRAINED),
        ("restrained_party_reads_no_log", RESTRAINED),
        ("unread_orders_open_nothing", RESTRAINED),
        ("an_order_shown_restrains_at_once", RESTRAINED),
        ("an_order_on_file_binds_the_parent_who_asks", RESTRAINED),
        ("permanent_records_are_never_destroyed", "retention.destruction.permanent_records"),
        ("unclassed_records_are_kept", "retention.destruction.permanent_records"),
        ("consents_are_never_destroyed", "retention.destruction.consents"),
        ("nothing_on_hold_is_destroyed", "retention.holds.while_on_hold"),
        ("nothing_under_request_is_destroyed", "retention.holds.while_a_request_is_open"),
        ("no_social_security_number", "collection.social_security_numbers.no_number_and_no_last_four"),
        ("no_immigration_status", "collection.immigration_status.no_status_and_no_documents"),
    ],
)
def test_a_ban_holds_against_a_rule_that_lets_everybody_in_and_nothing_else_does(theorem: str, ban: str) -> None:
    assert not breaks(theorem, (*RULES, EVERYBODY))
    assert breaks(theorem, (*without(ban), EVERYBODY))


@pytest.mark.parametrize(
    ("theorem", "rule"),
    [
        ("parents_of_minors_see", "disclosure.parents.absolute_access"),
        ("parents_of_minors_see", "disclosure.parents.federal_access"),
        ("parents_of_minors_are_never_refused", "disclosure.parents.absolute_access"),
        ("unverified_parents_are_asked_not_refused", "disclosure.parents.federal_access"),
        ("parents_read_the_log", "disclosure.access_log.parents"),
        ("a_parent_whose_consent_is_taken_looks", "disclosure.parents.absolute_access"),
        ("a_student_whose_consent_is_taken_looks", "disclosure.students.adult_student"),
        ("students_of_sixteen_see", "disclosure.students.sixteen_or_grade_10"),
        ("custodians_open_the_files_of_their_site", "disclosure.custodians.custodian_at_the_site"),
        ("place_of_birth_is_collected", "collection.catalogue_kinds.mandatory_records"),
    ],
)
def test_a_right_is_lost_when_the_rule_that_gives_it_is_taken_away(theorem: str, rule: str) -> None:
    assert breaks(theorem, without(rule))


def test_an_adult_student_still_sees_as_a_student_of_sixteen_and_with_neither_rule_does_not() -> None:
    assert not breaks("adult_students_see", without("disclosure.students.adult_student"))
    both = ("disclosure.students.adult_student", "disclosure.students.sixteen_or_grade_10")
    assert breaks("adult_students_see", without(*both))


def test_no_rule_that_is_careless_about_unknown_facts_can_grant_through_a_ban() -> None:
    assert not breaks("an_unknown_fact_in_a_ban_never_grants", (*RULES, EVERYBODY))


@pytest.mark.parametrize(
    "name",
    [
        "volunteers_never",
        "a_company_that_asks_the_district_is_told_of_nobody_without_the_familys_request",
        "oral_consent_opens_nothing",
        "restrained_parent_cannot_consent",
        "outsiders_need_consent_or_a_court",
        "staff_see_only_whom_they_serve",
        "teachers_read_no_log",
        "unverified_parents_see_nothing",
        "parents_of_adults",
        "agency_papers_open_nothing",
        "aides_untrained_never",
        "a_programs_question_is_for_that_program",
        "custodians_are_certificated",
        "custodians_are_employed",
        "custodians_are_named_by_the_superintendent_or_designee",
        "only_who_keeps_the_file_verifies",
        "only_who_keeps_the_file_or_the_records_there_says_who_has_left",
        "only_an_office_that_keeps_records_declares_an_exception",
        "a_declared_exception_is_approved_by_another",
        "gaps_are_explained_by_the_districts_custodian",
        "only_custodians_read_what_is_sealed",
        "only_the_districts_custodian_reads_what_is_sealed_of_no_student",
    ],
)
def test_a_prohibition_breaks_when_one_wrong_rule_lets_everybody_in(name: str) -> None:
    assert breaks(name, (*RULES, EVERYBODY))


def test_a_careless_grant_to_trained_people_breaks_the_volunteers_theorem_in_words() -> None:
    wrong = Rule("test.wrong", Effect.ALLOWS, requester.trained.holds, "Trained.", SOURCE, key=Key.BOTH)
    proof = prove_each([BY_NAME["volunteers_never"]], rulebook((*RULES, wrong)), ON, action)[0]
    assert proof.counterexample is not None
    assert "requester.kind=volunteer" in proof.counterexample
    assert json.loads(json.dumps(proof.to_json()))["result"] == "fails"


def test_a_proof_in_json_says_proved_and_has_no_counterexample() -> None:
    proof = prove_each([BY_NAME["nothing_on_hold_is_destroyed"]], rulebook(RULES), ON, action)[0]
    assert proof.to_json() == {
        "name": "nothing_on_hold_is_destroyed",
        "sentence": "Nothing on hold is destroyed.",
        "result": "proved",
    }
