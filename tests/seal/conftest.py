from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from os import urandom
from typing import LiteralString
from uuid import uuid4

import psycopg
import pytest

from fileroom.seal.root import Root
from fileroom.seal.schema import within
from fileroom.seal.store import KeyStore

AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)

Rows = Callable[..., list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def root() -> Root:
    return Root(urandom(32))


@pytest.fixture(scope="session")
def store(keys_url: str, root: Root) -> Iterator[KeyStore]:
    store = KeyStore(keys_url, root)
    yield store
    store.close()


@pytest.fixture
def rows(keys_url: str) -> Iterator[Rows]:
    """What a superuser of the key store can do: any statement, {tables} being the district's."""
    with psycopg.connect(keys_url, autocommit=True) as connection:

        def run(district: str, statement: LiteralString, *values: object) -> list[tuple[object, ...]]:
            cursor = connection.execute(within(district, statement), values)
            return cursor.fetchall() if cursor.description else []

        yield run


@pytest.fixture
def new_district(store: KeyStore, rows: Rows) -> Iterator[Callable[[], str]]:
    """Founds districts of no one's name and clears them away."""
    made: list[str] = []

    def found() -> str:
        made.append(f"d{uuid4().hex}")
        store.found(made[-1])
        return made[-1]

    yield found
    for name in made:
        rows(name, "DROP SCHEMA IF EXISTS {schema} CASCADE")


@pytest.fixture
def district(new_district: Callable[[], str]) -> str:
    return new_district()
