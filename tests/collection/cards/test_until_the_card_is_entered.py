"""From the moment somebody knows that a family has a card until it is entered, no address of it goes out: to a parent
on their page or by a link, to somebody outside, or to a program. And the office is told to enter it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from fileroom.law.catalogue import Others
from fileroom.law.codes import Limit
from fileroom.law.facts import Purpose
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.cards import carded
from tests.collection.cards.carded import BOX, CITY, CODE, LIVES, STREET, Household
from tests.conftest import AT
from tests.disclosure.asking import filed, looks
from tests.factories import TODAY

ADDRESSES = ("student_address", "parent_name_and_address")
TELLS = (STREET, CITY, CODE)


@pytest.fixture(params=["a list", "a clerk"])
def flagged(request: pytest.FixtureRequest, home: Household, tmp_path: Path) -> Household:
    """Ana's family has a card: a list says so, or somebody at the counter has noted it."""
    from fileroom.collection.cards.imports import import_cards
    from fileroom.ledger.services import Actor
    from fileroom.people.circumstances import note

    if request.param == "a clerk":
        note(home.town.ana.id, "safe_at_home", by=home.keeper, at=AT)
        return home
    (tmp_path / "cards.csv").write_text(f"student_id,card\n{home.town.ana.id},yes\n", encoding="utf-8")
    import_cards(tmp_path / "cards.csv", by=Actor(account=None, role="system", door="cli"), at=AT)
    return home


def records_of(child: Any, item: str) -> list[UUID]:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return list(Record.objects.filter(student=child, item=item).order_by("filed_at").values_list("id", flat=True))


def record_of(home: Household, item: str) -> UUID:
    return records_of(home.town.ana, item)[0]


def tells(text: str) -> list[str]:
    return [it for it in TELLS if it in text]


@pytest.mark.parametrize("item", ADDRESSES)
def test_neither_parent_reads_an_address_and_the_office_prepares_it(flagged: Household, item: str) -> None:
    from fileroom.disclosure.by_office import ByOffice

    record = record_of(flagged, item)
    for by in (flagged.father.by, flagged.town.mother.by):
        for copy in (False, True):
            assert isinstance(looks(by, record, copy=copy), ByOffice)
        page = browser(by).get(f"/family/records/{record}/").content.decode()
        assert (tells(page), "substitute" in page) == ([], False)


def test_nor_in_the_file_of_a_brother_whom_nobody_has_noted(flagged: Household) -> None:
    from fileroom.disclosure.by_office import ByOffice

    town, other = flagged.town, make.related("other", flagged.town.ben)
    assert other.relation is not None
    make.custody(other.relation)
    (record,) = records_of(town.ben, "student_address")
    assert isinstance(looks(other.by, record), ByOffice)
    carded.entered(flagged, children=(town.ana.id,))
    assert carded.stands(town.ben, other.by, "student_address") == [BOX["street"]]


def test_a_child_of_nobody_of_theirs_is_not_in_it(flagged: Household) -> None:
    cleo = make.student("Cleo", "Ruiz")
    make.enrolment(cleo, flagged.town.school)
    hers = make.related("hers", cleo)
    carded.files(flagged.town.registrar.by, cleo, "student_address", {**LIVES, "street": "5 Harrow Lane"})
    assert carded.stands(cleo, hers.by, "student_address") == ["5 Harrow Lane"]


def test_a_link_waits_too(flagged: Household) -> None:
    from fileroom.disclosure.linked import record_for
    from fileroom.hosting import district_transaction

    with district_transaction():
        found = record_for(
            record_of(flagged, "student_address"), flagged.father.row.id, identity_checked=True, on=TODAY
        )
        assert (found.decision.granted, found.granted) == (True, False)


def test_a_copy_for_somebody_outside_is_without_it(flagged: Household) -> None:
    from tests.disclosure.releases import consent, hands_over

    record = record_of(flagged, "student_address")
    shown = replace(consent(flagged.town), records=("student_address",))
    done = hands_over(flagged.keeper, record, shown, purpose=Purpose.LITIGATION)
    assert tells(str(done.contents.fields)) == []
    assert Limit.ADDRESS_AND_SCHEDULE_WITHHELD in done.within.kept


