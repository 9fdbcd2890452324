"""Who is told of what is owed about a request: on the first screen, on the list of all, and by each mail."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from fileroom.collection.orders import owed_about as of_orders
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.watch.desk import about_themselves
from fileroom.programmes.watch.looking import ROOM as READING

APART = (*of_orders.APART, ROOM, READING)  # the rooms of which an account may be told less than its office


@dataclass
class MayKnow(of_orders.MayKnow):
    """Of these duties those that an account may be told of: of a request about a child from whom an order keeps them
    there are none, but that they write down themselves what they saw; nor is there one about their own reading."""

    def __call__(self, duties: Collection[Listed]) -> list[Listed]:
        """Those of the others are told as the orders' own list tells them."""
        told = super().__call__(duties)
        own = about_themselves(self.by.account, {it.of for it in told if it.room == READING})
        told = [it for it in told if it.of not in own]
        if not any(it.room == ROOM for it in told):
            return told
        return [it for it in told if it.room != ROOM or it.of not in self._hidden or not it.office]

    @cached_property
    def _hidden(self) -> set[UUID]:
        """Asked once, however many batches are told of."""
        with district_transaction():
            return whose.hidden_from(self.by.account, district_day(self.at))
