"""Rows in and out by COPY and by server-side cursor, so that a log of any length passes in little memory.

Every function needs an open district transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar, cast

import psycopg
from django.db import connection

Raw: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"
K = TypeVar("K")
P = TypeVar("P")
BATCH = 5000  # rows fetched at a time


@contextmanager
def raw_cursor() -> Iterator[psycopg.Cursor[tuple[Any, ...]]]:
    """psycopg's own cursor under Django's: Django's has no COPY."""
    with connection.cursor() as cursor:
        yield cast("psycopg.Cursor[tuple[Any, ...]]", cursor.cursor)


def rows(statement: str, params: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a short answer."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def row(statement: str, params: Sequence[Any] = ()) -> tuple[Any, ...] | None:
    """The first row, or None."""
    return next(iter(rows(statement, params)), None)


def batches(statement: str, params: Sequence[Any]) -> Iterator[list[tuple[Any, ...]]]:
    """All rows of one moment through a server-side cursor; other statements may run in between."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, params)
        while batch := cursor.fetchmany(BATCH):
            yield batch


def ahead(read: Callable[[Raw, K], tuple[P, K | None]], first: K) -> Iterator[tuple[K, P]]:
    """Pages by their keys, each read by another thread while the one before it is worked through.

    `read` gives a page and the next page's key, None at the end. psycopg lets threads take turns on a connection.
    """
    connection.ensure_connection()
    raw = cast("Raw", connection.connection)
    key: K | None = first
    with ThreadPoolExecutor(1) as reader:
        coming = reader.submit(read, raw, first)
        while key is not None:
            found, following = coming.result()
            if following is not None:
                coming = reader.submit(read, raw, following)
            yield key, found
            key = following


def copied_out(statement: str, params: Sequence[Any] = ()) -> Iterator[bytes]:
    """The lines of a COPY … TO STDOUT, without their line ends. No other statement may run in between."""
    with raw_cursor() as cursor, cursor.copy(statement.encode(), params) as copy:
        for line in copy:
            yield bytes(line[:-1])


def copy_in(statement: str, lines: Iterable[str]) -> None:
    """Send text-format lines, each with its line end, to a COPY … FROM STDIN."""
    with raw_cursor() as cursor, cursor.copy(statement.encode()) as copy:
        copy.write("".join(lines))


def hexed(value: bytes) -> str:
    """bytea in COPY's text format."""
    return f"\\\\x{value.hex()}"
