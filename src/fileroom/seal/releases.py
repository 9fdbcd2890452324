"""How keys leave: the statements that leave a receipt and read a wrapped key, and the unwrapping of many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from fileroom.seal.envelope import DataKey
from fileroom.seal.ring import ClassKey, Ring, YearKey

# The one way a key leaves: no row of the SELECT without the row of the INSERT.
RELEASE = """
    WITH receipt AS (INSERT INTO {release} (event_id, data_key_id, at) VALUES (%s, %s, %s) RETURNING data_key_id)
    SELECT d.wrapped, c.id, c.student, c.class, c.wrapped, y.id, y.year, y.wrapped, s.at
    FROM receipt LEFT JOIN {data_key} d ON d.id = receipt.data_key_id
        LEFT JOIN {class_key} c ON c.id = d.class_key_id
        LEFT JOIN {key_encryption_key} y ON y.id = c.kek_id
        LEFT JOIN {shred} s ON s.data_key_id = receipt.data_key_id"""
# Each pair of the two arrays is an event and the one key it opens.
RELEASE_MANY = """
    WITH receipt AS (
        INSERT INTO {release} (event_id, data_key_id, at) SELECT event_id, data_key_id, %s
        FROM unnest(%s::uuid[], %s::uuid[]) AS opening(event_id, data_key_id) RETURNING data_key_id
    )
    SELECT d.id, d.wrapped, c.id, c.student, c.class, c.wrapped, y.id, y.year, y.wrapped
    FROM receipt JOIN {data_key} d ON d.id = receipt.data_key_id
        JOIN {class_key} c ON c.id = d.class_key_id JOIN {key_encryption_key} y ON y.id = c.kek_id
    WHERE NOT EXISTS (SELECT FROM {shred} s WHERE s.data_key_id = d.id)"""


def unwrapped(ring: Ring, district: str, rows: Iterable[tuple[Any, ...]]) -> dict[UUID, DataKey]:
    """The data keys of these rows, by their ids. Raises Tampered."""
    found = {}
    for key_id, wrapped, class_id, student, kept_as, class_wrapped, year_id, year, year_wrapped in rows:
        cipher = ring.year(district, YearKey(year_id, year, year_wrapped))
        above = ring.class_(district, ClassKey(class_id, student, kept_as, class_wrapped), cipher)
        found[key_id] = ring.unwrap(district, key_id, wrapped, above)
    return found
