"""Parents of adult students who are dependents for federal tax."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing


def test_proof_of_dependency_opens_what_is_relevant_and_is_logged() -> None:
    decision = ask("parent", student__age=19, requester__tax_dependency="proved")
    assert decision.outcome is Outcome.MUST
    assert decision.limits == ("relevant_records_only",)
    assert {"log_request", "log_release"} <= duties(decision)


def test_a_bare_claim_is_asked_to_be_proved_and_silence_about_it_is_no_claim() -> None:
    assert missing(ask("parent", student__age=19, requester__tax_dependency="claimed")) == ["requester.tax_dependency"]
    assert ask("parent", student__age=19).outcome is Outcome.NO


def test_dependency_means_nothing_while_the_student_is_a_minor() -> None:
    assert ask("parent", requester__tax_dependency="proved").limits == ("other_students_redacted",)


def test_the_students_objection_calls_for_counsel_and_does_not_refuse() -> None:
    objecting = ask("parent", student__age=19, requester__tax_dependency="proved", other__student_objects=True)
    assert objecting.outcome is Outcome.MUST
    assert "counsel_review" in duties(objecting)


def test_the_log_waits_for_counsel() -> None:
    asked = ask("log", student__age=19, requester__tax_dependency="proved")
    assert asked.outcome is Outcome.NEEDS_MORE
    assert missing(asked) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(asked)
