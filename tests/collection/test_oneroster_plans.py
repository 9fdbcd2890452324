"""How an import's statements are carried out: over whole files, whatever the server last counted in their tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from tests.collection.conftest import Import
from tests.collection.oneroster_bundles import crowd

WHOLE_FILES = ("WITH changed AS (UPDATE", "WITH new AS (INSERT")


@pytest.fixture
def counted_empty(owner: psycopg.Connection[Any], district: str) -> None:
    """As the server leaves it where it counts the tables between the end of one import and the next, or during one."""
    owner.execute(
        "UPDATE pg_class SET reltuples = 0, relpages = 400 WHERE relkind = 'r' AND relnamespace = %s::regnamespace "
        "AND relname LIKE 'bundle%%'",
        [district],
    )


def test_no_statement_of_an_import_walks_one_table_for_each_row_of_another(bring: Import, counted_empty: None) -> None:
    from django.db import connection

    plans: list[str] = []

    def explained(execute: Callable[..., Any], statement: str, params: Any, many: bool, context: Any) -> Any:
        if statement.startswith(WHOLE_FILES):
            execute(f"EXPLAIN {statement}", params, many, context)
            plans.append("\n".join(row[0] for row in context["cursor"].fetchall()))
        return execute(statement, params, many, context)

    with connection.execute_wrapper(explained):
        bring(crowd(20))
    assert len(plans) > 15
    assert [plan for plan in plans if "Nested Loop" in plan] == []


def test_what_follows_an_import_s_sentences_is_planned_as_ever(bring: Import) -> None:
    """Records are filed a few thousand at a time: each time through the whole shelf would be without end."""
    from django.db import connection

    looked_up: dict[bool, str] = {}

    def watched(execute: Callable[..., Any], statement: str, *rest: Any) -> Any:
        if statement.startswith((*WHOLE_FILES, 'INSERT INTO "records_record"')):
            context = rest[-1]
            execute("SHOW enable_nestloop", None, False, context)
            looked_up[statement.startswith(WHOLE_FILES)] = context["cursor"].fetchone()[0]
        return execute(statement, *rest)

    with connection.execute_wrapper(watched):
        bring(crowd(20))
    assert looked_up == {True: "off", False: "on"}
