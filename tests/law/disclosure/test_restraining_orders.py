"""What an order closes, and what it leaves to counsel."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Action
from fileroom.law.phrases import RELEASES
from tests.law.worlds import ask, because, duties, missing

BARRED = {"orders": ["records_order_6323_5"], "requester__restrained_from_records": True}
STAY_AWAY = {
    "orders": ["stay_away_no_records_clause"],
    "requester__restrained_contact_only": True,
    "record__kind": "address",
}
LIMITED = {"orders": ["education_rights_limited"], "requester__holds_education_rights": False}


@pytest.mark.parametrize("action", sorted(RELEASES))
def test_a_records_order_bars_every_release_in_silence(action: Action) -> None:
    decision = ask("parent", action=action, **BARRED)
    assert decision.outcome is Outcome.NO
    assert because(decision)[0] == "disclosure.restraining_orders.restrained_party"
    assert decision.silent


def test_neither_consent_nor_a_courts_paper_opens_anything_to_a_restrained_person() -> None:
    assert ask("consent", **BARRED).outcome is Outcome.NO
    assert ask("court", **BARRED).outcome is Outcome.NO


def test_a_barred_parent_with_a_judges_order_still_gets_nothing_and_counsel_reads_both() -> None:
    decision = ask("court", requester__kind="parent", **BARRED)
    assert decision.outcome is Outcome.NO and decision.silent
    assert "counsel_review" in duties(decision)
    assert "counsel_review" not in duties(ask("parent", **BARRED))


def test_the_protected_parent_sees_and_nothing_is_silent() -> None:
    decision = ask("parent", orders=["records_order_6323_5"], requester__restrained_from_records=False)
    assert decision.outcome is Outcome.MUST
    assert not decision.silent


@pytest.mark.parametrize("kind", ["parent", "stepparent", "relative"])
def test_an_order_on_file_is_read_as_binding_the_relative_who_asks_until_it_is_said_that_it_does_not(kind: str) -> None:
    decision = ask("parent", requester__kind=kind, orders=["records_order_6323_5"])
    assert decision.outcome is Outcome.NO
    assert because(decision)[0] == "disclosure.restraining_orders.restrained_party"
    assert decision.silent and decision.missing == ()


def test_an_order_between_parents_binds_neither_the_teacher_nor_the_child_nor_a_court() -> None:
    assert ask("teacher", orders=["records_order_6323_5"]).outcome is Outcome.MUST
    assert ask("student", orders=["records_order_6323_5"]).outcome is Outcome.MUST
    assert ask("court", requester__kind="court", orders=["records_order_6323_5"]).outcome is Outcome.MUST


@pytest.mark.parametrize("base", ["teacher", "student", "court", "emergency", "transfer", "caseworker"])
def test_whom_no_order_binds_does_not_wait_for_the_orders_to_be_looked_up(base: str) -> None:
    kind = {"requester__kind": "court"} if base == "court" else {}
    for unread in ({"orders": None}, {"papers": None} if base != "court" else {}):
        decision = ask(base, **unread, **kind)
        assert decision.outcome is ask(base, **kind).outcome
        assert decision.granted and not decision.silent


@pytest.mark.parametrize(("base", "kind"), [("emergency", "emergency_responder"), ("caseworker", "tribal_caseworker")])
def test_an_order_on_file_stops_neither_rescuers_nor_caseworkers(base: str, kind: str) -> None:
    assert ask(base, requester__kind=kind, orders=["records_order_6323_5"]).granted


@pytest.mark.parametrize("base", ["foster_parent", "caregiver"])
def test_who_cares_for_the_child_is_asked_whether_an_order_binds_them_and_not_refused(base: str) -> None:
    waits = ask(base, orders=["records_order_6323_5"])
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["requester.restrained_from_records"]
    assert ask(base, orders=["records_order_6323_5"], requester__restrained_from_records=True).outcome is Outcome.NO
    assert ask(base, orders=["records_order_6323_5"], requester__restrained_from_records=False).granted


def test_a_stranger_who_may_be_whom_the_order_binds_waits() -> None:
    decision = ask("consent", orders=["records_order_6323_5"])
    assert missing(decision) == ["requester.restrained_from_records"]
    assert decision.silent


def test_what_is_asked_of_the_requester_never_tells_of_an_order() -> None:
    for decision in (
        ask("parent", orders=None),
        ask("consent", orders=["records_order_6323_5"]),
        ask("parent", orders=["stay_away_no_records_clause"], record__kind="address"),
    ):
        assert decision.silent and decision.missing
        for item in decision.missing:
            assert "order" not in item.ask.lower()
            assert "Fam. Code" not in item.citation


def test_before_2023_there_was_no_such_order_to_obey() -> None:
    assert ask("parent", on="2022-12-31", **BARRED).outcome is Outcome.MUST
    assert ask("parent", on="2023-01-01", **BARRED).outcome is Outcome.NO


@pytest.mark.parametrize("facts", [STAY_AWAY, LIMITED])
def test_an_order_that_is_silent_on_records_goes_to_counsel_and_refuses_nobody(facts: dict[str, object]) -> None:
    waiting = ask("parent", **facts)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting)[-1] in ("other.counsel_cleared", "requester.holds_education_rights")
    assert "counsel_review" in duties(waiting)
    assert ask("parent", other__counsel_cleared=True, **facts).outcome is Outcome.MUST
    assert ask("parent", other__counsel_cleared=False, **facts).outcome is Outcome.NO


def test_an_order_that_binds_somebody_else_binds_nobody_else() -> None:
    assert ask("parent", orders=["stay_away_no_records_clause"], requester__restrained_contact_only=False).granted
    assert ask("parent", orders=["education_rights_limited"], requester__holds_education_rights=True).granted


def test_the_order_itself_is_for_the_custodian_and_for_the_family_through_counsel() -> None:
    assert ask("teacher", record__kind="court_order").outcome is Outcome.NO
    assert ask("teacher", record__kind="court_order", requester__kind="custodian_of_records").outcome is Outcome.MUST
    family = ask("parent", record__kind="court_order")
    assert family.outcome is Outcome.NEEDS_MORE
    assert "counsel_review" in duties(family)


def test_of_a_parent_whose_rights_are_limited_nobody_asks_for_an_appointment_counsel_is_asked() -> None:
    for base in ("parent", "log", "challenge", "consent"):
        decision = ask(base, orders=["education_rights_limited"])
        assert missing(decision) == ["other.counsel_cleared"]
        assert "counsel_review" in duties(decision)
