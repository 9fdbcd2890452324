"""Who acts: an account, through which door, from where. Made by a door for each act and passed down as `by`."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.ledger.services import Actor
from fileroom.people.models import Account


@dataclass(frozen=True)
class SignedIn:
    """The holder of an account at a door. `client` is a network address or empty; it goes to the ledger only."""

    account: Account
    door: str
    client: str = ""

    def acting_as(self, role: str) -> Actor:
        """The ledger's actor: the role is what the account's holder is towards this student."""
        return Actor(account=self.account.id, role=role, door=self.door, client=self.client)
