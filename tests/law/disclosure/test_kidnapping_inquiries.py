"""Kidnapping inquiries: who, by which ground, confirmed how; and three fields."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from tests.law.worlds import ask, because, missing

FIELDS = ["legal_name", "enrolment_status", "transfer_destination"]
CONSENT = {"kind": "consent", "form": "written", **dict.fromkeys(("signed", "dated", "records", "purpose"), True)}
ONE_PARENTS = {**CONSENT, "recipient": True, "by": "parent_without_custody"}
ORDER = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
NO_DANGER = {"other__emergency": "none"}


@pytest.mark.parametrize("record", FIELDS)
@pytest.mark.parametrize("kind", ["police", "federal_agency", "district_attorney"])
def test_a_listed_officer_must_be_told_three_fields(record: str, kind: str) -> None:
    decision = ask("kidnap", record__kind=record, requester__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("three_fields_only",)


@pytest.mark.parametrize(
    "record", ["grades", "cumulative_file", "health", "student_address", "parent_name_and_address", "photo_or_video"]
)
def test_the_rest_of_the_file_stays_shut(record: str) -> None:
    decision = ask("kidnap", record__kind=record)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.kidnapping_inquiries.the_rest_of_the_file"]
    assert RecordKind(record)


@pytest.mark.parametrize("papers", [[ONE_PARENTS], [{**ONE_PARENTS, "by": "parent_with_custody"}], [ORDER]])
def test_without_danger_one_parents_consent_or_a_courts_paper_is_a_ground(papers: list[dict[str, object]]) -> None:
    assert ask("kidnap", papers=papers, **NO_DANGER).outcome is Outcome.MUST


@pytest.mark.parametrize(
    "paper",
    [
        {**ONE_PARENTS, "by": "restrained_parent"},
        {**ONE_PARENTS, "by": "minor_student"},
        {**ONE_PARENTS, "form": "oral"},
        {**ONE_PARENTS, "signed": False},
        {**ORDER, "valid_on": False},
        {"kind": "administrative_warrant"},
    ],
)
def test_no_other_paper_is_a_ground(paper: dict[str, object]) -> None:
    assert not ask("kidnap", papers=[paper], **NO_DANGER).granted


def test_with_no_ground_a_parents_consent_is_asked_for() -> None:
    assert missing(ask("kidnap", **NO_DANGER)) == ["papers.consent"]


def test_an_officer_off_the_list_or_without_probable_cause_is_not_answered() -> None:
    decision = ask("kidnap", requester__on_agency_list=False)
    assert because(decision) == ["disclosure.kidnapping_inquiries.not_on_the_list"]
    assert ask("kidnap", other__kidnap_probable_cause=False).outcome is Outcome.NO
    assert missing(ask("kidnap", other__kidnap_probable_cause=None)) == ["other.kidnap_probable_cause"]


@pytest.mark.parametrize("channel", ["telephone", "in_person"])
def test_an_unwritten_request_waits_for_the_letter(channel: str) -> None:
    assert missing(ask("kidnap", other__channel=channel)) == ["other.confirming_letter"]
    assert ask("kidnap", other__channel=channel, other__confirming_letter=True).outcome is Outcome.MUST
    not_yet = ask("kidnap", other__channel=channel, other__confirming_letter=False)
    assert missing(not_yet) == ["other.confirming_letter"]


def test_nobody_else_and_no_other_purpose_comes_in_by_this_door() -> None:
    for kind in ("immigration_officer", "parent", "attorney", "media"):
        assert not ask("kidnap", requester__kind=kind).granted
    assert not ask("kidnap", purpose="law_enforcement").granted
