"""What the database refuses the application's own role: to alter or remove an entry, to make or change a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from fileroom.hosting.embedded import Urls
from fileroom.ledger.tables import INSERT_ONLY

DDL: tuple[LiteralString, ...] = (
    "CREATE TABLE stray (n integer)",
    "CREATE TABLE fileroom_register.stray (n integer)",
    "CREATE TABLE public.stray (n integer)",
    "CREATE TEMPORARY TABLE stray (n integer)",
    "CREATE SCHEMA stray",
    "CREATE FUNCTION stray() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "ALTER TABLE people_student ADD COLUMN stray integer",
    "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
    "DROP TABLE ledger_event",
    "CREATE INDEX stray ON people_student (grade)",
    "CREATE ROLE stray",
    "SET ROLE postgres",
)


@pytest.fixture
def application(installation: Urls, district: str) -> Iterator[psycopg.Connection]:
    """The application's role, connected past the application."""
    with psycopg.connect(installation.records, autocommit=True) as connection:
        connection.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(district)))
        yield connection


def first_column(connection: psycopg.Connection, table: str) -> sql.Identifier:
    name = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1", [table]
    ).fetchone()
    assert name is not None
    return sql.Identifier(name[0])


@pytest.mark.parametrize("table", INSERT_ONLY)
def test_an_entry_can_be_neither_altered_nor_removed(application: psycopg.Connection, table: str) -> None:
    column, name = first_column(application, table), sql.Identifier(table)
    application.execute(sql.SQL("SELECT count(*) FROM {}").format(name))
    for statement in (
        sql.SQL("UPDATE {0} SET {1} = {1}").format(name, column),
        sql.SQL("DELETE FROM {}").format(name),
        sql.SQL("TRUNCATE {}").format(name),
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            application.execute(statement)


def test_no_statement_of_a_start_lets_the_application_alter_an_entry_even_for_a_moment(
    application: psycopg.Connection, district: str
) -> None:
    """Between a grant on all tables and its revoking for some lay a moment, at each start."""
    from django.conf import settings
    from django.db import connections

    from fileroom.hosting import districts

    seen: list[str] = []

    def watched(execute: Callable[..., object], statement: str, *rest: object) -> object:
        done = execute(statement, *rest)
        for table in settings.INSERT_ONLY_TABLES:
            may = application.execute("SELECT has_table_privilege(%s, 'UPDATE, DELETE, TRUNCATE')", [table]).fetchone()
            seen.extend([statement] if may == (True,) else [])
        return done

    with connections["owner"].execute_wrapper(watched):
        districts.migrate(district)
    assert seen == []


def test_a_start_takes_back_what_somebody_granted(
    application: psycopg.Connection, owner: psycopg.Connection, district: str
) -> None:
    from fileroom.hosting import districts

    role = application.info.user
    owner.execute(
        sql.SQL("GRANT UPDATE ON {} TO {}").format(sql.Identifier(district, "ledger_event"), sql.Identifier(role))
    )
    districts.migrate(district)
    with pytest.raises(errors.InsufficientPrivilege):
        application.execute("UPDATE ledger_event SET id = id")


def test_every_table_of_the_ledger_is_insert_only(owner: psycopg.Connection, district: str) -> None:
    tables = owner.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = %s AND tablename LIKE 'ledger%%'", [district]
    ).fetchall()
    assert sorted(name for (name,) in tables) == sorted(INSERT_ONLY)


@pytest.mark.parametrize("statement", DDL)
def test_the_application_makes_and_changes_no_table(application: psycopg.Connection, statement: LiteralString) -> None:
    with pytest.raises((errors.InsufficientPrivilege, errors.InvalidSchemaName)):
        application.execute(statement)


def test_the_application_cannot_read_the_key_store(installation: Urls, district: str) -> None:
    with (
        pytest.raises(psycopg.OperationalError, match="denied"),
        psycopg.connect(installation.records, dbname="fileroom_keys"),
    ):
        pass


def test_the_application_cannot_change_the_register_of_districts(application: psycopg.Connection) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        application.execute("DELETE FROM fileroom_register.district")
