"""Who acts: an account, through which door, from where. Made by a door for each act and passed down as `by`."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.law.facts import Purpose
from fileroom.ledger.services import Actor
from fileroom.people.models import Account

API = "api"  # the door of programs; behind a colon, which token


@dataclass(frozen=True)
class SignedIn:
    """The holder of an account at a door. `client` is a network address or empty; it goes to the ledger only.

    `stated` is the purpose the door was told, or itself states on its page. Nothing below a door supposes one: an
    employee whose door states none has stated none. A family's right to see needs no reason (Ed. Code 49069.7).
    """

    account: Account
    door: str
    client: str = ""
    stated: Purpose | None = None

    @property
    def is_program(self) -> bool:
        """Does a program ask, by a token of the account's holder? What it is told goes where nobody here sees."""
        return self.door.partition(":")[0] == API

    @property
    def purpose(self) -> Purpose:
        """What an act is for, as it was stated."""
        return self.stated or Purpose.NONE_STATED

    def acting_as(self, role: str) -> Actor:
        """The ledger's actor: the role is what the account's holder is towards this student."""
        return Actor(account=self.account.id, role=role, door=self.door, client=self.client)
