"""An order is looked at before its last day, and by nobody whom it restrains."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Outcome
from fileroom.law.casework.orders_reviewed import LOOKS
from fileroom.law.clocks import due
from fileroom.law.figures import FIGURES
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import OPEN_EVERY_WEEKDAY, ask, because, duties, missing

ACTS = ("review_order", "lift_order", "confirm_lifting")
LOOKERS = {"administrator", "custodian_of_records"}


@pytest.mark.parametrize("kind", sorted(LOOKERS))
def test_the_custodian_or_an_administrator_looks_at_an_order_of_a_student_they_work_with(kind: str) -> None:
    decision = ask("review_order", requester__kind=kind)
    assert decision.outcome is Outcome.MAY
    refused = ask("review_order", requester__kind=kind, requester__has_student=False)
    assert because(refused) == ["casework.orders_reviewed.nobody_else_looks"]
    assert missing(ask("review_order", requester__kind=kind, requester__has_student=None)) == ["requester.has_student"]


@pytest.mark.parametrize("kind", sorted({*STAFF_KINDS, "parent", "attorney", "police", "system"} - LOOKERS))
def test_nobody_else_looks_at_it_whomever_they_work_with(kind: str) -> None:
    refused = ask("review_order", requester__kind=kind, requester__restrained_from_records=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.orders_reviewed.nobody_else_looks"]
    assert "call_protected_parent" not in duties(refused)


def test_whoever_has_looked_calls_whom_the_order_protects() -> None:
    assert "call_protected_parent" in duties(ask("review_order"))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("bound", ["restrained_from_records", "restrained_contact_only"])
def test_an_official_whom_an_order_restrains_is_refused_in_silence(act: str, bound: str) -> None:
    orders = ["records_order_6323_5", "stay_away_no_records_clause"]
    decision = ask(act, orders=orders, other__counsel_cleared=True, **{f"requester__{bound}": True})
    assert (decision.outcome, decision.silent) == (Outcome.NO, True)
    assert because(decision) == ["casework.orders_reviewed.whom_an_order_restrains"]
    assert not {"call_protected_parent", "counsel_review"} & duties(decision)


@pytest.mark.parametrize("act", ACTS)
def test_an_official_who_may_be_the_one_it_names_waits_and_is_not_told_why(act: str) -> None:
    decision = ask(act, requester__may_be_restrained=True)
    assert (decision.outcome, decision.silent) == (Outcome.NEEDS_MORE, True)
    assert not any("order" in item.ask.lower() for item in decision.missing)


@pytest.mark.parametrize("act", ACTS)
def test_the_officials_of_the_file_are_no_party_to_the_order(act: str) -> None:
    assert ask(act).outcome is Outcome.MAY
    assert not ask(act).silent


def test_the_three_looks_are_ninety_thirty_and_seven_days_before_its_last_day() -> None:
    assert [FIGURES[name].value for name in LOOKS] == [90, 30, 7]
    last_day = date(2027, 3, 31)
    days = [due(name, [], OPEN_EVERY_WEEKDAY, before=last_day).on for name in LOOKS]
    assert days == [date(2026, 12, 31), date(2027, 3, 1), date(2027, 3, 24)]


def test_a_look_that_falls_on_a_closed_day_has_an_open_day_before_it() -> None:
    found = due("order_review_last", [], OPEN_EVERY_WEEKDAY, before=date(2026, 11, 29))
    assert (found.on, found.early_safe_on) == (date(2026, 11, 22), date(2026, 11, 20))


@pytest.mark.parametrize("name", LOOKS)
def test_the_days_are_the_districts_practice_and_say_so(name: str) -> None:
    assert "no law sets" in FIGURES[name].what
    assert FIGURES[name].citation.text == "Board Policy 5125, first paragraph"
