"""A foster student's attorney and social worker and the papers of discipline."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

PAPERS = ["discipline", "disciplinary_notice", "expulsion_file"]
RULE = "disclosure.foster_notices.attorney_and_social_worker"


@pytest.mark.parametrize("record", PAPERS)
@pytest.mark.parametrize("kind", ["child_welfare_worker", "tribal_caseworker"])
def test_the_social_worker_gets_them_whole_as_a_parent_would(record: str, kind: str) -> None:
    decision = ask("caseworker", record__kind=record, requester__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert RULE in because(decision)
    assert decision.limits == ()


def test_the_attorney_waits_for_counsel_and_is_not_refused() -> None:
    waiting = ask("caseworker", record__kind="expulsion_file", requester__kind="minors_counsel", purpose="inspection")
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waiting)
    facts = {"record__kind": "expulsion_file", "requester__kind": "minors_counsel", "purpose": "inspection"}
    assert ask("caseworker", **facts, other__counsel_cleared=True).outcome is Outcome.MUST
    assert ask("caseworker", **facts, other__counsel_cleared=False).outcome is Outcome.NO


def test_other_records_and_other_students_are_no_matter_of_these_notices() -> None:
    facts = {"requester__kind": "minors_counsel", "other__counsel_cleared": True, "purpose": "inspection"}
    assert ask("caseworker", **facts, record__kind="health").outcome is Outcome.NO
    assert ask("caseworker", **facts, record__kind="expulsion_file", student__foster=False).outcome is Outcome.NO


def test_without_responsibility_the_social_worker_gets_no_notice() -> None:
    decision = ask("caseworker", record__kind="expulsion_file", requester__legally_responsible=False)
    assert decision.outcome is Outcome.NO
