"""Educational rights holders."""

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

APPOINTED = {"requester__kind": "educational_rights_holder", "requester__holds_education_rights": True}


def test_one_whom_a_court_appointed_sees_as_a_parent_and_needs_no_kinship() -> None:
    decision = ask("parent", requester__relationship=None, **APPOINTED)
    assert decision.outcome is Outcome.MUST
    assert decision.deadline is not None
    assert decision.limits == ("other_students_redacted",)


def test_identity_and_appointment_are_shown_first() -> None:
    assert missing(ask("parent", **{**APPOINTED, "requester__identity": "claimed"})) == ["requester.identity"]
    assert missing(ask("parent", **{**APPOINTED, "requester__holds_education_rights": None})) == [
        "requester.holds_education_rights"
    ]


def test_the_appointment_ends_with_childhood() -> None:
    assert ask("parent", student__age=18, **APPOINTED).outcome is Outcome.NO


def test_a_holder_reads_the_log_and_a_restrained_one_does_not() -> None:
    assert ask("log", **APPOINTED).outcome is Outcome.MUST
    assert ask("log", requester__restrained_from_records=True, **APPOINTED).outcome is Outcome.NO


def test_an_appointment_for_another_child_opens_nothing_and_a_claimed_one_is_asked_about() -> None:
    assert ask("parent", **APPOINTED, requester__relationship="refuted").outcome is Outcome.NO
    assert missing(ask("parent", **APPOINTED, requester__relationship="claimed")) == ["requester.relationship"]
