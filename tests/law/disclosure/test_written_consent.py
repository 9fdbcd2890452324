"""Written consent: five elements, the right hand, never oral."""

from __future__ import annotations

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
