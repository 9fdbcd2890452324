"""Challenges and expulsions."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [("teacher", Outcome.NO), ("counselor", Outcome.NO), ("employee", Outcome.NO), ("administrator", Outcome.MUST)],
)
def test_the_file_of_a_challenge_is_for_those_who_decide_it(kind: str, outcome: Outcome) -> None:
    assert ask("teacher", requester__kind=kind, record__kind="challenge_file").outcome is outcome


def test_the_family_sees_the_file_of_its_challenge_and_a_panel_member_too() -> None:
    assert ask("parent", record__kind="challenge_file").outcome is Outcome.MUST
    assert ask("teacher", record__kind="challenge_file", requester__panel_member=True).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["media", "public", "attorney", "employer"])
def test_who_was_expelled_is_told_to_nobody_outside_and_counsel_answers(kind: str) -> None:
    decision = ask("outsider", requester__kind=kind, record__kind="expulsion_file")
    assert because(decision) == ["disclosure.proceedings.an_expulsion_names_nobody"]
    assert "counsel_review" in duties(decision)


def test_it_is_not_published_and_the_school_still_works_with_it() -> None:
    page = ask("teacher", requester__kind="employee", action="publish", record__kind="expulsion_file")
    assert page.outcome is Outcome.NO
    assert ask("teacher", record__kind="expulsion_file").outcome is Outcome.MUST
    assert ask("parent", record__kind="expulsion_file").outcome is Outcome.MUST
