"""A card ends on the word of who showed it, and its end opens nothing: a paper filed until then may tell where the
family lives, and stays the office's to prepare. What is filed after the end is open as ever."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from fileroom.law.catalogue import Others
from fileroom.law.codes import DutyCode
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.cards import carded
from tests.collection.cards.carded import Household
from tests.conftest import AT
from tests.disclosure.asking import entries, looks
from tests.factories import TODAY, YEAR

if TYPE_CHECKING:
    from datetime import datetime

BEFORE, HELD, ENDED, AFTER = AT, AT + timedelta(minutes=1), AT + timedelta(minutes=2), AT + timedelta(minutes=3)
ITEM = "disciplinary_notice"


def paper(home: Household, at: datetime, child: Any = None) -> UUID:
    """A letter to the family: as a scan might, it says where they live and nobody has read it."""
    from fileroom.collection.services import Collected, Document, collect

    letter = Document("notice.txt", f"To the family of {at:%H:%M}.".encode())
    done = collect((child or home.town.ana).id, ITEM, letter, by=home.keeper, at=at, others=Others.NOBODY)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def ends(home: Household, card: UUID) -> None:
    """Two people tidy it away."""
    from fileroom.collection.cards.ending import propose

    propose(card, by=home.keeper, at=ENDED)
    carded.confirms(card, by=make.staffed("second", "administrator", home.town.school).by, at=ENDED)


@pytest.fixture
def papers(home: Household) -> dict[str, UUID]:
    """One of before the card, one of its time, and one of after its end."""
    found = {"before": paper(home, BEFORE)}
    card = carded.entered(home, at=HELD)
    found["held"] = paper(home, HELD)
    ends(home, card)
    return {**found, "after": paper(home, AFTER)}


def linked(home: Household, record: UUID) -> Any:
    from fileroom.disclosure.linked import record_for
    from fileroom.hosting import district_transaction

    with district_transaction():
        return record_for(record, home.father.row.id, identity_checked=True, on=TODAY)


@pytest.mark.parametrize("when", ["before", "held"])
def test_a_paper_of_its_time_stays_the_offices_to_prepare(home: Household, papers: dict[str, UUID], when: str) -> None:
    from fileroom.disclosure.by_office import ByOffice

    record = papers[when]
    for by in (home.father.by, home.town.mother.by):
        assert [isinstance(looks(by, record, copy=it), ByOffice) for it in (False, True)] == [True, True]
        assert "To the family" not in browser(by).get(f"/family/records/{record}/").content.decode()
    found = linked(home, record)
    assert (found.decision.granted, found.granted) == (True, False)


def test_a_paper_of_after_its_end_is_open_as_ever(home: Household, papers: dict[str, UUID]) -> None:
    from fileroom.disclosure.services import Inspected

    assert [type(looks(home.father.by, papers["after"], copy=it)) for it in (False, True)] == [Inspected, Inspected]
    assert linked(home, papers["after"]).granted


def test_whoever_hands_a_copy_over_is_told_as_while_it_held(home: Household, papers: dict[str, UUID]) -> None:
    owed = {when: DutyCode.GIVE_SUBSTITUTE_ADDRESS in told(home, record) for when, record in papers.items()}
    assert owed == {"before": True, "held": True, "after": False}


def told(home: Household, record: UUID) -> set[str]:
    from fileroom.disclosure.releasing import gathered
    from fileroom.disclosure.shown import Recipient
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Purpose
    from fileroom.people.answers import Refused

    with district_transaction():
        to = Recipient("", on_file=home.father.row.id, identity_checked=True)
        case = gathered(record, to, Purpose.INSPECTION, None, lambda *_: (), home.keeper, AFTER)
        assert not isinstance(case, Refused) and case.decision.granted
        return {it.code for it in (*case.decision.first, *case.decision.duties)}


def test_who_works_at_the_school_opens_it_and_the_fields_of_the_file_are_open(
    home: Household, papers: dict[str, UUID]
) -> None:
    from fileroom.disclosure.services import Inspected

    assert isinstance(looks(home.keeper, papers["held"]), Inspected)
    assert carded.stands(home.town.ana, home.father.by, "student_address") == [carded.BOX["street"]]


def test_a_card_that_another_child_had_shuts_none_of_these(home: Household) -> None:
    from fileroom.disclosure.services import Inspected

    record = paper(home, BEFORE)
    ends(home, carded.entered(home, at=HELD, children=(home.town.ben.id,)))
    assert isinstance(looks(home.father.by, record), Inspected)


def test_nobody_ends_one_whose_family_has_not_said_so(home: Household) -> None:
    from fileroom.collection.cards.ending import propose

    card = carded.entered(home)
    propose(card, by=home.keeper, at=AT)
    by = make.staffed("second", "administrator", home.town.school).by
    for how, said_on in (
        ("not_reached", TODAY), ("", TODAY), ("by_hearsay", TODAY), ("in_person", TODAY - timedelta(days=1)),
        ("in_writing", TODAY + timedelta(days=1)), ("by_telephone", None),
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            carded.confirms(card, by=by, how=how, said_on=said_on)
    carded.confirms(card, by=by, how="by_telephone")
    said = [(it.outcome, it.student, it.sealed) for it in entries() if it.act == "address:card_ended"]
    assert sorted(said, key=str) == sorted(
        ((f"by_telephone:{TODAY}", it.id, True) for it in (home.town.ana, home.town.ben)), key=str
    )


def test_a_word_of_before_the_card_was_last_shown_ends_none(home: Household) -> None:
    from fileroom.collection.cards.ending import propose, renew

    card = carded.entered(home)
    later = AT + timedelta(days=30)
    renew(card, TODAY + 5 * YEAR, seen=True, by=home.keeper, at=later)
    propose(card, by=home.keeper, at=later)
    by = make.staffed("second", "administrator", home.town.school).by
    with pytest.raises(ValidationError):
        carded.confirms(card, by=by, at=later, said_on=TODAY + timedelta(days=29))
    carded.confirms(card, by=by, at=later, said_on=TODAY + timedelta(days=30))


def test_a_card_was_held_before_it_is_shown_here_and_a_word_of_then_ends_none(home: Household) -> None:
    from fileroom.collection.cards.ending import propose

    card = carded.entered(home, from_on=TODAY - YEAR)
    propose(card, by=home.keeper, at=AT)
    by = make.staffed("second", "administrator", home.town.school).by
    with pytest.raises(ValidationError):
        carded.confirms(card, by=by, said_on=TODAY - timedelta(days=1))
    carded.confirms(card, by=by)


def test_the_page_asks_how_and_when_and_keeps_one_that_nobody_gave_back(home: Household) -> None:
    from django.utils import timezone

    from fileroom.collection.cards.ending import propose

    card = carded.entered(home)
    propose(card, by=home.keeper, at=AT)
    desk = browser(make.staffed("second", "administrator", home.town.school).by)
    address = f"/students/{home.town.ana.id}/address/"
    assert "Has whoever showed the card said so?" in words(desk.get(address).content.decode())
    act = reverse("act_on_card", args=[card])
    page = desk.post(act, form(act="ended", how="not_reached", said_on=""))
    assert page.status_code == 422 and "it stands" in words(page.content.decode())
    today = timezone.localdate().isoformat()
    assert desk.post(act, form(act="ended", how="in_writing", said_on=today)).status_code == 302
    assert "Has whoever showed" not in words(desk.get(address).content.decode())
