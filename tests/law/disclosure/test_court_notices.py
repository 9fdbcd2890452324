"""Who is told of a court's paper, and when nobody is."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.each import each
from tests.law.worlds import ask, duties, missing

ORDER: dict[str, Any] = bases()["court"]["papers"][0]
GAG: dict[str, Any] = {**ORDER, "nondisclosure_order": True}
EXPIRED: dict[str, Any] = {**ORDER, "valid_on": False}
LOG: dict[str, Any] = {"action": "view_log", "record__kind": "access_log"}
VERIFIED = {"identity": "verified", "relationship": "verified"}
NOTICES = {
    "notify_parent_before", "notify_student_before", "notify_parent_after", "notify_parent_within_24_hours",
    "give_family_the_papers", "copy_on_request",
}  # fmt: skip
RESTRAINS: dict[str, Any] = {
    "kind": "records_order_6323_5", "signed_by_judge": True, "names_these_records": True, "valid_on": True,
}  # fmt: skip


@each("kind", ["parent", "student", "former_student", "educational_rights_holder"])
@each("paper", [ORDER, GAG, EXPIRED])
@each("look", [LOG, {"action": "inspect"}])
def test_nobody_of_the_family_is_told_of_themselves_or_kept_from_their_own_list(
    look: dict[str, Any], paper: dict[str, Any], kind: str
) -> None:
    person = VERIFIED | {"kind": kind, "holds_education_rights": True}
    decision = ask("parent", requester=person, student__age=16, student__grade="11", papers=[paper], **look)
    assert not {"notify_parent_before", "notify_student_before", "do_not_notify_parent"} & duties(decision)
    assert "review_at_expiry" not in duties(decision)
    assert not decision.first and not decision.sealed


def test_a_parent_who_hands_in_an_order_that_binds_another_reads_the_list_at_once() -> None:
    decision = ask("parent", papers=[RESTRAINS, ORDER], requester__restrained_from_records=False, **LOG)
    assert decision.outcome is Outcome.MUST
    assert not decision.first and not decision.sealed


NO_RIGHT: list[dict[str, Any]] = [
    {"requester__kind": "parent", "requester__rights_terminated": True},
    {"requester__kind": "parent", "requester__relationship": "refuted"},
    {"requester__kind": "parent", "student__age": 19},
    {"requester__kind": "educational_rights_holder", "requester__holds_education_rights": False},
]


@pytest.mark.parametrize("facts", NO_RIGHT)
@pytest.mark.parametrize("look", [LOG, {"action": "copy"}])
def test_of_whoever_is_called_family_and_has_no_right_a_gag_tells_nobody_and_without_one_the_family_is_told(
    look: dict[str, Any], facts: dict[str, Any]
) -> None:
    asked = {"requester": dict(VERIFIED)} | facts | look
    silenced = ask("court", **asked, papers=[GAG])
    assert silenced.sealed and not NOTICES & duties(silenced)
    assert {"do_not_notify_parent", "review_at_expiry"} <= duties(silenced)
    told = ask("court", **asked, papers=[ORDER])
    assert not told.sealed and len(told.first) == 1
    assert {duty.code for duty in told.first} <= {"notify_parent_before", "notify_student_before"}


@pytest.mark.parametrize("fact", [{"emancipated": True}, {"rights_passed": True, "attends_postsecondary": True}])
def test_of_a_parent_whose_childs_rights_are_its_own_the_student_is_told_first(fact: dict[str, Any]) -> None:
    student = {"student": {"age": 16, "grade": "11", "enrolled": True} | fact}
    decision = ask("court", requester=VERIFIED | {"kind": "parent"}, **student, other__counsel_cleared=False)
    assert [duty.code for duty in decision.first] == ["notify_student_before"]


def test_of_one_who_is_not_the_parent_he_says_the_parent_is_told_first() -> None:
    stranger = {"kind": "parent", "identity": "verified", "relationship": "refuted"}
    assert [duty.code for duty in ask("court", requester=stranger).first] == ["notify_parent_before"]


@pytest.mark.parametrize("facts", [{"student__age": 18}, {"requester__rights_terminated": True}])
def test_of_a_parent_who_sees_by_the_order_alone_the_student_is_told_first(facts: dict[str, Any]) -> None:
    decision = ask("court", requester=VERIFIED | {"kind": "parent"}, **facts)
    assert decision.outcome is Outcome.MUST
    assert [duty.code for duty in decision.first] == ["notify_student_before"]


@pytest.mark.parametrize("paper", [EXPIRED, {**ORDER, "signed_by_judge": False}])
@pytest.mark.parametrize("base", ["consent", "school", "truancy", "caseworker"])
def test_a_paper_that_opens_nothing_holds_up_no_release_on_another_ground(base: str, paper: dict[str, Any]) -> None:
    papers = bases()[base].get("papers") or []
    decision = ask(base, papers=[*papers, paper])
    assert decision.granted
    assert decision.first == ()
    assert "notify_parent_before" in duties(decision)


def test_a_paper_that_opens_the_record_is_told_of_three_days_before() -> None:
    assert [duty.code for duty in ask("court").first] == ["notify_parent_before"]
    assert [duty.code for duty in ask("court", **LOG).first] == ["notify_parent_before"]
    assert ask("court", other__days_since_notice=3).first == ()


def test_in_an_emergency_nobody_waits_three_days_and_the_family_is_told_within_a_week() -> None:
    decision = ask("emergency", papers=[ORDER])
    assert decision.granted and decision.first == ()
    assert "notify_parent_after" in duties(decision)


@pytest.mark.parametrize(
    "base", ["emergency", "truancy", "school", "transfer", "court", "officer", "passing_on", "consent"]
)
def test_with_a_gag_no_notice_of_the_same_release_is_owed(base: str) -> None:
    papers = bases()[base].get("papers") or []
    decision = ask(base, papers=[*papers, GAG])
    assert not NOTICES & duties(decision)
    assert {"do_not_notify_parent", "review_at_expiry"} <= duties(decision) and decision.sealed
    told = NOTICES & duties(ask(base, papers=[*papers, ORDER], purpose=bases()[base]["purpose"]))
    assert told or base == "passing_on"


@pytest.mark.parametrize(("base", "kind"), [("truancy", "judge"), ("school", "other_school"), ("emergency", "police")])
def test_a_gag_that_has_run_out_silences_no_notice(base: str, kind: str) -> None:
    papers = bases()[base].get("papers") or []
    decision = ask(base, requester__kind=kind, papers=[*papers, {**GAG, "valid_on": False}])
    assert NOTICES & duties(decision)
    assert "do_not_notify_parent" not in duties(decision) and not decision.sealed


def test_an_officer_with_an_order_that_has_run_out_is_told_of_once() -> None:
    decision = ask("officer", papers=[EXPIRED])
    assert decision.outcome is Outcome.NO
    assert "notify_parent_before" not in duties(decision)
    assert "notify_parent_after" in duties(decision)
    assert "notify_parent_before" in duties(ask("officer", papers=[ORDER]))


@pytest.mark.parametrize("paper", [ORDER, EXPIRED])
@pytest.mark.parametrize("base", ["court", "passing_on"])
def test_of_a_child_welfare_inquiry_the_household_is_told_through_counsel_alone(
    base: str, paper: dict[str, Any]
) -> None:
    worker = {"requester__kind": "child_welfare_worker", "purpose": "child_welfare_investigation", "papers": [paper]}
    waiting = ask(base, **worker)
    assert waiting.sealed and not NOTICES & duties(waiting)


def test_once_counsel_has_found_that_it_may_be_the_family_is_told_first_and_nothing_is_sealed() -> None:
    worker = {"requester__kind": "child_welfare_worker"}
    assert [duty.code for duty in ask("court", **worker).first] == ["counsel_review"]
    assert ask("court", **worker, other__days_since_notice=3).first == ()
    assert [duty.code for duty in ask("court", **worker, other__counsel_cleared=True).first] == ["counsel_review"]
    cleared = ask("court", **worker, other__family_may_be_told=True)
    assert [duty.code for duty in cleared.first] == ["notify_parent_before"]
    assert not cleared.sealed and "keep_under_seal" not in duties(cleared)
    kept = ask("court", **worker, other__family_may_be_told=False)
    assert kept.granted and kept.sealed and kept.first == () and not NOTICES & duties(kept)
    silenced = ask("court", **worker, other__family_may_be_told=True, papers=[GAG])
    assert silenced.sealed and not NOTICES & duties(silenced)


def test_an_officer_who_speaks_of_child_welfare_is_told_of_all_the_same() -> None:
    decision = ask("officer", purpose="child_welfare_investigation")
    assert "notify_parent_after" in duties(decision)
    assert "keep_under_seal" not in duties(decision)


@pytest.mark.parametrize("lack", ["signed_by_judge", "names_these_records", "valid_on"])
@pytest.mark.parametrize("base", ["consent", "school", "truancy", "caseworker", "court"])
def test_a_gag_that_nobody_knows_to_stand_is_asked_about_and_until_then_nobody_is_told(base: str, lack: str) -> None:
    papers = [paper for paper in bases()[base].get("papers") or [] if paper != ORDER]
    decision = ask(base, papers=[*papers, {**GAG, lack: None}])
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == [f"papers.court_order.{lack}"]
    assert decision.sealed and not NOTICES & duties(decision)
    for known in (True, False):
        settled = ask(base, papers=[*papers, {**GAG, lack: known}])
        assert settled.granted is (base != "court" or known)
        assert settled.sealed is known


def test_no_transfer_waits_for_an_answer_on_a_gag() -> None:
    """Silence harms nobody there, and a foster child's file is due within two business days."""
    decision = ask("transfer", papers=[*(bases()["transfer"].get("papers") or []), {**GAG, "valid_on": None}])
    assert decision.granted and decision.sealed and not NOTICES & duties(decision)
    assert not missing(decision)


