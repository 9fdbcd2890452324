"""The exceptions of Ed. Code 49602."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

TOLD = {"record__kind": "counselling_confidence", "student__age": 14}
THREAT = {"other__emergency": "articulable_threat"}
CRIME = {"other__crime_with_injury_or_loss": True}


@pytest.mark.parametrize("facts", [THREAT, CRIME])
def test_principal_and_parents_may_be_told_of_danger_and_of_crime(facts: dict[str, object]) -> None:
    assert ask("teacher", requester__kind="administrator", **TOLD, **facts).outcome is Outcome.MAY
    assert ask("parent", **TOLD, **facts).outcome is Outcome.MAY
    assert ask("teacher", **TOLD, **facts).outcome is Outcome.NO


def test_the_police_may_be_told_of_crime_and_not_by_this_rule_of_danger() -> None:
    police = {"requester__kind": "police", "purpose": "criminal_investigation"}
    assert ask("outsider", **police, **TOLD, **CRIME).outcome is Outcome.MAY
    assert ask("outsider", **police, **TOLD, **THREAT).outcome is Outcome.NO


@pytest.mark.parametrize("facts", [THREAT, CRIME])
def test_never_the_parents_whom_telling_would_make_a_danger(facts: dict[str, object]) -> None:
    assert ask("parent", other__telling_parents_endangers=True, **TOLD, **facts).outcome is Outcome.NO


def test_the_danger_must_be_there_today() -> None:
    assert ask("parent", other__emergency="ended", **TOLD).outcome is Outcome.NO
    assert ask("parent", **TOLD).outcome is Outcome.NO


@pytest.mark.parametrize(
    ("kind", "outcome"), [("nurse", Outcome.MAY), ("private_professional", Outcome.MAY), ("teacher", Outcome.NO)]
)
def test_a_referral_goes_to_those_who_treat(kind: str, outcome: Outcome) -> None:
    known = {"requester__kind": kind, "requester__identity": "verified"}
    assert ask("teacher", purpose="treatment_referral", **known, **TOLD).outcome is outcome


def test_child_abuse_is_reported() -> None:
    facts = {"requester__kind": "child_welfare_worker", "purpose": "child_welfare_investigation"}
    assert ask("outsider", **facts, **TOLD).outcome is Outcome.MAY


@pytest.mark.parametrize(("signed", "outcome"), [(True, Outcome.MUST), (False, Outcome.NO)])
def test_a_judge_may_order_it_and_an_unsigned_subpoena_does_not_reach_it(signed: bool, outcome: Outcome) -> None:
    paper = {"kind": "judicial_subpoena", "signed_by_judge": signed, "names_these_records": True, "valid_on": True}
    assert ask("court", papers=[paper], **TOLD).outcome is outcome
