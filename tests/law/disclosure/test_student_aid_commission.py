"""Grade averages for the Student Aid Commission, and the family's refusal."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", ["state_agency", "financial_aid_body"])
@pytest.mark.parametrize("record", ["grades", "graduation_date"])
def test_the_commission_gets_averages_and_graduation_of_grade_12(kind: str, record: str) -> None:
    decision = ask("aid_commission", requester__kind=kind, record__kind=record)
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("fixed_list_only",)
    assert "honor_opt_out" in duties(decision)


@pytest.mark.parametrize("kind", ["state_agency", "financial_aid_body"])
@pytest.mark.parametrize("age", [17, 18])
def test_a_refusal_closes_it_even_where_aid_was_applied_for(kind: str, age: int) -> None:
    facts = {"requester__kind": kind, "student__age": age, "choices": ["gpa_to_csac_refused"]}
    for applied in (True, False, None):
        decision = ask("aid_commission", **facts, other__aid_applied_for=applied)
        assert decision.outcome is Outcome.NO
        assert because(decision) == ["disclosure.student_aid_commission.refused"]


def test_unread_choices_are_asked_for() -> None:
    assert missing(ask("aid_commission", choices=None)) == ["choices"]


@pytest.mark.parametrize("grade", ["9", "10", "11"])
def test_before_grade_12_the_commission_gets_nothing(grade: str) -> None:
    decision = ask("aid_commission", student__grade=grade, other__aid_applied_for=False)
    assert decision.outcome is Outcome.NO


def test_who_is_not_the_commission_gets_averages_of_applicants_only() -> None:
    facts = {"requester__kind": "financial_aid_body", "requester__student_aid_commission": False}
    assert ask("aid_commission", **facts, other__aid_applied_for=False).outcome is Outcome.NO
    assert ask("aid_commission", **facts, other__aid_applied_for=True).outcome is Outcome.MAY


@pytest.mark.parametrize("record", ["health", "discipline", "cumulative_file", "transcript"])
def test_nothing_but_averages_and_graduation_must_go_to_the_commission(record: str) -> None:
    assert ask("aid_commission", record__kind=record, other__aid_applied_for=False).outcome is Outcome.NO
