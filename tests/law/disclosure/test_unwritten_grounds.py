"""People with a ground on which the book has no rule go to counsel and are not refused."""

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

KINDS = [
    "caregiver",
    "foster_caregiver",
    "foster_family_agency",
    "strtp_staff",
    "child_welfare_worker",
    "tribal_caseworker",
]


@pytest.mark.parametrize("kind", KINDS)
def test_they_wait_for_counsel_and_get_what_counsel_has_cleared(kind: str) -> None:
    waiting = ask("parent", requester__kind=kind)
    assert waiting.outcome is Outcome.NEEDS_MORE
    assert missing(waiting) == ["other.counsel_cleared"]
    assert {"counsel_review", "log_request"} <= duties(waiting)
    cleared = ask("parent", requester__kind=kind, other__counsel_cleared=True)
    assert cleared.outcome is Outcome.MAY
    assert cleared.limits == ("relevant_records_only",)
    assert ask("parent", requester__kind=kind, other__counsel_cleared=False).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["stepparent", "relative", "public", "nonprofit", "media"])
def test_people_without_a_ground_are_not_sent_to_counsel(kind: str) -> None:
    assert ask("parent", requester__kind=kind).outcome is Outcome.NO
