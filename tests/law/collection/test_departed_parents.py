"""Children of parents who had to leave California."""

from __future__ import annotations

from fileroom.law import Outcome
from fileroom.law.facts import Purpose
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

RULE = "collection.departed_parents.child_of_a_parent_who_had_to_leave"


def test_the_child_is_a_resident_if_it_lived_and_went_to_school_here_just_before() -> None:
    left = {"parent_left_against_will": True}
    decision = ask("enrol", requester__kind="public", other={**left, "lived_and_enrolled_before": True})
    assert decision.outcome is Outcome.MUST
    assert because(decision) == [RULE]
    assert missing(ask("enrol", requester__kind="public", other=left)) == ["other.lived_and_enrolled_before"]
    assert not ask("enrol", requester__kind="public", other={**left, "lived_and_enrolled_before": False}).granted
    assert not ask("enrol", requester__kind="public", other={"lived_and_enrolled_before": True}).granted


@each("purpose", sorted(Purpose))
def test_the_proof_is_asked_for_residency_alone_and_kept_apart(purpose: str) -> None:
    decision = ask("collect", purpose=purpose, record={"kind": "parent_departure_proof"})
    assert decision.granted is (purpose == "proof_of_residency")
    assert ("collect_separately" in duties(decision)) is decision.granted
    assert ("kept_apart" in decision.limits) is decision.granted


def test_the_proof_is_no_condition_and_enters_no_file() -> None:
    for action in ("require_for_enrolment", "add_to_record"):
        decision = ask(
            "collect", action=action, purpose="proof_of_residency", record={"kind": "parent_departure_proof"}
        )
        assert not decision.granted
