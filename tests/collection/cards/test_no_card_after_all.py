"""That a family has a card was noted by mistake: one person says so, and another confirms. And on Today each thing that
is owed about a card is called what it is."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.cards import carded
from tests.collection.cards.carded import STREET, Household
from tests.collection.cards.test_an_ended_card_opens_no_paper import paper
from tests.conftest import AT
from tests.disclosure.asking import last_entry, looks
from tests.factories import TODAY


@pytest.fixture
def flagged(home: Household, tmp_path: Path) -> Household:
    """A list has a wrong yes."""
    from fileroom.collection.cards.imports import import_cards
    from fileroom.ledger.services import Actor

    (tmp_path / "cards.csv").write_text(f"student_id,card\n{home.town.ana.id},yes\n", encoding="utf-8")
    import_cards(tmp_path / "cards.csv", by=Actor(account=None, role="system", door="cli"), at=AT)
    return home


def ends(of: Household, by: Any, how: str = "in_person", said_on: date | None = TODAY) -> None:
    from fileroom.people.circumstances import end

    end(of.town.ana.id, "safe_at_home", how=how, said_on=said_on, by=by, at=AT)


def minded(of: Household) -> bool:
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import student_facts

    with district_transaction():
        found = student_facts(of.town.ana.id, TODAY)
    assert found is not None
    return found.safe_at_home


def titles(by: Any) -> list[str]:
    from fileroom.web import owed

    return [it["title"] for it in owed.page(by=by, at=AT).rows]


def test_one_person_ends_no_flag_and_another_confirms(flagged: Household) -> None:
    second = make.staffed("second", "administrator", flagged.town.school)
    ends(flagged, flagged.keeper)
    assert (last_entry().sealed, minded(flagged)) == (True, True)
    with pytest.raises(ValidationError):
        ends(flagged, flagged.keeper)
    assert any("second person" in it for it in titles(flagged.keeper))
    ends(flagged, second.by)
    assert (last_entry().act, last_entry().outcome) == ("circumstance:over", f"in_person:{TODAY}")
    assert last_entry().sealed and not minded(flagged)
    assert carded.stands(flagged.town.ana, flagged.father.by, "student_address") == [STREET]
    assert not [it for it in titles(flagged.keeper) if "card" in it]


def test_nobody_ends_one_of_which_the_family_has_not_said_that_there_is_none(flagged: Household) -> None:
    """Two at the office find it on a list and tidy it away."""
    second = make.staffed("second", "administrator", flagged.town.school)
    ends(flagged, flagged.keeper, "", None)
    for how, said_on in (
        ("not_reached", TODAY), ("", TODAY), ("by_hearsay", TODAY), ("in_person", TODAY - timedelta(days=1)),
        ("in_writing", TODAY + timedelta(days=1)), ("by_telephone", None),
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            ends(flagged, second.by, how, said_on)
    assert minded(flagged)


def test_its_end_opens_no_paper_of_before(flagged: Household) -> None:
    """Of its last day none, for it has no hour; of after that each as ever."""
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.services import Inspected

    father, second = flagged.father.by, make.staffed("second", "administrator", flagged.town.school)
    before = paper(flagged, AT)
    assert isinstance(looks(father, before), ByOffice)
    for by in (flagged.keeper, second.by):
        ends(flagged, by)
    that_day, after = paper(flagged, AT), paper(flagged, AT + timedelta(days=1))
    assert [type(looks(father, it)) for it in (before, that_day, after)] == [ByOffice, ByOffice, Inspected]
    assert isinstance(looks(flagged.keeper, before), Inspected)


def test_nor_one_of_a_brother_whom_nobody_had_noted(flagged: Household) -> None:
    """While it was awaited his papers were the office's to prepare: they may say where the family lives as hers do."""
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.services import Inspected

    town, other, cleo = flagged.town, make.related("other", flagged.town.ben), make.student("Cleo", "Ruiz")
    assert other.relation is not None
    make.custody(other.relation)
    make.enrolment(cleo, town.school)
    hers = make.related("hers", cleo)
    before, of_nobody = paper(flagged, AT, town.ben), paper(flagged, AT, cleo)
    assert isinstance(looks(other.by, before), ByOffice)
    for by in (flagged.keeper, make.staffed("second", "administrator", town.school).by):
        ends(flagged, by)
    after = paper(flagged, AT + timedelta(days=1), town.ben)
    assert [type(looks(other.by, it)) for it in (before, after)] == [ByOffice, Inspected]
    assert isinstance(looks(hers.by, of_nobody), Inspected)


