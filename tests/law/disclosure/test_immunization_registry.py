"""Health departments and immunization data: the family's refusal, and counsel's word on federal law."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("purpose", ["registry", "state_reporting"])
def test_the_registry_may_have_it_once_counsel_has_named_a_federal_ground(purpose: str) -> None:
    decision = ask("health_department", purpose=purpose)
    assert decision.outcome is Outcome.MAY
    assert decision.limits == ("fixed_list_only",)
    assert "honor_opt_out" in duties(decision)
    waiting = ask("health_department", purpose=purpose, other={})
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)


@pytest.mark.parametrize("purpose", ["registry", "state_reporting"])
def test_a_refusal_is_honoured_whatever_counsel_says(purpose: str) -> None:
    decision = ask("health_department", purpose=purpose, choices=["immunization_registry_refused"])
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.immunization_registry.refused"]
    assert missing(ask("health_department", purpose=purpose, choices=None)) == ["choices"]


def test_checks_by_the_department_wait_for_counsel() -> None:
    assert missing(ask("health_department", purpose="audit_or_evaluation", other={})) == ["other.counsel_cleared"]
    assert ask("health_department", purpose="audit_or_evaluation").outcome is Outcome.MAY


@pytest.mark.parametrize("record", ["health", "cumulative_file", "special_education"])
def test_nothing_but_immunization_goes_to_a_health_department(record: str) -> None:
    assert ask("health_department", record__kind=record, purpose="state_reporting").outcome is Outcome.NO


def test_nobody_else_is_a_registry_of_vaccines() -> None:
    for kind in ("state_agency", "federal_agency", "nonprofit"):
        assert ask("health_department", requester__kind=kind, purpose="registry").outcome is Outcome.NO
