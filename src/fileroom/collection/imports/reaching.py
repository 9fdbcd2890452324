"""How to reach a family: telephones and e-mail are records, sealed, and go through the same gate as any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import connection

from fileroom.collection.batches import ORIGIN, Brought, collect_many
from fileroom.collection.imports.sentences import sentence
from fileroom.ledger.services import Actor
from fileroom.records.models import Record

ITEM = "contact_and_household"
# The item's fields, in the order in which an import says them.
FIELDS = ("telephone", "mobile", "email")
BATCH = 2000


@dataclass(frozen=True)
class Reached:
    """Where one person of a student's is reached. `about` is the contact, or None for the student."""

    student: UUID
    about: UUID | None
    row: int
    fields: dict[str, str]


def file_reached(rows: Iterator[tuple[int, tuple[str, ...]]], *, by: Actor, at: datetime) -> tuple[int, list[int]]:
    """Shelve what a bundle says: a row of `bundle_users`, and the values of FIELDS, once for each person.

    Returns how many records were filed, and the rows of what the sieve held back. The rows come straight from the
    files, so that no telephone lies in a table in clear on its way to being sealed.
    """
    filed, held = 0, []
    while batch := dict(islice(rows, BATCH)):
        wanted = list(_wanted(_reached(batch)))
        tally = collect_many([Brought(r.student, ITEM, r.fields, r.about) for r in wanted], by=by, at=at)
        filed += tally.new + tally.changed
        held += [wanted[position].row for position in tally.held_back]
    with connection.cursor() as cursor:
        cursor.execute(sentence("reached_rows"), {"item": ITEM, "origin": ORIGIN, "at": at})
    return filed, held


def _reached(batch: dict[int, tuple[str, ...]]) -> list[Reached]:
    """The students whom these rows are about: themselves, or as contacts of theirs. Rows not kept are about nobody."""
    with connection.cursor() as cursor:
        cursor.execute(sentence("reached"), {"rows": list(batch)})
        return [
            Reached(
                student,
                about,
                row,
                {name: said for name, said in zip(FIELDS, batch[row], strict=True) if said},
            )
            for student, about, row in cursor.fetchall()
        ]


def _wanted(batch: Sequence[Reached]) -> Iterator[Reached]:
    """Those that say something, and those that take back what an earlier bundle said."""
    silent = {reached.student for reached in batch if not reached.fields}
    said_before = set(
        Record.objects.filter(student_id__in=silent, item=ITEM, origin=ORIGIN).values_list("student_id", "about")
    )
    for reached in batch:
        if reached.fields or (reached.student, reached.about) in said_before:
            yield reached
