"""Lists of persons by religion, origin or ethnicity."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Purpose, RequesterKind
from tests.each import each
from tests.law.worlds import ask, because, duties

TRAITS = [
    "religion", "national_origin", "ethnicity", "birth_country", "place_of_birth", "us_entry_date",
    "first_us_school_date", "citizenship_status", "immigration_document", "home_language", "tribal_enrolment",
]  # fmt: skip
PROGRAMS = {
    ("ethnicity", "state_reporting"), ("home_language", "state_reporting"), ("home_language", "educational_interest"),
    ("birth_country", "title_iii_immigrant_count"), ("first_us_school_date", "title_iii_immigrant_count"),
    ("tribal_enrolment", "indian_education"),
}  # fmt: skip


@each("kind", TRAITS)
@each("purpose", sorted(Purpose))
def test_no_list_of_persons_by_such_a_trait_but_for_a_named_program(kind: str, purpose: str) -> None:
    decision = ask("list", purpose=purpose, record={"kind": kind})
    assert decision.outcome is (Outcome.MAY if (kind, purpose) in PROGRAMS else Outcome.NO)


@each("who", sorted(RequesterKind))
def test_even_that_list_goes_to_the_schools_own_and_the_states_education_agency_alone(who: str) -> None:
    person = {"kind": who, "identity": "verified", "interest": "stated_and_fits"}
    decision = ask("list", purpose="state_reporting", record={"kind": "ethnicity"}, requester=person)
    own = {"employee", "substitute", "administrator", "teacher", "counselor", "nurse", "custodian_of_records",
           "board_member", "sarb_member", "system", "state_agency"}  # fmt: skip
    assert decision.granted is (who in own)
    assert ("second_approval" in duties(decision)) is decision.granted


@pytest.mark.parametrize("kind", TRAITS)
def test_a_list_is_of_persons_unless_it_is_said_to_name_no_one(kind: str) -> None:
    assert ask("list", record={"kind": kind, "identifies_student": True}, purpose="planning").outcome is Outcome.NO
    assert ask("list", record={"kind": kind, "identifies_student": False}, purpose="planning").outcome is Outcome.MAY


@each("purpose", ["registry", "immigration_enforcement"])
@each("kind", ["attendance", "legal_name", "student_address", *TRAITS])
def test_no_list_of_any_kind_for_a_registry_or_for_enforcement(purpose: str, kind: str) -> None:
    assert ask("list", purpose=purpose, record={"kind": kind}).outcome is Outcome.NO
    for paper in ("court_order", "consent"):
        assert not ask("list", purpose=purpose, record={"kind": kind}, papers=[{"kind": paper}]).granted


@each("action", ["inspect", "copy", "disclose", "transfer", "redisclose", "publish", "view_log"])
@each("who", ["federal_agency", "police", "state_agency", "vendor", "teacher", "nonprofit"])
def test_nothing_about_a_person_is_released_for_a_registry(action: str, who: str) -> None:
    decision = ask(
        "consent",
        action=action,
        purpose="registry",
        requester={"kind": who, "identity": "verified", "relationship": "verified", "has_student": True,
                   "interest": "stated_and_fits"},
    )  # fmt: skip
    assert decision.outcome is Outcome.NO
    assert "disclosure.registries.nothing_released_for_a_registry" in because(decision)


def test_a_familys_own_right_to_see_is_not_weighed_by_its_purpose() -> None:
    assert ask("parent", purpose="registry").outcome is Outcome.MUST


def test_a_courts_own_order_for_a_registry_waits_for_counsel() -> None:
    order: dict[str, Any] = {
        "kind": "court_order", "signed_by_judge": True, "names_these_records": True, "valid_on": True,
    }  # fmt: skip
    waits = ask("court", purpose="registry", papers=[order])
    assert waits.outcome is Outcome.NEEDS_MORE
    assert [it.fact for it in waits.missing] == ["other.counsel_cleared"]


def test_a_false_agency_of_the_state_makes_no_list_for_a_named_program() -> None:
    facts = {"purpose": "title_iii_immigrant_count", "record__kind": "birth_country"}
    assert ask("list", requester={"kind": "state_agency", "identity": "verified"}, **facts).granted
    assert ask("list", requester={"kind": "state_agency", "identity": "refuted"}, **facts).outcome is Outcome.NO
