"""Individual taxpayer numbers."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import Purpose
from tests.each import each
from tests.law.worlds import ask, because, duties, missing


@pytest.mark.parametrize("action", ["collect", "solicit"])
def test_a_taxpayer_number_waits_for_counsel(action: str) -> None:
    waits = ask("collect", action=action, record={"kind": "itin"})
    assert waits.outcome is Outcome.NEEDS_MORE
    assert missing(waits) == ["other.counsel_cleared"]
    assert because(waits) == ["collection.taxpayer_numbers.if_counsel_agrees"]
    assert "counsel_review" in duties(waits)


def test_counsel_decides_it_either_way() -> None:
    assert ask("collect", record={"kind": "itin"}, other={"counsel_cleared": True}).outcome is Outcome.MAY
    refused = ask("collect", record={"kind": "itin"}, other={"counsel_cleared": False})
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["collection.taxpayer_numbers.no_taxpayer_number"]


@each("purpose", sorted(Purpose))
def test_no_purpose_opens_it_without_counsel(purpose: str) -> None:
    assert not ask("collect", purpose=purpose, record={"kind": "itin"}).granted


def test_enrolment_never_depends_on_it() -> None:
    asked = ask("collect", action="require_for_enrolment", record={"kind": "itin"}, other={"counsel_cleared": True})
    assert asked.outcome is Outcome.NO


def test_it_goes_into_no_students_file() -> None:
    assert not ask("collect", action="add_to_record", record={"kind": "itin"}, other={"counsel_cleared": True}).granted
