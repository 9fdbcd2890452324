"""Contents of many records, opened in one statement that writes the line of each opening: as `contents` does for one.

Like it, this is for the gates alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fileroom import seal
from fileroom.hosting import current_district, on_rollback, planned_cursor
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Event
from fileroom.records.contents import Contents
from fileroom.records.models import Record, Version
from fileroom.records.objects import object_store
from fileroom.records.places import place
from fileroom.seal.store import key_store


@dataclass(frozen=True)
class Opening:
    """A record about to be opened with many others, and the event that says so."""

    record: Record
    version: Version
    event: Event


OPEN_MANY = """
    WITH event AS ({insert})
    SELECT s.version_id, s.ciphertext, s.object_name
    FROM unnest(%s::uuid[], %s::uuid[]) AS opening(event_id, version_id)
    JOIN event ON event.id = opening.event_id JOIN records_sealed s ON s.version_id = opening.version_id"""


def open_many_logged(these: Sequence[Opening]) -> list[Contents | None]:
    """Open them, in order: one statement writes all the events and reads the ciphertexts, and one visit to the
    key store leaves all the receipts. None: those contents were destroyed."""
    if not these:
        return []
    insert, columns = ledger.insert_many_sql([it.event for it in these])
    with planned_cursor() as cursor:
        cursor.execute(
            OPEN_MANY.format(insert=insert),
            [*columns, [it.event.id for it in these], [it.version.id for it in these]],
        )
        found = {version: (ciphertext, name) for version, ciphertext, name in cursor.fetchall()}
    district = current_district()
    on_rollback(lambda: key_store().cancel(district, [it.event.id for it in these]))
    wanted = [(it.event.id, it.version.data_key) for it in these]
    keys = key_store().release_many(district, wanted, these[0].event.at)
    return [_opened(it, found.get(it.version.id), keys.get(it.version.data_key)) for it in these]


def _opened(it: Opening, sealed: tuple[Any, str | None] | None, key: seal.DataKey | None) -> Contents | None:
    if sealed is None or key is None:
        return None
    ciphertext = bytes(sealed[0]) if sealed[0] is not None else object_store().get(str(sealed[1]))
    body = seal.open(ciphertext, key, place(it.version.id, it.record))
    return Contents(it.version.form, it.version.media_type, body)
