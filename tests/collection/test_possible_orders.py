"""A file says that a contact is restricted: a person asks, the asking is under seal, and nobody is restrained by it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Import, Rows
from tests.conftest import AT
from tests.disclosure.asking import entries


@pytest.fixture
def town(district: str) -> make.Town:
    from fileroom.collection.models import PossibleOrder

    town = make.town()
    father = make.related("father", town.ana)
    make.keep(PossibleOrder(student=town.ana, contact=father.row, state="waiting", noticed_on=AT.date()))
    return town


def test_today_leads_to_the_page_and_the_page_settles(town: make.Town, rows: Rows) -> None:
    make.related("aunt", town.ana, verified=False)
    pages = browser(town.registrar.by)
    today = pages.get("/").content.decode()
    assert "May there be an order?" in today and 'href="/possible-orders/"' in today
    assert today.index("May there be an order?") < today.index("Relationships claimed"), "it is the greater danger"
    page = pages.get("/possible-orders/").content.decode()
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    assert f'action="/possible-orders/{possible}/"' in page
    for nothing in ({}, {"found": "perhaps"}):
        assert pages.post(f"/possible-orders/{possible}/", nothing).status_code == 422, "it says what came of it"
    done = pages.post(f"/possible-orders/{possible}/", {"found": "none"})
    assert (done.status_code, done["Location"]) == (302, "/possible-orders/")
    assert rows("SELECT state FROM collection_possibleorder") == [("settled",)]
    assert "Nobody whom you are to ask about" in pages.get("/possible-orders/").content.decode()
    pages.post(f"/possible-orders/{possible}/", {"found": "none"})
    assert "May there be an order?" not in pages.get("/").content.decode()
    (noted,) = [it for it in entries() if it.act.value == "possible_order:looked_into"]
    assert noted.sealed, "an open line would tell a family that somebody looked for an order"
    assert noted.part == "none"


def test_an_order_that_is_said_to_exist_is_asked_for_until_its_paper_is_filed(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.possible_orders import possible_orders, waiting
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Contact

    pages = browser(town.registrar.by)
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    pages.post(f"/possible-orders/{possible}/", {"found": "order"})
    assert "Paper awaited since" in pages.get("/possible-orders/").content.decode()
    assert waiting(by=town.registrar.by, at=AT) == (1, False)
    with district_transaction():
        father = Contact.objects.get(possibleorder=possible)
    make.order(town.ana, father)
    assert waiting(by=town.registrar.by, at=AT) == (0, False)
    listed = possible_orders(by=town.registrar.by, at=AT)
    assert listed.to_ask == listed.none == ()


@pytest.mark.parametrize(
    ("kind", "lifted", "asked"),
    [("records_order_6323_5", False, 0), ("records_order_6323_5", True, 1), ("joint_legal_custody", False, 1)],
)
def test_only_an_order_that_binds_the_contact_ends_the_asking(
    kind: str, lifted: bool, asked: int, town: make.Town
) -> None:
    from fileroom.collection.possible_orders import waiting
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Contact

    with district_transaction():
        father = Contact.objects.get(possibleorder__isnull=False)
    order = make.order(town.ana, father, kind=kind)
    if lifted:
        make.change(order, lifted_on=AT.date())
    assert waiting(by=town.registrar.by, at=AT) == (asked, False)


def test_that_there_is_none_is_taken_back_within_thirty_days(town: make.Town, rows: Rows) -> None:
    from fileroom.collection.possible_orders import Found, look_into, possible_orders
    from fileroom.people.answers import Missing

    by = town.registrar.by
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    look_into(possible, Found.NONE, by=by, at=AT)
    (slip,) = possible_orders(by=by, at=AT).none
    assert slip.id == possible and possible_orders(by=by, at=AT + timedelta(days=31)).none == ()
    with pytest.raises(Missing):
        look_into(possible, Found.ORDER, by=by, at=AT + timedelta(days=31))
    look_into(possible, Found.ORDER, by=by, at=AT + timedelta(days=1))
    (asked,) = possible_orders(by=by, at=AT + timedelta(days=1)).to_ask
    assert asked.said_on == AT.date() + timedelta(days=1)


def test_whoever_does_not_settle_relationships_is_not_asked_and_changes_nothing(town: make.Town, rows: Rows) -> None:
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    for who in (town.teacher, town.mother):
        pages = browser(who.by)
        pages.post(f"/possible-orders/{possible}/", {"found": "none"})
        assert b"possible-orders/" + str(possible).encode() not in pages.get("/possible-orders/").content
    assert rows("SELECT state FROM collection_possibleorder") == [("waiting",)]


def test_a_colleague_who_may_not_note_it_is_told_so(town: make.Town, rows: Rows) -> None:
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    answer = browser(town.teacher.by).post(f"/possible-orders/{possible}/", {"found": "order"})
    assert answer.status_code == 403, "a refusal that looks like success is believed"


def restricted(*, yes: bool) -> dict[str, str]:
    """The bundle of an API whose one contact is restricted, or is no longer."""
    files = edfi.as_json()
    if not yes:
        files["studentContactAssociations.json"] = files["studentContactAssociations.json"].replace(
            '"Not to pick up"', '""'
        )
    return files


STATES = "SELECT state, noticed_on - %s FROM collection_possibleorder"


def test_a_restriction_that_was_lifted_and_comes_again_is_asked_about_again(
    edfi_bring: Import, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    edfi_bring(restricted(yes=True))
    owner.execute("UPDATE collection_possibleorder SET state = 'settled', settled_on = noticed_on")
    edfi_bring(restricted(yes=True), days=1)
    assert rows(STATES, AT.date()) == [("settled", 0)], "what was asked about is asked once"
    shown = rows("SELECT id FROM collection_possibleorder")
    edfi_bring(restricted(yes=False), days=2)
    edfi_bring(restricted(yes=True), days=3)
    assert rows(STATES, AT.date()) == [("waiting", 3)]
    assert rows("SELECT id FROM collection_possibleorder") != shown, "by a list of before it is not settled"
    edfi_bring(restricted(yes=False), days=4)
    assert rows(STATES, AT.date()) == [("waiting", 3)], "nobody has asked yet"


def test_a_restriction_in_a_record_set_aside_is_asked_about(edfi_bring: Import, rows: Rows) -> None:
    edfi_bring(restricted(yes=False))
    files = restricted(yes=True)
    spoilt = files["studentContactAssociations.json"].replace("#Father", "#Fa\\u0001ther")
    report = edfi_bring(files | {"studentContactAssociations.json": spoilt}, days=1)
    assert report.tally.set_aside == 1
    assert rows(STATES, AT.date()) == [("waiting", 1)]
    assert "/possible-orders/" in report.in_words()
