"""The record follows the student, and no debt holds it back."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CATALOGUE, HoldingClass
from tests.each import each
from tests.law.worlds import ask, duties, missing

CALIFORNIAN = {"kind": "other_school", "identity": "verified", "out_of_state": False}
ELSEWHERE = [{"kind": "private_school", "identity": "verified"}, {**CALIFORNIAN, "out_of_state": True}]
OF_CLASS = {
    held: [item.code for item in CATALOGUE.values() if item.class_ is held] for held in HoldingClass
}  # fmt: skip


@each("kind", [*OF_CLASS[HoldingClass.PERMANENT], "transcript", "permanent_record"])
@each("school", [CALIFORNIAN, *ELSEWHERE])
def test_every_permanent_record_must_go_to_every_school_in_ten_schooldays(kind: str, school: dict[str, object]) -> None:
    decision = ask("transfer", requester=school, record__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert decision.deadline.within == "10 schooldays"
    assert {"transfer_record", "do_not_withhold_for_fees"} <= duties(decision)


@pytest.mark.parametrize("kind", [*(k for k in OF_CLASS[HoldingClass.INTERIM] if k != "access_log"), "interim_record"])
def test_the_interim_record_must_go_to_a_public_school_of_the_state_and_may_go_elsewhere(kind: str) -> None:
    assert ask("transfer", requester=CALIFORNIAN, record__kind=kind).outcome is Outcome.MUST
    for school in ELSEWHERE:
        assert ask("transfer", requester=school, record__kind=kind).outcome is Outcome.MAY


@each("kind", [*OF_CLASS[HoldingClass.PERMITTED], "permitted_record"])
@each("school", [CALIFORNIAN, *ELSEWHERE])
def test_a_permitted_record_may_be_sent_to_any_school(kind: str, school: dict[str, object]) -> None:
    assert ask("transfer", requester=school, record__kind=kind).outcome is Outcome.MAY


def test_a_school_that_is_not_said_to_be_elsewhere_is_one_of_the_state() -> None:
    unsaid = {"kind": "other_school", "identity": "verified"}
    assert ask("transfer", requester=unsaid, record__kind="interim_record").outcome is Outcome.MUST


def test_of_the_whole_file_only_the_permanent_part_must_leave_the_public_schools_of_the_state() -> None:
    assert ask("transfer", requester=CALIFORNIAN, record__kind="cumulative_file").limits == ()
    for school in ELSEWHERE:
        decision = ask("transfer", requester=school, record__kind="cumulative_file")
        assert decision.outcome is Outcome.MUST
        assert decision.limits == ("permanent_record_only",)
        assert "interim or permitted may be sent" in decision.says


@pytest.mark.parametrize("debt", ["unpaid_fee", "wilful_damage"])
@pytest.mark.parametrize("kind", ["transcript", "cumulative_file", "interim_record"])
def test_no_debt_holds_a_transfer_back(debt: str, kind: str) -> None:
    owing = ask("transfer", record__kind=kind, other__debt=debt)
    assert owing.outcome is Outcome.MUST
    assert owing == ask("transfer", record__kind=kind)


def test_the_clock_starts_on_the_day_the_request_came() -> None:
    decision = ask("transfer", on="2026-10-19", received_on="2026-10-12")
    assert decision.deadline is not None
    assert decision.deadline.on.isoformat() == "2026-10-26"


def test_nothing_is_sent_but_to_a_school_the_student_enters() -> None:
    for kind in ("employer", "media", "volunteer", "police", "public", "teacher"):
        assert ask("transfer", requester__kind=kind).outcome is Outcome.NO
    assert ask("transfer", purpose="own_research").outcome is Outcome.NO
    assert missing(ask("transfer", requester__identity=None)) == ["requester.identity"]


def test_a_family_may_ask_that_the_file_follow_and_a_restrained_parent_may_not() -> None:
    facts = {"action": "transfer", "purpose": "enrolment_transfer"}
    assert ask("parent", **facts).outcome is Outcome.MAY
    assert ask("parent", **facts, student__age=18).outcome is Outcome.NO
    assert ask("student", **facts, student__age=18).outcome is Outcome.MAY
    assert ask("student", **facts, student__age=17).outcome is Outcome.NO
    restrained = {"requester__restrained_from_records": True, "orders": ["records_order_6323_5"]}
    assert ask("parent", **facts, **restrained).outcome is Outcome.NO


def test_an_order_on_file_does_not_travel_without_counsel() -> None:
    assert ask("transfer", record__kind="court_order").outcome is not Outcome.MUST
