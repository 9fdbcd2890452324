"""Private colleges: name and address of the twelfth grade and of those gone."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.examples import bases
from tests.law.worlds import ask, because, duties, missing

COLLEGE = {
    "requester__kind": "private_college",
    "purpose": "directory",
    "other__recipient_purpose_noncommercial": True,
    "record__fields": ["name", "address"],
    "student__grade": "12",
}


@pytest.mark.parametrize(("grade", "outcome"), [("11", Outcome.NO), ("12", Outcome.MAY)])
def test_the_twelfth_grade_and_no_other(grade: str, outcome: Outcome) -> None:
    assert ask("directory", **{**COLLEGE, "student__grade": grade}).outcome is outcome


def test_those_who_left_count_whatever_their_grade() -> None:
    assert ask("directory", **COLLEGE | {"student": {"age": 17, "grade": "10", "former": True}}).outcome is Outcome.MAY


@pytest.mark.parametrize(
    "lack",
    [
        {"record__fields": ["name", "email"]},
        {"purpose": "registry"},
        {"other__recipient_purpose_noncommercial": False},
        {"choices": ["directory_refused"]},
        {"student__homeless": True},
        {"district__directory_recipients": ["media"]},
        {"district__directory_notice_given": False},
        {"other__matched_by_ssn": True},
    ],
)
def test_each_condition_counts(lack: dict[str, object]) -> None:
    assert ask("directory", **COLLEGE).outcome is Outcome.MAY
    assert ask("directory", **{**COLLEGE, **lack}).outcome is Outcome.NO


def test_a_purpose_that_does_not_say_so_is_asked_for() -> None:
    unsaid = {"purpose": "directory", "other__recipient_purpose_noncommercial": None}
    decision = ask("directory", **{**COLLEGE, **unsaid})
    assert missing(decision) == ["other.recipient_purpose_noncommercial"]


def test_a_bar_for_misuse_closes_the_directory_and_neither_the_transcript_nor_the_familys_own_consent() -> None:
    barred = {"requester__kind": "private_college", "requester__barred_for_misuse": True}
    transcript = ask("transfer", **barred, record__kind="transcript")
    assert transcript.granted
    assert "counsel_review" in duties(transcript)
    assert ask("consent", **barred).granted
    assert ask("directory", **COLLEGE, papers=bases()["consent"]["papers"], requester__barred_for_misuse=True).granted
    assert missing(ask("study", requester__barred_for_misuse=True)) == ["other.counsel_cleared"]


def test_a_bar_for_misuse_keeps_no_rescuer_waiting_and_counsel_hears_of_it_the_same_day() -> None:
    told = ask("emergency", requester__barred_for_misuse=True)
    assert told.granted and "counsel_review" in duties(told)
    ended = ask("emergency", requester__barred_for_misuse=True, other__emergency="none")
    assert ended.outcome is Outcome.NO


@pytest.mark.parametrize("base", ["audit", "study", "contractor", "aid"])
def test_whoever_is_barred_by_federal_law_audits_and_studies_through_counsel(base: str) -> None:
    assert missing(ask(base, requester__barred_for_misuse=True)) == ["other.counsel_cleared"]
    assert ask(base, requester__barred_for_misuse=True, other__counsel_cleared=True).granted


def test_a_recipient_barred_for_misuse_has_no_directory_and_no_family_is_ever_barred() -> None:
    barred = ask("directory", **COLLEGE, requester__barred_for_misuse=True)
    assert because(barred) == ["disclosure.private_colleges.barred_for_misuse"]
    for base in ("parent", "student", "teacher"):
        assert ask(base, requester__barred_for_misuse=True).outcome is Outcome.MUST


@pytest.mark.parametrize("kind", ["media", "employer", "pta", "nonprofit"])
def test_the_states_bar_speaks_of_private_schools_and_of_others_counsel_says_first(kind: str) -> None:
    """Ed. Code 49073(a) suspends the privilege of private schools and colleges; the federal bar rests on memory."""
    asked = {"requester__kind": kind, "purpose": "directory", "other__recipient_purpose_noncommercial": True}
    barred = ask("directory", **asked, requester__barred_for_misuse=True)
    assert missing(barred) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(barred)
    assert ask("directory", **asked, requester__barred_for_misuse=True, other__counsel_cleared=True).granted


@pytest.mark.parametrize("base", ["caregiver", "foster_parent"])
def test_who_stands_in_the_parents_place_is_no_third_party_and_is_not_barred(base: str) -> None:
    decision = ask(base, requester__barred_for_misuse=True)
    assert decision.granted
    assert "counsel_review" not in duties(decision)
