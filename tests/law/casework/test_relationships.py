"""Who settles how a contact is related to a student."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("kind", STAFF_KINDS)
def test_an_official_settles_it_by_the_work_of_the_office_and_not_by_its_name(kind: str) -> None:
    assert ask("verify", requester__kind=kind).outcome is Outcome.MAY
    refused = ask("verify", requester__kind=kind, requester__keeps_records=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.relationships.nobody_but_the_office"]


def test_the_office_of_another_school_settles_nothing_here() -> None:
    assert ask("verify", requester__has_student=False).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["parent", "student", "volunteer", "public", "immigration_officer", "vendor"])
def test_nobody_outside_the_office_settles_it_whatever_is_said_of_them(kind: str) -> None:
    assert ask("verify", requester__kind=kind).outcome is Outcome.NO


def test_the_purpose_is_stated_first_and_is_one_of_the_published_ones() -> None:
    waiting = ask("verify", requester__interest="not_stated")
    assert missing(waiting) == ["requester.interest"]
    assert "state_interest" in duties(waiting)
    assert ask("verify", requester__interest="stated_and_does_not_fit").outcome is Outcome.NO


def test_of_the_paper_seen_only_its_kind_and_the_day_are_noted() -> None:
    assert "limit_to_form" in duties(ask("verify"))
    assert "limit_to_form" not in duties(ask("verify", requester__kind="teacher", requester__keeps_records=False))


def test_an_order_on_file_does_not_stop_the_office_from_settling_who_is_who() -> None:
    assert ask("verify", orders=["records_order_6323_5"]).outcome is Outcome.MAY
