"""No letter about somebody and no text for a tool carries what may indicate a family's status."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.marks import TELLING_KINDS
from tests import factories as make
from tests.collection.orders.filing import HEAD
from tests.conftest import AT


def writes(town: make.Town, said: str, *, about: bool, kind: str = "social_media_vendor", of: str = "why") -> Any:
    """A letter to a company about Ana, or about nobody, that says it of one of its facts."""
    from fileroom.hosting import district_transaction
    from fileroom.letters import KINDS
    from fileroom.records.issuing import Draft, issue

    facts = dict.fromkeys(KINDS[kind].facts, "x") | {of: said}
    draft = Draft(kind, "en", facts, about=uuid4(), student=town.ana.id if about else None)
    with district_transaction():
        return issue(draft, head=HEAD, by=town.registrar.by, role="registrar", decision=None, sealed=False, at=AT)


def test_a_letter_about_a_student_that_tells_is_not_issued_and_the_refusal_repeats_nothing(town: make.Town) -> None:
    with pytest.raises(ValidationError) as refused:
        writes(town, "She was born in Oaxaca", about=True)
    said = str(refused.value.messages[0])
    assert "immigration status" in said and "Take it out" in said and "Oaxaca" not in said
    assert writes(town, "the reading app", about=True).pdf
    assert writes(town, "She was born in Oaxaca", about=False).pdf


@pytest.mark.parametrize(
    ("kind", "of", "name"),
    [
        ("social_media_vendor", "company", "Visa Education"), ("social_media_vendor", "student", "Ana Visa Torres"),
        ("social_media_vendor", "signer", "Daca Asilo"), ("nonenrolment", "student", "Visa Torres"),
        ("deletion_demand", "company", "Green Card Reading"), ("enforcement_family_notice", "place", "Asilo School"),
    ],
)  # fmt: skip
def test_a_name_is_not_what_somebody_wrote(town: make.Town, kind: str, of: str, name: str) -> None:
    assert writes(town, name, about=True, kind=kind, of=of).pdf


def test_a_notice_of_a_breach_says_what_was_taken_as_the_law_wants(town: make.Town) -> None:
    """Civ. Code 1798.29(d)(2)(B): the types of personal information."""
    said = "A list with names and places of birth, and the place of birth of some parents, was taken."
    assert writes(town, said, about=True, kind="breach_notice", of="happened").pdf


def test_what_a_demand_to_a_company_says_of_a_student_is_looked_at(town: make.Town) -> None:
    with pytest.raises(ValidationError):
        writes(town, "Her letters about la deportacion", about=True, kind="deletion_demand", of="what")


def test_what_is_written_into_a_letter_is_a_fact_of_it() -> None:
    from fileroom.letters import KINDS

    written = {(it.name, fact) for it in KINDS.values() for fact in it.written}
    assert written == {("social_media_vendor", "why"), ("deletion_demand", "what")}
    assert all(it.written <= it.facts for it in KINDS.values())


def test_no_tool_is_approved_for_a_kind_of_text_that_tells() -> None:
    from fileroom.programmes.tools.register import KINDS

    assert TELLING_KINDS.isdisjoint(KINDS)
