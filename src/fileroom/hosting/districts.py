"""A district's schema: made, migrated and granted by the owner's role; the application's role never has DDL.

Only here is the search path a property of the connection: the owner's connection is direct, serves one district
while it migrates, and is closed. That keeps `CREATE INDEX CONCURRENTLY`, which no transaction may hold, possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from fileroom.hosting import register
from fileroom.hosting.current import checked_name
from fileroom.hosting.transactions import REGISTER


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
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{checked_name(name)}"')
    migrate(name)
    register.add(name, *hosts)


def migrate(name: str) -> None:
    """Bring one district's tables to today's shape, then grant the application what it may do with them."""
    with owner_in(checked_name(name)):
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        _grant(name)


def migrate_all() -> None:
    """Register first, then each district in turn."""
    register.found()
    _grant_register()
    for name in register.names():
        migrate(name)


def unapplied(name: str) -> list[str]:
    """Migrations that one district still lacks, as app.name."""
    with owner_in(checked_name(name)):
        executor = MigrationExecutor(connections["owner"])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _application_role() -> str:
    return str(connections["default"].settings_dict["USER"])


def _grant(name: str) -> None:
    """Rows may be read and written; the ledger's tables may only be read and added to."""
    role = connections["owner"].ops.quote_name(_application_role())
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'GRANT USAGE ON SCHEMA "{name}" TO {role}')
        cursor.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "{name}" TO {role}')
        cursor.execute(f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA "{name}" TO {role}')
        for table in settings.INSERT_ONLY_TABLES:
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{name}"."{table}" FROM {role}')
    _grant_register()


def _grant_register() -> None:
    role = connections["owner"].ops.quote_name(_application_role())
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA {REGISTER} TO {role}")
        cursor.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {REGISTER} TO {role}")
