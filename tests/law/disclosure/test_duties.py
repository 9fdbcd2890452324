"""What follows on any release."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import RELEASES
from tests.law.worlds import ask, duties, missing


@pytest.mark.parametrize("action", sorted(RELEASES))
def test_identity_is_made_sure_of_whoever_asks_from_outside(action: str) -> None:
    assert "verify_identity" in duties(ask("outsider", action=action))
    assert "verify_identity" not in duties(ask("teacher", action=action))
    assert "verify_identity" not in duties(ask("teacher", action=action, requester__kind="system"))


def test_identity_comes_before_a_release_until_it_is_verified() -> None:
    owed = {how: ask("court", requester__identity=how).first for how in ("verified", "claimed", None)}
    assert {how: "verify_identity" in [duty.code for duty in first] for how, first in owed.items()} == {
        "verified": False,
        "claimed": True,
        None: True,
    }


def test_other_students_are_hidden_where_a_record_is_about_several() -> None:
    decision = ask("teacher", record__involves_other_students=True)
    assert "redact_other_students" in duties(decision)
    assert "other_students_redacted" in decision.limits
    assert "redact_other_students" not in duties(ask("outsider", record__involves_other_students=True))


def test_the_statute_lists_outsiders_and_dependency_parents_refused_or_not() -> None:
    assert "log_request" in duties(ask("outsider"))
    assert "log_release" not in duties(ask("outsider"))
    assert {"log_request", "log_release"} <= duties(ask("court"))
    for base in ("parent", "student", "teacher"):
        assert not {"log_request", "log_release"} & duties(ask(base))
    assert "log_request" in duties(ask("parent", student__age=19))


def test_the_police_are_alerted_before_anything_about_a_missing_child_is_said() -> None:
    assert "alert_police_first" in duties(ask("parent", student__missing_child_flag=True))
    assert "alert_police_first" in duties(ask("outsider", student__missing_child_flag=True))
    assert "alert_police_first" not in duties(ask("parent"))
    first = ask("parent", student__missing_child_flag=True).first
    assert [duty.code for duty in first] == ["alert_police_first"]


@pytest.mark.parametrize(
    ("base", "facts"),
    [
        ("consent", {}),
        ("court", {}),
        ("recruiter", {}),
        ("teacher", {}),
        ("school", {}),
        ("caseworker", {"purpose": "child_welfare_investigation", "record__kind": "counselling_confidence"}),
    ],
)
def test_whoever_is_not_known_shows_who_they_are_first_and_whoever_is_somebody_else_gets_nothing(
    base: str, facts: dict[str, str]
) -> None:
    assert ask(base, **facts).granted
    assert missing(ask(base, requester__identity="claimed", **facts)) == ["requester.identity"]
    assert ask(base, requester__identity="refuted", **facts).outcome is Outcome.NO


def test_a_court_is_known_by_its_paper_and_the_districts_own_people_by_their_sign_in() -> None:
    assert ask("court", requester={"kind": "court"}).outcome is Outcome.MUST
    assert ask("teacher", requester__identity=None).outcome is Outcome.MUST
    assert ask("consent", requester__identity=None).outcome is Outcome.NEEDS_MORE
