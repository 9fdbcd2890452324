"""Whose act it is to destroy a record."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, missing

OFFICE = {"custodian_of_records", "system", "administrator", "employee"}
WITH_COPIES = {"auditor", "federal_agency", "state_agency", "county_placing_agency", "researcher"}
FAMILY = {"parent", "educational_rights_holder", "student", "former_student"}
DUE: list[dict[str, Any]] = [
    {},
    {"record": {"kind": "disciplinary_notice"}},
    {"record": {"kind": "challenge_file", "years_since_board_decision": 1}, "other": {"suit_pending": False}},
    {
        "record": {
            "kind": "business_record",
            "district_class": "class_3",
            "school_years_since_last_use": 3,
            "classified_in_time": True,
        }
    },
    {"record": {"kind": "copied_original", "copy_kept_for_ever": True, "basic_to_an_audit": False}},
    {
        "record": {"kind": "health"},
        "other": {"challenge_decision": "sustained", "removal_ordered": True},
        "student__school_years_since_classified": 0,
    },
]


@each("kind", [kind.value for kind in RequesterKind if kind not in OFFICE | WITH_COPIES | FAMILY])
def test_nobody_but_the_office_that_keeps_them_destroys_records_whose_time_has_come(kind: str) -> None:
    decision = ask("destroy", requester={"kind": kind, "identity": "verified"})
    assert decision.outcome is Outcome.NO
    assert "retention.keepers.by_nobody_else" in because(decision)


@each("due", DUE)
@each("kind", ["volunteer", "teacher", "public", "board_member"])
def test_that_holds_for_every_way_in_which_a_record_may_go(kind: str, due: dict[str, Any]) -> None:
    assert ask("destroy", **due).granted
    assert because(ask("destroy", **due, requester={"kind": kind})) == ["retention.keepers.by_nobody_else"]


@pytest.mark.parametrize("kind", ["administrator", "employee"])
def test_an_office_destroys_where_keeping_records_is_its_work_which_stands_until_known_otherwise(kind: str) -> None:
    for keeps, granted in ((None, True), (True, True), (False, False)):
        assert ask("destroy", requester={"kind": kind, "keeps_records": keeps}).granted is granted


def test_where_it_is_not_said_who_destroys_that_is_asked() -> None:
    decision = ask("destroy", requester={})
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["requester.kind"]


@pytest.mark.parametrize("kind", sorted(FAMILY))
def test_a_family_destroys_nothing_by_the_districts_years(kind: str) -> None:
    asks = {"kind": kind, "identity": "verified"}
    assert ask("destroy", requester=asks).outcome is Outcome.NO
    assert ask("destroy", requester={"kind": kind, "identity": "claimed"}).outcome is Outcome.NO
    refused = ask("destroy", requester=asks, other={"challenge_decision": "denied"})
    assert because(refused) == ["retention.keepers.by_nobody_else"]


def test_a_family_that_won_its_challenge_may_ask_that_what_was_removed_be_destroyed() -> None:
    parent = {"kind": "parent", "identity": "verified", "relationship": "verified", "legal_custody": True}
    won = {"record": {"kind": "discipline"}, "student": {"age": 9, "enrolled": True}, "requester": parent}
    removed = {"challenge_decision": "sustained", "removal_ordered": True}
    assert ask("destroy", other=removed, **won).outcome is Outcome.MUST
    assert ask("destroy", other={**removed, "removal_ordered": None}, **won).outcome is Outcome.NEEDS_MORE
    assert ask("destroy", other={**removed, "removal_ordered": False}, **won).outcome is Outcome.NO
    assert ask("destroy", other={"challenge_decision": "denied"}, **won).outcome is Outcome.NO


def test_a_volunteer_keeps_no_record_not_even_a_permanent_one() -> None:
    assert ask("retain", record__kind="transcript").outcome is Outcome.MUST
    kept = ask("retain", record__kind="transcript", requester={"kind": "volunteer"})
    assert because(kept) == ["retention.keepers.volunteers_keep_nothing"]


@pytest.mark.parametrize("kind", ["teacher", "parent", "public", "contractor", "researcher"])
def test_nobody_else_is_made_to_keep_anything_nor_asked_for_the_districts_years(kind: str) -> None:
    for record in ({"kind": "transcript"}, {"kind": "access_log"}, {"kind": "health"}):
        kept = ask("retain", requester={"kind": kind}, record=record, student__school_years_since_classified=None)
        assert kept.outcome is not Outcome.MUST
        assert "student.school_years_since_classified" not in missing(kept)
    assert ask("retain", requester={"kind": "employee"}, record={"kind": "transcript"}).outcome is Outcome.MUST
