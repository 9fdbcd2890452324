"""Only what the regulation lists."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CATALOGUE, HoldingClass, Item
from fileroom.law.facts import RecordKind
from tests.each import each
from tests.law.worlds import ask, because

EXPECTED = {
    HoldingClass.PERMANENT: Outcome.MUST,
    HoldingClass.INTERIM: Outcome.MUST,
    HoldingClass.PERMITTED: Outcome.MAY,
    HoldingClass.APART: Outcome.MAY,
}


@each("item", CATALOGUE.values(), ids=lambda item: item.code)
def test_each_item_of_the_catalogue_is_taken_in_as_its_class_says(item: Item) -> None:
    assert ask("collect", record={"kind": item.code}).outcome is EXPECTED[item.class_]


MADE_OF_ITEMS = {
    "cumulative_file", "permanent_record", "interim_record", "permitted_record", "transcript", "grades", "attendance",
    "iep_or_504_plan", "address", "enrolment_status", "schedule",
}  # fmt: skip
KEPT_OUTSIDE = {
    "challenge_file", "name_gender_change", "juvenile_court_notice", "school_police_notice",
    "immigration_incident_file",
}  # fmt: skip
OF_ANOTHER_RULE = {"proof_of_age", "proof_of_residency", "home_language", "homeless_status"}
DIRECTORY = {"telephone", "directory_information"}
WAITS_FOR_COUNSEL = {"itin"}
ALLOWED = {*CATALOGUE, *MADE_OF_ITEMS, *KEPT_OUTSIDE, *OF_ANOTHER_RULE, *DIRECTORY, *WAITS_FOR_COUNSEL}


@pytest.mark.parametrize("kind", sorted(MADE_OF_ITEMS | KEPT_OUTSIDE | DIRECTORY))
def test_what_is_made_of_listed_items_or_has_its_own_statute_may_be_taken_in(kind: str) -> None:
    decision = ask("collect", record={"kind": kind})
    assert decision.outcome is Outcome.MAY
    assert ("kept_apart" in decision.limits) is (kind in KEPT_OUTSIDE)
    assert ask("collect", action="require_for_enrolment", record={"kind": kind}).granted is (kind == "address")


@each("kind", [kind for kind in RecordKind if kind not in ALLOWED])
def test_nothing_else_is_taken_in_at_enrolment(kind: RecordKind) -> None:
    assert ask("collect", record={"kind": kind.value}).outcome is Outcome.NO


def test_the_refusal_says_that_there_is_no_other() -> None:
    assert because(ask("collect", record={"kind": "photo_or_video"})) == ["collection.catalogue_kinds.no_other"]


def test_a_permitted_item_is_never_a_condition_of_enrolment() -> None:
    assert ask("collect", action="require_for_enrolment", record={"kind": "disciplinary_notice"}).outcome is Outcome.NO
