"""On no list does a receipt tell whom its order names, or keeps from the child, that there is one; it shows no code."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import HEAD, files, terms
from tests.conftest import AT

LATER = AT + timedelta(days=1)
RIGHTS_ENDED = Order.RIGHTS_TERMINATED


@pytest.fixture
def victor(town: make.Town) -> make.Staffed:
    """A clerk of the school whose name is her father's."""
    return make.staffed("victor", "registrar", town.school)


def listed(by: make.Staffed) -> list[UUID]:
    from fileroom.casework.issued import Wanted, page
    from fileroom.programmes.issued import KINDS

    return [it.id for it in page(KINDS, Wanted(), by=by.by, at=LATER).letters]


def receipt(town: make.Town, kind: Order, victor: make.Staffed | None = None) -> tuple[UUID, str]:
    """An order against her father is handed in, and its receipt made; the clerk is of his name."""
    from fileroom.collection.orders.receipts import issue_receipt

    father = make.related("father", town.ana)
    if victor:
        make.change(victor.row, given=father.row.given, family=father.row.family)
    order = files(terms(town, father.row.id, kind=kind), town.registrar.by).id
    made = issue_receipt(order, language="en", pages=2, head=HEAD, by=town.registrar.by, at=AT)
    return made.id, made.code


@pytest.mark.parametrize("kind", [Order.STAY_AWAY_NO_RECORDS_CLAUSE, RIGHTS_ENDED, Order.RECORDS_ORDER_6323_5])
def test_whom_the_order_names_reads_of_its_receipt_on_no_list_and_opens_none(
    town: make.Town, victor: make.Staffed, kind: Order
) -> None:
    from fileroom.collection.orders.receipts import by_code, open_receipt
    from fileroom.people.answers import Missing

    made, code = receipt(town, kind, victor)
    assert listed(victor) == []
    assert by_code(code, by=victor.by, at=LATER) is None
    with pytest.raises(Missing):
        open_receipt(made, by=victor.by, at=LATER)
    page = browser(victor.by)
    assert str(made) not in page.get("/outgoing/").content.decode()
    assert page.get(f"/letters/{made}/").status_code == 404
    assert listed(town.principal) == [made]


def test_of_a_child_he_stays_away_from_he_reads_of_no_others_receipt_either(
    town: make.Town, victor: make.Staffed
) -> None:
    receipt(town, Order.STAY_AWAY_NO_RECORDS_CLAUSE, victor)
    from fileroom.collection.orders.receipts import issue_receipt

    uncle = make.related("uncle", town.ana)
    make.change(uncle.row, given="Abelardo", family="Quiroz")
    other = files(terms(town, uncle.row.id), town.principal.by).id
    issue_receipt(other, language="en", pages=1, head=HEAD, by=town.principal.by, at=AT)
    assert listed(victor) == []
    assert len(listed(town.registrar)) == 2


def test_who_took_it_in_that_day_hands_it_over_whomever_it_names(town: make.Town) -> None:
    from fileroom.collection.orders.receipts import by_code, issue_receipt, open_receipt
    from fileroom.people.answers import Missing

    father = make.related("father", town.ana)
    make.change(town.registrar.row, given=father.row.given, family=father.row.family)
    order = files(terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), town.registrar.by).id
    made = issue_receipt(order, language="en", pages=1, head=HEAD, by=town.registrar.by, at=AT)
    assert open_receipt(made.id, by=town.registrar.by, at=AT) == made.pdf
    assert by_code(made.code, by=town.registrar.by, at=LATER) is None
    with pytest.raises(Missing):
        open_receipt(made.id, by=town.registrar.by, at=LATER)


def test_no_list_shows_the_code_that_whoever_comes_with_it_gets_the_receipt_by(town: make.Town) -> None:
    from fileroom.casework.issued import Wanted, page
    from fileroom.programmes.issued import KINDS

    made, code = receipt(town, Order.STAY_AWAY_NO_RECORDS_CLAUSE)
    (one,) = page(KINDS, Wanted(), by=town.principal.by, at=LATER).letters
    assert one.code == ""
    shown = browser(town.principal.by).get("/outgoing/").content.decode()
    assert str(made) in shown and code not in shown
