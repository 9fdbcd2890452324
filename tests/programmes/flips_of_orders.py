"""Court orders on the policy page: what is owed about them, and who takes them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip


def duty(town: make.Town, why: str = "1 of what is owed about them is overdue") -> Flip:
    """A duty about an order becomes overdue; then it is done."""
    from fileroom.collection.orders.duties import COUNSEL, ROOM
    from fileroom.duties.models import Duty

    row = Duty(
        rule=COUNSEL, room=ROOM, of=uuid4(), office="counsel", began_at=LONG_AGO, due_on=make.TODAY, caused_by=uuid4()
    )
    return Flip(
        why,
        lambda: make.keep(row),
        lambda: make.change(row, due_on=make.TODAY - timedelta(days=1)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def receiver(town: make.Town) -> Flip:
    """Nobody stands in for whoever takes in orders."""
    return _receiver(town, "A school has nobody in their place", {"backup": None}, {"backup": town.principal.row})


def not_confirmed(town: make.Town) -> Flip:
    """They were designated more than a year ago."""
    long_ago, now = {"from_on": make.TODAY - 2 * make.YEAR}, {"from_on": make.TODAY}
    return _receiver(town, "A school was confirmed more than a year ago", long_ago, now)


def _receiver(town: make.Town, why: str, wrong: Mapping[str, Any], right: Mapping[str, Any]) -> Flip:
    from fileroom.people.models import OrderReceiver

    row = OrderReceiver(
        school=town.school, employee=town.registrar.row, backup=town.principal.row, named_by=uuid4(), entry=uuid4(),
        from_on=make.TODAY,
    )  # fmt: skip
    return Flip(why, lambda: make.keep(row), lambda: make.change(row, **wrong), lambda: make.change(row, **right))


ORDERS: Mapping[str, Callable[[make.Town], Flip]] = {"collection.orders": duty, "people.order_receivers": receiver}
