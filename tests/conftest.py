"""A real PostgreSQL for the run, reached as the application reaches it: by its own role, district by district.

Services commit, so tests cannot hide in a transaction: each test that asks for a district gets it emptied.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from fileroom.hosting.embedded import EmbeddedServer, Urls, throwaway

if TYPE_CHECKING:
    from tests.factories import Town

# How long an example takes is the machine's business, not a property: times are measured under benchmarks/.
hypothesis.settings.register_profile("untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end of the run: nothing looks through it for what could be thrown away."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


DISTRICTS = {"alder_creek": "alder-creek.test", "mesa_verde": "mesa-verde.test"}
AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
# What a district is born with, and keeps when a test empties it.
KEPT = {"django_migrations", "django_content_type", "secret"}


@pytest.fixture(scope="session")
def server() -> Iterator[tuple[EmbeddedServer, Urls]]:
    """One throwaway server for the run. It logs every statement with its values: tests read that log."""
    with throwaway(log_statements=True) as (server, urls):
        yield server, urls


@pytest.fixture(scope="session")
def keys_url(server: tuple[EmbeddedServer, Urls]) -> str:
    """An empty key-store database, of the key store's own role."""
    _, urls = server
    with psycopg.connect(urls.superuser, autocommit=True) as superuser:
        superuser.execute("CREATE DATABASE keys_of_tests OWNER fileroom_keys")
    return make_conninfo(urls.keys, dbname="keys_of_tests")


@pytest.fixture(scope="session")
def installation(server: tuple[EmbeddedServer, Urls]) -> Iterator[Urls]:
    """Fileroom with two districts, set up as `fileroom up` sets it up."""
    _, urls = server
    folder = Path(tempfile.mkdtemp(prefix="fileroom-installation-"))
    (folder / "root.key").write_bytes(os.urandom(32))
    (folder / "root.key").chmod(0o600)
    (folder / "secret").write_text("the secret of one test run, long enough to sign with")
    os.environ |= {
        "FILEROOM_DATABASE_URL": urls.records,
        "FILEROOM_OWNER_URL": urls.owner,
        "FILEROOM_KEYS_URL": urls.keys,
        "FILEROOM_ROOT_KEY_FILE": str(folder / "root.key"),
        "FILEROOM_SECRET_KEY_FILE": str(folder / "secret"),
        "FILEROOM_OBJECTS": str(folder / "objects"),
        "FILEROOM_TELEPHONE": "(559) 555-0134",
        "DJANGO_SETTINGS_MODULE": "fileroom.config.settings",
    }
    import django

    django.setup()
    from django.contrib.auth.hashers import Argon2PasswordHasher

    from fileroom.hosting import districts
    from fileroom.seal.store import key_store

    # A password is made dear on purpose, and in a test many are made (journeys/served.py as well).
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 1024
    for name, host in DISTRICTS.items():
        districts.add(name, host)
        key_store().found(name)
    yield urls
    from django.db import connections

    connections.close_all()
    key_store().close()
    shutil.rmtree(folder, ignore_errors=True)


# Rows are deleted from tables that have a page: to truncate would give every table and index it reaches a new file on
# disk, and to ask each table of two districts whether it has a row takes longer than to delete nothing from some.
EMPTYING = """
CREATE FUNCTION pg_temp.empty(schemas text[], kept text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE it record;
BEGIN
    FOR it IN
        SELECT c.oid::regclass AS name, c.relkind AS kind FROM pg_class c
        WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY (schemas)) AND (
            c.relkind = 'r' AND c.relname <> ALL (kept) AND pg_relation_size(c.oid) > 0
            OR c.relkind = 'S' AND pg_sequence_last_value(c.oid) IS NOT NULL)
    LOOP
        IF it.kind = 'r' THEN
            EXECUTE format('DELETE FROM %s', it.name);
        ELSE
            EXECUTE format('ALTER SEQUENCE %s RESTART', it.name);
        END IF;
    END LOOP;
END $$"""


def empty(superuser: psycopg.Connection, *schemas: str) -> None:
    """Take every row out of these schemas of a database, and begin their numbers anew, without the foreign keys' say.

    The connection is one of `superusers`, which know how.
    """
    superuser.execute("SELECT pg_temp.empty(%s, %s)", [list(schemas), list(KEPT)])


@pytest.fixture(scope="session")
def superusers(installation: Urls) -> Iterator[list[psycopg.Connection]]:
    """A superuser's connections to the records and to the keys, by which a test's leavings are taken away."""
    urls = [make_conninfo(installation.superuser, dbname=it) for it in ("fileroom", "fileroom_keys")]
    connections = [psycopg.connect(it, autocommit=True) for it in urls]
    for connection in connections:
        connection.execute("SET session_replication_role = replica")
        connection.execute(EMPTYING)
    yield connections
    for connection in connections:
        connection.close()


@pytest.fixture
def district(superusers: list[psycopg.Connection]) -> Iterator[str]:
    """An empty district, served for the length of the test."""
    from fileroom.hosting import serving

    for superuser in superusers:
        empty(superuser, *DISTRICTS)
    with serving("alder_creek"):
        from fileroom.people import counsel

        counsel.forget()
        yield "alder_creek"


@pytest.fixture
def town(district: str) -> Town:
    """The usual small world, in the district being served."""
    from tests import factories

    return factories.town()


@pytest.fixture
def remembered(district: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read anew every few seconds or each minute is read before this test: it counts statements."""
    from fileroom.hosting import register
    from fileroom.people import counsel

    for it in (counsel, register):
        monkeypatch.setattr(it, "REMEMBERED_S", 3600.0)
    monkeypatch.setattr(register, "_known", {})
    counsel.standing_now()
    for host in DISTRICTS.values():
        register.by_host(host)


@pytest.fixture
def owner(installation: Urls, district: str) -> Iterator[psycopg.Connection]:
    """A database superuser looking at the district: what an attacker with the database's password can do."""
    with psycopg.connect(installation.superuser, dbname="fileroom", autocommit=True) as superuser:
        superuser.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(district)))
        yield superuser


@pytest.fixture
def receipts(installation: Urls, district: str) -> Iterator[psycopg.Connection]:
    """A database superuser looking at the district's key store, where the receipts are."""
    with psycopg.connect(installation.superuser, dbname="fileroom_keys", autocommit=True) as superuser:
        superuser.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(district)))
        yield superuser
