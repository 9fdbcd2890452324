"""Parents: absolute access, custody or not, once identity and relationship are verified."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from fileroom.law.vocabulary import is_pupil_record
from tests.each import each
from tests.law.worlds import ask, because, duties, missing, question


@pytest.mark.parametrize("custody", [True, False, None])
@pytest.mark.parametrize("action", ["inspect", "copy", "disclose"])
def test_legal_custody_is_not_needed_to_see(custody: bool | None, action: str) -> None:
    assert ask("parent", requester__legal_custody=custody, action=action).outcome is Outcome.MUST


OTHERWISE = {
    "court_order": Outcome.NEEDS_MORE, "juvenile_court_notice": Outcome.NEEDS_MORE,
    "school_police_notice": Outcome.NEEDS_MORE, "immigration_incident_file": Outcome.NEEDS_MORE,
    "business_record": Outcome.MAY, "deidentified": Outcome.NEEDS_MORE, "aggregate": Outcome.NEEDS_MORE,
}  # fmt: skip


@each("kind", RecordKind)
def test_a_verified_parent_sees_every_pupil_record_and_nothing_that_is_none(kind: RecordKind) -> None:
    facts = {"record": {"kind": kind.value}, "student__age": 13}
    record = is_pupil_record.read(question("parent", **facts))
    expected = OTHERWISE.get(kind.value, Outcome.MUST if record else Outcome.NO)
    assert ask("parent", **facts).outcome is expected


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"requester__identity": "claimed"}, ["requester.identity"]),
        ({"requester__identity": None}, ["requester.identity"]),
        ({"requester__relationship": "claimed"}, ["requester.relationship"]),
        ({"requester__relationship": None, "requester__identity": "claimed"},
         ["requester.identity", "requester.relationship"]),
        ({"student__age": None}, ["student.age"]),
        ({"record": {}}, ["record.kind"]),
    ],
)  # fmt: skip
def test_what_is_not_yet_proved_is_asked_for_and_the_clock_already_runs(
    facts: dict[str, Any], asked: list[str]
) -> None:
    decision = ask("parent", **facts)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == asked
    assert decision.deadline is not None


def test_at_seventeen_the_parent_sees_and_at_eighteen_no_longer() -> None:
    assert ask("parent", student__age=17).outcome is Outcome.MUST
    grown = ask("parent", student__age=18)
    assert grown.outcome is Outcome.NO
    assert because(grown) == ["disclosure.parents.the_student_is_adult"]
    assert "may consent in writing" in grown.says


def test_the_parent_of_an_incompetent_adult_keeps_the_rights() -> None:
    assert ask("parent", student__age=30, student__adjudged_incompetent=True).outcome is Outcome.MUST


def test_a_stepparent_is_no_parent() -> None:
    assert ask("parent", requester__kind="stepparent").outcome is Outcome.NO


def test_parents_of_former_students_see_while_the_student_is_a_minor() -> None:
    assert ask("parent", student={"age": 16, "former": True, "enrolled": False}).outcome is Outcome.MUST


def test_an_order_silent_on_custody_and_joint_custody_change_nothing() -> None:
    for order in ("custody_order_silent", "joint_legal_custody", "sole_legal_custody_other_parent"):
        assert ask("parent", orders=[order]).outcome is Outcome.MUST


def test_an_order_that_ended_the_rights_of_somebody_asks_whose() -> None:
    assert missing(ask("parent", orders=["rights_terminated"])) == ["requester.rights_terminated"]
    assert ask("parent", orders=["rights_terminated"], requester__rights_terminated=False).outcome is Outcome.MUST
    assert ask("parent", orders=["rights_terminated"], requester__rights_terminated=True).outcome is Outcome.NO


def test_only_who_is_known_to_be_that_parent_hears_what_a_court_has_done() -> None:
    """To anybody else it would tell of a family's case in court."""
    ended: dict[str, Any] = {"orders": ["rights_terminated"], "requester__rights_terminated": True}
    told = ask("parent", **ended)
    assert because(told) == ["disclosure.parents.rights_ended"]
    assert told.says.startswith("A court has ended this person's parental rights")
    for standing in ("refuted", "claimed", None):
        for fact in ("requester__identity", "requester__relationship"):
            decision = ask("parent", **{**ended, fact: standing})
            assert decision.outcome is Outcome.NO
            assert "A court has ended" not in decision.says


@pytest.mark.parametrize("standing", ["claimed", None])
@pytest.mark.parametrize("fact", ["requester__identity", "requester__relationship"])
def test_of_whoever_has_shown_nothing_yet_no_paper_is_said_to_refute_anything(fact: str, standing: str | None) -> None:
    ended: dict[str, Any] = {"orders": ["rights_terminated"], "requester__rights_terminated": True}
    decision = ask("parent", **{**ended, fact: standing})
    if standing:
        assert because(decision) == ["disclosure.parents.identity_or_relationship_not_shown"]
    assert "not bear out" not in decision.says and "A court has" not in decision.says
    refuted = ask("parent", **{**ended, fact: "refuted"})
    assert because(refuted) == ["disclosure.parents.identity_or_relationship_refuted"]


def test_staff_explain_the_record_when_asked() -> None:
    assert "interpret_on_request" in duties(ask("parent"))
    assert "interpret_on_request" not in duties(ask("parent", requester__identity="claimed"))


def test_to_a_parent_whose_rights_have_ended_nothing_is_explained_that_a_consent_lets_out() -> None:
    consent = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
               "records": True, "purpose": True, "recipient": True}  # fmt: skip
    decision = ask("parent", requester__rights_terminated=True, papers=[consent])
    assert decision.granted and "interpret_on_request" not in duties(decision)
