"""Staff see what they need of the students they serve."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

AIDE = {
    "requester__kind": "sarb_aide",
    "requester__age": 18,
    "requester__investigated": True,
    "requester__trained": True,
}


@pytest.mark.parametrize(
    "kind", ["employee", "substitute", "administrator", "teacher", "counselor", "nurse", "sarb_member"]
)
def test_an_official_with_an_interest_sees_the_students_they_serve_and_no_others(kind: str) -> None:
    assert ask("teacher", requester__kind=kind).outcome is Outcome.MUST
    other = ask("teacher", requester__kind=kind, requester__has_student=False)
    assert other.outcome is Outcome.NO
    assert because(other) == ["disclosure.educational_interest.does_not_serve_the_student"]


@pytest.mark.parametrize("kind", ["volunteer", "for_profit", "pta", "system"])
def test_others_are_no_officials(kind: str) -> None:
    assert ask("teacher", requester__kind=kind).outcome is Outcome.NO


@pytest.mark.parametrize(("kind", "paper"), [("vendor", "vendor_contract"), ("contractor", "written_agreement")])
def test_who_works_for_the_district_is_asked_for_the_contract_and_is_no_official_without(kind: str, paper: str) -> None:
    decision = ask(
        "teacher", requester__kind=kind, requester__identity="verified", requester__under_direct_control=True
    )
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == [f"papers.{paper}"]


def test_the_view_is_narrow_and_only_a_view() -> None:
    assert ask("teacher").limits == ("relevant_records_only", "view_only")
    assert ask("teacher", action="copy").limits == ("relevant_records_only",)
    assert "log_request" not in duties(ask("teacher"))


def test_an_interest_not_stated_is_asked_for_and_one_that_does_not_fit_is_refused() -> None:
    assert missing(ask("teacher", requester__interest="not_stated")) == ["requester.interest"]
    assert missing(ask("teacher", requester__interest=None)) == ["requester.interest"]
    assert "state_interest" in duties(ask("teacher", requester__interest="not_stated"))
    assert ask("teacher", requester__interest="stated_and_does_not_fit").outcome is Outcome.NO
    assert missing(ask("teacher", requester__has_student=None)) == ["requester.has_student"]


@pytest.mark.parametrize(
    "purpose", ["private_interest", "fundraising", "marketing", "own_research", "news", "registry"]
)
def test_a_private_purpose_is_no_educational_interest_whatever_is_stated(purpose: str) -> None:
    assert ask("teacher", purpose=purpose).outcome is Outcome.NO


@pytest.mark.parametrize(
    "lack", [{"requester__age": 17}, {"requester__investigated": False}, {"requester__trained": False}]
)
def test_an_aide_is_adult_investigated_and_trained(lack: dict[str, object]) -> None:
    assert ask("teacher", **AIDE).outcome is Outcome.MUST
    assert ask("teacher", **{**AIDE, **lack}).outcome is Outcome.NO


def test_what_lies_outside_the_file_is_not_opened_by_an_interest() -> None:
    assert ask("teacher", record__kind="counselling_confidence", student__age=12).outcome is Outcome.NO
