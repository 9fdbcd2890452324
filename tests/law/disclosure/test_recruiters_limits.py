"""Where the recruiters' right ends."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", ["grades", "test_results", "photo_or_video", "birth_date", "discipline"])
def test_nothing_else_goes_to_recruiters(kind: str) -> None:
    decision = ask("recruiter", record={"kind": kind})
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.recruiters_limits.three_fields_and_no_other"]


def test_school_email_is_for_counsel_and_changes_no_answer() -> None:
    decision = ask("recruiter", record__fields=["name", "email"])
    assert decision.outcome is Outcome.MUST
    assert "counsel_review" in duties(decision)
    college = ask("recruiter", requester__kind="college_recruiter", record__fields=["name", "email"])
    assert "counsel_review" not in duties(college)


def test_with_consent_a_recruiter_has_what_the_consent_names() -> None:
    consent = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
               "records": True, "purpose": True, "recipient": True}  # fmt: skip
    assert ask("recruiter", record={"kind": "grades"}, papers=[consent]).outcome is Outcome.MAY


def test_an_e_mail_address_alone_waits_for_counsel_and_a_birth_date_is_refused() -> None:
    asked = ask("recruiter", record={"kind": "directory_information", "fields": ["email"]})
    assert missing(asked) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(asked)
    assert ask("recruiter", record={"kind": "directory_information", "fields": ["birth_date"]}).outcome is Outcome.NO
