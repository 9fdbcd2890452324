"""A possible order is nothing to whoever may be its contact: on no list to take away, in no warning, in no refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.signing import noted_as_before
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.models import Contact

PUT_OFF = "Paper at the school: something else is settled first"


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


def taken(by: make.Staffed, code: str = "possible_orders") -> list[UUID]:
    """Whom the list to take away is about."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.office_lists import SOURCES

    with district_transaction():
        return list(SOURCES[code].named("", by.by, AT))


def refusal(town: make.Town) -> dict[str, list[str]]:
    from fileroom.collection.orders.opening import Drawer, sign_for_orders

    with pytest.raises(ValidationError) as error:
        sign_for_orders(town.school.id, Drawer(0, 0, 0), by=town.principal.by, at=AT)
    found: dict[str, list[str]] = error.value.message_dict
    return found


def page(town: make.Town) -> str:
    """What it says, after who is signed in."""
    text = words(browser(town.principal.by).get(f"/custodians/{town.school.id}/paper/").content.decode())
    return text.partition("Sign out")[2]


def also_of_ben(town: make.Town) -> None:
    from fileroom.collection.models import PossibleOrder

    uncle = make.related("uncle", town.ben)
    make.change(uncle.row, given="Abelardo", family="Quiroz")
    make.keep(PossibleOrder(student=town.ben, contact=uncle.row, state="waiting", noticed_on=AT.date()))


def test_the_list_to_take_away_leaves_their_own_child_out(closed: make.Town) -> None:
    also_of_ben(closed)
    assert taken(closed.principal) == [closed.ben.id]
    assert set(taken(closed.registrar)) == {closed.ana.id, closed.ben.id}


def nothing_waits() -> Contact:
    """The row is gone; whom it was about."""
    from fileroom.hosting import district_transaction

    row = waiting_one()
    with district_transaction():
        row.delete()
    found: Contact = row.contact
    return found


def test_a_child_whose_order_is_filed_is_on_no_list_of_perhaps_one(closed: make.Town) -> None:
    from fileroom.collection.possible_orders import possible_orders

    assert taken(closed.registrar) == [closed.ana.id]
    make.order(closed.ana, waiting_one().contact)
    assert possible_orders(by=closed.registrar.by, at=AT).to_ask == ()
    assert taken(closed.registrar) == []


def test_the_list_of_those_with_an_order_leaves_out_whose_order_names_whoever_takes_it(closed: make.Town) -> None:
    make.order(closed.ana, waiting_one().contact)
    make.order(closed.ben, make.contact("Abelardo", "Quiroz"))
    assert taken(closed.principal, "orders") == [closed.ben.id]
    assert set(taken(closed.registrar, "orders")) == {closed.ana.id, closed.ben.id}


def waiting_one() -> Any:
    """The row that waits, with its contact."""
    from fileroom.collection.models import PossibleOrder
    from fileroom.hosting import district_transaction

    with district_transaction():
        return PossibleOrder.objects.select_related("contact").get()


def test_page_and_refusal_are_the_same_to_whoever_may_be_the_contact_and_to_everybody(closed: make.Town) -> None:
    own = page(closed), refusal(closed)
    make.change(closed.principal.row, given="Paula", family="Reyes")
    anothers = page(closed), refusal(closed)
    father = nothing_waits()
    make.change(make.order(closed.ben, father), claimed=True)
    claimed = page(closed), refusal(closed)
    make.change(closed.principal.row, given=father.given, family=father.family)
    assert own == anothers == claimed == (page(closed), refusal(closed))
    assert set(own[1]) == {"waits"}


def test_the_signature_that_was_put_off_is_owed_anew_once_nothing_waits(closed: make.Town) -> None:
    from fileroom.collection.orders.nightly import look_round as look_over_orders
    from fileroom.people.vacancies import look_round

    look_round(at=AT)
    assert titles(closed) == ["Paper orders not signed for"]
    refusal(closed)
    for _ in range(2):
        look_over_orders(at=AT)
        look_round(at=AT)
        assert titles(closed) == [PUT_OFF]
    nothing_waits()
    for _ in range(2):
        look_over_orders(at=AT)
        look_round(at=AT)
        assert titles(closed) == ["Paper orders not signed for"]


def test_a_count_that_was_put_off_is_owed_anew_as_the_count_that_it_was(closed: make.Town) -> None:
    from fileroom.collection.orders.nightly import look_round as look_over_orders
    from fileroom.people.vacancies import look_round

    make.change(closed.school, orders_entered_on=AT.date())
    noted_as_before(closed.school, "orders:0/restrictions:0/cards:0")
    look_round(at=AT)
    refusal(closed)
    assert titles(closed) == [PUT_OFF]
    assert "Count again" in page(closed)
    nothing_waits()
    look_over_orders(at=AT)
    assert titles(closed) == ["Count refusals on paper"]


def test_of_a_school_that_is_closed_the_page_does_not_say_that_it_stays_open(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import withdraw_signature
    from fileroom.people.vacancies import look_round

    make.change(closed.school, orders_entered_on=AT.date())
    noted_as_before(closed.school, "orders:0/restrictions:0/cards:0")
    look_round(at=AT)
    assert "The school stays open meanwhile." in page(closed)
    withdraw_signature(closed.school.id, by=closed.principal.by, at=AT)
    refusal(closed)
    assert titles(closed) == [PUT_OFF, PUT_OFF]
    said = page(closed)
    assert "Count again" in said and "stays open" not in said


def test_neither_page_nor_refusal_nor_duty_names_their_own_pages_as_all_that_can_wait(closed: make.Town) -> None:
    """Both pages that they are sent to may be empty: what is left would be about themselves."""
    from fileroom.people.vacancies import look_round
    from fileroom.web.owed import page as todo

    look_round(at=AT)
    says = refusal(closed)["waits"][0]
    (row,) = [it for it in todo(by=closed.principal.by, at=AT).rows if PUT_OFF in it["title"]]
    for said in (says, page(closed), str(row["text"])):
        assert "with others" in said and "the Superintendent’s office" in said, said
    assert "May there be an order?" in page(closed)


def titles(town: make.Town) -> list[str]:
    """What the custodian owes of the drawer, as the first screen has it."""
    from fileroom.people.owed import owed
    from fileroom.web.owed import title_of

    return [
        title_of(it.room, it.rule, it.part) for it in owed(by=town.principal.by, at=AT) if it.room == "orders_drawers"
    ]
