"""What the regulation adds at each request by immigration enforcement."""

from __future__ import annotations

from tests.law.worlds import ask, duties

BOTH = {"give_family_the_papers", "write_to_childrens_justice"}
SILENCED = {
    "kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True,
    "nondisclosure_order": True,
}  # fmt: skip


def test_the_family_has_the_papers_and_the_bureau_is_written_to() -> None:
    assert duties(ask("officer")) >= BOTH
    assert not BOTH & duties(ask("court"))


def test_where_a_paper_forbids_it_the_family_is_given_nothing() -> None:
    assert duties(ask("officer", papers=[SILENCED])) & BOTH == {"write_to_childrens_justice"}


def test_of_what_concerns_no_family_none_is_told() -> None:
    assert duties(ask("officer", record__kind="business_record")) & BOTH == {"write_to_childrens_justice"}


def test_the_board_hears_of_it_without_a_name() -> None:
    to_the_board = {"purpose": "immigration_report_to_board", "requester__kind": "board_member"}
    named = ask("officer", record__kind="immigration_incident_file", record__identifies_student=True, **to_the_board)
    assert named.outcome == "no"
    unnamed = ask("officer", record__kind="immigration_incident_file", record__identifies_student=False, **to_the_board)
    assert unnamed.outcome == "must"


def test_where_no_record_is_named_the_family_has_the_papers_all_the_same() -> None:
    for action in ("disclose", "enter_nonpublic_area", "monitor_social_media"):
        assert "give_family_the_papers" in duties(ask("officer", action=action, record={}))
