"""The models and the migrations say the same; each app's history is one line; each step is a number and a reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import psycopg

from fileroom.hosting.embedded import Urls
from tests.each import each

ROOMS = ("casework", "collection", "disclosure", "duties", "ledger", "people", "programmes", "records")
SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
FILES = sorted(path for room in ROOMS for path in (SOURCE / room / "migrations").glob("[!_]*.py"))


def test_no_model_has_changed_without_a_migration(installation: Urls) -> None:
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None)
    changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
    assert {app: [step.operations for step in steps] for app, steps in changes.items()} == {}


def test_every_history_is_one_line(installation: Urls) -> None:
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    assert loader.detect_conflicts() == {}
    for room in ROOMS:
        assert len(loader.graph.leaf_nodes(room)) == 1


def test_both_districts_stand_at_the_last_step(installation: Urls) -> None:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    from fileroom.hosting.districts import owner_in
    from tests.conftest import DISTRICTS

    for name in DISTRICTS:
        with owner_in(name):
            executor = MigrationExecutor(connections["owner"])
            assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


# Nobody is in a group; the number of a row of this table is wider where Django made it in a later year.
DJANGOS_OWN = "auth_group_permissions"
SHAPE = {
    "columns": """SELECT c.relname, c.relpersistence, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            a.attidentity, pg_get_expr(d.adbin, d.adrelid), a.attcollation
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d
            ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = to_regnamespace(%(schema)s) AND c.relkind IN ('r', 'S') AND a.attnum > 0
            AND NOT a.attisdropped""",
    "rules": """SELECT conrelid::regclass::text, conname, contype, condeferrable, condeferred, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = to_regnamespace(%(schema)s)""",
    "indexes": """SELECT tablename, indexname, replace(indexdef, %(schema)s || '.', '')
        FROM pg_indexes WHERE schemaname = %(schema)s""",
    "history": "SELECT app, name FROM django_migrations",
    "kinds": "SELECT app_label, model FROM django_content_type",
}


def shape(schema: str) -> dict[str, set[tuple[object, ...]]]:
    """What a district's schema is made of, in no order."""
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in(schema), connections["owner"].cursor() as cursor:
        found = {}
        for what, asked in SHAPE.items():
            cursor.execute(asked, {"schema": schema})
            found[what] = set(cursor.fetchall())
        return found


def rows_in(schema: str) -> list[str]:
    """The tables of a schema, but Django's own, that have a row."""
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in(schema), connections["owner"].cursor() as cursor:
        found = []
        for name in connections["owner"].introspection.table_names(cursor):
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{name}")')
            if cursor.fetchone()[0] and not name.startswith(("auth_", "django_")):
                found.append(name)
        return found


def test_a_district_that_came_step_by_step_is_like_one_that_begins_today(
    installation: Urls, superusers: list[psycopg.Connection]
) -> None:
    from django.core.management import call_command

    from fileroom.hosting.districts import owner_in
    from tests.conftest import DISTRICTS

    superusers[0].execute("CREATE SCHEMA old_oak AUTHORIZATION fileroom_owner")
    try:
        with owner_in("old_oak"):
            call_command("migrate", database="owner", verbosity=0, interactive=False)
        stepped, began = shape("old_oak"), shape(next(iter(DISTRICTS)))
        assert rows_in("old_oak") == [], "what a step puts in, a district that begins today would lack"
        assert len(began["columns"]) > 1000
        for what, rows in began.items():
            assert {it for it in stepped[what] ^ rows if it[0] != DJANGOS_OWN} == set(), what
    finally:
        superusers[0].execute("DROP SCHEMA old_oak CASCADE")


@each("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_a_migration_is_a_number_and_a_reason(path: Path) -> None:
    assert re.fullmatch(r"[0-9]{4}(_[a-z0-9]+){2,}", path.stem)
    assert not re.search(r"_(auto|initial|alter|add_field|remove_field)(_|$)", path.stem)


def test_numbers_follow_one_another() -> None:
    for room in ROOMS:
        numbers = [int(path.stem[:4]) for path in FILES if path.parent.parent.name == room]
        assert numbers == list(range(1, len(numbers) + 1))


@each("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_a_migration_imports_no_code_of_the_application(path: Path) -> None:
    tree = ast.parse(path.read_text())
    named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert [name for name in named if name.startswith("fileroom")] == []