def test_what_was_proposed_is_taken_back_or_falls_with_the_card(flagged: Household) -> None:
    from fileroom.people.circumstances import keep

    with pytest.raises(Missing):
        keep(flagged.town.ana.id, by=flagged.keeper, at=AT)
    ends(flagged, flagged.keeper)
    keep(flagged.town.ana.id, by=flagged.keeper, at=AT)
    ends(flagged, flagged.keeper)
    carded.entered(flagged)
    second = make.staffed("second", "administrator", flagged.town.school)
    with pytest.raises(ValidationError):
        ends(flagged, second.by)
    assert minded(flagged)


def test_nobody_else_ends_it(flagged: Household) -> None:
    from fileroom.people.answers import Refused
    from fileroom.people.circumstances import end

    ends(flagged, flagged.keeper)
    for by in (flagged.town.teacher.by, flagged.father.by):
        assert isinstance(end(flagged.town.ana.id, "safe_at_home", by=by, at=AT), Refused)
    assert minded(flagged)


def test_the_database_itself_lets_nobody_confirm_their_own(flagged: Household) -> None:
    from django.db import IntegrityError

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Circumstance

    me = uuid4()
    with pytest.raises(IntegrityError), district_transaction():
        Circumstance.objects.filter(student=flagged.town.ana).update(
            proposed_by=me, proposed_at=AT, over_on=TODAY, ended_by=me, ended_entry=me
        )


def test_its_page_leads_through_it(flagged: Household) -> None:
    here, there = (reverse(it, args=[flagged.town.ana.id]) for it in ("student_address", "student_circumstance"))
    first, second = browser(flagged.keeper), browser(make.staffed("second", "administrator", flagged.town.school).by)
    page = first.get(here).content.decode()
    assert "A card is awaited" in words(page)
    assert there in page
    first.post(there, {"kind": "safe_at_home", "over": "yes"})
    page = words(second.get(here).content.decode())
    assert "says that this was noted by mistake" in page
    assert "Has whoever the child lives with said that there is no card?" in page
    assert "Confirm: the family has no card" in page
    over = {"kind": "safe_at_home", "over": "yes"}
    for said in ({}, {"how": "not_reached", "said_on": ""}, {"how": "in_person", "said_on": ""}):
        answer = second.post(there, over | said)
        assert (answer.status_code, "Not done" in words(answer.content.decode())) == (422, True)
        assert "A card is awaited" in words(answer.content.decode())
    today = timezone.localdate().isoformat()
    assert second.post(there, over | {"how": "in_writing", "said_on": today}).status_code == 302
    assert "A card is awaited" not in words(first.get(here).content.decode())


def test_on_today_the_end_of_a_card_is_no_courts_order(home: Household) -> None:
    from fileroom.collection.cards import ending

    card = carded.entered(home)
    ending.propose(card, by=home.keeper, at=AT)
    assert [it for it in titles(home.keeper) if "court" in it.casefold()] == []
    assert "The end of a family’s card waits for a second person" in titles(home.keeper)


def test_whatever_is_owed_about_a_card_has_a_title_of_its_own() -> None:
    from fileroom.collection.cards import duties
    from fileroom.people import cards_awaited
    from fileroom.web.owed import title_of
    from fileroom.web.owed_titles import TITLES

    owed = [
        *((duties.ROOM, it, "") for it in (duties.RENEW, duties.SECOND)),
        (duties.ROOM, duties.OTHERS, duties.SIBLINGS),
        *((duties.ROOM, duties.ASK, it) for it in (duties.BROUGHT, duties.SHARED, duties.UNKNOWN)),
        (cards_awaited.NOTED, cards_awaited.ENTER, ""), (cards_awaited.NOTED, cards_awaited.SECOND, ""),
    ]  # fmt: skip
    titles = [title_of(*it) for it in owed]
    others = [it for name, it in TITLES.items() if not any(name.endswith(rule) or rule in name for _, rule, _ in owed)]
    assert len({*titles}) == len(owed)
    assert not {*titles} & {*others, ""}
    assert not [it for it in titles if "court" in it.casefold()]


# A last day.


@pytest.mark.parametrize("to_on", [date(2200, 1, 1), date(9999, 12, 31)])
def test_a_card_is_renewed_to_no_day_that_none_could_be_entered_with(home: Household, to_on: date) -> None:
    from fileroom.collection.cards.ending import renew

    with pytest.raises(ValidationError):
        renew(carded.entered(home), to_on, seen=True, by=home.keeper, at=AT)


def test_a_last_day_far_ahead_is_asked_about(home: Household) -> None:
    card, client = carded.entered(home), browser(home.keeper)
    far = {"act": "renewed", "seen": "yes", "to_on": "2099-12-31"}
    page = client.post(reverse("act_on_card", args=[card]), far)
    assert (page.status_code, 'name="far"' in page.content.decode()) == (422, True)
    assert client.post(reverse("act_on_card", args=[card]), {**far, "far": "yes"}).status_code == 302
