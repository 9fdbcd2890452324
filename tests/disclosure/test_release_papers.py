"""What a paper opens: the records it names, to whom it names, on its days, where the one who gave it could."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from fileroom.disclosure.shown import Everything, ShownCourtPaper
from fileroom.law.facts import ConsentForm, PaperKind, Purpose
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entry, filed
from tests.disclosure.releases import (
    AGENCY,
    DANA,
    ORDER,
    consent,
    days,
    duties,
    hands_over,
    lacks,
    opened_of,
    parties,
)  # fmt: skip


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "What the court asked for.")


@pytest.mark.parametrize(
    ("paper", "outcome"),
    [
        (replace(ORDER, signed_by_judge=False), "no"),
        (replace(ORDER, records=("health", "discipline")), "no"),
        (replace(ORDER, records=()), "no"),
        (replace(ORDER, to_on=days(-1)), "no"),
        (replace(ORDER, from_on=days(1)), "no"),
        (replace(ORDER, from_on=None), "needs_more"),
        (replace(ORDER, records=None), "needs_more"),
        (replace(ORDER, signed_by_judge=None), "needs_more"),
        (AGENCY, "no"),
        (ShownCourtPaper(PaperKind.AGENCY_LETTER), "no"),
        (ShownCourtPaper(PaperKind.CIVIL_SUBPOENA, records=Everything.RECORDS, from_on=days(-5)), "needs_more"),
        (
            ShownCourtPaper(
                PaperKind.CIVIL_SUBPOENA, records=Everything.RECORDS, from_on=days(-5), family_served_on=days(1)
            ),
            "no",
        ),
    ],
)
def test_a_paper_that_is_not_enough_for_this_record_today_releases_nothing(
    town: make.Town, record: UUID, paper: ShownCourtPaper, outcome: str
) -> None:
    from fileroom.disclosure.services import Refused

    refused = hands_over(town.registrar.by, record, paper)
    assert isinstance(refused, Refused)
    assert refused.decision.outcome == outcome
    noted = entry(refused.entry)
    assert (noted.act, noted.record, noted.purpose) == ("disclosure:refused", record, "court_process")
    assert noted.sealed
    assert opened_of(record) == []


def test_an_order_reaches_from_its_first_day_to_its_last(town: make.Town, record: UUID) -> None:
    one_day = replace(ORDER, from_on=days(0), to_on=days(0))
    assert type(hands_over(town.registrar.by, record, one_day)).__name__ == "Released"


def test_a_civil_subpoena_opens_the_records_of_a_young_child_when_the_family_was_served(
    town: make.Town, record: UUID
) -> None:
    served = ShownCourtPaper(
        PaperKind.CIVIL_SUBPOENA, records=Everything.RECORDS, from_on=days(-5),
        family_served_on=days(-20), family_told_on=days(-4),
    )  # fmt: skip
    assert type(hands_over(town.registrar.by, record, served)).__name__ == "Released"
    make.change(town.ana, birth_on=days(0) - 13 * make.YEAR)
    assert lacks(hands_over(town.registrar.by, record, served)) == ["papers.civil_subpoena.minor_served"]
    both = replace(served, student_served_on=days(-20))
    assert type(hands_over(town.registrar.by, record, both)).__name__ == "Released"


def test_a_complete_consent_opens_the_record_it_names_to_the_one_it_names(town: make.Town, record: UUID) -> None:
    done = hands_over(town.registrar.by, record, consent(town), purpose=Purpose.LITIGATION)
    assert type(done).__name__ == "Released", done.decision.says
    assert {"no_redisclosure_notice", "retain_consent"} <= duties(done)


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"records": ("health",)}, "records"),
        ({"records": ()}, "records"),
        ({"records": None}, "records"),
        ({"recipient": "Sam Poe"}, "recipient"),
        ({"recipient": ""}, "recipient"),
        ({"purpose": Purpose.NEWS}, "purpose"),
        ({"purpose": None}, "purpose"),
        ({"signed_on": None}, "dated"),
        ({"signed_on": days(1)}, "dated"),
        ({"to_on": days(-1)}, "records"),
        ({"signed": False}, "signed"),
        ({"form": ConsentForm.ORAL, "signed": False}, "form"),
        ({"form": ConsentForm.ELECTRONIC}, "authenticated"),
    ],
)
def test_a_consent_is_worth_what_it_names_and_no_more(
    town: make.Town, record: UUID, changes: dict[str, Any], lacking: str
) -> None:
    answer = hands_over(town.registrar.by, record, consent(town, **changes), purpose=Purpose.LITIGATION)
    assert answer.decision.outcome == "needs_more"
    assert f"papers.consent.{lacking}" in lacks(answer)
    assert opened_of(record) == []


def test_a_consent_for_one_record_does_not_open_the_next(town: make.Town, record: UUID) -> None:
    from fileroom.collection.services import Collected, collect

    other = collect(town.ana.id, "legal_name", {"given": "Ana", "family": "Torres"}, by=town.registrar.by, at=AT)
    assert isinstance(other, Collected)
    refused = hands_over(town.registrar.by, other.record, consent(town), purpose=Purpose.LITIGATION)
    assert lacks(refused) == ["papers.consent.records"]


def test_the_party_may_be_the_one_the_consent_names(town: make.Town, record: UUID) -> None:
    given = consent(town, recipient="roe  AND partners")
    assert type(hands_over(town.registrar.by, record, given, purpose=Purpose.LITIGATION)).__name__ == "Released"


@pytest.mark.parametrize("case", ["without custody", "restrained", "adult's parent", "minor", "stranger", "ended"])
def test_a_consent_by_another_opens_nothing(town: make.Town, record: UUID, case: str) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    by = {"minor": town.ana.id, "stranger": None, "adult's parent": town.mother.row.id}.get(case, father.row.id)
    if case == "without custody":
        make.custody(father.relation, legal=False)
    if case == "restrained":
        make.order(town.ana, father.row)
    if case == "ended":
        make.change(make.custody(father.relation), rights_terminated=True)
    if case == "adult's parent":
        make.change(town.ana, birth_on=days(0) - 19 * make.YEAR)
    answer = hands_over(town.registrar.by, record, consent(town, by=by), purpose=Purpose.LITIGATION)
    assert answer.decision.outcome == "no", answer.decision.says
    assert opened_of(record) == []


def test_a_parent_whose_tie_is_only_claimed_has_signed_for_nobody_yet(town: make.Town, record: UUID) -> None:
    father = make.related("father", town.ana, verified=False)
    answer = hands_over(town.registrar.by, record, consent(town, by=father.row.id), purpose=Purpose.LITIGATION)
    assert lacks(answer) == ["papers.consent.by"]


def test_where_paper_orders_are_not_entered_a_parents_consent_is_not_known_to_be_theirs_to_give(
    town: make.Town, record: UUID
) -> None:
    make.change(town.school, orders_entered_on=None)
    answer = hands_over(town.registrar.by, record, consent(town), purpose=Purpose.LITIGATION)
    assert "papers.consent.by" in lacks(answer)
    assert opened_of(record) == []


def test_parents_who_both_agreed_in_writing_may_each_consent(town: make.Town, record: UUID) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    make.custody(father.relation, legal=False)
    make.change(make.order(town.ana, father.row, kind="both_parents_may_consent_agreement"), restrained=None)
    answer = hands_over(town.registrar.by, record, consent(town, by=father.row.id), purpose=Purpose.LITIGATION)
    assert type(answer).__name__ == "Released", answer.decision.says


def test_an_adult_student_consents_and_receives(town: make.Town, record: UUID) -> None:
    make.change(town.ana, birth_on=days(0) - 19 * make.YEAR)
    given = consent(town, by=town.ana.id)
    assert type(hands_over(town.registrar.by, record, given, purpose=Purpose.LITIGATION)).__name__ == "Released"
    own = replace(DANA, on_file=town.ana.id)
    done = hands_over(town.registrar.by, record, to=own, purpose=Purpose.SELF_INSPECTION)
    assert type(done).__name__ == "Released"
    assert parties()[done.entry].said == "Ana Torres", "by the name on the file, whatever was typed"
