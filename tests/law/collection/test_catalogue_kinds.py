"""Only what the regulation lists."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CATALOGUE, HoldingClass, Item
from fileroom.law.facts import RecordKind
from tests.law.worlds import ask, because

EXPECTED = {
    HoldingClass.PERMANENT: Outcome.MUST,
    HoldingClass.INTERIM: Outcome.MUST,
    HoldingClass.PERMITTED: Outcome.MAY,
    HoldingClass.APART: Outcome.MAY,
}


@pytest.mark.parametrize("item", CATALOGUE.values(), ids=lambda item: item.code)
def test_each_item_of_the_catalogue_is_taken_in_as_its_class_says(item: Item) -> None:
    assert ask("collect", record={"kind": item.code}).outcome is EXPECTED[item.class_]


@pytest.mark.parametrize("kind", [kind for kind in RecordKind if kind not in CATALOGUE])
def test_nothing_else_is_taken_in(kind: RecordKind) -> None:
    assert ask("collect", record={"kind": kind.value}).outcome is Outcome.NO


def test_the_refusal_says_that_there_is_no_other() -> None:
    assert because(ask("collect", record={"kind": "religion"})) == ["collection.catalogue_kinds.no_other"]


def test_a_permitted_item_is_never_a_condition_of_enrolment() -> None:
    assert ask("collect", action="require_for_enrolment", record={"kind": "disciplinary_notice"}).outcome is Outcome.NO