def test_a_paper_with_an_address_goes_to_nobody(home: Household) -> None:
    from fileroom.disclosure.limits import on_a_page, within
    from fileroom.law import Decision, Outcome

    yes = Decision(Outcome.MAY, "", (), (), ())
    paper: dict[str, Any] = {"has_fields": False, "awaits_card": True, "of_another": False}
    for item in (*ADDRESSES, "annual_verification", "contact_and_household"):
        assert within(yes, item, shown=None, **paper).shut
    assert not within(yes, "health", shown=None, **paper).shut
    assert on_a_page(yes, "health", has_fields=False, of_nobody_else=True, home_in_it=True).shut


def test_a_program_reads_none_and_whoever_works_at_the_school_does(flagged: Household) -> None:
    from tests.api.programs import program

    record = record_of(flagged, "student_address")
    answer = program(flagged.town.registrar).work(f"/records/{record}")
    assert (answer.status_code, tells(answer.content.decode())) == (403, [])
    assert carded.stands(flagged.town.ana, flagged.keeper, "student_address") == [STREET]


def test_what_says_no_address_stays_open(flagged: Household) -> None:
    from fileroom.disclosure.services import Inspected

    record = filed(flagged.keeper, flagged.town.ana)
    assert isinstance(looks(flagged.father.by, record), Inspected)


def test_whoever_keeps_the_file_is_told_to_enter_it_and_then_the_box_is_read(flagged: Household) -> None:
    from fileroom.web import owed

    def rows() -> list[dict[str, Any]]:
        return [it for it in owed.page(by=flagged.keeper, at=AT).rows if "card" in it["title"].casefold()]

    (row,) = rows()
    assert row["link"] == f"/students/{flagged.town.ana.id}/address/"
    assert "enter" in row["title"].casefold()
    carded.entered(flagged)
    assert not [it for it in rows() if "enter" in it["title"].casefold()]
    assert carded.stands(flagged.town.ana, flagged.father.by, "student_address") == [BOX["street"]]


def test_a_child_who_is_noted_when_the_card_is_there_owes_nobody_another(home: Household) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.people.circumstances import note

    carded.entered(home)
    note(home.town.ana.id, "safe_at_home", by=home.keeper, at=AT)
    make.student()
    with district_transaction():
        assert not Duty.objects.filter(room="cards_noted", done_at=None).exists()


def test_a_paper_waits_for_the_office_while_a_card_is_awaited_and_when_it_is_entered(home: Household) -> None:
    """Fields are written over; what a letter says is not, and the other parent would read it on his page."""
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.disclosure.by_office import ByOffice
    from fileroom.disclosure.linked import record_for
    from fileroom.disclosure.services import Inspected
    from fileroom.hosting import district_transaction
    from fileroom.people.circumstances import note

    letter, ana = Document("notice.txt", f"To the family at {STREET}.".encode()), home.town.ana.id
    done = collect(ana, "disciplinary_notice", letter, by=home.keeper, at=AT, others=Others.NOBODY)
    assert isinstance(done, Collected)

    def waits() -> bool:
        with district_transaction():
            found = record_for(done.record, home.father.row.id, identity_checked=True, on=TODAY)
            assert found.decision.granted
        answers = [isinstance(looks(home.father.by, done.record, copy=it), ByOffice) for it in (False, True)]
        assert answers == [not found.granted] * 2
        return answers[0]

    assert not waits()
    note(ana, "safe_at_home", by=home.keeper, at=AT)
    assert waits()
    carded.entered(home)
    assert waits()
    assert isinstance(looks(home.keeper, done.record), Inspected)
    # What has fields has the address on the card, and is open as ever.
    assert carded.stands(home.town.ana, home.father.by, "student_address") == [BOX["street"]]


def test_a_list_gives_no_address_of_a_brother_whose_household_waits(flagged: Household) -> None:
    from fileroom.disclosure.directory.sealed import addresses
    from fileroom.hosting import durable_transaction
    from fileroom.ledger.services import Actor

    ben, by = flagged.town.ben.id, Actor(account=None, role="system", door="cli")

    @durable_transaction
    def given() -> dict[UUID, str]:
        return addresses([ben], list_id=ben, by=by, purpose="none", at=AT)

    assert given() == {}
    carded.entered(flagged)
    assert list(given().values()) == ["{street}, {city} {postal_code}".format(**BOX)]
