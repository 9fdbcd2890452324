"""Affidavits, certificates and agreements shown for a copy: facts for the law, and only of those whose they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from fileroom.disclosure.shown import STATED, Recipient, ShownCertificate
from fileroom.law.facts import PaperKind, Purpose, RequesterKind
from tests import factories as make
from tests.disclosure.asking import filed
from tests.disclosure.releases import days, duties, hands_over, lacks, parties, proposes
from tests.factories import change

PAM = Recipient("Pam Poe", RequesterKind.PROBATION_OFFICER, "County Probation", identity_checked=True)
NOTHING_ON = ShownCertificate(
    PaperKind.CERTIFICATION, "Pam Poe", signed=True, dated_on=days(-1), says=("no_redisclosure",)
)
STUDY = ("purpose", "scope", "duration", "destruction", "under_99_31_a_6")


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "Only for the court.")


def investigates(town: make.Town, record: UUID, shown: ShownCertificate | None, **changes: Any) -> Any:
    to = replace(PAM, **changes)
    return proposes(town.registrar.by, record, shown, to=to, purpose=Purpose.WARD_INVESTIGATION)


def test_a_certificate_opens_to_an_investigator_what_without_it_waits(town: make.Town, record: UUID) -> None:
    without = investigates(town, record, None)
    assert without.decision.outcome == "needs_more"
    assert "papers.certification" in lacks(without)
    asked = investigates(town, record, NOTHING_ON)
    assert (asked.decision.outcome, asked.owed, asked.ready) == ("must", (), True)
    assert "keep_certification" in duties(asked)
    done = hands_over(town.registrar.by, record, NOTHING_ON, to=PAM, purpose=Purpose.WARD_INVESTIGATION)
    assert parties()[done.entry].shown == "certification"


@pytest.mark.parametrize(
    "changes",
    [
        {"says": ()},
        {"says": ("truancy_only",)},
        {"to_on": days(-1)},
        {"dated_on": days(1)},
        {"by": "Sam Poe"},
        {"by": ""},
        {"kind": PaperKind.CAREGIVER_AFFIDAVIT, "says": ("items_1_to_4",)},
    ],
)
def test_one_that_says_less_has_run_out_or_is_anothers_opens_nothing(
    town: make.Town, record: UUID, changes: dict[str, Any]
) -> None:
    assert not investigates(town, record, replace(NOTHING_ON, **changes)).decision.granted


def test_it_may_be_the_organizations_and_holds_on_its_last_day(town: make.Town, record: UUID) -> None:
    for changes in ({"by": "county probation"}, {"to_on": days(0)}, {"dated_on": days(0)}):
        assert investigates(town, record, replace(NOTHING_ON, **changes)).decision.granted


def test_an_agreement_carries_what_was_ticked_in_it_and_no_more(town: make.Town, record: UUID) -> None:
    it = ShownCertificate(PaperKind.WRITTEN_AGREEMENT, "Study Hall", signed=True, dated_on=days(-9), says=STUDY)
    to = Recipient("Lee Roe", RequesterKind.RESEARCHER, "Study Hall", identity_checked=True)

    def asks(shown: ShownCertificate) -> Any:
        return proposes(town.registrar.by, record, shown, to=to, purpose=Purpose.STUDY)

    assert asks(it).decision.granted
    for lacking in STUDY:
        less = asks(replace(it, says=tuple(says for says in STUDY if says != lacking)))
        assert (less.decision.granted, lacks(less)) == (False, [f"papers.written_agreement.{lacking}"])
    assert lacks(asks(replace(it, signed=False))) == ["papers.written_agreement.signed"]


def test_a_caregiver_on_file_shows_the_affidavit(town: make.Town, record: UUID) -> None:
    aunt = make.related("aunt", town.ana)
    assert aunt.relation is not None
    change(aunt.relation, kind="caregiver")
    to = Recipient("", on_file=aunt.row.id, identity_checked=True)
    name = f"{aunt.row.given} {aunt.row.family}"
    it = ShownCertificate(PaperKind.CAREGIVER_AFFIDAVIT, name, signed=True, dated_on=days(-9), says=("items_1_to_4",))

    def asks(shown: ShownCertificate | None) -> Any:
        return proposes(town.registrar.by, record, shown, to=to, purpose=Purpose.CARE_OF_CHILD)

    assert not asks(None).decision.granted
    assert asks(it).decision.granted
    assert not asks(replace(it, says=())).decision.granted
    assert not asks(replace(it, signed=False)).decision.granted


def test_the_page_has_words_for_all_that_may_be_stated() -> None:
    from fileroom.web import release_words as words
    from fileroom.web.release_form import ReleaseForm

    assert set(words.CERTIFICATES) == set(STATED) == set(words.SAYS_IN)
    assert {kind: set(says) for kind, says in words.CERTIFIES.items()} == STATED
    assert set(words.SAYS_IN.values()) < set(ReleaseForm.base_fields)
