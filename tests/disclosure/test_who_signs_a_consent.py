"""Whose signature opens a record to somebody outside: only theirs who hold the right to consent on that day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from fileroom.law.facts import Purpose
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.disclosure.releases import consent, hands_over, opened_of


def to_the_attorney(town: make.Town, record: UUID, signer: UUID) -> Any:
    """What becomes of a whole consent that this person has signed for the attorney."""
    return hands_over(town.registrar.by, record, consent(town, by=signer), purpose=Purpose.LITIGATION)


@pytest.mark.parametrize("kind", ["stay_away_no_records_clause", "education_rights_limited"])
def test_a_parent_whose_own_look_waits_for_counsel_opens_nothing_to_an_attorney(town: make.Town, kind: str) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation)
    record = filed(town.registrar.by, town.ana)
    assert type(to_the_attorney(town, record, father.row.id)).__name__ == "Released"
    make.order(town.ana, father.row, kind=kind)
    answer = to_the_attorney(town, record, father.row.id)
    assert (answer.decision.outcome, len(opened_of(record))) == ("needs_more", 1)
    assert type(to_the_attorney(town, record, town.mother.row.id)).__name__ == "Released"


def test_an_adult_found_incompetent_opens_nothing_and_the_parent_does(town: make.Town) -> None:
    adult = make.student("Eve", "Torres", birth_on=AT.date() - 20 * make.YEAR, grade="12")
    make.enrolment(adult, town.school)
    make.relationship(adult, town.mother.row)
    record = filed(town.registrar.by, adult)
    assert type(to_the_attorney(town, record, adult.id)).__name__ == "Released"
    make.change(adult, adjudged_incompetent_on=AT.date() - timedelta(days=100))
    assert to_the_attorney(town, record, adult.id).decision.outcome == "no"
    assert type(to_the_attorney(town, record, town.mother.row.id)).__name__ == "Released"
