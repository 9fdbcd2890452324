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


def writes(town: make.Town, product: str, *, about: bool) -> Any:
    """A letter to a company about Ana, or about nobody."""
    from fileroom.hosting import district_transaction
    from fileroom.letters import KINDS
    from fileroom.records.issuing import Draft, issue

    facts = dict.fromkeys(KINDS["social_media_vendor"].facts, "x")
    facts[sorted(facts)[0]] = product
    draft = Draft("social_media_vendor", "en", facts, about=uuid4(), student=town.ana.id if about else None)
    with district_transaction():
        return issue(draft, head=HEAD, by=town.registrar.by, role="registrar", decision=None, sealed=False, at=AT)


def test_a_letter_about_a_student_that_tells_is_not_issued_and_the_refusal_repeats_nothing(town: make.Town) -> None:
    with pytest.raises(ValidationError) as refused:
        writes(town, "She was born in Oaxaca", about=True)
    said = str(refused.value.messages[0])
    assert "immigration status" in said and "Take it out" in said and "Oaxaca" not in said
    assert writes(town, "the reading app", about=True).pdf
    assert writes(town, "She was born in Oaxaca", about=False).pdf


def test_no_tool_is_approved_for_a_kind_of_text_that_tells() -> None:
    from fileroom.programmes.tools.register import KINDS

    assert TELLING_KINDS.isdisjoint(KINDS)
