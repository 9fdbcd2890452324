"""One proposes that an order no longer holds, another confirms it; its last day alone opens nothing."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, missing

BOTH = pytest.mark.parametrize("act", ["lift_order", "confirm_lifting"])
ENDED: dict[str, Any] = {"signed_by_judge": True, "ends_the_order": True, "valid_on": True}
NOTHING_IN_WRITING: dict[str, Any] = {"papers": [], "other__counsel_cleared": False}
LAST_DAY = ["casework.orders_lifted.its_last_day_opens_nothing"]
OF_THE_OFFICE = ("administrator", "custodian_of_records")


@BOTH
@pytest.mark.parametrize("kind", ["court_order", "dependency_order"])
def test_a_court_s_paper_that_ends_it_lifts_an_order(act: str, kind: str) -> None:
    assert ask(act, papers=[{"kind": kind, **ENDED}], other__counsel_cleared=False).outcome is Outcome.MAY


@BOTH
@pytest.mark.parametrize("lacks", sorted(ENDED))
def test_a_paper_that_is_no_judge_s_or_does_not_end_it_or_is_not_in_force_lifts_nothing(act: str, lacks: str) -> None:
    paper = {"kind": "court_order", **ENDED, lacks: False}
    refused = ask(act, papers=[paper], other__counsel_cleared=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == LAST_DAY
    unread = ask(act, papers=[{**paper, lacks: None}], other__counsel_cleared=False)
    assert missing(unread) == [f"papers.court_order.{lacks}"]


@BOTH
@pytest.mark.parametrize("kind", ["agency_letter", "records_order_6323_5", "judicial_subpoena", "photo_id"])
def test_another_paper_lifts_nothing(act: str, kind: str) -> None:
    assert because(ask(act, papers=[{"kind": kind}], other__counsel_cleared=False)) == LAST_DAY


@BOTH
def test_what_counsel_has_found_in_writing_lifts_an_order(act: str) -> None:
    assert ask(act, papers=[], other__counsel_cleared=True).outcome is Outcome.MAY


@BOTH
def test_its_last_day_alone_lifts_nothing(act: str) -> None:
    assert because(ask(act, **NOTHING_IN_WRITING)) == LAST_DAY


@BOTH
def test_where_counsel_has_not_read_it_counsel_is_asked(act: str) -> None:
    waits = ask(act, papers=[])
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["other.counsel_cleared"]


@pytest.mark.parametrize("kind", OF_THE_OFFICE)
def test_who_works_with_the_student_proposes_and_nobody_of_another_school(kind: str) -> None:
    assert ask("lift_order", requester__kind=kind).outcome is Outcome.MAY
    refused = ask("lift_order", requester__kind=kind, requester__has_student=False)
    assert because(refused) == ["casework.orders_lifted.nobody_else_proposes"]
    assert missing(ask("lift_order", requester__kind=kind, requester__has_student=None)) == ["requester.has_student"]


OTHERS = sorted({*STAFF_KINDS, "parent", "stepparent", "student", "attorney", "police", "system"} - {*OF_THE_OFFICE})


@BOTH
@pytest.mark.parametrize("kind", OTHERS)
def test_nobody_else_does_either_whatever_they_show(act: str, kind: str) -> None:
    facts: dict[str, Any] = {"requester__designated": True, "requester__restrained_from_records": False}
    refused = ask(act, requester__kind=kind, other__counsel_cleared=True, **facts)
    assert refused.outcome is Outcome.NO
    assert because(refused)[0].startswith("casework.orders_lifted.nobody_else_")


@BOTH
def test_nobody_does_under_a_false_name(act: str) -> None:
    assert ask(act, requester__identity="refuted").outcome is Outcome.NO
    assert missing(ask(act, requester__identity="claimed")) == ["requester.identity"]


@pytest.mark.parametrize(
    "who",
    [
        {"kind": "custodian_of_records", "has_student": True, "designated": False},
        {"kind": "custodian_of_records", "has_student": False, "designated": True},
        {"kind": "administrator", "has_student": False, "designated": True},
    ],
)
def test_the_designee_or_the_custodian_of_the_student_s_records_confirms(who: dict[str, object]) -> None:
    facts = {f"requester__{name}": value for name, value in who.items()}
    assert ask("confirm_lifting", **facts).outcome is Outcome.MAY


@pytest.mark.parametrize(
    "who",
    [
        {"kind": "custodian_of_records", "has_student": False, "designated": False},
        {"kind": "administrator", "has_student": True, "designated": False},
    ],
)
def test_neither_a_custodian_elsewhere_nor_a_principal_nobody_designated_confirms(who: dict[str, object]) -> None:
    refused = ask("confirm_lifting", **{f"requester__{name}": value for name, value in who.items()})
    assert because(refused) == ["casework.orders_lifted.nobody_else_confirms"]


def test_a_designation_that_is_not_known_is_asked() -> None:
    facts: dict[str, Any] = {"requester__kind": "administrator", "requester__designated": None}
    assert missing(ask("confirm_lifting", **facts)) == ["requester.designated"]


def test_nobody_confirms_their_own_proposal() -> None:
    refused = ask("confirm_lifting", other__proposed_by_oneself=True)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.orders_lifted.nobody_confirms_their_own"]


def test_who_proposed_it_is_asked_where_nobody_knows() -> None:
    waits = ask("confirm_lifting", other__proposed_by_oneself=None)
    assert missing(waits) == ["other.proposed_by_oneself"]
    assert waits.missing[0].ask == "Is it another person who proposed it?"
