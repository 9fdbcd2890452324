"""What was sent to counsel is answered by counsel, and by nobody for them where they have an account."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, duties, missing

ACTS = ("speak_of_order", "speak_of_hold")
OFFICE: dict[str, Any] = {"requester__designated": False, "requester__has_student": True}
AWAY: dict[str, Any] = OFFICE | {"other__counsel_speaks_here": False}
NOTERS = ("administrator", "custodian_of_records")
RULE = "casework.counsel_speaks."


@pytest.mark.parametrize("act", ACTS)
def test_counsel_says_it_and_need_not_work_with_the_student(act: str) -> None:
    decision = ask(act)
    assert decision.outcome is Outcome.MAY
    assert because(decision) == [f"{RULE}counsel_says_it"]
    assert missing(ask(act, requester__designated=None)) == ["requester.designated"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("kind", NOTERS)
def test_nobody_who_keeps_the_file_says_it_for_counsel_who_has_an_account(act: str, kind: str) -> None:
    refused = ask(act, requester__kind=kind, **OFFICE)
    assert (refused.outcome, because(refused)) == (Outcome.NO, [f"{RULE}nobody_says_it_for_counsel"])


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("kind", NOTERS)
def test_where_counsel_has_none_who_works_with_the_student_notes_it(act: str, kind: str) -> None:
    decision = ask(act, requester__kind=kind, **AWAY)
    assert (decision.outcome, because(decision)) == (Outcome.MAY, [f"{RULE}who_works_with_the_student_notes_it"])
    elsewhere = ask(act, requester__kind=kind, **(AWAY | {"requester__has_student": False}))
    assert (elsewhere.outcome, because(elsewhere)) == (Outcome.NO, [f"{RULE}nobody_else_notes_it"])
    open_ = ask(act, requester__kind=kind, **(OFFICE | {"other__counsel_speaks_here": None}))
    assert missing(open_) == ["other.counsel_speaks_here"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("kind", sorted({*STAFF_KINDS, "parent", "police", "system"} - set(NOTERS)))
@pytest.mark.parametrize("here", [True, False])
def test_nobody_else_says_it_whatever_somebody_has_called_them(act: str, kind: str, here: bool) -> None:
    facts: dict[str, Any] = {"requester__restrained_from_records": False, "requester__restrained_contact_only": False}
    refused = ask(act, requester__kind=kind, requester__has_student=True, other__counsel_speaks_here=here, **facts)
    assert refused.outcome is Outcome.NO
    assert because(refused) == [f"{RULE}{'nobody_says_it_for_counsel' if here else 'nobody_else_notes_it'}"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("bound", ["restrained_from_records", "restrained_contact_only"])
def test_counsel_whom_an_order_restrains_is_refused_in_silence(act: str, bound: str) -> None:
    orders = ["records_order_6323_5", "stay_away_no_records_clause"]
    decision = ask(act, orders=orders, **{f"requester__{bound}": True})
    assert (decision.outcome, decision.silent) == (Outcome.NO, True)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("facts", [{}, OFFICE])
def test_the_open_list_tells_nobody_of_it(act: str, facts: dict[str, Any]) -> None:
    decision = ask(act, **facts)
    assert decision.sealed and "keep_under_seal" in duties(decision)
