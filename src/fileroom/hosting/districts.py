"""A district's schema: made, migrated and granted by the owner's role; the application's role never has DDL.

Only here is the search path a property of the connection: the owner's connection is direct, serves one district
while it migrates, and is closed. That keeps `CREATE INDEX CONCURRENTLY`, which no transaction may hold, possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from fileroom.hosting import backups, beginning, register
from fileroom.hosting.backups import Standing
from fileroom.hosting.current import checked_name
from fileroom.hosting.transactions import REGISTER, district_transaction


@contextmanager
def owner_in(schema: str) -> Iterator[None]:
    """The owner's connection, looking at one schema only, for the length of the block."""
    owner = connections["owner"]
    owner.close()
    options = owner.settings_dict["OPTIONS"]
    before = options.get("options")
    options["options"] = f"-c search_path={schema}"
    try:
        yield
    finally:
        owner.close()
        options.pop("options")
        if before is not None:
            options["options"] = before


def add(name: str, *hosts: str) -> None:
    """A new district: schema, tables, grants, and its hosts in the register, the main one first. Safe to repeat."""
    hosts = tuple(map(register.checked_host, hosts))
    register.found()
    register.check_free(checked_name(name), *hosts)
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{name}"')
    migrate(name)
    register.add(name, *hosts)


def migrate(name: str) -> None:
    """Bring one district's tables to today's shape, then grant the application what it may do with them."""
    with owner_in(checked_name(name)):
        if beginning.is_new(connections["owner"]):
            beginning.begin(connections["owner"])
        else:
            call_command("migrate", database="owner", verbosity=0, interactive=False)
        _grant(name)


def migrate_all() -> None:
    """Register first, then each district in turn, but for those whose schema is lost or half restored.

    A backup brings these back; their tables are nobody's to alter until then.
    """
    register.found()
    _grant_register()
    for name in register.names():
        if backups.standing(name, besides=()) not in (Standing.ABSENT, Standing.UNFINISHED):
            migrate(name)


def unapplied(name: str) -> list[str]:
    """Migrations that one district still lacks, as app.name."""
    with owner_in(checked_name(name)):
        executor = MigrationExecutor(connections["owner"])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _application_role() -> str:
    return str(connections["default"].settings_dict["USER"])


def alterable() -> list[str]:
    """Append-only tables of the district being served that the application's role may alter or empty: none, if fit."""
    with district_transaction(), connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT name FROM unnest(%s::text[]) AS name WHERE has_table_privilege(name, 'UPDATE, DELETE, TRUNCATE')"
            " OR has_any_column_privilege(name, 'UPDATE') ORDER BY name",
            [settings.INSERT_ONLY_TABLES],
        )
        return [row[0] for row in cursor.fetchall()]


def _grant(name: str) -> None:
    """Rows may be read and written; those of an append-only table may only be read and added to.

    Such a table is never granted more, not even until the next statement: the application is at work meanwhile.
    """
    quote = connections["owner"].ops.quote_name
    role = quote(_application_role())
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY tablename", [name])
        tables = {row[0] for row in cursor.fetchall()}
        append_only = _listed(name, settings.INSERT_ONLY_TABLES)
        others = _listed(name, sorted(tables - set(settings.INSERT_ONLY_TABLES)))
        cursor.execute(f"GRANT USAGE ON SCHEMA {quote(name)} TO {role}")
        cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {append_only} FROM {role}")
        cursor.execute(f"GRANT SELECT, INSERT ON {append_only} TO {role}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {others} TO {role}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {quote(name)} TO {role}")
    _grant_register()


def _listed(schema: str, tables: Iterable[str]) -> str:
    quote = connections["owner"].ops.quote_name
    return ", ".join(f"{quote(schema)}.{quote(table)}" for table in tables)


def _grant_register() -> None:
    role = connections["owner"].ops.quote_name(_application_role())
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA {REGISTER} TO {role}")
        cursor.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {REGISTER} TO {role}")
        cursor.execute(f"GRANT INSERT, UPDATE ON {REGISTER}.round TO {role}")
