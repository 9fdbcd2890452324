"""How one person is reached, as two cards are held against each other: mailboxes, mobile telephones, and what a
household shares."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fileroom.hosting import current_district
from fileroom.people.mailboxes import folded
from fileroom.people.names import words_of
from fileroom.seal.store import key_store

ADDRESS = ("street", "postal_code")
DIGITS, OF_A_LINE = 10, 7  # of a telephone number, without its country's; and of these without its area's
# What offices write where there is no mailbox: nobody's, whoever has it.
NOBODYS = frozenset(("na", "n/a", "no", "noaddress", "noemail", "no-email", "nomail", "none", "noreply", "unknown"))


@dataclass
class Ways:
    """Each folded: mailboxes and mobile telephones, and what a household shares: its telephone and its home."""

    mailboxes: set[str] = field(default_factory=set)
    mobiles: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)

    def add(self, other: Ways) -> None:
        """What is said of the same person elsewhere."""
        self.mailboxes |= other.mailboxes
        self.mobiles |= other.mobiles
        self.shared |= other.shared

    @classmethod
    def of_all(cls, of: Iterable[Ways]) -> Ways:
        """Those of one person's rows together."""
        found = cls()
        for it in of:
            found.add(it)
        return found


def said(fields: Mapping[str, object]) -> Ways:
    """What a card or a home says."""
    text = {key: str(value or "").strip() for key, value in fields.items()}
    shared = number(text.get("telephone", ""))
    if all(text.get(it) for it in ADDRESS):
        shared.add(" ".join((*words_of(text["street"]), *(_digits(text[it]) for it in ADDRESS))))
    return Ways(mailbox(text.get("email", "")), number(text.get("mobile", "")), shared)


def mailbox(written: str) -> set[str]:
    """The mailbox of this address; none where it is none, or nobody's."""
    it = folded(written)
    local, at, _ = it.rpartition("@")
    return {it} if at and local and local not in NOBODYS else set()


def keyed(mailboxes: Iterable[str]) -> dict[str, str]:
    """What each is known again by. Keyed: nobody with the database alone can try out whose they are."""
    key = key_store().secret(current_district(), "search")
    return {it: hmac.digest(key, b"mailboxes/" + it.encode(), "sha256").hex() for it in mailboxes}


def number(written: str) -> set[str]:
    """The number of this telephone; none where it is too short, or one digit over and over."""
    digits = _digits(written)[-DIGITS:]
    return {digits} if len(digits) == DIGITS and len(set(digits[-OF_A_LINE:])) > 1 else set()


def _digits(written: str) -> str:
    return "".join(it for it in written if it.isdecimal())
