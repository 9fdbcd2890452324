"""Whom a record is about, where that is one of the student's contacts: whose telephone it is.

A name and what its holder is to the student, as the page of people has them: nothing of orders, and for every contact
the same. The office is told who has not been checked yet; a family is told no name of one who has not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from fileroom.disclosure.facts import Asked
from fileroom.people import queries
from fileroom.people.queries import Related
from fileroom.records.models import Record


@dataclass(frozen=True)
class Person:
    """A contact of the student. `kind`, `standing`: codes of people.models.Relationship; of one whom nobody has checked
    a family sees neither name nor kind."""

    contact: UUID
    name: str
    kind: str
    standing: str


def person(it: Related) -> Person:
    """A contact as the office sees them."""
    return Person(it.contact, it.name, it.kind, it.standing)


def whose(records: Iterable[Record], case: Asked) -> Mapping[UUID, Person]:
    """The contacts these records are about, by id, for whoever was let in to see the records."""
    wanted = {record.about for record in records} - {None}
    if not wanted:
        return {}
    found = [person(it) for it in queries.related(case.student.id, on=case.on) if it.contact in wanted]
    of_the_office = case.requester.has_student is not None
    return {it.contact: it if of_the_office or it.standing == "verified" else _unnamed(it) for it in found}


def _unnamed(it: Person) -> Person:
    return replace(it, name="", kind="")
