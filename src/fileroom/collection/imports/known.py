"""What the district holds already, as far as a bundle's rows must be judged against it."""

from __future__ import annotations

from django.db import connection


def source_ids(table: str) -> set[str]:
    """The senders' ids of a table's rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT source_id FROM {table} WHERE source_id IS NOT NULL")
        return {row[0] for row in cursor}


def holders(table: str, column: str) -> dict[str, str]:
    """Number -> source id of its holder, empty for a row made by hand."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column}, coalesce(source_id, '') FROM {table} WHERE {column} IS NOT NULL")
        return dict(cursor.fetchall())


def school_codes() -> dict[str, str]:
    """County-district-school code -> source id of its holder. What the state's list alone has named is free to take."""
    return {code: id_ for code, id_ in holders("people_school", "cds_code").items() if id_ != f"cds:{code}"}
