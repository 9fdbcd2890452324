"""Immigration enforcement before every exception."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind, RequesterKind
from fileroom.law.phrases import RELEASES
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

BAN = "disclosure.immigration_enforcement.without_consent_or_a_judges_paper"
WARRANT = {"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
CONSENT = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
           "records": True, "purpose": True, "recipient": True}  # fmt: skip


@each("kind", RecordKind)
def test_no_kind_of_information_is_let_through_directory_and_staff_included(kind: RecordKind) -> None:
    decision = ask("officer", record={"kind": kind.value})
    assert decision.outcome is Outcome.NO
    assert BAN in because(decision)


@each("kind", RequesterKind)
def test_no_kind_of_requester_gets_anything_for_that_purpose(kind: RequesterKind) -> None:
    facts = {"requester": {"kind": kind.value, "identity": "verified", "relationship": "verified", "has_student": True,
                           "interest": "stated_and_fits"}}  # fmt: skip
    assert BAN in because(ask("officer", **facts))


@pytest.mark.parametrize("action", sorted(RELEASES))
def test_no_way_of_releasing_is_let_through(action: str) -> None:
    assert ask("officer", action=action).outcome is Outcome.NO


@pytest.mark.parametrize(
    "paper",
    [
        {"kind": "administrative_warrant", "signed": True, "valid_on": True},
        {"kind": "administrative_subpoena", "signed": True, "names_these_records": True, "valid_on": True},
        {"kind": "detainer"},
        {"kind": "agency_letter"},
        {"kind": "civil_subpoena", "valid_on": True, "names_these_records": True, "consumer_notice_served": True},
        {"kind": "grand_jury_subpoena", "signed_by_judge": True, "valid_on": True, "names_these_records": True},
        {**WARRANT, "signed_by_judge": False},
        {**WARRANT, "valid_on": False},
        {**WARRANT, "names_these_records": False},
        {**CONSENT, "signed": False},
        {**CONSENT, "form": "oral"},
        {**CONSENT, "purpose": False},
        {**CONSENT, "by": "minor_student"},
        {**CONSENT, "by": "restrained_parent"},
        {**CONSENT, "by": "adult_student"},
    ],
)
def test_nothing_less_than_a_judges_paper_or_a_whole_consent_lifts_the_ban(paper: dict[str, object]) -> None:
    assert BAN in because(ask("officer", papers=[paper]))


@pytest.mark.parametrize("kind", ["judicial_warrant", "court_order", "judicial_subpoena"])
def test_a_judges_paper_is_obeyed_within_its_scope_with_notice_to_the_family(kind: str) -> None:
    decision = ask("officer", papers=[{**WARRANT, "kind": kind}])
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("scope_of_the_order",)
    assert {"notify_parent_before", "report_to_board", "counsel_review"} <= duties(decision)


def test_a_written_consent_allows_and_does_not_compel() -> None:
    assert ask("officer", papers=[CONSENT]).outcome is Outcome.MAY


@pytest.mark.parametrize("quality", ["signed_by_judge", "names_these_records", "valid_on"])
def test_a_quality_of_the_paper_that_is_not_known_is_asked_for(quality: str) -> None:
    paper = {key: value for key, value in WARRANT.items() if key != quality}
    assert missing(ask("officer", papers=[paper])) == [f"papers.judicial_warrant.{quality}"]


def test_an_officer_who_gives_another_purpose_is_asking_for_that_one() -> None:
    for purpose in ("law_enforcement", "directory", "none_stated"):
        assert BAN in because(ask("officer", purpose=purpose))


def test_every_request_is_documented_and_reported_naming_nobody() -> None:
    refused = ask("officer", papers=[{"kind": "administrative_warrant"}])
    assert {"report_to_board", "document_encounter", "notify_superintendent", "counsel_review"} <= duties(refused)
    assert {"notify_parent_after", "log_request"} <= duties(refused)
    assert refused.apart
    about_staff = ask("officer", record__kind="business_record")
    assert "notify_parent_after" not in duties(about_staff)


def test_a_court_that_forbids_notice_is_obeyed_and_the_entry_sealed() -> None:
    for lack in ("signed_by_judge", "valid_on", "names_these_records"):
        void = ask("officer", papers=[{**WARRANT, lack: False, "nondisclosure_order": True}])
        assert "notify_parent_after" in duties(void) and not void.sealed
        assert not {"do_not_notify_parent", "review_at_expiry"} & duties(void)
    decision = ask("officer", papers=[{**WARRANT, "nondisclosure_order": True}])
    assert not {"notify_parent_after", "notify_parent_before"} & duties(decision)
    assert "do_not_notify_parent" in duties(decision)
    assert decision.sealed


def test_the_ban_stands_since_20_september_2025_and_before_it_nothing_was_granted_either() -> None:
    assert BAN in because(ask("officer", on="2025-09-20"))
    earlier = ask("officer", on="2025-09-19")
    assert earlier.outcome is Outcome.NO
    assert BAN not in because(earlier)


def test_counsel_reads_a_judges_paper_before_anything_goes_out() -> None:
    order = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
    asked = {"purpose": "immigration_enforcement", "papers": [order], "other__days_since_notice": 5}
    waiting, cleared = ask("court", **asked), ask("court", **asked, other__counsel_cleared=True)
    assert waiting.granted and [duty.code for duty in waiting.first] == ["counsel_review"]
    assert cleared.granted and cleared.first == ()


def test_a_list_asked_for_enforcement_is_refused_and_reported_and_tells_no_one_family() -> None:
    decision = ask("list", purpose="immigration_enforcement", record__kind="home_language")
    assert decision.outcome is Outcome.NO
    assert {"report_to_board", "document_encounter", "notify_superintendent", "counsel_review"} <= duties(decision)
    assert not {"notify_parent_after", "give_family_the_papers"} & duties(decision)
    assert "report_to_board" not in duties(ask("list"))


ORDER = {
    "kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True,
    "nondisclosure_order": False,
}  # fmt: skip
BEFORE, AFTER = "notify_parent_before", "notify_parent_after"


@pytest.mark.parametrize("action", ["inspect", "disclose", "view_log"])
def test_with_a_judges_paper_the_family_is_told_once_and_before_anything_goes_out(action: str) -> None:
    """234.7(b): a disclosure under such a paper follows the federal notice, which comes first."""
    told = ask("officer", action=action, papers=[ORDER])
    assert {BEFORE, AFTER} & duties(told) == {BEFORE}
    assert AFTER not in duties(ask("officer", action=action, papers=[ORDER], other__days_since_notice=3))


def test_without_one_the_family_is_told_once_and_afterwards() -> None:
    forms: list[list[dict[str, object]]] = [
        [], [{"kind": "administrative_warrant"}], [{**ORDER, "signed_by_judge": False}], [{**ORDER, "valid_on": False}],
    ]  # fmt: skip
    for papers in forms:
        told = ask("officer", papers=papers)
        assert told.outcome is Outcome.NO
        assert {BEFORE, AFTER} & duties(told) == {AFTER}


def test_a_paper_whose_signature_is_unknown_brings_one_notice_too() -> None:
    for unknown in ("signed_by_judge", "names_these_records", "valid_on"):
        told = ask("officer", papers=[{**ORDER, unknown: None}])
        assert {BEFORE, AFTER} & duties(told) == {AFTER}


def test_what_is_no_look_at_a_record_has_no_notice_before_it_and_keeps_the_one_after() -> None:
    for action in ("enter_nonpublic_area", "share_with_vendor"):
        assert {BEFORE, AFTER} & duties(ask("officer", action=action, papers=[ORDER])) == {AFTER}


PARTY = {**ORDER, "kind": "dependency_order", "parent_is_party": True}


@pytest.mark.parametrize("with_it", [ORDER, {**ORDER, "kind": "judicial_warrant"}])
def test_a_parent_who_knows_of_the_dependency_case_hears_of_the_officers_order_beside_it(
    with_it: dict[str, object],
) -> None:
    told = ask("officer", papers=[with_it, PARTY])
    assert told.outcome is Outcome.MUST
    assert {BEFORE, AFTER} & duties(told) == {BEFORE}
    assert {BEFORE, AFTER} & duties(ask("officer", papers=[PARTY])) == {AFTER}


def test_where_one_parent_brings_the_officers_order_the_other_hears_of_it() -> None:
    parent = {"kind": "parent", "identity": "verified", "relationship": "verified", "rights_terminated": True}
    told = ask("officer", requester=parent, papers=[ORDER])
    assert told.granted
    assert {"notify_student_before", AFTER} <= duties(told)


def test_where_no_record_is_named_the_family_is_told_all_the_same() -> None:
    for record in ({}, {"kind": None}):
        decision = ask("officer", record=record)
        assert decision.outcome is Outcome.NO
        assert AFTER in duties(decision)
    assert AFTER not in duties(ask("officer", record={"kind": "business_record"}))


def test_an_officer_at_the_door_who_names_no_record_is_told_of() -> None:
    assert AFTER in duties(ask("officer", action="enter_nonpublic_area", record={}))


def test_where_nobody_says_who_brings_a_judges_paper_the_family_is_told_all_the_same() -> None:
    someone = {"identity": "verified", "relationship": "verified"}
    told = ask("officer", requester=someone, other__assists_immigration_enforcement=True, papers=[ORDER])
    assert {BEFORE, AFTER} & duties(told) == {BEFORE}


TOLD_A_FAMILY = {
    AFTER, BEFORE, "notify_student_before", "give_family_the_papers", "notify_parent_within_24_hours",
}  # fmt: skip
REPORTED = {"report_to_board", "document_encounter", "notify_superintendent", "counsel_review"}
SAFE_COUNTS = {"kind": "aggregate", "small_cells": False, "reidentification_checked": True}


@pytest.mark.parametrize("action", ["inspect", "disclose", "publish", "compile_list", "publish_table"])
@pytest.mark.parametrize("more", [{}, {"small_cells": True}])
def test_of_counts_the_board_hears_and_no_family(action: str, more: dict[str, object]) -> None:
    asked = ask("officer", action=action, record={**SAFE_COUNTS, **more})
    assert duties(asked) >= REPORTED
    assert not duties(asked) & TOLD_A_FAMILY
    assert asked.apart


def test_counts_are_handed_to_no_officer_and_nobody_is_told_how_to_make_them_fit() -> None:
    small = {**SAFE_COUNTS, "small_cells": True}
    for record in (SAFE_COUNTS, small):
        refused = ask("officer", record=record)
        assert BAN in because(refused)
        assert "suppress_small_cells" not in duties(refused)
    assert "suppress_small_cells" in duties(ask("officer", record=small, papers=[ORDER]))
    assert "suppress_small_cells" in duties(ask("counts", record=small))


VISIT = {"action": "enter_nonpublic_area", "record": {}}


@pytest.mark.parametrize(
    "papers", [[], [{"kind": "administrative_warrant"}], [{**ORDER, "names_these_records": False}]]
)
def test_of_a_visit_for_which_no_student_is_named_the_board_hears_and_no_family(papers: list[object]) -> None:
    visit = ask("officer", **VISIT, student={}, papers=papers)
    assert visit.outcome is Outcome.NO
    assert duties(visit) >= REPORTED | {"write_to_childrens_justice"}
    assert not duties(visit) & TOLD_A_FAMILY


@pytest.mark.parametrize(
    "named",
    [
        {"student": {"age": 0}},
        {"student": {"enrolled": True}},
        {"student": {"enrolled": False}},
        {"student": {"former": True}},
        {"student": {"grade": "5"}},
        {"student": {"foster": True}},
        {"student": {"visa": "F-1"}},
        {"student": {"graduated": False}},
        {"student": {"days_since_left": 0}},
        {"student": {"months_since_left": 1}},
        {"student": {"home_language_not_english": True}},
        {"student": {}, "papers": [ORDER]},
        {"student": {}, "papers": [{"kind": "administrative_warrant", "names_these_records": True}]},
        {"student": {}, "record": {"kind": "schedule"}},
        {"student": {}, "record": {"identifies_student": True}},
    ],
)
def test_of_a_visit_for_a_student_the_family_hears(named: dict[str, object]) -> None:
    assert {AFTER, "give_family_the_papers"} <= duties(ask("officer", **{**VISIT, **named}))
