"""Aid that was applied for, and what deciding it needs."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing

GIVERS = ["financial_aid_body", "college", "private_college", "state_agency"]


@pytest.mark.parametrize("kind", GIVERS)
def test_a_giver_of_aid_may_have_what_the_aid_needs_of_an_applicant(kind: str) -> None:
    decision = ask("aid", requester__kind=kind)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("only_what_the_purpose_needs",)


@pytest.mark.parametrize("kind", GIVERS)
def test_before_an_application_nothing_goes_out(kind: str) -> None:
    unknown = ask("aid", requester__kind=kind, other={})
    assert missing(unknown) == ["other.aid_applied_for"]
    decision = ask("aid", requester__kind=kind, other__aid_applied_for=False)
    assert because(decision) == ["disclosure.financial_aid.no_aid_applied_for"]


@pytest.mark.parametrize("kind", ["nonprofit", "for_profit", "employer", "federal_agency", "public"])
def test_nobody_else_comes_in_by_this_door(kind: str) -> None:
    assert ask("aid", requester__kind=kind).outcome is Outcome.NO


def test_for_another_purpose_an_application_opens_nothing() -> None:
    assert ask("aid", purpose="marketing").outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["ssn", "ssn_last4", "adult_ssn_last4"])
def test_no_social_security_number_goes_out_for_aid(kind: str) -> None:
    assert because(ask("aid", record={"kind": kind})) == ["disclosure.financial_aid.no_number"]
