"""Written consent: five elements, the right hand, never oral."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

CONSENT = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
           "records": True, "purpose": True, "recipient": True}  # fmt: skip
ELECTRONIC = {
    **{key: value for key, value in CONSENT.items() if key != "signed"},
    "form": "electronic",
    "authenticated": True,
}


@pytest.mark.parametrize("element", ["signed", "dated", "records", "purpose", "recipient"])
@pytest.mark.parametrize("given", [False, None])
def test_each_of_the_five_elements_is_needed_and_named_when_lacking(element: str, given: bool | None) -> None:
    decision = ask("consent", papers=[{**CONSENT, element: given}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == [f"papers.consent.{element}"]


def test_a_whole_consent_allows_what_it_names_and_is_kept_for_ever() -> None:
    decision = ask("consent")
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("records_named_in_the_consent",)
    assert {"no_redisclosure_notice", "retain_consent", "copy_on_request"} <= duties(decision)


def test_spoken_consent_never_does() -> None:
    decision = ask("consent", papers=[{**CONSENT, "form": "oral"}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["papers.consent.form"]


def test_an_electronic_consent_needs_proof_of_the_signer_in_place_of_a_signature() -> None:
    assert ask("consent", papers=[ELECTRONIC]).outcome is Outcome.MAY
    assert missing(ask("consent", papers=[{**ELECTRONIC, "authenticated": False}])) == ["papers.consent.authenticated"]


@pytest.mark.parametrize(
    "by", ["parent_without_custody", "minor_student", "restrained_parent", "other", "adult_student"]
)
def test_only_the_one_who_holds_the_right_may_consent(by: str) -> None:
    decision = ask("consent", papers=[{**CONSENT, "by": by}])
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.written_consent.consent_by_another"]


def test_an_agreement_of_both_parents_lets_the_parent_without_custody_consent() -> None:
    papers = [{**CONSENT, "by": "parent_without_custody"}]
    assert ask("consent", papers=papers, orders=["both_parents_may_consent_agreement"]).outcome is Outcome.MAY


def test_at_eighteen_the_student_consents_and_the_parent_no_longer() -> None:
    assert ask("consent", papers=[{**CONSENT, "by": "adult_student"}], student__age=18).outcome is Outcome.MAY
    assert ask("consent", student__age=17).outcome is Outcome.MAY
    assert ask("consent", student__age=18).outcome is Outcome.NO


def test_for_an_adult_found_incompetent_the_parent_consents_and_not_the_student() -> None:
    adult = {"student__age": 20, "student__adjudged_incompetent": True}
    assert ask("consent", **adult).outcome is Outcome.MAY
    refused = ask("consent", papers=[{**CONSENT, "by": "adult_student"}], **adult)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["disclosure.written_consent.consent_by_another"]


def test_an_educational_rights_holder_consents_at_any_age() -> None:
    assert ask("consent", papers=[{**CONSENT, "by": "rights_holder"}], student__age=None).outcome is Outcome.MAY


def test_that_anybody_might_bring_a_consent_is_no_ground() -> None:
    assert ask("outsider").outcome is Outcome.NO
    assert ask("outsider", papers=None).outcome is Outcome.NO


def test_two_half_consents_do_not_make_one() -> None:
    halves = [{**CONSENT, "signed": False}, {**CONSENT, "dated": False}]
    assert len(missing(ask("consent", papers=halves))) == 1


@pytest.mark.parametrize(
    "lack", [{"papers": [{**CONSENT, "valid_on": False}]}, {"papers": [{**CONSENT, "fits_this_request": False}]},
             {"other__consent_refused": True}]
)  # fmt: skip
def test_a_consent_that_was_withdrawn_or_speaks_of_another_request_opens_nothing(lack: dict[str, Any]) -> None:
    decision = ask("consent", **lack)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.written_consent.withdrawn_or_of_another_request"]


def test_a_consent_stands_where_nobody_says_that_it_ended() -> None:
    assert ask("consent", papers=[{**CONSENT, "valid_on": True, "fits_this_request": True}]).outcome is Outcome.MAY


def test_an_agreement_of_both_parents_that_one_has_withdrawn_is_none() -> None:
    papers = [{**CONSENT, "by": "parent_without_custody"}]
    assert ask("consent", papers=papers, orders=["joint_legal_custody"]).outcome is Outcome.NO


def test_where_a_court_limited_the_parents_education_rights_their_consent_waits_for_counsel() -> None:
    assert missing(ask("consent", orders=["education_rights_limited"])) == ["other.counsel_cleared"]
    holder = [{**CONSENT, "by": "rights_holder"}]
    assert ask("consent", orders=["education_rights_limited"], papers=holder).outcome is Outcome.MAY


def test_a_photograph_is_published_with_consent_and_not_without() -> None:
    page = {"action": "publish", "requester__kind": "employee", "record__kind": "photo_or_video", "purpose": "news"}
    assert ask("consent", **page).outcome is Outcome.MAY
    assert ask("consent", **page, papers=[]).outcome is Outcome.NO


@pytest.mark.parametrize("order", ["custody_order_silent", "joint_legal_custody"])
def test_a_custody_order_that_divides_nothing_changes_no_consent(order: str) -> None:
    assert ask("consent", orders=[order]).outcome is Outcome.MAY


def test_an_answer_that_still_asks_for_the_consent_does_not_say_that_it_was_given() -> None:
    asked = ask("consent", papers=[{**CONSENT, "form": "oral", "signed": False}])
    assert asked.outcome is Outcome.NEEDS_MORE
    assert "has consented" not in " ".join(it.says for it in asked.because)
