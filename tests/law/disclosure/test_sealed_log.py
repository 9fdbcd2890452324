"""Who reads what is kept under seal."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, duties

CLOSED = ["disclosure.sealed_log.nobody_else"]
FAMILY: dict[str, Any] = {"requester__identity": "verified", "requester__relationship": "verified"}


def test_the_custodian_of_the_students_site_reads_it_by_both_laws() -> None:
    decision = ask("sealed")
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["disclosure.sealed_log.the_custodian", "disclosure.sealed_log.federal_reader"]


@each("kind", sorted(set(RequesterKind) - {RequesterKind.CUSTODIAN_OF_RECORDS}))
def test_nobody_else_reads_it_neither_a_designee_nor_a_parent(kind: RequesterKind) -> None:
    decision = ask("sealed", requester__kind=kind, requester__designated=True, **FAMILY)
    assert decision.outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["employee", "administrator", "teacher", "nurse"])
def test_an_employee_is_told_whose_it_is(kind: str) -> None:
    assert because(ask("sealed", requester__kind=kind)) == CLOSED


def test_the_custodian_of_another_school_does_not_read_it() -> None:
    assert because(ask("sealed", requester__has_student=False)) == CLOSED


def test_an_adult_student_does_not_read_it() -> None:
    facts = {"requester__kind": "student", "student": {"age": 19, "grade": "12", "enrolled": True}}
    assert ask("sealed", **facts, **FAMILY).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["custodian_of_records", "teacher", "parent"])
def test_that_it_was_asked_for_is_itself_kept_under_seal(kind: str) -> None:
    decision = ask("sealed", requester__kind=kind)
    assert decision.sealed
    assert "keep_under_seal" in duties(decision)
    assert not ask("sealed", action="view_log", requester__kind=kind).sealed


def test_a_custodian_whom_an_order_names_reads_nothing_either() -> None:
    decision = ask("sealed", requester__restrained_from_records=True, orders=["records_order_6323_5"])
    assert decision.outcome is Outcome.NO
    assert decision.silent


def test_of_no_student_the_districts_custodian_reads_it_and_no_schools() -> None:
    decision = ask("keeper", action="view_sealed_apart")
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["disclosure.sealed_log.the_districts_custodian"]
    closed = ask("keeper", action="view_sealed_apart", requester__whole_district=False)
    assert closed.outcome is Outcome.NO
    assert because(closed) == ["disclosure.sealed_log.nobody_else_apart"]
    assert not ask("keeper", action="view_sealed_apart", requester__whole_district=None).granted


@each("kind", sorted(set(RequesterKind) - {RequesterKind.CUSTODIAN_OF_RECORDS}))
def test_nobody_else_reads_it_whatever_they_hold(kind: RequesterKind) -> None:
    decision = ask("keeper", action="view_sealed_apart", requester__kind=kind, requester__designated=True, **FAMILY)
    assert decision.outcome is Outcome.NO
    assert decision.sealed


def test_that_it_was_read_is_kept_under_seal_too() -> None:
    decision = ask("keeper", action="view_sealed_apart")
    assert decision.sealed and "keep_under_seal" in duties(decision)


@pytest.mark.parametrize("base", ["sealed", "keeper"])
def test_a_custodian_who_is_not_who_they_say_reads_nothing_of_it(base: str) -> None:
    action = {"sealed": "view_sealed_log", "keeper": "view_sealed_apart"}[base]
    assert ask(base, action=action, requester__identity="verified").granted
    assert ask(base, action=action, requester__identity="refuted").outcome is Outcome.NO
    assert ask(base, action=action, requester__identity="claimed").outcome is Outcome.NEEDS_MORE


TELLS_THE_FAMILY = {
    "notify_parent_before", "notify_student_before", "notify_parent_after", "give_family_the_papers",
}  # fmt: skip


@pytest.mark.parametrize("who", ["immigration_officer", "police", "parent", "custodian_of_records"])
@pytest.mark.parametrize("papers", [[], [{"kind": "court_order", "signed_by_judge": True, "valid_on": True}]])
def test_an_officer_who_asks_for_the_seal_is_answered_once_the_family_is_told_nothing(
    who: str, papers: list[dict[str, object]]
) -> None:
    """To tell the family of it would tell of what a court may have kept from them; counsel and the superintendent
    hear of it, as of every such request."""
    asked = {"requester": {"kind": who, "identity": "verified"}, "purpose": "immigration_enforcement"}
    decision = ask("sealed", papers=papers, **asked)
    assert not decision.granted
    assert decision.sealed
    assert {"keep_under_seal", "counsel_review", "notify_superintendent", "report_to_board"} <= duties(decision)
    assert not duties(decision) & TELLS_THE_FAMILY
