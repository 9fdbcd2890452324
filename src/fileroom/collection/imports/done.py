"""What is kept of an import that was carried out: its entry in the ledger, and beside it what it counted.

Its report names rows, columns and files of the sender's, where anything may stand. Kept are numbers, and the sentences
and laws of this program: nothing of anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from fileroom.collection.imports.report import DroppedColumn, Report
from fileroom.collection.models import Import
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor

GOES_ON = "more_"


def note(report: Report, *, part: str, purpose: str, by: Actor, at: datetime) -> None:
    """Tell the ledger of the import, and keep its counts for the list of imports. Joins the import's transaction."""
    entry = ledger.write(ledger.event(Act.BUNDLE_IMPORTED, part=part, by=by, purpose=purpose, at=at))
    tally, numbers = report.tally, report.to_json().items()
    Import.objects.create(
        id=entry,
        part=part,
        door=by.door,
        imported_by=by.account,
        imported_at=at,
        counts={name: number for name, number in numbers if isinstance(number, int) and not isinstance(number, bool)},
        dropped=_by_law(tally.dropped),
        problems=told(tally.rows_by_code),
        remarks=told(Counter(it.code for it in (*tally.urgent, *tally.remarks))),
    )


def _by_law(dropped: Iterable[DroppedColumn]) -> list[dict[str, Any]]:
    """How many columns and values were dropped, by the law or for the reason given; never which columns."""
    columns: Counter[tuple[str, str]] = Counter()
    rows: Counter[tuple[str, str]] = Counter()
    for it in dropped:
        columns[it.citation, it.says] += 1
        rows[it.citation, it.says] += it.rows
    return [
        {"citation": citation, "says": says, "columns": number, "rows": rows[citation, says]}
        for (citation, says), number in sorted(columns.items(), reverse=True)
    ]


def told(codes: Counter[str]) -> dict[str, int]:
    """How many, by code; but that a list goes on is no code of its own."""
    return {code: number for code, number in sorted(codes.items()) if not code.startswith(GOES_ON)}
