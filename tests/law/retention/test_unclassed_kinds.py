"""Kinds on which the regulation sets no class: whoever keeps, judges or destroys one is asked of which it is."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CLASS_OF_KIND, NEVER_ASKED_FOR, NEVER_PERMANENT
from fileroom.law.facts import RecordKind
from tests.each import each
from tests.law.worlds import ask, because, missing

UNCLASSED = sorted(set(RecordKind) - set(CLASS_OF_KIND) - NEVER_ASKED_FOR)
CLASSIFIED: dict[str, Any] = {"action": "classify", "record__no_longer_needed": True}


def test_attendance_the_schedule_and_a_photo_are_among_them_and_no_item_of_the_catalogue_is() -> None:
    assert {"attendance", "schedule", "photo_or_video"} <= set(UNCLASSED)
    assert "health" not in UNCLASSED and "ssn" not in UNCLASSED


@each("kind", UNCLASSED)
@each("asked", [("destroy", {}), ("retain", {}), ("destroy", CLASSIFIED)])
def test_each_act_asks_for_the_class(asked: tuple[str, dict[str, Any]], kind: str) -> None:
    base, more = asked
    decision = ask(base, record__kind=kind, **more)
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["record.class"]


@pytest.mark.parametrize("reading", ["B", "C"])
def test_under_each_reading_of_the_board(reading: str) -> None:
    facts = {
        "record": {"kind": "attendance", "school_years_since_origin": 3}, "student__school_years_since_left": 3,
        "student__school_years_since_classified": None, "student__months_since_left": 1,
    }  # fmt: skip
    assert missing(ask("destroy", district__interim_reading=reading, **facts)) == ["record.class"]


@pytest.mark.parametrize(("class_", "gone"), [("interim", Outcome.MUST), ("permitted", Outcome.MAY)])
def test_the_class_once_said_decides(class_: str, gone: Outcome) -> None:
    record = {"kind": "attendance", "class": class_, "no_longer_needed": True}
    assert ask("destroy", record=record).outcome is gone


@pytest.mark.parametrize("kind", ["address", "attendance", "directory_information", "enrolment_status"])
def test_a_permanent_one_stays_where_the_regulation_lists_such_an_item(kind: str) -> None:
    record = {"kind": kind, "class": "permanent"}
    assert ask("destroy", record=record).outcome is Outcome.NO
    assert ask("retain", record=record).outcome is Outcome.MUST


def test_nobodys_word_makes_permanent_what_the_regulation_does_not_list() -> None:
    assert {"parent_departure_proof", "proof_of_age", "ethnicity", "migratory_moves"} <= NEVER_PERMANENT
    for kind in sorted(NEVER_PERMANENT):
        record = {"kind": kind, "class": "permanent"}
        assert because(ask("retain", record=record)) == ["retention.keeping.permanent_in_name_alone"]
        assert ask("destroy", record=record).outcome is Outcome.NO
        assert ask("retain", record={**record, "class": "permitted"}).outcome is Outcome.MAY
        assert ask("retain", record={**record, "on_hold": True}).outcome is Outcome.MUST


def test_what_goes_on_this_day_under_no_class_is_refused_without_asking() -> None:
    young = {"student__school_years_since_classified": 1, "student__months_since_left": 2}
    assert ask("destroy", record__kind="attendance", **young).outcome is Outcome.NO