def test_a_gag_of_a_criminal_case_asks_for_no_judges_hand() -> None:
    paper = {**GAG, "kind": "judicial_subpoena", "signed_by_judge": None}
    officer = {"requester__kind": "police", "purpose": "criminal_investigation"}
    assert ask("court", **officer, papers=[paper]).granted
    assert missing(ask("court", papers=[paper])) == ["papers.judicial_subpoena.signed_by_judge"]


def test_a_paper_of_which_nobody_says_that_it_forbids_telling_is_asked_nothing_about_it() -> None:
    unsaid = {name: value for name, value in ORDER.items() if name != "nondisclosure_order"}
    assert ask("court", papers=[unsaid]).granted
    assert ask("consent", papers=[*bases()["consent"]["papers"], {**unsaid, "signed_by_judge": None}]).granted


@each("kind", ["child_abuse_report", "sealed_juvenile_record"])
@each("cleared", [True, False, None])
@each("who", ["attorney", "police", "child_welfare_worker", "court", "parent", "counselor"])
@each("papers", [[], [ORDER], [EXPIRED], [GAG]])
def test_no_paper_has_the_family_told_of_what_it_must_not_know_to_exist(
    papers: list[dict[str, Any]], who: str, cleared: bool | None, kind: str
) -> None:
    person = {"requester": VERIFIED | {"kind": who}, "record__kind": kind, "papers": papers}
    decision = ask("court", **person, other__counsel_cleared=cleared)
    assert decision.sealed and "keep_under_seal" in duties(decision)
    assert not NOTICES & duties(decision)


