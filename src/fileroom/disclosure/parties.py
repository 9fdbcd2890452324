"""The names beside the ledger: who asked for a copy, and who received one (Ed. Code 49064)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from fileroom.disclosure.models import Recipient as Row
from fileroom.disclosure.shown import Recipient, Shown, ShownCourtPaper

KEEP = """
INSERT INTO disclosure_recipient (entry, name, organisation, kind, shown, told_on) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (entry) DO NOTHING RETURNING entry"""


@dataclass(frozen=True)
class Party:
    """Somebody outside as a list names them."""

    name: str
    organisation: str

    @property
    def said(self) -> str:
        """`Dana Roe, Roe and Partners`."""
        return ", ".join(filter(None, (self.name, self.organisation)))


def keep(entry: UUID, to: Recipient, kind: str, shown: Shown | None) -> bool:
    """Keep the party of an entry. False where the entry has one already; waits for whoever is just keeping it."""
    told_on = shown.family_told_on if isinstance(shown, ShownCourtPaper) else None
    values: list[Any] = [entry, to.name, to.organisation, kind, shown.kind.value if shown else "", told_on]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, values)
        return cursor.fetchone() is not None


def is_there(entry: UUID) -> bool:
    """Has this entry a party?"""
    return Row.objects.filter(entry=entry).exists()


def is_same(entry: UUID, to: Recipient, kind: str) -> bool:
    """Is the party of this entry the recipient meant?"""
    return Row.objects.filter(entry=entry, name=to.name, organisation=to.organisation, kind=kind).exists()


def of(entries: Collection[UUID]) -> Mapping[UUID, Party]:
    """The parties of these entries, and of no others: whoever asks says which entries they were shown."""
    rows = Row.objects.filter(entry__in=entries).values_list("entry", "name", "organisation")
    return {entry: Party(name, organisation) for entry, name, organisation in rows}
