"""An order taken in at the counter, for tests of what follows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from fileroom.law.facts import Order
from fileroom.letters import Letterhead
from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.orders.services import OrderFiled
    from fileroom.collection.orders.terms import Terms
    from fileroom.people.signed_in import SignedIn

PAPER = b"Superior Court of Alder County. No records to the respondent.\n"
HEAD = Letterhead("Alder Creek", "(559) 555-0134", "https://alder-creek.example/check/")


def terms(
    town: make.Town, against: UUID | None, *children: UUID, kind: Order = Order.RECORDS_ORDER_6323_5, **more: Any
) -> Terms:
    """The terms of an order that protects Ana and her mother."""
    from fileroom.collection.orders.terms import Terms

    until = more.pop("until", None)
    to_on = AT.date() + until if isinstance(until, timedelta) else None
    return Terms(kind, against, town.mother.row.id, children or (town.ana.id,), AT.date(), to_on, **more)


def files(said: Terms, by: SignedIn, *, at: datetime = AT) -> OrderFiled:
    """File it with its paper."""
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.services import Document

    done = file_order(said, Document("order.txt", PAPER), by=by, at=at)
    assert isinstance(done, OrderFiled)
    return done


def shown(order: UUID) -> list[UUID]:
    """What its page shows as owed now, by the ids of the duties."""
    from fileroom.duties.queries import about

    return [it.id for it in about("orders", [order], at=AT)]
