"""Where two rules on the file meet (California table, section 14): keeping, sending, changing, withholding."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

HERE = {"age": 15, "enrolled": True}
CAPTURE = {"kind": "social_media_information"}
SCHOOL = {"requester": {"kind": "other_school", "identity": "verified"}, "purpose": "enrolment_transfer"}


def test_i18_a_capture_becomes_a_record_only_through_counsel_and_goes_on_its_own_day() -> None:
    waiting = ask("add", record=CAPTURE)
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)
    assert ask("add", record=CAPTURE, other={"counsel_cleared": True}).granted
    at_19 = {"age": 19, "enrolled": True}
    assert ask("retain", record=CAPTURE, student=at_19).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("student", "kept"),
    [
        ({"age": 16, "former": True, "enrolled": False, "days_since_left_lea": 364}, True),
        ({"age": 16, "former": True, "enrolled": False, "days_since_left_lea": 366}, False),
        ({"age": 16, "former": False, "enrolled": True}, True),  # came back: the exit's clock starts anew
        ({"age": 18, "former": False, "enrolled": True}, True),
        ({"age": 19, "former": False, "enrolled": True}, False),  # and that of the birthday does not
    ],
)
def test_i19_coming_back_stops_the_clock_of_leaving_and_not_that_of_the_birthday(
    student: dict[str, object], kept: bool
) -> None:
    assert ask("retain", record=CAPTURE, student=student).granted is kept


def test_i23_an_open_request_stops_destruction_and_where_a_hard_day_comes_access_is_given_first() -> None:
    asked_for = ask("destroy", record={"kind": "health", "pending_request": True})
    assert asked_for.outcome is Outcome.NO
    assert "hold_destruction" in duties(asked_for)
    hard = ask("retain", record={**CAPTURE, "pending_request": True}, student={"age": 19, "enrolled": True})
    assert hard.outcome is Outcome.NO
    assert "give_access_first" in duties(hard)


def test_i24_a_hold_wins_over_the_schedule_and_not_over_a_hard_last_day_of_which_counsel_hears() -> None:
    held = {"kind": "health", "on_hold": True}
    assert ask("destroy", record=held).outcome is Outcome.NO
    assert ask("retain", record=held).outcome is Outcome.MUST
    hard = ask("retain", record={**CAPTURE, "on_hold": True}, student={"age": 19, "enrolled": True})
    assert missing(hard) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(hard)
    file = {"kind": "challenge_file", "years_since_board_decision": 1}
    assert ask("destroy", record=file, other={"suit_pending": False}).outcome is Outcome.MUST
    assert ask("destroy", record=file, other={"suit_pending": True}).outcome is Outcome.NO


def test_i25_the_log_is_interim_and_lives_as_long_as_what_it_describes() -> None:
    assert ask("destroy", record={"kind": "access_log"}).outcome is Outcome.NO
    assert ask("retain", record={"kind": "access_log"}).outcome is Outcome.MUST
    assert ask("destroy", record={"kind": "access_log", "describes_nothing_kept": True}).granted


def test_i26_a_consent_stays_though_the_record_it_opened_is_gone() -> None:
    for class_ in (None, "interim", "permitted"):
        consent = {"kind": "consent_form", "class": class_, "no_longer_needed": True}
        assert ask("destroy", record=consent).outcome is Outcome.NO


def test_i27_a_refusal_is_carried_over_before_it_goes_and_binds_after_leaving() -> None:
    assert "honor_opt_out" in duties(ask("destroy", record={"kind": "directory_restriction"}))
    gone = {"student": {"age": 20, "former": True, "enrolled": False}, "choices": ["directory_refused_while_enrolled"]}
    assert ask("directory", **gone).outcome is Outcome.NO
    assert ask("directory", **{**gone, "choices": []}).granted


def test_i28_the_whole_interim_record_goes_to_a_public_school_and_what_is_left_here_is_not_destroyed() -> None:
    for kind in ("permanent_record", "interim_record"):
        assert ask("school", action="transfer", record__kind=kind).outcome is Outcome.MUST
    assert ask("destroy", record={"kind": "interim_record", "forwarded": True}).outcome is Outcome.NO
    assert ask("destroy", record={"kind": "permanent_record", "forwarded": True}).outcome is Outcome.NO


def test_i29_of_several_clocks_of_a_transfer_the_shortest_counts() -> None:
    sent = {"action": "transfer", "received_on": "2026-10-19", "record__kind": "cumulative_file"}
    due = [
        ask("school", **sent, student={"age": 9, "enrolled": True, **flags}).deadline
        for flags in ({}, {"disability": True}, {"foster": True}, {"foster": True, "disability": True})
    ]
    days = [it.on for it in due if it]
    assert days[-2:] == [date(2026, 10, 21)] * 2
    assert days == sorted(days, reverse=True)
    assert len(days) == 4


@pytest.mark.parametrize("debt", ["unpaid_fee", "wilful_damage"])
def test_i30_a_debt_never_stops_the_next_school_nor_a_look_nor_homeless_and_foster_youth(debt: str) -> None:
    owed = {"other": {"debt": debt, "due_process_given": True}}
    assert ask("school", action="transfer", **owed).outcome is Outcome.MUST
    assert ask("withhold", **SCHOOL, **owed).outcome is Outcome.NO
    assert ask("parent", **owed).outcome is Outcome.MUST
    for flag in ("homeless", "foster", "was_homeless_or_foster"):
        assert ask("withhold", **owed, **{f"student__{flag}": True}).outcome is Outcome.NO
    assert ask("withhold", **owed).granted is (debt == "wilful_damage")


def test_i31_a_grade_has_two_gates_the_challenge_and_the_teachers() -> None:
    grade = {"record__kind": "marks_and_credits"}
    assert "hear_teacher" in duties(ask("challenge", **grade))
    sustained = {"challenge_decision": "sustained", "grade_ground": "clerical_or_mechanical_mistake"}
    assert ask("amend", other={**sustained, "teacher_heard": True}).outcome is Outcome.MUST
    assert not ask("amend", other={**sustained, "teacher_heard": False}).granted
    assert not ask("amend", other={**sustained, "grade_ground": "none", "teacher_heard": True}).granted


def test_i33_the_place_of_birth_is_taken_in_by_its_method_and_shown_in_no_directory() -> None:
    taken = ask("collect", record__kind="place_of_birth")
    assert taken.granted
    for kind in ("birth_country", "citizenship_status", "national_origin"):
        assert ask("collect", record__kind=kind).outcome is Outcome.NO
    assert ask("directory", record={"kind": "place_of_birth"}).outcome is Outcome.NO


def test_i45_a_former_student_of_40_is_renamed_on_proof_and_the_first_copies_cost_nothing() -> None:
    renamed = ask("rename", student__age=40)
    assert renamed.outcome is Outcome.MUST
    assert {"name_change_document", "reissue_documents"} <= duties(renamed)
    former = {"student": {"age": 40, "former": True, "enrolled": False}, "other__fee_kind": "free_copy_left"}
    assert ask("fee", **former).outcome is Outcome.NO


def test_i46_after_leaving_what_a_statute_adds_is_added_and_no_new_judgment() -> None:
    gone = {"student": {"age": 20, "former": True, "enrolled": False}}
    for kind in ("rejoinder", "name_gender_change", "access_log", "consent_form", "court_order"):
        assert ask("add", record={"kind": kind}, **gone).outcome is Outcome.MUST
    judged = {"kind": "behaviour_report", "dated_and_signed": True}
    assert not ask("add", record=judged, other={"routine_update": False}, **gone).granted
    assert because(ask("add", record=judged, student=HERE)) == ["casework.additions.while_enrolled"]
