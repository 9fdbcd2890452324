"""What families have chosen, and that nothing shows who was left out."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties

LEFT_OUT = [
    {"choices": ["directory_refused"]},
    {"choices": ["directory_refused_while_enrolled"]},
    {"student__homeless": True},
]


@pytest.mark.parametrize("facts", LEFT_OUT)
def test_one_who_is_left_out_is_left_out_in_silence(facts: dict[str, object]) -> None:
    decision = ask("directory", **facts)
    assert decision.outcome is Outcome.NO
    assert decision.silent
    assert "exclude_opt_outs" in duties(decision)


@pytest.mark.parametrize("facts", LEFT_OUT)
@pytest.mark.parametrize(
    "request_",
    [{"requester__kind": "for_profit"}, {"record__fields": ["telephone"]}, {"requester__kind": "researcher"}],
)
def test_a_request_that_fails_for_everybody_fails_alike_for_one_who_is_left_out(
    facts: dict[str, object], request_: dict[str, object]
) -> None:
    plain, hidden = ask("directory", **request_), ask("directory", **request_, **facts)
    assert because(plain) == because(hidden)
    assert plain.silent == hidden.silent is False


def test_the_duty_to_leave_out_follows_for_everybody_so_that_it_tells_of_nobody() -> None:
    assert "exclude_opt_outs" in duties(ask("directory"))
    assert "honor_opt_out" not in duties(ask("directory"))
    assert "honor_opt_out" in duties(ask("directory", choices=["directory_refused"]))


def test_a_refusal_made_while_the_student_attended_outlives_the_leaving() -> None:
    gone = {"student": {"age": 40, "former": True}, "district__directory_notice_given": False}
    assert ask("directory", **gone).outcome is Outcome.MAY
    assert ask("directory", **gone, choices=["directory_refused_while_enrolled"]).outcome is Outcome.NO


def test_without_this_years_notice_nothing_goes_out_about_those_who_attend() -> None:
    decision = ask("directory", district__directory_notice_given=False)
    assert because(decision) == ["disclosure.directory_choices.no_notice_yet"]


def test_a_homeless_student_is_in_by_consent_alone_and_a_refusal_outranks_it() -> None:
    assert ask("directory", student__homeless=True, choices=["directory_consent_homeless"]).outcome is Outcome.MAY
    both = ["directory_consent_homeless", "directory_refused"]
    assert ask("directory", student__homeless=True, choices=both).outcome is Outcome.NO


def test_a_homeless_student_is_no_question_in_the_yearbook_but_an_answer() -> None:
    page = {"action": "publish", "requester__kind": "employee", "purpose": "directory", "record__fields": ["name"]}
    assert ask("directory", **page).outcome is Outcome.MAY
    decision = ask("directory", **page, student__homeless=True)
    assert decision.outcome is Outcome.NO
    assert decision.silent


def test_nobody_is_confirmed_by_a_social_security_number() -> None:
    decision = ask("directory", other__matched_by_ssn=True)
    assert because(decision) == ["disclosure.directory_choices.found_by_a_social_security_number"]


@pytest.mark.parametrize(
    ("base", "facts"),
    [
        ("court", {"record__kind": "address"}),
        ("school", {"record__kind": "address"}),
        ("caseworker", {"record__kind": "birth_date"}),
        ("emergency", {"record__kind": "address"}),
        ("consent", {"record__kind": "address"}),
        ("sevis", {"record__kind": "address"}),
    ],
)
def test_a_refusal_of_directory_release_is_not_spoken_of_where_the_item_is_owed(
    base: str, facts: dict[str, str]
) -> None:
    decision = ask(base, **facts, choices=["directory_refused"])
    assert decision.granted
    assert {"honor_opt_out", "exclude_opt_outs"}.isdisjoint(duties(decision))
