"""The tables `bundle_…`, in which a bundle's kept rows wait to be written (migration 0002). Empty before the commit.

They are tables of the district like any other, for the application's role may make none, not even temporary ones.
What will be sealed does not pass through them: telephones never, e-mail only of employees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection

LONGEST_SEARCH_NAME = 900
Value = str | int | bool | date | None

TABLES = (
    "bundle_orgs",
    "bundle_academic_sessions",
    "bundle_courses",
    "bundle_classes",
    "bundle_users",
    "bundle_roles",
    "bundle_demographics",
    "bundle_enrollments",
    "bundle_absent",
    "bundle_aside",
    "bundle_assignment",
    "bundle_class_term",
    "bundle_outcome",
    "bundle_place",
    "bundle_relationship",
    "bundle_spell",
)


def fill(table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Stream rows into one of the tables by COPY."""
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def clear() -> None:
    """Empty the tables again: nothing of a bundle stays in them."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table}")
