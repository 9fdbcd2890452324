"""That there may be an order is owed to the custodians of the child's schools, on the day it is noticed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from fileroom.hosting import district_transaction
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.people.test_owing import page as owes

if TYPE_CHECKING:
    from fileroom.collection.models import PossibleOrder

ASK = "There may be a court’s order: ask the family"
LATER = AT + timedelta(days=1)


@pytest.fixture
def victor(town: make.Town) -> make.Related:
    return make.related("victor", town.ana)


@pytest.fixture
def alert(town: make.Town, victor: make.Related) -> PossibleOrder:
    """Another system's file says that he is restricted."""
    from fileroom.collection.models import PossibleOrder

    row = PossibleOrder(student=town.ana, contact_id=victor.row.id, noticed_on=make.TODAY, state="waiting")
    make.keep(row)
    return row


def goes_round(at: object = AT) -> None:
    from fileroom.collection.orders.nightly import look_round

    look_round(at=at)  # type: ignore[arg-type]


def owed(at: object = AT) -> list[tuple[str, object, object, bool]]:
    from fileroom.duties.queries import of_room

    return [(it.office, it.school, it.due, it.late) for it in of_room("possible_orders", at=at)]  # type: ignore[arg-type]


def test_a_custody_alert_is_owed_the_same_day_and_over_once_somebody_has_asked(
    town: make.Town, alert: PossibleOrder
) -> None:
    from fileroom.collection.possible_orders import Found, look_into

    for _ in range(2):
        goes_round()
    assert owed() == [("custodian", town.school.id, AT.date(), False)]
    assert [(it.act, it.sealed) for it in entries()] == [("duty:noted", True)]
    page = browser(town.principal.by)
    assert ASK in words(page.get("/").content.decode())
    assert "Victor" in words(page.get("/possible-orders/").content.decode()), "and there it is done"
    assert ASK not in words(browser(town.teacher.by).get("/").content.decode())
    assert owed(LATER)[0][3], "overdue on the next day"
    look_into(alert.id, Found.NONE, by=town.principal.by, at=AT)
    assert owed() == []
    look_into(alert.id, Found.ORDER, by=town.principal.by, at=AT)  # said by mistake: there is one
    goes_round()
    assert len(owed()) == 1


def test_it_is_over_when_the_orders_paper_is_filed_and_when_a_file_lifts_it(
    town: make.Town, victor: make.Related, alert: PossibleOrder
) -> None:
    goes_round()
    files(terms(town, victor.row.id), town.registrar.by)
    assert owed() == [], "it is filed: nobody asks any more"
    other = make.related("luis", town.ben)
    from fileroom.collection.models import PossibleOrder

    row = PossibleOrder(student=town.ben, contact_id=other.row.id, noticed_on=make.TODAY, state="waiting")
    make.keep(row)
    goes_round()
    assert len(owed()) == 1
    make.change(row, state="lifted")
    goes_round()
    assert owed() == []


def test_of_a_packet_that_may_bring_one_the_same_and_a_late_one_is_attention_on_the_policy_page(
    town: make.Town,
) -> None:
    from fileroom.collection.evidence import orders
    from fileroom.collection.possible_orders import came
    from fileroom.duties.states import Asked, State
    from fileroom.hosting import district_transaction

    by = town.registrar.by.acting_as("registrar")
    for _ in range(2):  # with each packet the row is another
        with district_transaction():
            came([town.ana.id], part="court_order", purpose="educational_interest", by=by, at=AT)
        goes_round()
        assert owed() == [("custodian", town.school.id, AT.date(), False)]
    with district_transaction():
        states = [orders(Asked(at, 10, 365)).state for at in (AT, LATER)]
    assert states == [State.RUNNING, State.ATTENTION]


def test_who_may_be_the_contact_is_told_nothing_and_another_is_asked(
    town: make.Town, victor: make.Related, alert: PossibleOrder
) -> None:
    from fileroom.collection.possible_orders import Found, look_into, possible_orders, waiting
    from fileroom.people.answers import Missing
    from fileroom.people.owed import SUPERINTENDENT
    from tests.people.test_owing import page as owes

    make.change(town.principal.row, given=victor.row.given.upper(), family=victor.row.family)
    goes_round()
    assert sorted(it[0] for it in owed()) == ["custodian", SUPERINTENDENT]
    assert ASK not in words(browser(town.principal.by).get("/").content.decode())
    assert owes(town.principal.by).owing.number == 0, "nor is it counted"
    assert possible_orders(by=town.principal.by, at=AT).to_ask == () and waiting(by=town.principal.by, at=AT)[0] == 0
    with pytest.raises(Missing):
        look_into(alert.id, Found.NONE, by=town.principal.by, at=AT)
    office = make.staffed("office", "administrator", None)
    assert ASK in words(browser(office.by).get("/").content.decode())
    look_into(alert.id, Found.NONE, by=office.by, at=AT)
    assert owed() == []


def test_where_nobody_holds_the_office_the_superintendents_is_asked(town: make.Town, alert: PossibleOrder) -> None:
    from fileroom.people.models import Custodian
    from fileroom.people.owed import SUPERINTENDENT

    with district_transaction():
        Custodian.objects.all().delete()
    goes_round()
    assert sorted(it[0] for it in owed()) == ["custodian", SUPERINTENDENT]


def test_a_designee_is_told_not_to_ask_a_custodian_who_bears_the_name(
    town: make.Town, victor: make.Related, alert: PossibleOrder
) -> None:
    make.change(town.principal.row, given=victor.row.given.upper(), family=victor.row.family)
    goes_round()
    designee = make.staffed("office", "administrator", None)
    (text,) = [str(it["text"]) for it in owes(designee.by).rows if it["title"].startswith("There may be")]
    assert "custodian is not to be told" in text


def test_whoever_holds_the_office_since_and_bears_the_name_is_not_alone_with_it(
    town: make.Town, victor: make.Related, alert: PossibleOrder
) -> None:
    goes_round()
    assert [it[0] for it in owed()] == ["custodian"]
    make.change(town.principal.row, given=victor.row.given, family=victor.row.family)
    for _ in range(2):
        goes_round()
    assert sorted(it[0] for it in owed()) == ["custodian", "superintendent"]


def test_where_whoever_held_the_office_has_left_since_the_superintendents_is_asked_too(
    town: make.Town, alert: PossibleOrder
) -> None:
    from fileroom.people.models import Custodian

    goes_round()
    assert [it[0] for it in owed()] == ["custodian"]
    with district_transaction():
        Custodian.objects.all().delete()
    for _ in range(2):
        goes_round()
    assert sorted(it[0] for it in owed()) == ["custodian", "superintendent"]


def test_where_nobody_holds_the_office_nobody_is_warned_of_who_does(town: make.Town, alert: PossibleOrder) -> None:
    from fileroom.people.models import Custodian

    with district_transaction():
        Custodian.objects.all().delete()
    goes_round()
    designee = make.staffed("office", "administrator", None)
    (text,) = [str(it["text"]) for it in owes(designee.by).rows if it["title"].startswith("There may be")]
    assert "not to be told" not in text
