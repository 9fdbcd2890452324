"""What may not be asked for is a record of no class."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CLASS_OF_KIND, NEVER_ASKED_FOR
from fileroom.law.collection.immigration_status import OF_STATUS
from fileroom.law.collection.social_security_numbers import A_NUMBER
from fileroom.law.facts import RecordClass, RecordKind
from tests.each import each
from tests.law.retention.schedule.cases import of
from tests.law.worlds import ask, because, duties, missing

CLASSES = (None, *RecordClass)
BANNED = sorted(NEVER_ASKED_FOR - {RecordKind.ITIN})  # of a taxpayer number counsel decides


@each("class_", CLASSES)
@each("kind", BANNED)
def test_whatever_class_somebody_gives_it_it_is_not_kept(kind: RecordKind, class_: RecordClass | None) -> None:
    found: dict[str, Any] = {"kind": kind.value, "class": class_ and class_.value}
    kept = ask("retain", record=found)
    assert because(kept) == ["retention.never_taken_in.no_record_of_any_class"]
    assert "counsel_review" in duties(kept)
    assert ask("retain", record={**found, "on_hold": True}).outcome is Outcome.MUST
    assert missing(ask("destroy", record=found)) == ["other.counsel_cleared"]
    assert ask("destroy", record=found, other__counsel_cleared=True).outcome is Outcome.MAY
    assert of(kind.value, record={"class": class_} if class_ else {}).blocked_by == ("counsel has not looked",)


@each("kind", sorted(NEVER_ASKED_FOR))
@each("purpose", [None, "financial_aid", "nslp_income_application", "indian_education"])
def test_a_federal_form_keeps_what_its_own_exception_covers_and_nothing_else(
    purpose: str | None, kind: RecordKind
) -> None:
    facts = {"record": {"kind": kind.value, "part_of_federal_form": True}} | ({"purpose": purpose} if purpose else {})
    kept = ask("retain", **facts)
    if kind is RecordKind.ADULT_SSN_LAST4 and purpose in (None, "nslp_income_application"):
        assert kept.outcome is Outcome.MAY
    elif (kind is RecordKind.SSN and purpose in (None, "financial_aid")) or kind is RecordKind.ITIN:
        assert missing(kept) == ["other.counsel_cleared"] and "counsel_review" in duties(kept)
        assert ask("retain", **facts, other__counsel_cleared=True).outcome is Outcome.MAY
    else:
        assert ask("retain", **facts, other__counsel_cleared=True).outcome is kept.outcome is Outcome.NO


@pytest.mark.parametrize("kind", BANNED)
def test_with_the_count_apart_only_what_it_counts_is_kept(kind: RecordKind) -> None:
    counted = kind in (RecordKind.BIRTH_COUNTRY, RecordKind.FIRST_US_SCHOOL_DATE)
    kept = ask("retain", record={"kind": kind.value, "class": "permanent", "separate_from_enrolment": True})
    assert kept.outcome is (Outcome.MAY if counted else Outcome.NO)


def test_it_is_what_the_gate_in_forbids_and_on_no_list_of_the_regulation() -> None:
    forbidden = A_NUMBER.values | OF_STATUS.values | {RecordKind.RELIGION}  # type: ignore[attr-defined]
    assert forbidden == set(BANNED)
    assert not NEVER_ASKED_FOR & set(CLASS_OF_KIND)


@pytest.mark.parametrize("class_", CLASSES)
def test_a_taxpayer_number_of_any_class_waits_for_counsel(class_: RecordClass | None) -> None:
    waits = ask("retain", record={"kind": "itin", "class": class_ and class_.value})
    assert missing(waits) == ["other.counsel_cleared"]
    assert not waits.granted and "counsel_review" in duties(waits)


def test_what_counsel_has_cleared_is_kept_with_its_form() -> None:
    cleared: list[dict[str, Any]] = [
        {"record": {"kind": "itin"}},
        {"purpose": "fingerprinting", "record": {"kind": "ssn", "whose": "parent"}},
        {"purpose": "work_permit", "record": {"kind": "ssn", "whose": "student"}},
    ]
    for facts in cleared:
        assert ask("retain", **facts, other__counsel_cleared=True).outcome is Outcome.MAY
        assert ask("retain", **facts, other__counsel_cleared=False).outcome is Outcome.NO


def test_the_number_of_who_works_here_is_kept_on_the_form_for_fingerprints_and_no_students() -> None:
    for whose, outcome in (("employee", Outcome.MAY), ("student", Outcome.NO)):
        kept = ask("retain", purpose="fingerprinting", record={"kind": "ssn", "whose": whose})
        assert kept.outcome is outcome


def test_what_the_count_needs_is_kept_for_the_count_and_for_no_registry() -> None:
    counted = {"record": {"kind": "birth_country", "separate_from_enrolment": True}}
    for purpose in ("title_iii_immigrant_count", "state_reporting", "retention_schedule"):
        assert ask("retain", purpose=purpose, **counted).outcome is Outcome.MAY
    for purpose in ("registry", "immigration_enforcement", "marketing"):
        assert ask("retain", purpose=purpose, **counted).outcome is Outcome.NO
