"""Reports of cyberattacks: the statute with its threshold and its end, the policy with neither."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

STATUTE, POLICY = "programmes.cyberattacks.of_many_people", "programmes.cyberattacks.every_one"


@pytest.mark.parametrize(("people", "by_statute"), [(1, False), (500, False), (501, True), (9000, True)])
def test_the_statute_asks_from_501_people_and_the_policy_from_one(people: int, by_statute: bool) -> None:
    decision = ask("attack", incident__people=people)
    assert decision.outcome is Outcome.MUST
    assert because(decision) == ([STATUTE] if by_statute else []) + [POLICY]


@pytest.mark.parametrize(("on", "by_statute"), [("2026-12-31", True), ("2027-01-01", False), ("2031-06-01", False)])
def test_the_policy_outlives_the_statute(on: str, by_statute: bool) -> None:
    decision = ask("attack", on=on, received_on=on)
    assert decision.outcome is Outcome.MUST
    assert because(decision) == ([STATUTE] if by_statute else []) + [POLICY]


@pytest.mark.parametrize("harm", ["altered", "deleted", "damaged", "users_shut_out"])
def test_the_statute_speaks_of_what_is_altered_deleted_damaged_or_shut(harm: str) -> None:
    assert STATUTE in because(ask("attack", incident__harms=[harm]))


def test_to_copy_data_is_an_attack_by_the_policy_alone() -> None:
    copied = ask("attack", incident__harms=[], incident__acquisition="known", incident__people=5000)
    assert because(copied) == [POLICY]


@pytest.mark.parametrize("harm", ["altered", "deleted", "damaged"])
def test_what_staff_broke_by_themselves_is_no_attack(harm: str) -> None:
    decision = ask("attack", incident__unauthorized_access=False, incident__harms=[harm])
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["programmes.cyberattacks.what_was_no_attack"]


def test_users_shut_out_by_others_are_an_attack_however_it_came_in() -> None:
    for access in (False, None):
        decision = ask("attack", incident__unauthorized_access=access, incident__harms=["users_shut_out"])
        assert because(decision) == [STATUTE, POLICY]


def test_while_it_is_open_whether_anybody_got_in_that_is_asked_and_the_duty_speaks() -> None:
    open_still = ask("attack", incident__unauthorized_access=None, incident__harms=["altered"])
    assert open_still.outcome is Outcome.NEEDS_MORE
    assert missing(open_still) == ["incident.unauthorized_access"]
    assert open_still.says.startswith("The Superintendent or designee reports every cyberattack")


def test_a_count_that_is_not_known_delays_no_report() -> None:
    assert because(ask("attack", incident__people=None)) == [POLICY]


def test_a_report_with_names_waits_until_they_are_out() -> None:
    decision = ask("attack", incident__report_names_people=True)
    assert decision.outcome is Outcome.NO
    assert "then report" in decision.says


def test_whoever_tells_of_a_breach_by_attack_is_reminded_of_the_report() -> None:
    assert "report_cyberattack" in duties(ask("breach"))
    assert "report_cyberattack" not in duties(ask("breach", incident__unauthorized_access=False))
