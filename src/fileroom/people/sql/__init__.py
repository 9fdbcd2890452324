"""The statements by which facts are found, each a file of this folder, and the one way to ask them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from fileroom.hosting import planned_cursor

# Read as the module is: a worker that is running never meets the SQL of another version.
TEXTS = {
    name: files(__name__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
    for name in (
        "counts",
        "custody_of_many",
        "family",
        "heading",
        "listed",
        "no_change_meanwhile",
        "on_a_list",
        "overseer",
        "places",
        "related",
        "serving",
        "staff",
        "student",
        "touch",
    )
}


def rows(name: str, **values: Any) -> list[dict[str, Any]]:
    """The rows that this statement finds, by the names of their columns."""
    with planned_cursor() as cursor:
        cursor.execute(TEXTS[name], values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
