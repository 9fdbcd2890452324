"""Reports that a law of before 19 November 1974 requires; later laws go through counsel."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import NEVER_ASKED_FOR
from fileroom.law.facts import RecordKind
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("kind", ["state_agency", "county_agency", "city_agency"])
def test_an_old_law_compels_just_its_report(kind: str) -> None:
    decision = ask("report", requester__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("only_what_the_purpose_needs",)
    assert "counsel_review" not in duties(decision)


def test_an_office_is_asked_which_law_and_a_later_one_goes_to_counsel() -> None:
    assert missing(ask("report", other={})) == ["other.required_before_1974"]
    later = ask("report", other={"required_before_1974": False})
    assert missing(later) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(later)
    assert ask("report", other={"required_before_1974": False, "counsel_cleared": True}).outcome is Outcome.MAY
    assert ask("report", other={"required_before_1974": False, "counsel_cleared": False}).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["federal_agency", "police", "public", "nonprofit"])
def test_no_one_else_is_reported_to(kind: str) -> None:
    assert ask("report", requester__kind=kind).outcome is Outcome.NO


def test_for_another_purpose_the_old_law_opens_nothing() -> None:
    assert ask("report", purpose="planning").outcome is Outcome.NO
    assert ask("report", requester__identity="refuted", other__counsel_cleared=True).outcome is Outcome.NO


YEARLY = {"requester__education_authority": True, "other__required_before_1974": False}


@pytest.mark.parametrize("kind", sorted(NEVER_ASKED_FOR | {RecordKind.PARENT_DEPARTURE_PROOF}))
def test_of_what_no_form_may_ask_for_the_yearly_report_has_what_it_counts_and_no_more(kind: RecordKind) -> None:
    counted = kind in (RecordKind.BIRTH_COUNTRY, RecordKind.FIRST_US_SCHOOL_DATE)
    decision = ask("report", record__kind=kind.value, **YEARLY)
    assert decision.outcome is (Outcome.MUST if counted else Outcome.NEEDS_MORE)
    assert missing(decision) == ([] if counted else ["other.counsel_cleared"])
