"""Class keys and the yearly keys above them: found, made, and wrapped anew each year.

Every function here runs inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from psycopg import Connection

from fileroom.seal.envelope import Cipher
from fileroom.seal.ring import ClassKey, Owner, Ring, YearKey
from fileroom.seal.schema import within

# FOR SHARE: whoever would shred or rewrap these class keys waits until the data keys made under them are committed.
LIVING = """
    SELECT c.id, c.student, c.class, c.wrapped, y.id, y.year, y.wrapped
    FROM {class_key} c JOIN {key_encryption_key} y ON y.id = c.kek_id
    WHERE c.shredded_at IS NULL AND c.id IN (
        SELECT o.id FROM unnest(%s::uuid[], %s::text[]) AS w (student, class)
            JOIN {class_key} o ON o.student = w.student AND o.class = w.class WHERE o.shredded_at IS NULL
        UNION ALL
        SELECT o.id FROM {class_key} o WHERE o.student IS NULL AND o.class = ANY(%s) AND o.shredded_at IS NULL)
    FOR SHARE OF c"""
ADD = """
    INSERT INTO {class_key} (id, student, class, kek_id, wrapped, made_at)
    SELECT n.id, n.student, n.class, %s, n.wrapped, %s
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::bytea[]) AS n (id, student, class, wrapped)
    ON CONFLICT DO NOTHING"""
NEWEST_YEAR = "SELECT id, year, wrapped FROM {key_encryption_key} ORDER BY year DESC LIMIT 1"
ADD_YEAR = """
    INSERT INTO {key_encryption_key} (id, year, wrapped, made_at) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING"""
# Keeps everyone from making, shredding or sharing class keys, but not from reading them: openings go on.
STAND_STILL = "LOCK TABLE {class_key} IN EXCLUSIVE MODE"
UNDER_OLDER_YEARS = """
    SELECT c.id, c.student, c.class, c.wrapped, y.id, y.year, y.wrapped
    FROM {class_key} c JOIN {key_encryption_key} y ON y.id = c.kek_id WHERE c.kek_id <> %s"""
REWRAP = """
    UPDATE {class_key} c SET wrapped = n.wrapped, kek_id = %s
    FROM unnest(%s::uuid[], %s::bytea[]) AS n (id, wrapped) WHERE c.id = n.id"""
DROP_OLDER_YEARS = "DELETE FROM {key_encryption_key} WHERE id <> %s"


def class_keys(
    connection: Connection, ring: Ring, district: str, owners: Iterable[Owner], at: datetime
) -> dict[Owner, tuple[UUID, Cipher]]:
    """The id and the opened class key of each owner, made where there was none."""
    wanted = set(owners)
    found = _living(connection, ring, district, wanted)
    while missing := wanted - found.keys():
        _make(connection, ring, district, missing, at)
        # Read back: another transaction may have been first, and then its keys count.
        found |= _living(connection, ring, district, missing)
    return found


def rotate(connection: Connection, ring: Ring, district: str, year: int, at: datetime) -> int:
    """Wrap every living class key under the key of `year`; returns how many were wrapped anew."""
    connection.execute(within(district, STAND_STILL))
    newest = _newest_year(connection, district)
    if newest is not None and newest.year > year:
        raise ValueError(f"The keys of {district} are of {newest.year} already; they cannot go back to {year}.")
    if newest is None or newest.year < year:
        newest = _add_year(connection, ring, district, year, at)
    rows = connection.execute(within(district, UNDER_OLDER_YEARS), (newest.id,)).fetchall()
    new = ring.year(district, newest)
    wrapped = []
    for row in rows:
        old = ring.year(district, YearKey(*row[4:]))
        wrapped.append(ring.rewrapped(district, ClassKey(*row[:4]), old, new))
    connection.execute(within(district, REWRAP), (newest.id, [row[0] for row in rows], wrapped))
    connection.execute(within(district, DROP_OLDER_YEARS), (newest.id,))
    return len(rows)


def _living(connection: Connection, ring: Ring, district: str, owners: set[Owner]) -> dict[Owner, tuple[UUID, Cipher]]:
    of_students = [(student, kept_as) for student, kept_as in owners if student is not None]
    of_nobody = [kept_as for student, kept_as in owners if student is None]
    students, kept = [student for student, _ in of_students], [kept_as for _, kept_as in of_students]
    found = {}
    for row in connection.execute(within(district, LIVING), (students, kept, of_nobody)):
        class_key, year = ClassKey(*row[:4]), YearKey(*row[4:])
        cipher = ring.class_(district, class_key, ring.year(district, year))
        found[class_key.student, class_key.kept_as] = (class_key.id, cipher)
    return found


def _make(connection: Connection, ring: Ring, district: str, owners: set[Owner], at: datetime) -> None:
    newest = _newest_year(connection, district) or _add_year(connection, ring, district, at.year, at)
    cipher = ring.year(district, newest)
    # In one order for everyone, so that two who make the same keys wait for each other in a row, not in a circle.
    in_order = sorted(owners, key=lambda owner: (str(owner[0]), owner[1]))
    made = [ring.new_class(district, owner, cipher) for owner in in_order]
    columns = [list(column) for column in zip(*made, strict=True)]
    connection.execute(within(district, ADD), (newest.id, at, *columns))


def newest_year(connection: Connection, district: str) -> int | None:
    """The year of the newest yearly key, or None."""
    newest = _newest_year(connection, district)
    return newest.year if newest else None


def _newest_year(connection: Connection, district: str) -> YearKey | None:
    row = connection.execute(within(district, NEWEST_YEAR)).fetchone()
    return YearKey(*row) if row else None


def _add_year(connection: Connection, ring: Ring, district: str, year: int, at: datetime) -> YearKey:
    made = ring.new_year(district, year)
    connection.execute(within(district, ADD_YEAR), (*made, at))
    newest = _newest_year(connection, district)
    assert newest is not None, "a year's key stands: ours, or that of whoever was first"
    return newest
