"""Who hands a copy of a record to somebody outside."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", STAFF_KINDS)
def test_an_official_hands_over_copies_by_the_work_of_the_office_and_not_by_its_name(kind: str) -> None:
    assert ask("hand_over", requester__kind=kind).outcome is Outcome.MAY
    refused = ask("hand_over", requester__kind=kind, requester__keeps_records=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.handing_over.nobody_but_the_office"]


def test_the_office_of_another_school_hands_over_nothing_of_this_one() -> None:
    assert ask("hand_over", requester__has_student=False).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["parent", "student", "volunteer", "public", "police", "vendor"])
def test_nobody_outside_the_office_hands_over_the_districts_copies(kind: str) -> None:
    assert ask("hand_over", requester__kind=kind).outcome is Outcome.NO


def test_the_purpose_is_stated_first_and_is_one_of_the_published_ones() -> None:
    waiting = ask("hand_over", requester__interest="not_stated")
    assert missing(waiting) == ["requester.interest"]
    assert "state_interest" in duties(waiting)
    assert ask("hand_over", requester__interest="stated_and_does_not_fit").outcome is Outcome.NO
