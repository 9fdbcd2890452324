"""What the regulation adds at each request by immigration enforcement."""

from __future__ import annotations

from tests.law.worlds import ask, duties

BOTH = {"give_family_the_papers", "write_to_childrens_justice"}
JUDGES = {"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
SILENCED = JUDGES | {"nondisclosure_order": True}
INQUIRY = {
    "requester__kind": "child_welfare_worker", "purpose": "child_welfare_investigation",
    "other__assists_immigration_enforcement": True,
}  # fmt: skip


def test_the_family_has_the_papers_and_the_bureau_is_written_to() -> None:
    assert duties(ask("officer")) >= BOTH
    assert not BOTH & duties(ask("court"))


def test_where_a_paper_forbids_it_the_family_is_given_nothing() -> None:
    assert duties(ask("officer", papers=[SILENCED])) & BOTH == {"write_to_childrens_justice"}


def test_of_what_concerns_no_family_none_is_told() -> None:
    assert duties(ask("officer", record__kind="business_record")) & BOTH == {"write_to_childrens_justice"}


def test_the_household_hears_of_an_inquiry_that_may_assist_immigration_once_counsel_has_said_so() -> None:
    asked, told = "ask_whether_home_hears", {"notify_parent_after", "give_family_the_papers"}
    for more in ({}, {"papers": [JUDGES | {"nondisclosure_order": False}]}, {"action": "enter_nonpublic_area"}):
        assert asked in duties(ask("officer", **INQUIRY, **more)) and not told & duties(
            ask("officer", **INQUIRY, **more)
        )
        cleared = duties(ask("officer", **INQUIRY, **more, other__family_may_be_told=True))
        assert asked not in cleared and "give_family_the_papers" not in cleared
        assert {"notify_parent_after", "notify_parent_before"} & cleared
        never = duties(ask("officer", **INQUIRY, **more, other__family_may_be_told=False))
        assert not {asked, *told} & never
    assert asked not in duties(ask("officer", **INQUIRY, papers=[SILENCED])), "a court has said so already"


def test_an_officer_of_immigration_who_says_that_it_is_for_a_childs_welfare_is_told_of() -> None:
    said = duties(ask("officer", purpose="child_welfare_investigation"))
    assert said >= {"notify_parent_after", *BOTH} and "ask_whether_home_hears" not in said


def test_the_board_hears_of_it_without_a_name() -> None:
    to_the_board = {"purpose": "immigration_report_to_board", "requester__kind": "board_member"}
    named = ask("officer", record__kind="immigration_incident_file", record__identifies_student=True, **to_the_board)
    assert named.outcome == "no"
    unnamed = ask("officer", record__kind="immigration_incident_file", record__identifies_student=False, **to_the_board)
    assert unnamed.outcome == "must"


def test_where_no_record_is_named_the_family_has_the_papers_all_the_same() -> None:
    for action in ("disclose", "enter_nonpublic_area", "monitor_social_media"):
        assert "give_family_the_papers" in duties(ask("officer", action=action, record={}))
