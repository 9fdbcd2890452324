"""The theorems about interactions hold, and break when a rule they rest on is taken away."""

from __future__ import annotations

import dataclasses

import pytest

from fileroom.law.book import RULES
from fileroom.law.court_papers import IN_SCOPE, SHOWN, SILENCED, SUBPOENAS
from fileroom.law.disclosure import emergencies, sealed_log, truancy
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Key
from fileroom.law.parties import SENDS
from fileroom.law.phrases import FOR_IMMIGRATION, OF_A_CRIME, SEES
from tests.law.theorems.breaking import breaks, widened, without
from tests.law.worlds import ALL_ELSE_PERMITTED


@pytest.mark.parametrize(
    "name",
    [
        "no_challenge_by_the_parent_of_an_adult", "a_minors_own_consent_opens_nothing",
        "one_parents_consent_without_custody_needs_the_agreement", "limited_rights_challenge_through_counsel",
        "the_affidavit_ends_at_eighteen", "a_foster_parents_list_ends_at_eighteen", "a_refuted_tie_opens_nothing",
        "a_juvenile_notice_ends_with_its_last_day", "no_homeless_student_in_a_class_list",
        "an_expulsion_names_nobody_in_public", "captures_enter_a_file_through_counsel",
        "a_parents_consent_opens_only_what_the_parent_may_see", "who_holds_no_rights_does_not_look",
        "passed_rights_are_the_students_to_consent_by",
    ],
)  # fmt: skip
def test_a_prohibition_breaks_when_one_wrong_rule_lets_everybody_in(name: str) -> None:
    assert breaks(name, (*RULES, ALL_ELSE_PERMITTED))


def test_what_was_forwarded_stays_by_its_own_ban() -> None:
    ban = "retention.interim_records.forwarded_to_the_next_school"
    assert not breaks("what_was_forwarded_is_not_destroyed_here", (*RULES, ALL_ELSE_PERMITTED))
    assert breaks("what_was_forwarded_is_not_destroyed_here", (*without(ban), ALL_ELSE_PERMITTED))


def test_the_police_hear_nothing_without_the_rule_that_alerts_them() -> None:
    assert breaks("the_police_hear_first_of_a_missing_child", without("disclosure.missing_children.alert_police_first"))


def test_a_party_to_a_suit_would_silence_the_school_if_any_paper_could() -> None:
    rule = next(rule for rule in RULES if rule.id == "disclosure.court_notices.do_not_notify_parent")
    widened = dataclasses.replace(rule, id="unsafe.silence", when=SEES & SHOWN)
    assert breaks("a_party_to_a_suit_silences_nobody", (*RULES, widened))


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        ("disclosure.court_notices.notify_parent_before", SEES),
        ("disclosure.emergencies.notify_parent_after", emergencies.CALLED_ONE),
        ("disclosure.truancy.notify_parent_within_24_hours", SEES & truancy.FOR_TRUANCY),
        ("disclosure.schools_of_enrolment.notify_parent_before", SENDS),
        ("programmes.immigration_requests.give_family_the_papers", SEES & FOR_IMMIGRATION),
    ],
)
def test_any_one_notice_that_forgot_the_gag_would_be_found(rule: str, asked: Condition) -> None:
    assert breaks("nobody_is_told_what_a_court_forbids_to_tell", widened(rule, asked))


def test_a_notice_that_forgot_the_inquiry_would_be_found() -> None:
    rules = widened("disclosure.court_notices.of_a_paper_that_opens_nothing", SEES & SHOWN & ~SILENCED)
    assert breaks("no_household_is_told_of_an_inquiry_before_counsel_has_looked", rules)


def test_a_silence_that_asked_nothing_would_let_things_out() -> None:
    silence = next(rule for rule in RULES if rule.id == "disclosure.court_notices.do_not_notify_parent")
    rules = (*without(silence.id), dataclasses.replace(silence, known=None))
    assert breaks("a_silence_of_which_nothing_is_known_lets_nothing_out", rules)


def test_an_asker_whose_word_made_a_criminal_case_would_be_found() -> None:
    rules = widened("disclosure.court_process.order_or_subpoena", SEES & OF_A_CRIME & some(*SUBPOENAS, **IN_SCOPE))
    federal = dataclasses.replace(rules[-1], id="unsafe.federal", key=Key.FEDERAL)
    assert breaks("a_partys_own_subpoena_waits_for_the_consumer_notice", (*rules, federal))


@pytest.mark.parametrize(
    "rule",
    [
        "disclosure.immigration_enforcement.notify_parent_after",
        "programmes.immigration_requests.give_family_the_papers",
    ],
)
def test_a_notice_that_forgot_the_seal_would_be_found(rule: str) -> None:
    assert not breaks("no_family_is_told_of_the_seal", RULES)
    assert breaks("no_family_is_told_of_the_seal", widened(rule, sealed_log.READS & FOR_IMMIGRATION))


def test_the_certificate_would_be_forgotten_without_the_rule_that_asks_for_it() -> None:
    name, rule = "a_dead_paper_stands_in_for_no_certificate", "disclosure.wardship_investigations.obtain_certification"
    assert not breaks(name, RULES)
    assert breaks(name, without(rule))
