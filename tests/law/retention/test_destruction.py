"""What may be destroyed, and when."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import CATALOGUE, HoldingClass
from tests.law.worlds import ask, because, duties, missing

PERMANENT = [item.code for item in CATALOGUE.values() if item.class_ is HoldingClass.PERMANENT]
INTERIM = [
    item.code for item in CATALOGUE.values() if item.class_ is HoldingClass.INTERIM and item.code != "access_log"
]


@pytest.mark.parametrize("kind", [*PERMANENT, "permanent_record", "cumulative_file", "transcript", "grades"])
def test_a_permanent_record_is_never_destroyed_however_useless(kind: str) -> None:
    decision = ask("destroy", record={"kind": kind, "no_longer_needed": True}, student__months_since_left=900)
    assert decision.outcome is Outcome.NO
    ban = "consents" if kind == "consent_form" else "permanent_records"
    assert because(decision) == [f"retention.destruction.{ban}"]


@pytest.mark.parametrize("kind", INTERIM)
def test_an_interim_record_goes_in_the_third_school_year_and_not_before(kind: str) -> None:
    outcomes = [
        ask("destroy", record={"kind": kind}, student__school_years_since_classified=n).outcome for n in (2, 3, 4)
    ]
    assert outcomes == [Outcome.NO, Outcome.MUST, Outcome.MUST]
    assert missing(ask("destroy", record={"kind": kind}, student__school_years_since_classified=None)) == [
        "student.school_years_since_classified"
    ]


@pytest.mark.parametrize("class_", [None, "interim", "permitted"])
def test_the_log_outlives_its_class_while_anything_it_describes_is_kept(class_: str | None) -> None:
    record = {"kind": "access_log", "class": class_, "no_longer_needed": True}
    assert because(ask("destroy", record=record)) == ["retention.destruction.the_log_of_what_is_kept"]
    assert ask("destroy", record={**record, "describes_nothing_kept": True}).granted


def test_the_document_about_a_changed_name_is_never_destroyed() -> None:
    record = {"kind": "name_gender_change", "class": "interim", "no_longer_needed": True}
    assert because(ask("destroy", record=record)) == ["retention.destruction.name_documents"]


def test_a_refusal_of_directory_information_is_carried_over_before_it_goes() -> None:
    assert "honor_opt_out" in duties(ask("destroy", record={"kind": "directory_restriction"}))
    assert "honor_opt_out" not in duties(ask("destroy"))


def test_a_record_whose_class_nobody_knows_is_kept_and_the_class_asked() -> None:
    decision = ask("destroy", record={"kind": "attendance"})
    assert not decision.granted
    assert ask("destroy", record={"kind": "attendance", "class": "interim"}).outcome is Outcome.MUST


def test_a_consent_called_permitted_is_kept_all_the_same() -> None:
    decision = ask("destroy", record={"kind": "consent_form", "class": "permitted", "no_longer_needed": True})
    assert "retention.destruction.consents" in because(decision)


def test_what_goes_is_destroyed_so_that_nobody_can_read_it() -> None:
    assert "secure_destruction" in duties(ask("destroy"))
    assert "secure_destruction" not in duties(ask("destroy", record={"kind": "transcript"}))


@pytest.mark.parametrize("kind", ["marks_and_credits", "immunization", "transcript", "legal_name"])
@pytest.mark.parametrize("class_", ["interim", "permitted", "apart"])
def test_an_item_the_regulation_makes_permanent_stays_whatever_class_somebody_gives_it(kind: str, class_: str) -> None:
    record = {"kind": kind, "class": class_, "no_longer_needed": True}
    assert "retention.destruction.permanent_records" in because(ask("destroy", record=record))
    judged = ask("destroy", action="classify", record=record)
    assert because(judged) == ["retention.classification.permanent_records"]
    assert ask("retain", record={"kind": kind, "class": class_}).outcome is Outcome.MUST


def test_an_interim_item_called_permitted_keeps_the_interim_clock() -> None:
    record = {"kind": "special_education", "class": "permitted", "no_longer_needed": True}
    early = ask("destroy", record=record, student__school_years_since_classified=1, student__months_since_left=6)
    assert early.outcome is Outcome.NO
    assert ask("destroy", record=record, student__school_years_since_classified=3).outcome is Outcome.MUST


@pytest.mark.parametrize(("years", "outcome"), [(None, "no"), (0, "no"), (2, "no"), (3, "may"), (4, "may")])
def test_a_test_result_passes_to_the_permitted_records_with_three_years(years: int | None, outcome: str) -> None:
    facts = {"student__school_years_since_classified": 2, "record__no_longer_needed": True}
    result = {"kind": "test_results", "years_since_test": years, "no_longer_needed": True}
    assert ask("destroy", **{**facts, "record": result}).outcome == outcome
    assert ask("retain", record=result, student__school_years_since_classified=4).outcome == outcome
    assert ask("destroy", action="classify", record=result).granted is (outcome == "no")
