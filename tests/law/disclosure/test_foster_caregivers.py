"""A fixed list for those who foster a student, and nothing beyond it."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from tests.each import each
from tests.law.worlds import ask, because, missing

KINDS = ["foster_caregiver", "foster_family_agency", "strtp_staff"]
LIST = [
    "grades", "marks_and_credits", "transcript", "attendance", "supplementary_attendance", "discipline",
    "disciplinary_notice", "expulsion_file", "online_communication", "iep_or_504_plan",
]  # fmt: skip
ANOTHER_DOOR = ["business_record", "deidentified", "aggregate", "directory_information"]


@each("kind", KINDS)
@each("record", LIST)
def test_each_item_of_the_list_must_be_shown_to_each(kind: str, record: str) -> None:
    decision = ask("foster_parent", requester__kind=kind, record__kind=record)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("fixed_list_only",)


@each("record", [k.value for k in RecordKind if k not in (*LIST, *ANOTHER_DOOR)])
def test_nothing_beyond_the_list_is_shown(record: str) -> None:
    decision = ask("foster_parent", record__kind=record)
    assert decision.outcome is Outcome.NO


def test_who_asks_for_more_is_told_who_may_see_it() -> None:
    decision = ask("foster_parent", record__kind="health")
    assert because(decision) == ["disclosure.foster_caregivers.beyond_the_list"]
    assert "educational rights holder" in decision.says


@pytest.mark.parametrize("kind", KINDS)
def test_charge_of_the_student_is_asked_for_and_ends(kind: str) -> None:
    unknown = ask("foster_parent", requester__kind=kind, requester__responsible_for_education=None)
    assert missing(unknown) == ["requester.responsible_for_education"]
    ended = ask("foster_parent", requester__kind=kind, requester__responsible_for_education=False)
    assert because(ended) == ["disclosure.foster_caregivers.no_longer_in_charge"]


def test_the_list_is_for_the_childs_schooling() -> None:
    assert missing(ask("foster_parent", purpose="inspection")) == ["purpose"]
    assert ask("foster_parent", purpose="fundraising").outcome is Outcome.NO


def test_the_caregivers_federal_key_ends_at_eighteen_and_the_responsible_agencys_does_not() -> None:
    grown = {"student": {"age": 19, "enrolled": True, "foster": True}}
    for record in ("transcript", "grades"):
        refused = ask("foster_parent", record__kind=record, **grown)
        assert because(refused) == ["disclosure.parents.the_student_is_adult"]
        agency = ask("foster_parent", requester__kind="foster_family_agency", record__kind=record, **grown)
        assert agency.outcome is Outcome.MUST
    last_day_but_one = {"student": {"age": 17, "enrolled": True, "foster": True}}
    assert ask("foster_parent", **last_day_but_one).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", KINDS)
def test_a_placement_that_is_refuted_opens_nothing_and_one_that_is_claimed_is_asked_about(kind: str) -> None:
    refuted = ask("foster_parent", requester__kind=kind, requester__relationship="refuted")
    assert refuted.outcome is Outcome.NO
    claimed = ask("foster_parent", requester__kind=kind, requester__relationship="claimed")
    assert missing(claimed) == ["requester.relationship"]
