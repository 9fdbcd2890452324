"""A release to somebody outside asks the law twice: about the one who receives and about the one who hands over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from fileroom.law.facts import Paper, PaperKind, Purpose
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entry, filed, last_entry

if TYPE_CHECKING:
    from fileroom.disclosure.services import Recipient, Refused, Released
    from fileroom.people.signed_in import SignedIn

ORDER = Paper(PaperKind.COURT_ORDER, signed_by_judge=True, names_these_records=True, valid_on=True)


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


def recipient(kind: str) -> Recipient:
    """Somebody outside whose identity was checked."""
    from fileroom.disclosure.services import Recipient
    from fileroom.people.facts import RequesterFacts

    return Recipient(RequesterFacts(kind, kind, "verified", orders=()))


def hands_over(
    by: SignedIn, record: UUID, *papers: Paper, to: str = "attorney", purpose: Purpose = Purpose.COURT_PROCESS
) -> Released | Refused:
    from fileroom.disclosure.services import release

    return release(record, to=recipient(to), purpose=purpose, papers=papers, by=by, at=AT)


def duties(answer: Released | Refused) -> set[str]:
    return {duty.code for duty in answer.decision.duties}


def test_a_judges_order_is_obeyed_and_the_family_is_told_first(town: make.Town) -> None:
    from fileroom.disclosure.services import Released

    record = filed(town.registrar.by, town.ana, "What the court asked for.")
    done = hands_over(town.registrar.by, record, ORDER)
    assert isinstance(done, Released), done.decision.says
    assert done.contents.fields["text"] == "What the court asked for."
    assert {"notify_parent_before", "log_release", "verify_identity"} <= duties(done)
    event = last_entry()
    assert (event.id, event.act, event.record) == (done.entry, "record:released", record)
    assert (event.purpose, event.actor.role, event.sealed) == ("court_process", "attorney", False)
    assert event.actor.account == town.registrar.by.account.id


def test_an_order_that_forbids_telling_goes_to_the_sealed_log(town: make.Town) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    record = filed(town.registrar.by, town.ana)
    done = hands_over(town.registrar.by, record, replace(ORDER, nondisclosure_order=True))
    assert "do_not_notify_parent" in duties(done) and "notify_parent_before" not in duties(done)
    assert (last_entry().act, last_entry().sealed) == ("record:released", True)
    seen = who_has_looked(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(seen, Looked)
    assert done.entry not in {noted.event.id for noted in seen.entries}


@pytest.mark.parametrize(
    ("paper", "outcome"),
    [
        (replace(ORDER, signed_by_judge=False), "no"),
        (replace(ORDER, names_these_records=False), "no"),
        (replace(ORDER, valid_on=False), "no"),
        (replace(ORDER, signed_by_judge=None), "needs_more"),
        (Paper(PaperKind.ADMINISTRATIVE_WARRANT, valid_on=True), "no"),
        (Paper(PaperKind.AGENCY_LETTER), "no"),
        (Paper(PaperKind.CIVIL_SUBPOENA, names_these_records=True, valid_on=True, consumer_notice_served=False), "no"),
    ],
)
def test_a_paper_that_is_not_enough_releases_nothing(town: make.Town, paper: Paper, outcome: str) -> None:
    from fileroom.disclosure.services import Refused

    record = filed(town.registrar.by, town.ana)
    refused = hands_over(town.registrar.by, record, paper)
    assert isinstance(refused, Refused)
    assert refused.decision.outcome == outcome
    noted = entry(refused.entry)
    assert (noted.act, noted.record, noted.purpose) == ("disclosure:refused", record, "court_process")
    assert not noted.sealed


def test_without_any_paper_nobody_outside_receives_anything(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    for kind in ("attorney", "public", "police", "immigration_officer"):
        assert hands_over(town.registrar.by, record, to=kind).decision.outcome == "no", kind


@pytest.mark.parametrize("to", ["immigration_officer", "police"])
def test_immigration_enforcement_needs_a_judge_and_leaves_its_duties(town: make.Town, to: str) -> None:
    record = filed(town.registrar.by, town.ana)
    warrant = Paper(PaperKind.ADMINISTRATIVE_WARRANT, valid_on=True, names_these_records=True)
    for papers in ((), (warrant,)):
        refused = hands_over(town.registrar.by, record, *papers, to=to, purpose=Purpose.IMMIGRATION_ENFORCEMENT)
        assert refused.decision.outcome == "no"
        assert {"report_to_board", "document_encounter", "notify_superintendent", "counsel_review"} <= duties(refused)


def test_who_may_not_open_the_record_cannot_hand_it_over_whatever_the_court_says(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ben)
    refused = hands_over(town.teacher.by, record, ORDER)
    assert refused.decision.outcome == "no"
    noted = entry(refused.entry)
    assert (noted.act, noted.actor.role) == ("disclosure:refused", "teacher")


def test_a_release_of_what_is_not_there_is_missing(town: make.Town) -> None:
    from uuid import uuid4

    from fileroom.disclosure.services import Missing

    with pytest.raises(Missing):
        hands_over(town.registrar.by, uuid4(), ORDER)
