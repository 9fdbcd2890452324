"""Whom the list of Ed. Code 49064 names."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, duties

LISTED = {"log_request", "log_release"}
BARRED = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": True}


@pytest.mark.parametrize("base", ["parent", "student", "teacher", "log"])
def test_by_their_own_right_nobody_is_listed(base: str) -> None:
    decision = ask(base)
    assert decision.granted
    assert not LISTED & duties(decision)


@pytest.mark.parametrize(
    ("base", "facts"),
    [
        ("outsider", {}),
        ("teacher", {"requester__has_student": False}),
        ("teacher", {"requester__interest": "stated_and_does_not_fit"}),
        ("teacher", {"action": "view_log", "requester__designated": False}),
        ("student", {"student": {"age": 15, "grade": "9", "enrolled": True}}),
        ("parent", BARRED),
        ("parent", {"requester__identity": "refuted"}),
        ("parent", {"student__age": 19}),
        ("directory", {"choices": ["directory_refused"]}),
        ("consent", {"other__consent_refused": True}),
        ("officer", {}),
    ],
)
def test_a_refused_request_is_listed(base: str, facts: dict[str, object]) -> None:
    decision = ask(base, **facts)
    assert not decision.granted
    assert "log_request" in duties(decision)
    assert "log_release" not in duties(decision)


@pytest.mark.parametrize(
    ("base", "facts"),
    [
        ("court", {}),
        ("parent", {"student__age": 19, "requester__tax_dependency": "proved"}),
        ("student", {"student": {"age": 14, "grade": "9", "homeless": True, "unaccompanied": True}}),
        ("directory", {"requester__kind": "elections_official", "purpose": "voter_registration"}),
        ("officer", {"papers": [{"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True,
                                 "valid_on": True}]}),
    ],
)  # fmt: skip
def test_others_who_are_given_a_record_are_listed(base: str, facts: dict[str, object]) -> None:
    decision = ask(base, **facts)
    assert decision.granted
    assert duties(decision) >= LISTED


@pytest.mark.parametrize("base", ["directory", "consent", "recruiter"])
def test_recipients_of_directory_information_and_by_consent_need_not_be(base: str) -> None:
    decision = ask(base)
    assert decision.granted
    assert not LISTED & duties(decision)


def test_immigration_enforcement_is_always_listed() -> None:
    consent = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
               "records": True, "purpose": True, "recipient": True}  # fmt: skip
    decision = ask("officer", papers=[consent])
    assert decision.outcome is Outcome.MAY
    assert duties(decision) >= LISTED


@pytest.mark.parametrize("kind", ["business_record", "deidentified", "aggregate"])
def test_what_tells_of_nobody_is_in_no_students_list(kind: str) -> None:
    assert not LISTED & duties(ask("outsider", record={"kind": kind}))


def test_a_kidnapping_inquiry_is_listed_also_where_a_parent_consented() -> None:
    paper = bases()["consent"]["papers"]
    told = ask("kidnap", papers=paper, other__emergency="none")
    assert told.outcome is Outcome.MUST
    assert {"log_request", "log_release"} <= duties(told)


def test_what_names_nobody_is_in_no_students_list_whatever_it_is() -> None:
    report = {"action": "disclose", "purpose": "immigration_report_to_board", "requester": {"kind": "board_member"}}
    unnamed = ask("teacher", record={"kind": "immigration_incident_file", "identifies_student": False}, **report)
    assert unnamed.outcome is Outcome.MUST and not {"log_request", "log_release"} & duties(unnamed)
    assert "log_request" not in duties(ask("outsider", record={"kind": "business_record"}))
    assert "log_request" in duties(ask("outsider", record={"kind": "business_record", "identifies_student": True}))
