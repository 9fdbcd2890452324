"""Who is told of what is owed about court orders: on the first screen, on the list of all, and by the weekly mail."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from fileroom.collection import possible_orders
from fileroom.collection.orders import desk
from fileroom.collection.orders.duties import ROOM
from fileroom.duties.queries import Listed
from fileroom.people.bound import kept_out_of
from fileroom.people.designators import COUNSEL
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn

TOLD = frozenset((COUNSEL, SUPERINTENDENT))  # of an order that they do not open
APART = (ROOM, possible_orders.ROOM)  # the rooms of which an account may be told less than its office


@dataclass
class MayKnow:
    """Of these duties those that an account may be told of (people.owed). Of an order that it may not know of there is
    none; counsel, who opens no file, is told that there is one to read, and so is who sees to it where counsel has no
    account; so is the Superintendent's office of what its custodians are not told of; but never of one that binds
    themselves, nor of one on a child from whom another keeps them. So it is where an order may exist, of whoever may be
    the contact. `known`: the orders, of those asked about, that it may open."""

    by: SignedIn
    at: datetime
    known: set[UUID] = field(default_factory=set)

    def __call__(self, duties: Collection[Listed]) -> list[Listed]:
        """Those of the others that are not about an order are all told."""
        self.known |= desk.known_among({it.of for it in duties if it.room == ROOM}, by=self.by, at=self.at)
        read = {it.of for it in duties if it.room == ROOM and it.office in TOLD} - self.known
        who = self.by.account.employee
        told = read - kept_out_of(read, who) if read and who else set()
        own = possible_orders.naming_among({it.of for it in duties if it.room == possible_orders.ROOM}, self.by.account)
        return [
            it
            for it in duties
            if it.of not in own and (it.room != ROOM or it.of in self.known or (it.of in told and it.office in TOLD))
        ]
