"""All keys of a district at once: checked, written out and read back, inside the transaction of the caller.

Keybook, one line each: "fileroom keys 2", then for each table its name, its rows as COPY text, and a backslash and dot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import LiteralString, NamedTuple

from psycopg import Connection, errors

from fileroom.seal.faults import NotEmpty, Tampered
from fileroom.seal.ring import Ring, YearKey
from fileroom.seal.schema import within

# Another number with each change of a table below. Of 1, a destroyed key did not yet say for which entry it went.
_TITLE = b"fileroom keys 2\n"
_END = b"\\.\n"

# In the order in which rows may refer to one another.
_TABLES: tuple[tuple[bytes, LiteralString], ...] = (
    (b"key_encryption_key\n", "{key_encryption_key} (id, year, wrapped, made_at)"),
    (b"class_key\n", "{class_key} (id, student, class, kek_id, wrapped, made_at, shredded_at)"),
    (b"data_key\n", "{data_key} (id, class_key_id, wrapped, made_at)"),
    (b"release\n", "{release} (event_id, data_key_id, at, cancelled_at)"),
    (b"secret\n", "{secret} (name, wrapped)"),
    (b"shred\n", "{shred} (data_key_id, event_id, at)"),
)
_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_YEARS = "SELECT id, year, wrapped FROM {key_encryption_key}"
_SECRETS = "SELECT name, wrapped FROM {secret}"
_COUNTS = """
    SELECT (SELECT count(*) FROM {key_encryption_key}),
        (SELECT count(*) FROM {class_key} WHERE shredded_at IS NULL), (SELECT count(*) FROM {data_key}),
        (SELECT count(*) FROM {release}), (SELECT count(*) FROM {release} WHERE cancelled_at IS NOT NULL),
        (SELECT count(*) FROM {shred})"""
_ANY_KEYS = """
    SELECT EXISTS (SELECT FROM {class_key}) OR EXISTS (SELECT FROM {release}) OR EXISTS (SELECT FROM {shred})
        OR EXISTS (SELECT FROM {key_encryption_key})"""
_EMPTY_SECRETS = "DELETE FROM {secret}"


class Check(NamedTuple):
    """What `fileroom check` shows of a district's keys."""

    ok: bool
    says: str
    year_keys: int = 0
    class_keys: int = 0
    data_keys: int = 0
    receipts: int = 0
    cancelled: int = 0
    shredded: int = 0


def founded(connection: Connection, district: str) -> bool:
    """Whether there is any secret of the district."""
    try:
        return connection.execute(within(district, _SECRETS)).fetchone() is not None
    except errors.UndefinedTable:
        return False


def check(connection: Connection, ring: Ring, district: str) -> Check:
    """Open every yearly key and secret, and count the rest."""
    try:
        counts = connection.execute(within(district, _COUNTS)).fetchone() or ()
    except errors.UndefinedTable:
        return Check(False, f"{district} has no key store yet.")
    try:
        _open_all(connection, ring, district)
    except Tampered as error:
        return Check(False, str(error), *counts)
    return Check(True, "The root key opens every yearly key and secret.", *counts)


def write(connection: Connection, district: str) -> Iterator[bytes]:
    """The keybook of one moment. Must be the transaction's first statement."""
    connection.execute(_ONE_MOMENT)
    yield _TITLE
    for title, columns in _TABLES:
        yield title
        with connection.cursor().copy(within(district, "COPY " + columns + " TO STDOUT")) as copy:
            for rows in copy:
                yield bytes(rows)
        yield _END


def read(connection: Connection, district: str, blocks: Iterable[bytes]) -> None:
    """Fill empty tables from a keybook, read to its end; raises NotEmpty, Tampered."""
    any_keys = connection.execute(within(district, _ANY_KEYS)).fetchone()
    if any_keys != (False,):
        raise NotEmpty(f"{district} has keys already. Load into a district that was just added, or an empty database.")
    # The secrets a new district was founded with: nothing was closed or signed with them yet.
    connection.execute(within(district, _EMPTY_SECRETS))
    lines = _lines(blocks)
    _expect(lines, _TITLE)
    for title, columns in _TABLES:
        _expect(lines, title)
        with connection.cursor().copy(within(district, "COPY " + columns + " FROM STDIN")) as copy:
            for line in _rows(lines):
                copy.write(line)
    if next(lines, None) is not None:
        raise Tampered("The keybook goes on after its last table.")


def _open_all(connection: Connection, ring: Ring, district: str) -> None:
    for row in connection.execute(within(district, _YEARS)).fetchall():
        ring.year(district, YearKey(*row))
    for name, wrapped in connection.execute(within(district, _SECRETS)).fetchall():
        ring.secret(district, name, wrapped)


def _expect(lines: Iterator[bytes], title: bytes) -> None:
    if next(lines, None) != title:
        raise Tampered("This is not a keybook of a version this program knows.")


def _rows(lines: Iterator[bytes]) -> Iterator[bytes]:
    for line in lines:
        if line == _END:
            return
        yield line
    raise Tampered("The keybook is cut short.")


def _lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(b"\n")
        for line in whole:
            yield line + b"\n"
    if rest:
        raise Tampered("The keybook is cut short.")
