"""What may be added to a file."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import CATALOGUE, HoldingClass, Outcome
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

GONE: dict[str, Any] = {"student__former": True}
SIGNED = ("behaviour_report", "counsellor_or_teacher_rating", "special_education")
PLAIN = [item.code for item in CATALOGUE.values() if item.class_ is not HoldingClass.APART and item.code not in SIGNED]
STATUTORY = ["rejoinder", "name_gender_change", "access_log", "consent_form", "court_order"]


@each("kind", PLAIN)
def test_every_listed_item_is_added_while_the_student_is_here(kind: str) -> None:
    assert ask("add", record={"kind": kind}).granted


@pytest.mark.parametrize("kind", ["business_record", "ssn", "religion", "meal_eligibility", "child_abuse_report"])
def test_nothing_else_is(kind: str) -> None:
    assert ask("add", record={"kind": kind}).outcome is Outcome.NO


@pytest.mark.parametrize("kind", SIGNED)
def test_a_report_is_dated_and_signed_by_its_maker(kind: str) -> None:
    assert ask("add", record={"kind": kind, "dated_and_signed": True}).outcome is Outcome.MAY
    assert missing(ask("add", record={"kind": kind, "dated_and_signed": False})) == ["record.dated_and_signed"]


def test_after_leaving_only_what_is_routine_or_consented_to() -> None:
    assert ask("add", other={"routine_update": True}, **GONE).outcome is Outcome.MAY
    refused = ask("add", other={"routine_update": False}, **GONE)
    assert because(refused) == ["casework.additions.after_the_student_has_left_nothing_new"]
    assert missing(ask("add", **GONE)) == ["other.routine_update"]
    consent = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "records": True}
    assert ask("add", other={"routine_update": False}, papers=[consent], **GONE).outcome is Outcome.MAY


@pytest.mark.parametrize("kind", STATUTORY)
def test_what_a_statute_adds_is_added_after_leaving_too(kind: str) -> None:
    assert ask("add", record={"kind": kind}, **GONE).outcome is Outcome.MUST


def test_discipline_names_its_offence_and_teachers_hear_of_danger() -> None:
    fight = ask("add", record={"kind": "discipline"}, other={"dangerous_conduct": True})
    assert {"identify_offence", "inform_teachers"} <= duties(fight)
    tobacco = ask("add", record={"kind": "discipline"}, other={"dangerous_conduct": False})
    assert "inform_teachers" not in duties(tobacco)
    assert "inform_teachers" not in duties(ask("add", record={"kind": "discipline"}))
    assert "identify_offence" not in duties(ask("add"))
