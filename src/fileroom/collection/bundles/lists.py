"""The imports that were carried out, on a page or by the command: what each counted, and of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fileroom.collection.imports.importers import importer
from fileroom.collection.imports.kept_out import SAID
from fileroom.collection.models import Import
from fileroom.hosting import district_transaction
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn

ON_A_PAGE = 20


@dataclass(frozen=True)
class Done:
    """One import. `counts`: None where it was before they were kept. `by`: blank where it was nobody of the office.

    `said`: a person said of ids that could be Social Security numbers that they are none.
    """

    id: UUID
    part: str
    said: bool
    at: datetime
    by: str
    door: str
    counts: dict[str, int] | None
    dropped: tuple[dict[str, Any], ...]
    problems: dict[str, int]
    remarks: dict[str, int]


@dataclass(frozen=True)
class Page:
    """Some imports, the newest first; `older`: there are more."""

    done: tuple[Done, ...]
    older: bool


def imports(*, page: int, by: SignedIn, at: datetime) -> Page:
    """A page of the list, counted from 1. Raises Missing."""
    importer(by=by, at=at)
    begin = (page - 1) * ON_A_PAGE
    with district_transaction():
        rows = list(Import.objects.order_by("-imported_at", "-id")[begin : begin + ON_A_PAGE + 1])
        names = queries.account_names(it.imported_by for it in rows)
    return Page(tuple(_done(it, names) for it in rows[:ON_A_PAGE]), older=len(rows) > ON_A_PAGE)


def import_done(id_: UUID, *, by: SignedIn, at: datetime) -> Done:
    """One import. Raises Missing."""
    importer(by=by, at=at)
    with district_transaction():
        row = Import.objects.filter(pk=id_).first()
        if row is None:
            raise Missing
        return _done(row, queries.account_names([row.imported_by]))


def _done(row: Import, names: dict[UUID, str]) -> Done:
    part, _, said = row.part.partition("/")
    return Done(
        id=row.id,
        part=part,
        said=said == SAID,
        at=row.imported_at,
        by=names.get(row.imported_by, "") if row.imported_by else "",
        door=row.door,
        counts=row.counts,
        dropped=tuple(row.dropped),
        problems=row.problems,
        remarks=row.remarks,
    )
