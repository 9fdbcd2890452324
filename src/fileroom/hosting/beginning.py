"""A new district's tables, made at once from the models, with every migration written down as done.

Step by step the history takes a quarter of a minute and is the same for every district, because nothing is in it yet
(docs/decisions/0079). `tests/house/test_migrations.py` holds both ways to the same tables, columns, indexes and rules.
"""

from __future__ import annotations

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunSQL
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

# A step of SQL that makes or alters a table of no model says so: RunSQL(…, hints=NO_MODEL). All others mend rows.
NO_MODEL = {"no_model": True}


def is_new(connection: BaseDatabaseWrapper) -> bool:
    """Whether the schema that this connection looks at has no table at all."""
    return not connection.introspection.table_names()


def begin(connection: BaseDatabaseWrapper) -> None:
    """Make today's tables in an empty schema, all of them or none."""
    executor = MigrationExecutor(connection)
    history = [step for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    with connection.schema_editor(atomic=True) as editor:
        executor.recorder.ensure_schema()
        for model in apps.get_models():
            if model._meta.managed:
                editor.create_model(model)
        for migration in history:
            for step in migration.operations:
                if isinstance(step, RunSQL) and step.hints == NO_MODEL:
                    step.database_forwards(migration.app_label, editor, ProjectState(), ProjectState())
            for label, name in ((migration.app_label, migration.name), *migration.replaces):
                executor.recorder.record_applied(label, name)
    emit_post_migrate_signal(0, interactive=False, db=connection.alias)
