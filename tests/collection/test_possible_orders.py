"""A file says that a contact is restricted: a person asks, the asking is under seal, and nobody is restrained by it."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.conftest import Rows
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
    pages = browser(town.registrar.by)
    today = pages.get("/").content.decode()
    assert "May there be an order?" in today and 'href="/possible-orders/"' in today
    page = pages.get("/possible-orders/").content.decode()
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    assert f'action="/possible-orders/{possible}/"' in page
    done = pages.post(f"/possible-orders/{possible}/")
    assert (done.status_code, done["Location"]) == (302, "/possible-orders/")
    assert rows("SELECT state FROM collection_possibleorder") == [("settled",)]
    assert "Nobody whom you are to ask about" in pages.get("/possible-orders/").content.decode()
    assert "May there be an order?" not in pages.get("/").content.decode()
    (noted,) = [it for it in entries() if it.act.value == "possible_order:looked_into"]
    assert noted.sealed, "an open line would tell a family that somebody looked for an order"


def test_whoever_does_not_settle_relationships_is_not_asked_and_changes_nothing(town: make.Town, rows: Rows) -> None:
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    for who in (town.teacher, town.mother):
        pages = browser(who.by)
        pages.post(f"/possible-orders/{possible}/")
        assert b"possible-orders/" + str(possible).encode() not in pages.get("/possible-orders/").content
    assert rows("SELECT state FROM collection_possibleorder") == [("waiting",)]
