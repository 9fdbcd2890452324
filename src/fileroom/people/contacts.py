"""Contacts that no roster brings: entered by an act of the office, related to nobody until somebody says to whom."""

from __future__ import annotations

from uuid import UUID

from fileroom.people.models import Contact
from fileroom.people.names import search_key


def enter_contact(given: str, family: str) -> UUID:
    """A new contact of this name. Part of the open transaction, whose act is what the ledger tells of."""
    row = Contact(given=given, family=family, search_name=search_key(given, family))
    row.save(force_insert=True)
    return row.id
