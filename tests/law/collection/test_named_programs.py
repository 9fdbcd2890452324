"""What one named program needs."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Purpose
from tests.each import each
from tests.law.worlds import ask, duties, missing

PROGRAMS: list[tuple[str, set[str], dict[str, Any]]] = [
    ("ethnicity", {"state_reporting"}, {}),
    ("home_language", {"state_reporting", "enrolment", "educational_interest"}, {}),
    ("migratory_moves", {"migrant_education"}, {}),
    ("tribal_enrolment", {"indian_education"}, {"part_of_federal_form": True}),
    ("homeless_status", {"enrolment", "benefit_eligibility", "state_reporting", "educational_interest"}, {}),
]


@each(("kind", "purposes", "more"), PROGRAMS)
@each("purpose", sorted(Purpose))
def test_it_is_asked_for_its_program_and_for_no_other(
    kind: str, purposes: set[str], more: dict[str, Any], purpose: str
) -> None:
    decision = ask("collect", purpose=purpose, record={"kind": kind, **more})
    if purpose == "none_stated":
        assert missing(decision) == ["purpose"]
    else:
        assert decision.outcome is (Outcome.MAY if purpose in purposes else Outcome.NO)


@pytest.mark.parametrize(("kind", "purposes", "more"), PROGRAMS)
def test_it_is_never_a_condition_of_enrolment(kind: str, purposes: set[str], more: dict[str, Any]) -> None:
    for purpose in purposes:
        decision = ask("collect", action="require_for_enrolment", purpose=purpose, record={"kind": kind, **more})
        assert decision.outcome is Outcome.NO


def test_all_but_the_language_is_kept_for_its_program_alone() -> None:
    assert "collect_separately" in duties(ask("collect", purpose="state_reporting", record={"kind": "ethnicity"}))
    assert "collect_separately" not in duties(ask("collect", record={"kind": "home_language"}))


def test_the_federal_form_alone_asks_for_a_tribe() -> None:
    asked = {"purpose": "indian_education", "record": {"kind": "tribal_enrolment"}}
    assert missing(ask("collect", **asked)) == ["record.part_of_federal_form"]
