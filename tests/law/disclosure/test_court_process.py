"""Orders and subpoenas of courts."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, because, duties, missing

ORDER = {"kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True}


@pytest.mark.parametrize("kind", ["court_order", "judicial_warrant", "judicial_subpoena", "grand_jury_subpoena"])
def test_a_courts_paper_in_force_and_in_scope_is_obeyed_within_its_scope(kind: str) -> None:
    decision = ask("court", papers=[{**ORDER, "kind": kind}])
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("scope_of_the_order",)
    assert {"log_request", "log_release", "notify_parent_before"} <= duties(decision)


@pytest.mark.parametrize("kind", ["judicial_subpoena", "grand_jury_subpoena"])
def test_a_courts_subpoena_need_not_bear_a_judges_own_hand_and_an_order_must(kind: str) -> None:
    unsigned = {**ORDER, "kind": kind, "signed_by_judge": False}
    for bearer in ("court", "police", "district_attorney"):
        criminal = {"requester__kind": bearer, "purpose": "criminal_investigation"}
        assert ask("court", **criminal, papers=[unsigned]).outcome is Outcome.MUST
    assert ask("court", papers=[{**ORDER, "signed_by_judge": False}]).outcome is Outcome.NO


@pytest.mark.parametrize("lack", ["names_these_records", "valid_on"])
def test_a_paper_out_of_force_or_for_another_student_opens_nothing(lack: str) -> None:
    decision = ask("court", papers=[{**ORDER, lack: False}])
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.court_process_limits.out_of_scope_or_force"]
    assert missing(ask("court", papers=[{**ORDER, lack: None}])) == [f"papers.court_order.{lack}"]


def test_the_family_is_told_first_unless_told_already_or_a_party_or_a_court_forbids() -> None:
    dependency = {**ORDER, "kind": "dependency_order", "parent_is_party": True}
    assert "notify_parent_before" in duties(ask("court", papers=[ORDER]))
    for facts in (
        {"papers": [{**ORDER, "nondisclosure_order": True}]},
        {"papers": [dependency]},
        {"papers": [{**ORDER, "parent_notified": True}], "other__days_since_notice": 3},
    ):
        assert "notify_parent_before" not in duties(ask("court", **facts))


@pytest.mark.parametrize("lack", ["signed_by_judge", "valid_on", "names_these_records"])
def test_an_unsigned_expired_or_irrelevant_order_silences_nobody(lack: str) -> None:
    subpoena = {**ORDER, "kind": "judicial_subpoena"}
    decision = ask("court", papers=[subpoena, {**ORDER, lack: False, "nondisclosure_order": True}])
    assert decision.outcome is Outcome.MUST
    assert "notify_parent_before" in duties(decision)
    assert not {"do_not_notify_parent", "review_at_expiry"} & duties(decision)
    assert not decision.sealed


def test_until_it_is_known_whether_a_gag_is_a_judges_nobody_is_told() -> None:
    decision = ask("court", papers=[{**ORDER, "signed_by_judge": None, "nondisclosure_order": True}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert decision.sealed and "notify_parent_before" not in duties(decision)


def test_a_party_to_a_civil_suit_cannot_forbid_telling_the_family() -> None:
    civil = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True, "consumer_notice_served": True}
    own = {**civil, "kind": "judicial_subpoena", "signed_by_judge": False}
    for paper in (civil, own):
        decision = ask("court", papers=[{**paper, "nondisclosure_order": True}])
        assert decision.outcome is Outcome.MUST
        assert "notify_parent_before" in duties(decision) and not decision.sealed


@pytest.mark.parametrize("kind", ["judicial_subpoena", "grand_jury_subpoena"])
def test_a_subpoena_of_a_criminal_case_can_forbid_it_without_a_judges_hand(kind: str) -> None:
    paper = {**ORDER, "kind": kind, "signed_by_judge": False, "nondisclosure_order": True}
    decision = ask("court", requester__kind="police", purpose="criminal_investigation", papers=[paper])
    assert "do_not_notify_parent" in duties(decision) and decision.sealed


@pytest.mark.parametrize("kind", ["attorney", "employer", "private_professional", "media"])
def test_a_party_that_speaks_of_a_crime_silences_nobody_by_a_paper_that_no_judge_signed(kind: str) -> None:
    paper = {**ORDER, "kind": "judicial_subpoena", "signed_by_judge": False, "nondisclosure_order": True,
             "consumer_notice_served": True}  # fmt: skip
    decision = ask("court", requester__kind=kind, purpose="criminal_investigation", papers=[paper])
    assert decision.granted and not decision.sealed
    assert "notify_parent_before" in duties(decision)
    assert "do_not_notify_parent" not in duties(decision)


def test_who_is_known_not_to_be_the_officer_silences_nobody() -> None:
    paper = {**ORDER, "kind": "judicial_subpoena", "signed_by_judge": False, "nondisclosure_order": True}
    false = {"requester__kind": "police", "purpose": "criminal_investigation", "requester__identity": "refuted"}
    decision = ask("court", **false, papers=[paper])
    assert not decision.granted and not decision.sealed


def test_only_a_dependency_case_spares_that_parent_the_notice_and_the_student_is_told_all_the_same() -> None:
    divorce = ask("court", papers=[{**ORDER, "parent_is_party": True}])
    assert "notify_parent_before" in duties(divorce)
    dependency = {**ORDER, "kind": "dependency_order", "parent_is_party": True}
    over = ask("court", papers=[{**ORDER, "kind": "judicial_subpoena"}, {**dependency, "valid_on": False}])
    assert "notify_parent_before" in duties(over)
    decision = ask("court", papers=[dependency])
    assert [duty.code for duty in decision.first] == ["notify_student_before"]
    assert ask("court", papers=[dependency], other__days_since_notice=3).first == ()


def test_a_notice_counts_from_its_third_day_and_until_then_nothing_may_go() -> None:
    first = [ask("court", papers=[ORDER], other__days_since_notice=days).first for days in (None, 0, 2, 3, 40)]
    assert [[duty.code for duty in owed] for owed in first] == [["notify_parent_before"]] * 3 + [[], []]
    assert first[0][0].wait == "court_process_notice"


def test_with_a_gag_no_notice_is_owed_first() -> None:
    assert ask("court", papers=[{**ORDER, "nondisclosure_order": True}]).first == ()


def test_a_gag_seals_the_entry_and_says_tell_nobody() -> None:
    decision = ask("court", papers=[{**ORDER, "nondisclosure_order": True}])
    assert decision.sealed
    assert "do_not_notify_parent" in duties(decision)
    assert not ask("court", papers=[ORDER]).sealed


def test_the_missing_notice_does_not_change_the_must() -> None:
    assert ask("court", papers=[{**ORDER, "parent_notified": False}]).outcome is Outcome.MUST


def test_a_warrant_and_a_criminal_subpoena_are_answered_in_five_days() -> None:
    warrant = ask("court", papers=[{**ORDER, "kind": "judicial_warrant"}])
    assert warrant.deadline is not None
    assert warrant.deadline.within == "5 days"
    subpoena = [{**ORDER, "kind": "judicial_subpoena"}]
    criminal = ask("court", papers=subpoena, purpose="criminal_investigation")
    assert criminal.deadline is not None
    assert criminal.deadline.within == "5 days"
    assert ask("court", papers=subpoena).deadline is None


def test_a_dependency_courts_order_is_a_courts_order() -> None:
    paper = {**ORDER, "kind": "dependency_order", "parent_is_party": True}
    decision = ask("court", papers=[paper])
    assert decision.outcome is Outcome.MUST
    assert "notify_parent_before" not in duties(decision)


@pytest.mark.parametrize("kind", ["administrative_warrant", "administrative_subpoena", "agency_letter", "detainer"])
def test_an_agencys_paper_signed_by_anybody_is_no_courts(kind: str) -> None:
    assert ask("court", requester__kind="police", papers=[{**ORDER, "kind": kind}]).outcome is Outcome.NO


def test_a_notice_of_yesterday_is_not_yet_three_days_old() -> None:
    told = [{**bases()["court"]["papers"][0], "parent_notified": True}]
    for days, owed in ((0, True), (2, True), (3, False), (None, True)):
        decision = ask("court", papers=told, other__days_since_notice=days)
        assert ("notify_parent_before" in duties(decision)) is owed


def test_the_notice_of_another_paper_does_not_count() -> None:
    subpoena = {**ORDER, "kind": "judicial_subpoena"}
    expired = {**subpoena, "valid_on": False, "parent_notified": True}
    assert "notify_parent_before" in duties(ask("court", papers=[subpoena, expired]))


@pytest.mark.parametrize("kind", ["court", "attorney", "district_attorney", "police"])
@pytest.mark.parametrize("action", ["inspect", "copy", "disclose"])
def test_where_nobody_noted_what_was_shown_the_courts_paper_is_asked_for(action: str, kind: str) -> None:
    decision = ask("court", action=action, requester__kind=kind, papers=None)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["papers"]
    assert because(decision)[0] == "disclosure.court_process.order_or_subpoena"


def test_where_it_is_known_that_no_paper_was_shown_or_no_court_is_named_the_answer_is_no() -> None:
    assert ask("court", papers=[]).outcome is Outcome.NO
    assert ask("court", papers=None, purpose="private_interest").outcome is Outcome.NO


def test_of_what_lies_apart_the_paper_and_counsel_are_both_asked_for() -> None:
    decision = ask("court", requester__kind="court", record__kind="meal_application", papers=None)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["other.counsel_cleared", "papers"]


def test_a_kidnap_inquirys_three_fields_do_not_narrow_what_a_judge_orders() -> None:
    papers = [*(bases()["kidnap"].get("papers") or []), ORDER]
    decision = ask("kidnap", papers=papers)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("scope_of_the_order",)
    assert ask("kidnap").limits == ("three_fields_only",)


def test_a_crime_reports_fixed_list_holds_beyond_the_order_alone() -> None:
    papers = [*bases()["crime_report"]["papers"], ORDER]
    decision = ask("crime_report", papers=papers)
    assert decision.limits == ("scope_of_the_order",)
    assert decision.limits_beyond_the_order == ("fixed_list_only",)


def test_an_order_narrows_no_parents_right() -> None:
    decision = ask("parent", papers=[ORDER])
    assert decision.limits == ("scope_of_the_order",)
    assert decision.limits_beyond_the_order == ("other_students_redacted",)
