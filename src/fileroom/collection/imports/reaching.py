"""How to reach a family: telephones and e-mail are records, sealed, and go through the same gate as any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import connection

from fileroom.collection import gate
from fileroom.collection.batches import ORIGIN, Brought, collect_many
from fileroom.collection.imports.faults import Fault
from fileroom.collection.imports.kept_out import refused
from fileroom.collection.imports.sentences import sentence
from fileroom.collection.imports.waiting_tables import fill
from fileroom.collection.items import STUDENTS_OWN
from fileroom.ledger.services import Actor
from fileroom.records.models import Record

ITEM = "contact_and_household"
# The item's fields, in the order in which an import says them.
EMAIL = "email"
FIELDS = ("telephone", "mobile", EMAIL)
BATCH = 2000


@dataclass(frozen=True)
class Reached:
    """Where one person of a student's is reached. `about` is the contact, or None for the student."""

    student: UUID
    about: UUID | None
    row: int
    fields: dict[str, str]

    def filed(self) -> dict[str, str]:
        """As the card says it: the address of the student's own row is the student's own, and not the household's."""
        own = {} if self.about else {EMAIL: STUDENTS_OWN}
        return {own.get(name, name): said for name, said in self.fields.items()}


@dataclass
class Filed:
    """How many records were filed, and what the sieve held back: rows, each with its fault."""

    records: int = 0
    held_back: list[tuple[int, Fault]] = field(default_factory=list)


def file_reached(
    rows: Iterator[tuple[int, tuple[str, ...]]], *, by: Actor, at: datetime, dry_run: bool = False
) -> Filed:
    """Shelve what a bundle says: a row of `bundle_users`, and the values of FIELDS, once for each person.

    A dry run seals nothing and counts the same. The rows come straight from the
    files, so that no telephone lies in a table in clear on its way to being sealed.
    """
    filed = Filed()
    while batch := dict(islice(rows, BATCH)):
        wanted = list(_wanted(_reached(batch)))
        brought = [Brought(r.student, ITEM, r.filed(), r.about) for r in wanted]
        batched = collect_many(brought, by=by, at=at, dry_run=dry_run)
        filed.records += len(batched.filed)
        fill("bundle_outcome", ("file", "row", "what"), [("users", wanted[it].row, "changed") for it in batched.filed])
        filed.held_back += [(wanted[it].row, _fault(wanted[it].fields)) for it in batched.held_back]
    return filed


def _fault(fields: dict[str, str]) -> Fault:
    """What the law has against how somebody is reached. The rest of their row is kept."""
    for name, value in fields.items():
        for finding in gate.findings({name: value}):
            fault = refused(name, finding)
            return replace(fault, says=f"{fault.says.replace('The row was refused', 'It was held back')}")
    return Fault("", "held_back", "The law keeps such a record out where a system brings it. It was held back.")


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