def test_an_emergency_has_the_family_told_of_no_report_of_child_abuse() -> None:
    police = {"requester": VERIFIED | {"kind": "police"}, "other__counsel_cleared": True}
    decision = ask("emergency", **police, record__kind="child_abuse_report")
    assert decision.granted and decision.sealed and not NOTICES & duties(decision)


@pytest.mark.parametrize("cleared", [True, False, None])
def test_a_confidence_too_goes_out_on_an_order_three_days_after_the_family_was_told(cleared: bool | None) -> None:
    confidence = {"record__kind": "counselling_confidence", "student__age": 15, "other__counsel_cleared": cleared}
    decision = ask("court", **confidence)
    assert decision.outcome is Outcome.MUST
    assert [duty.code for duty in decision.first] == ["notify_parent_before"]
    assert ask("court", **confidence, other__days_since_notice=3).first == ()
    assert [duty.code for duty in ask("court", **confidence, other__days_since_notice=2).first] == [
        "notify_parent_before"
    ]


@pytest.mark.parametrize("gag", [True, False, None])
@pytest.mark.parametrize("base", ["court", "consent"])
def test_of_a_paper_that_names_other_records_nobody_is_told(base: str, gag: bool | None) -> None:
    other = {**ORDER, "kind": "judicial_warrant", "names_these_records": False, "nondisclosure_order": gag}
    decision = ask(base, papers=[*(p for p in bases()[base].get("papers") or [] if p != ORDER), other])
    assert not {"notify_parent_before", "notify_student_before"} & duties(decision)
    one_of_two = ask("court", papers=[{**other, "nondisclosure_order": False}, EXPIRED])
    assert "notify_parent_before" in duties(one_of_two)


def test_a_grand_jurys_gag_holds_where_immigration_is_in_play() -> None:
    paper = {**GAG, "kind": "grand_jury_subpoena", "signed_by_judge": False}
    agency = {"requester": VERIFIED | {"kind": "federal_agency"}, "purpose": "immigration_enforcement"}
    decision = ask("court", **agency, papers=[paper])
    assert decision.outcome is Outcome.NO and decision.sealed
    assert not NOTICES & duties(decision)


def test_of_a_grand_jurys_subpoena_that_opens_nothing_to_immigration_enforcement_the_family_is_told_once() -> None:
    paper = {**ORDER, "kind": "grand_jury_subpoena"}
    agency = {"requester": VERIFIED | {"kind": "federal_agency"}, "purpose": "immigration_enforcement"}
    decision = ask("court", **agency, papers=[paper])
    assert "notify_parent_after" in duties(decision) and "notify_parent_before" not in duties(decision)


def test_an_agencys_own_subpoena_cannot_keep_the_family_from_hearing_of_immigration_enforcement() -> None:
    paper = {**GAG, "kind": "judicial_subpoena", "signed_by_judge": False}
    agency = {"requester": VERIFIED | {"kind": "federal_agency"}, "purpose": "criminal_investigation"}
    decision = ask("court", **agency, papers=[paper], other__assists_immigration_enforcement=True)
    assert "notify_parent_after" in duties(decision) and not decision.sealed


def test_a_worker_with_a_familys_consent_brings_the_family_no_offer_of_a_copy() -> None:
    decision = ask("consent", requester__kind="child_welfare_worker")
    assert decision.granted and decision.sealed
    assert "copy_on_request" not in duties(decision)


def test_a_student_of_any_age_sees_what_was_gathered_of_their_social_media_whatever_gag_is_shown() -> None:
    student = {"kind": "student", "identity": "verified", "relationship": "verified"}
    facts = {"requester": student, "student__age": 12, "record__kind": "social_media_information"}
    decision = ask("parent", **facts, papers=[{**GAG, "valid_on": None}])
    assert decision.granted and not decision.sealed
