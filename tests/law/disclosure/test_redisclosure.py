"""What was given is not passed on, save within the agency, by a caseworker to those who teach, or by consent."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

CONSENT = {
    "kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True, "records": True,
    "purpose": True, "recipient": True,
}  # fmt: skip
RECIPIENTS = ["contractor", "probation_officer", "financial_aid_body", "researcher", "foster_caregiver", "other_school"]


@pytest.mark.parametrize("kind", [*RECIPIENTS, "volunteer", "employer"])
def test_nobody_passes_it_on_to_a_third_party(kind: str) -> None:
    for same in (None, False):
        decision = ask("passing_on", requester__kind=kind, other__recipient_in_same_agency=same)
        assert decision.outcome is Outcome.NO
        assert because(decision) == ["disclosure.redisclosure.not_passed_on"]
        assert decision.missing == ()


@pytest.mark.parametrize("kind", RECIPIENTS)
def test_within_the_agency_it_may_be_shared(kind: str) -> None:
    assert ask("passing_on", requester__kind=kind, other__recipient_in_same_agency=True).outcome is Outcome.MAY


def test_a_volunteer_has_no_agency() -> None:
    asked = ask("passing_on", requester__kind="volunteer", other__recipient_in_same_agency=True)
    assert asked.outcome is Outcome.NO


@pytest.mark.parametrize("purpose", ["education_decisions", "monitor_progress", "case_plan"])
def test_a_responsible_caseworker_passes_it_to_those_who_serve_the_childs_education(purpose: str) -> None:
    decision = ask("passing_on", purpose=purpose)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("relevant_records_only",)
    assert ask("passing_on", purpose="private_interest").outcome is Outcome.NO
    assert ask("passing_on", purpose=purpose, requester__legally_responsible=False).outcome is Outcome.NO


def test_new_consent_in_writing_opens_it_and_any_gap_is_asked_for() -> None:
    facts = {"requester__kind": "contractor", "purpose": "private_service"}
    assert ask("passing_on", **facts, papers=[CONSENT]).outcome is Outcome.MAY
    assert ask("passing_on", **facts, papers=[{**CONSENT, "recipient": False}]).outcome is Outcome.NEEDS_MORE
    assert ask("passing_on", **facts, papers=[{**CONSENT, "by": "restrained_parent"}]).outcome is Outcome.NO


def test_what_a_family_holds_is_its_own() -> None:
    facts = {"action": "redisclose", "purpose": "private_interest"}
    assert ask("parent", **facts).outcome is Outcome.MAY
    assert ask("student", **facts, student__age=18).outcome is Outcome.MAY


@pytest.mark.parametrize("base", ["school", "audit", "truancy", "investigation", "caseworker", "emergency", "study"])
def test_every_recipient_is_told_in_writing(base: str) -> None:
    assert "no_redisclosure_notice" in duties(ask(base))


@pytest.mark.parametrize("base", ["parent", "student", "teacher", "court"])
def test_families_staff_and_courts_are_not(base: str) -> None:
    assert "no_redisclosure_notice" not in duties(ask(base))


def test_nobody_is_told_of_what_was_not_given() -> None:
    assert "no_redisclosure_notice" not in duties(ask("school", purpose="fundraising"))


def test_for_immigration_enforcement_nothing_is_passed_on() -> None:
    decision = ask("passing_on", other__recipient_in_same_agency=True, other__assists_immigration_enforcement=True)
    assert decision.outcome is Outcome.NO


def test_the_parent_of_a_tax_dependent_is_not_bound() -> None:
    adult = {"action": "redisclose", "student__age": 19}
    assert ask("parent", requester__tax_dependency="proved", **adult).outcome is Outcome.MAY
    assert ask("parent", requester__tax_dependency="none", **adult).outcome is Outcome.NO
