"""What is asked of a few entries is found by an index of just those: a log of years is not walked for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

OF_A_STUDENT = "ledger_event_student"


@pytest.mark.parametrize(
    ("statement", "values", "index"),
    [
        ("SEALED_OF_NO_STUDENT", (False, None, None, 200), "ledger_event_apart"),
        ("OF_ACT", ("gap:explained", None, True), "ledger_event_of_gaps"),
        ("OF_ACT", ("backup:restored", None, True), "ledger_event_of_gaps"),
        ("LATEST_CHECK", (), "ledger_event_checked"),
        (
            "DONE_SINCE",
            ([UUID(int=1)], [UUID(int=3)], UUID(int=2), "quarantine:looked_at", ["shown"], "quarantine:told_anew"),
            OF_A_STUDENT,
        ),
    ],
)
def test_a_few_entries_are_found_by_their_own_index(
    district: str, statement: str, values: tuple[Any, ...], index: str
) -> None:
    from django.db import connections

    from fileroom.hosting import district_transaction
    from fileroom.ledger import sql

    asked = getattr(sql, statement).removeprefix("COPY (").removesuffix(") TO STDOUT")
    with district_transaction(), connections["default"].cursor() as cursor:
        # Of an empty log any walk, and any sorting, is the shortest way.
        for way in ("seqscan", "sort", "incremental_sort", "bitmapscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {asked}", values)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert index in plan
