"""Where two rules on those outside meet (California table, section 14): courts, agencies, the public, programmes."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

JUDGES = {"signed_by_judge": True, "names_these_records": True, "valid_on": True}
HOMELESS = {"student__homeless": True}


def paper(kind: str, **more: Any) -> list[dict[str, Any]]:
    return [{"kind": kind, **JUDGES, **more}]


def test_i10_a_judges_subpoena_is_obeyed_with_notice_and_an_agencys_own_opens_nothing() -> None:
    judicial = ask("officer", papers=paper("judicial_subpoena"))
    assert judicial.outcome is Outcome.MUST
    assert judicial.limits == ("scope_of_the_order",)
    assert {"notify_parent_before", "log_request"} <= duties(judicial)
    for kind in ("administrative_subpoena", "administrative_warrant", "detainer", "agency_letter"):
        agencys = ask("officer", papers=paper(kind))
        assert agencys.outcome is Outcome.NO
        assert {"document_encounter", "counsel_review", "report_to_board"} <= duties(agencys)
        entry = ask("officer", action="enter_nonpublic_area", papers=paper(kind))
        assert entry.outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["federal_agency", "immigration_officer", "police"])
def test_i11_directory_information_is_no_loophole_for_enforcement(kind: str) -> None:
    asked = {"purpose": "immigration_enforcement", "requester": {"kind": kind, "identity": "verified"}}
    assert ask("directory", **asked).outcome is Outcome.NO


def test_i12_if_any_part_assists_enforcement_it_is_enforcement_and_counsel_reads_the_warrant() -> None:
    police = {"requester": {"kind": "police", "identity": "verified"}, "purpose": "criminal_investigation"}
    riding_along = {"other": {"assists_immigration_enforcement": True, "emergency": "articulable_threat"}}
    assert ask("court", papers=[], **police, **riding_along).outcome is Outcome.NO
    warrant = ask("court", papers=paper("judicial_warrant"), **police, **riding_along)
    assert warrant.outcome is Outcome.MUST
    assert {"counsel_review", "report_to_board", "document_encounter"} <= duties(warrant)


def test_i13_where_a_court_forbids_it_the_family_is_not_told_and_the_silence_is_looked_at_again() -> None:
    silenced = ask("court", papers=paper("court_order", nondisclosure_order=True))
    assert silenced.outcome is Outcome.MUST
    assert {"do_not_notify_parent", "review_at_expiry"} <= duties(silenced)
    assert "notify_parent_before" not in duties(silenced)
    assert silenced.sealed


def test_i14_a_civil_subpoena_without_the_notice_is_returned_and_the_family_told() -> None:
    bare = ask("court", papers=paper("civil_subpoena", consumer_notice_served=False))
    assert bare.outcome is Outcome.NO
    assert because(bare) == ["disclosure.civil_subpoenas.consumer_notice_lacking"]
    assert "notify_parent_before" in duties(bare)
    assert ask("court", papers=paper("civil_subpoena", consumer_notice_served=True)).outcome is Outcome.MUST


@pytest.mark.parametrize("purpose", ["news", "directory"])
def test_i15_a_homeless_student_is_left_out_unless_the_family_opts_in_and_nothing_shows_it(purpose: str) -> None:
    left_out = ask("directory", purpose=purpose, **HOMELESS)
    assert left_out.outcome is Outcome.NO
    assert left_out.silent
    assert "homeless" not in left_out.says
    opted_in = {"choices": ["directory_consent_homeless"]}
    assert not ask("directory", purpose=purpose, **HOMELESS, **opted_in).silent


@pytest.mark.parametrize("purpose", ["eye_examination", "oral_health_assessment"])
def test_i16_a_screening_has_a_homeless_students_names_only_by_policy_and_without_a_refusal(purpose: str) -> None:
    asked = {"purpose": purpose, "requester": {"kind": "nonprofit", "identity": "verified"}, **HOMELESS}
    by_policy = {"district__homeless_screenings_in_policy": True}
    assert ask("directory", **asked, **by_policy).outcome is Outcome.MAY
    assert not ask("directory", **asked).granted
    assert not ask("directory", **asked, **by_policy, choices=["screening_refused"]).granted
    assert not ask("directory", **{**asked, "purpose": "marketing"}, **by_policy).granted


@pytest.mark.parametrize("lacking", ["pupils_and_parents_notified", "comment_at_regular_meeting", "adopted"])
@pytest.mark.parametrize("action", ["monitor_social_media", "collect"])
def test_i17_nothing_is_gathered_before_each_step_of_the_program(action: str, lacking: str) -> None:
    gathered = {"action": action, "record": {"kind": "social_media_information"}}
    whole = ask("monitor", **gathered)
    assert whole.outcome is Outcome.MAY
    assert {"record_safety_reason", "open_to_student", "destroy_when_done"} <= duties(whole)
    assert ask("monitor", **gathered, **{f"district__social_media__{lacking}": False}).outcome is Outcome.NO


def test_i32_who_was_expelled_is_not_published_though_the_record_is_called_public() -> None:
    for kind, purpose in (("media", "news"), ("public", "public_records_request"), ("public", "private_interest")):
        decision = ask("outsider", record__kind="expulsion_file", requester__kind=kind, purpose=purpose)
        assert decision.outcome is Outcome.NO
        assert "counsel_review" in duties(decision)


def test_i34_ethnicity_is_collected_for_its_program_alone_and_no_list_is_made_of_it() -> None:
    assert ask("collect", record__kind="ethnicity", purpose="state_reporting").granted
    assert not ask("collect", record__kind="ethnicity", purpose="planning").granted
    for kind in ("ethnicity", "national_origin", "religion"):
        assert ask("list", record__kind=kind).outcome is Outcome.NO
    assert ask("table").granted
    for purpose in ("registry", "immigration_enforcement"):
        assert ask("list", purpose=purpose).outcome is Outcome.NO


def test_i36_of_a_missing_child_the_police_hear_first_whoever_asks() -> None:
    for base in ("parent", "school", "outsider", "log"):
        decision = ask(base, student__missing_child_flag=True)
        assert "alert_police_first" in duties(decision)
        if base != "outsider":
            assert [duty.code for duty in decision.first if duty.code == "alert_police_first"]


def test_i37_the_letter_speaks_of_enrolment_alone_whatever_official_records_the_operator_keeps() -> None:
    letter = ask("letter", other={"ccpa_excluded": True, "operator_keeps_official_records": True})
    assert letter.granted
    assert letter.limits == ("enrolment_end_only",)
    assert "decide_own_deletion" in duties(letter)
    assert "decide_own_deletion" not in duties(ask("letter"))


def test_i38_a_vendor_that_keeps_data_tells_the_district_at_once_and_one_that_owns_them_has_30_days() -> None:
    keeps = ask("breach", incident__holder="vendor_for_district")
    assert "tell_owner_at_once" in duties(keeps)
    owns = ask("breach", incident__holder="vendor_for_itself")
    assert owns.deadline is not None
    assert owns.deadline.within == "30 days"
    assert ask("breach").deadline is None


def test_i39_ransomware_is_reported_and_a_breach_is_told_only_where_something_was_taken() -> None:
    shut_out = {"incident__harms": ["users_shut_out"], "incident__people": 600, "incident__acquisition": "not_believed"}
    assert ask("attack", **shut_out).outcome is Outcome.MUST
    untaken = ask("breach", **shut_out)
    assert untaken.outcome is not Outcome.MUST
    assert "keep_the_analysis" in duties(untaken)


def test_i40_copied_grades_are_no_statutory_breach_and_the_policy_reports_the_attack_all_the_same() -> None:
    copied = {"incident__harms": [], "incident__people": 5000, "incident__data": ["full_name", "grades"]}
    copied |= {"incident__acquisition": "known", "incident__residents": 5000}
    report = ask("attack", **copied)
    assert report.outcome is Outcome.MUST
    assert because(report) == ["programmes.cyberattacks.every_one"]
    assert ask("breach", **copied).outcome is not Outcome.MUST


def test_i43_a_member_of_the_board_sees_a_file_in_a_matter_before_the_board_alone() -> None:
    member = {"requester__kind": "board_member"}
    assert ask("teacher", **member).granted
    assert ask("teacher", **member, requester__has_student=False).outcome is Outcome.NO


def test_i44_volunteers_and_parents_clubs_have_directory_information_or_nothing() -> None:
    for kind in ("volunteer", "pta"):
        assert ask("list", requester={"kind": kind, "interest": "stated_and_fits"}).outcome is Outcome.NO
        assert ask("teacher", requester__kind=kind).outcome is Outcome.NO
    pta = {"requester": {"kind": "pta", "identity": "verified"}, "purpose": "directory"}
    assert ask("directory", **pta).granted


def test_i50_a_recipient_passes_it_on_within_its_agency_or_by_new_consent() -> None:
    within = {"other": {"recipient_in_same_agency": True}}
    subcontractor = {"purpose": "audit_or_evaluation", "other": {"recipient_in_same_agency": False}}
    assert ask("passing_on", requester__kind="auditor", **within).granted
    assert ask("passing_on", requester__kind="auditor", **subcontractor).outcome is Outcome.NO
    assert missing(ask("passing_on", requester__kind="auditor", other={})) == []
