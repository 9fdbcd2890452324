"""Civil subpoenas and the consumer notice."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

SUBPOENA = {"kind": "civil_subpoena", "names_these_records": True, "valid_on": True}
SERVED = {**SUBPOENA, "consumer_notice_served": True}


def test_without_proof_that_the_family_was_served_nothing_is_produced_and_the_family_is_told() -> None:
    refused = ask("court", papers=[{**SUBPOENA, "consumer_notice_served": False}])
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["disclosure.civil_subpoenas.consumer_notice_lacking"]
    assert "notify_parent_before" in duties(refused)


def test_a_notice_that_is_not_known_is_asked_for() -> None:
    assert missing(ask("court", papers=[SUBPOENA])) == ["papers.civil_subpoena.consumer_notice_served"]


def test_a_student_of_twelve_is_served_too() -> None:
    assert ask("court", papers=[SERVED], student__age=11).outcome is Outcome.MUST
    assert missing(ask("court", papers=[SERVED], student__age=12)) == ["papers.civil_subpoena.minor_served"]
    assert ask("court", papers=[{**SERVED, "minor_served": True}], student__age=12).outcome is Outcome.MUST
    assert ask("court", papers=[{**SERVED, "minor_served": False}], student__age=12).outcome is Outcome.NO
    assert missing(ask("court", papers=[SERVED], student__age=None)) == ["student.age"]
