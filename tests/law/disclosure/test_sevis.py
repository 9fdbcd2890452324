"""The visa program's questions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

F_1: dict[str, Any] = {"student__visa": "F-1"}


@pytest.mark.parametrize("action", ["inspect", "copy", "disclose"])
@pytest.mark.parametrize("kind", ["enrolment_status", "immigration_document", "student_address", "legal_name"])
def test_of_an_f_1_student_the_listed_data_are_given_within_three_business_days(action: str, kind: str) -> None:
    decision = ask("sevis", action=action, record__kind=kind, **F_1)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("fixed_list_only",)
    assert decision.deadline is not None
    assert decision.deadline.on == date(2026, 10, 22)
    assert {"document_encounter", "log_release"} <= duties(decision)


@pytest.mark.parametrize(
    "change",
    [
        {"student__visa": "none"},
        {"record__kind": "health"},
        {"record__kind": "discipline"},
        {"record__kind": "cumulative_file"},
        {"requester__identity": "refuted"},
        {"purpose": "law_enforcement"},
        {"action": "view_log"},
    ],
)
def test_nothing_else_is(change: dict[str, Any]) -> None:
    assert ask("sevis", **{**F_1, **change}).outcome is Outcome.NO


def test_immigration_enforcement_does_not_come_in_by_this_door() -> None:
    assert ask("sevis", purpose="immigration_enforcement", **F_1).outcome is Outcome.NO
    assert ask("sevis", other__assists_immigration_enforcement=True, **F_1).outcome is Outcome.NO
    assert ask("sevis", requester__kind="immigration_officer", **F_1).outcome is Outcome.NO


@each("who", sorted(set(RequesterKind) - {"sevp_officer"}))
def test_nobody_but_that_program_is_answered_by_this_rule(who: str) -> None:
    decision = ask("sevis", requester__kind=who, record__kind="immigration_document", **F_1)
    assert not any(rule.startswith("disclosure.sevis") for rule in because(decision))


def test_an_unproved_officer_and_an_unknown_visa_are_asked_about() -> None:
    assert missing(ask("sevis", requester__identity="claimed", **F_1)) == ["requester.identity"]
    assert missing(ask("sevis_unsaid")) == ["student.visa"]


SUBPOENA: dict[str, Any] = {"kind": "judicial_subpoena", "names_these_records": True, "valid_on": True}
BAN = "disclosure.immigration_enforcement.without_consent_or_a_judges_paper"
OF_ANOTHER: list[dict[str, Any]] = [
    {"requester__kind": "sevp_officer", "student__visa": "none"},
    {"requester__kind": "sevp_officer", "student__visa": "none", "purpose": "law_enforcement"},
    {"requester__kind": "sevp_officer", "purpose": "none_stated", **F_1},
    {"requester__kind": "sevp_officer", "record__kind": "health", **F_1},
    {"requester__kind": "federal_agency", "student__visa": "none"},
]


@pytest.mark.parametrize("kind", ["judicial_subpoena", "grand_jury_subpoena"])
@pytest.mark.parametrize("facts", OF_ANOTHER)
def test_of_any_other_student_the_programs_subpoena_must_bear_a_judges_hand(facts: dict[str, Any], kind: str) -> None:
    home = {"record__kind": "address"} | facts
    paper = SUBPOENA | {"kind": kind}
    refused = ask("sevis", **home, papers=[{**paper, "signed_by_judge": False}])
    assert because(refused) == [BAN]
    assert {"counsel_review", "report_to_board", "notify_parent_after"} <= duties(refused)
    unsaid = ask("sevis", **home, papers=[paper])
    assert unsaid.outcome is (Outcome.NEEDS_MORE if kind == "judicial_subpoena" else Outcome.NO)
    assert missing(unsaid) == (["papers.judicial_subpoena.signed_by_judge"] if kind == "judicial_subpoena" else [])
    assert "counsel_review" in duties(unsaid)
    signed = ask("sevis", **home, papers=[{**paper, "signed_by_judge": True}])
    assert signed.granted is (kind == "judicial_subpoena")


def test_an_unsigned_subpoena_beside_a_consent_compels_nothing() -> None:
    consent = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
               "records": True, "purpose": True, "recipient": True}  # fmt: skip
    for who in ("sevp_officer", "immigration_officer"):
        papers = [consent, {**SUBPOENA, "signed_by_judge": False}]
        assert ask("officer", requester__kind=who, purpose="none_stated", papers=papers).outcome is Outcome.MAY


def test_a_grand_jurys_gag_in_an_immigration_officers_hands_silences_through_a_judge_alone() -> None:
    gag = {**SUBPOENA, "kind": "grand_jury_subpoena", "nondisclosure_order": True}
    for who in ("sevp_officer", "immigration_officer"):
        for signed in (True, False):
            decision = ask("officer", requester__kind=who, papers=[{**gag, "signed_by_judge": signed}])
            assert decision.outcome is Outcome.NO
            assert decision.sealed is signed
