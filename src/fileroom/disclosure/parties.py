"""The names beside the ledger: who asked, at the counter or for a copy, and who received one (Ed. Code 49064).

The ledger holds no names, so each row here carries a MAC over its entry's id and all it says, under a key derived from
the one that signs the entries. Whoever may write to this database alone can neither alter a name nor move it to another
entry unseen (party_check.py).
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from fileroom.disclosure.models import NAME_LENGTH
from fileroom.disclosure.models import Recipient as Row
from fileroom.disclosure.shown import Recipient, Shown, ShownCourtPaper, ShownIdentity
from fileroom.disclosure.tables import RECIPIENT
from fileroom.hosting import current_district
from fileroom.law.facts import PaperKind
from fileroom.seal.store import key_store

COLUMNS = ("entry", "name", "organisation", "kind", "shown", "told_on", "once", "said")
# Of two posts of one form at the same moment the second waits for the first to end, and then keeps nothing.
KEEP = f"""INSERT INTO {RECIPIENT} ({", ".join(COLUMNS)}, mac) VALUES ({", ".join(["%s"] * len(COLUMNS))}, %s)
ON CONFLICT DO NOTHING RETURNING entry"""
DERIVED = b"fileroom/party/v1"


@dataclass(frozen=True)
class Party:
    """Somebody outside as a list names them. `kind`: a code of law.facts.RequesterKind; `shown`: of PaperKind."""

    name: str
    organisation: str
    kind: str
    shown: str

    @property
    def said(self) -> str:
        """`Dana Roe, Roe and Partners`; empty for somebody who gave no name."""
        return ", ".join(filter(None, (self.name, self.organisation)))

    @property
    def id_checked(self) -> bool:
        """At the counter: had the clerk looked at an ID?"""
        return self.shown == PaperKind.PHOTO_ID.value


@dataclass(frozen=True)
class HandedOver:
    """What a form has done: its entry, and the digest of all it said."""

    entry: UUID
    said: bytes


def key() -> bytes:
    """The key of this district's parties."""
    return hmac.digest(key_store().secret(current_district(), "event-mac"), DERIVED, "sha256")


def mac(secret: bytes, values: Collection[Any]) -> bytes:
    """HMAC-SHA-256 over the row's values in the order of COLUMNS."""
    return hmac.digest(secret, json.dumps(["party", *map(_text, values)]).encode(), "sha256")


def _text(value: UUID | str | date | bytes | None) -> str | None:
    return value.hex() if isinstance(value, bytes) else None if value is None else str(value)


def entries_of_company(name: str, kind: str) -> list[UUID]:
    """The entries beside which this company stands, in any case of its letters; `kind`: of law.facts.RequesterKind.
    Part of the open transaction."""
    found = Row.objects.filter(organisation__iexact=name, kind=kind)
    return list(found.values_list("entry", flat=True))


def digest(*about: object, to: Recipient, shown: Shown | None) -> bytes:
    """Of all that a form said, so that the same form can be told from the same form filled in otherwise."""
    said = [*map(str, about), asdict(to), asdict(shown) if shown else None]
    return hmac.digest(key(), json.dumps(["form", *said], default=str).encode(), "sha256")


def keep(
    entry: UUID,
    to: Recipient,
    kind: str,
    shown: Shown | ShownIdentity | None,
    *,
    once: UUID | None = None,
    said: bytes = b"",
) -> bool:
    """Keep the party of an entry. False where the form has handed over already; waits for whoever is just doing so.

    A name on file may be longer than a line of the list has room for: its beginning stands there.
    """
    told_on = shown.family_told_on if isinstance(shown, ShownCourtPaper) else None
    paper = shown.kind.value if shown else ""
    values: list[Any] = [entry, to.name[:NAME_LENGTH], to.organisation, kind, paper, told_on, once, said]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [*values, mac(key(), values)])
        return cursor.fetchone() is not None


def handed_over(once: UUID) -> HandedOver | None:
    """What this form has done already."""
    found = Row.objects.filter(once=once).values_list("entry", "said").first()
    return HandedOver(found[0], bytes(found[1])) if found else None


def of(entries: Collection[UUID]) -> Mapping[UUID, Party]:
    """The parties of these entries, and of no others: whoever asks says which entries they were shown."""
    rows = Row.objects.filter(entry__in=entries).values_list("entry", "name", "organisation", "kind", "shown")
    return {entry: Party(*said) for entry, *said in rows}
