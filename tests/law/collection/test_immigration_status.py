"""Citizenship and immigration."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

STATUS = ["citizenship_status", "immigration_document", "us_entry_date", "birth_country", "national_origin"]
COUNT = {"purpose": "title_iii_immigrant_count", "record": {"kind": "birth_country", "separate_from_enrolment": True}}


@pytest.mark.parametrize("kind", STATUS)
@pytest.mark.parametrize("action", ["collect", "solicit", "require_for_enrolment"])
def test_nothing_on_status_is_taken_in(kind: str, action: str) -> None:
    decision = ask("collect", record={"kind": kind}, action=action)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["collection.immigration_status.no_status_and_no_documents"]


def test_the_place_of_birth_is_a_mandatory_item_and_is_taken_in_by_method_of_proof() -> None:
    decision = ask("collect", record={"kind": "place_of_birth"})
    assert decision.outcome is Outcome.MUST
    assert "limit_to_form" in duties(decision)


def test_the_title_iii_count_takes_a_birth_country_apart_from_enrolment_and_no_status() -> None:
    decision = ask("collect", **COUNT)
    assert decision.outcome is Outcome.MAY
    assert "collect_separately" in duties(decision)
    assert ask(
        "collect", **{**COUNT, "record": {"kind": "birth_country", "separate_from_enrolment": False}}
    ).outcome is (Outcome.NO)
    assert missing(ask("collect", **{**COUNT, "record": {"kind": "birth_country"}})) == [
        "record.separate_from_enrolment"
    ]
    assert ask(
        "collect", **{**COUNT, "record": {"kind": "citizenship_status", "separate_from_enrolment": True}}
    ).outcome is (Outcome.NO)


def test_even_before_the_ban_nothing_on_status_was_in_the_catalogue() -> None:
    assert ask("collect", on="2024-10-19", record={"kind": "citizenship_status"}).outcome is Outcome.NO
