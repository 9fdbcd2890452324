"""The theorems about incidents, notices, trainings and protocols hold on the days on which the law turns, and break
when a rule they rest on is taken away."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law.book import RULES, rulebook
from fileroom.law.kernel.proof import prove
from fileroom.law.kernel.rule import Rule
from fileroom.law.theorems.incidents import THEOREMS
from fileroom.law.vocabulary import action
from tests.law.theorems.breaking import ON, breaks, without
from tests.law.worlds import ALL_ELSE_PERMITTED

OTHER_DAYS = (date(2025, 12, 31), date(2026, 12, 31), date(2027, 1, 1), date(2031, 1, 1))


@pytest.mark.parametrize("on", [ON, *OTHER_DAYS])
def test_all_of_them_hold_on_every_day_the_law_turns(on: date) -> None:
    assert [proof.name for proof in prove(THEOREMS, rulebook(RULES), on, action) if not proof.holds] == []


@pytest.mark.parametrize(
    ("theorem", "ban"),
    [
        ("no_report_of_a_cyberattack_names_anybody", "programmes.cyberattacks.with_names"),
        (
            "a_breach_of_numbers_names_the_credit_bureaus",
            "programmes.breach_notices.without_the_credit_bureaus",
        ),
        ("no_notice_tells_of_others", "programmes.notices.with_others_in_it"),
        ("no_restrained_party_is_sent_a_notice", "programmes.notices.to_a_restrained_party"),
        ("no_notice_serves_immigration_enforcement", "programmes.notices.for_immigration_enforcement"),
        ("no_notice_goes_where_a_court_has_ended_the_rights", "programmes.notices.to_nobody_else"),
    ],
)
def test_a_ban_holds_against_a_rule_that_lets_everybody_in_and_nothing_else_does(theorem: str, ban: str) -> None:
    assert not breaks(theorem, (*RULES, ALL_ELSE_PERMITTED))
    assert breaks(theorem, (*without(ban), ALL_ELSE_PERMITTED))


@pytest.mark.parametrize(
    "ban",
    ["programmes.annual_notices.another_way_than_the_laws", "programmes.breach_notice_ways.electronic_unless_agreed"],
)
def test_each_of_the_two_bans_on_electronic_notices_is_needed(ban: str) -> None:
    assert breaks("no_notice_by_electronic_means_unasked", without(ban))


@pytest.mark.parametrize(
    ("theorem", "rule"),
    [
        ("every_cyberattack_is_reported", "programmes.cyberattacks.every_one"),
        ("to_tell_of_a_breach_is_never_refused", "programmes.breaches.where_no_statute_asks"),
        ("to_tell_of_a_breach_is_never_refused", "programmes.breaches.while_police_ask_to_wait"),
        ("a_breach_is_told", "programmes.breaches.by_the_district"),
        ("a_breach_is_told", "programmes.breaches.by_a_business"),
        ("a_breach_is_told", "programmes.breaches.to_the_owner"),
        ("a_reported_attack_that_took_information_is_told_too", "programmes.breach_duties.notify_breach"),
        ("a_breach_by_attack_is_reported_too", "programmes.cyberattacks.report_cyberattack"),
        ("more_than_500_and_the_attorney_general_has_a_copy", "programmes.breach_copies.by_the_district"),
        ("more_than_500_and_the_attorney_general_has_a_copy", "programmes.breach_copies.by_a_business"),
        ("a_whole_notice_of_rights_goes_by_mail", "programmes.annual_notices.each_year"),
        (
            "word_of_enforcement_on_site_that_names_nobody_is_never_refused",
            "programmes.enforcement_on_site.without_a_duty",
        ),
        ("no_training_is_refused", "programmes.training.anybody_else"),
        ("an_order_is_taken_whatever_the_protocols_lack", "casework.orders_received.whoever_hands_it_in"),
    ],
)
def test_what_is_owed_is_lost_when_the_rule_that_brings_it_is_taken_away(theorem: str, rule: str) -> None:
    assert breaks(theorem, without(rule))


@pytest.mark.parametrize(
    "name",
    [
        "a_breach_notice_says_what_happened",
        "the_notice_of_rights_tells_of_the_right_of_access",
        "training_counts_only_with_what_is_not_asked_for",
        "protocols_have_their_three_parts",
    ],
)
def test_a_checklist_is_lost_when_one_wrong_rule_lets_everything_through(name: str) -> None:
    assert breaks(name, (*RULES, ALL_ELSE_PERMITTED))


def test_the_report_rests_on_the_policy_and_the_statute_adds_nothing_to_it() -> None:
    assert not breaks("every_cyberattack_is_reported", without("programmes.cyberattacks.of_many_people"))
    assert not breaks("every_cyberattack_is_reported", RULES, date(2030, 6, 1))


@pytest.mark.parametrize("name", ["up_to_500_and_no_copy_is_owed", "what_was_encrypted_asks_for_no_copy"])
def test_a_copy_asked_of_everybody_breaks_what_says_that_none_is_owed(name: str) -> None:
    careless = next(rule for rule in RULES if rule.id == "programmes.breach_copies.by_the_district")
    wide = Rule(
        "test.wrong", careless.effect, ALL_ELSE_PERMITTED.when, "Always.", careless.cites, duties=careless.duties
    )
    assert breaks(name, (*RULES, wide))
