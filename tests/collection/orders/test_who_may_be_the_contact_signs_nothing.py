"""A possible order is nothing to whoever may be its contact: on no list to take away, in no warning, in no refusal."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT


@pytest.fixture
def closed(town: make.Town) -> make.Town:
    """Nobody has signed for the school; a file says of Ana's father, whose name its custodian has, that he may be
    restricted."""
    from fileroom.collection.models import PossibleOrder

    father = make.related("father", town.ana)
    make.change(town.principal.row, given=father.row.given, family=father.row.family)
    make.change(town.school, orders_entered_on=None)
    make.keep(PossibleOrder(student=town.ana, contact=father.row, state="waiting", noticed_on=AT.date()))
    return town


def taken(by: make.Staffed) -> list[UUID]:
    """Whom the list to take away is about."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.office_lists import SOURCES

    with district_transaction():
        return list(SOURCES["possible_orders"].named("", by.by, AT))


def refusal(town: make.Town) -> dict[str, list[str]]:
    from fileroom.collection.orders.opening import Drawer, sign_for_orders

    with pytest.raises(ValidationError) as error:
        sign_for_orders(town.school.id, Drawer(0, 0, 0), by=town.principal.by, at=AT)
    found: dict[str, list[str]] = error.value.message_dict
    return found


def also_of_ben(town: make.Town) -> None:
    from fileroom.collection.models import PossibleOrder

    uncle = make.related("uncle", town.ben)
    make.change(uncle.row, given="Abelardo", family="Quiroz")
    make.keep(PossibleOrder(student=town.ben, contact=uncle.row, state="waiting", noticed_on=AT.date()))


def test_the_list_to_take_away_leaves_their_own_child_out(closed: make.Town) -> None:
    also_of_ben(closed)
    assert taken(closed.principal) == [closed.ben.id]
    assert set(taken(closed.registrar)) == {closed.ana.id, closed.ben.id}


def test_the_page_warns_them_of_nobody_and_the_refusal_names_no_list(closed: make.Town) -> None:
    page = words(browser(closed.principal.by).get(f"/custodians/{closed.school.id}/paper/").content.decode())
    assert "Only the custodian" not in page and "may be restricted" not in page
    (said,) = refusal(closed).values()
    assert "Superintendent" in said[0] and "order" not in said[0]


def test_of_another_contact_they_are_warned_as_ever(closed: make.Town) -> None:
    also_of_ben(closed)
    page = words(browser(closed.principal.by).get(f"/custodians/{closed.school.id}/paper/").content.decode())
    assert "Somebody may be restricted" in page
    assert set(refusal(closed)) == {"alerts", "elsewhere"}


def test_an_order_that_a_list_claims_against_them_is_not_told_either(closed: make.Town) -> None:
    from fileroom.collection.models import PossibleOrder
    from fileroom.hosting import district_transaction

    with district_transaction():
        waits = PossibleOrder.objects.select_related("contact").get()
        father = waits.contact
        waits.delete()
    assert father
    make.change(make.order(closed.ana, father), claimed=True)
    assert set(refusal(closed)) == {"elsewhere"}


def test_of_another_family_name_they_are_the_contact_by_the_mailbox_that_both_sign_in_with(closed: make.Town) -> None:
    from fileroom.collection.possible_orders import possible_orders
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    make.change(closed.principal.row, given="Vic", family="Ortega")
    assert [it.contact != "" for it in possible_orders(by=closed.principal.by, at=AT).to_ask] == [True]
    with district_transaction():
        his = Account.objects.get(contact__family="Torres", contact__possibleorder__isnull=False)
    make.change(his, sign_in_name="Vic.O@mail.test")
    make.change(closed.principal.row, email="vic.o@mail.test")
    make.change(closed.principal.by.account, employee=closed.principal.row)
    assert possible_orders(by=closed.principal.by, at=AT).to_ask == ()
    assert taken(closed.principal) == []
