"""Whose child a request is about, noted anew where that was said before it was noted as whose.py does: by an id that
was made with the web's own key, or in a letter to the family alone. The round of every hour sees to each such request
once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.notices import NOTE
from fileroom.programmes.enforcement.telling import PROGRAM
from fileroom.programmes.models import EnforcementRequest, FamilyNotice
from fileroom.records import noting
from fileroom.records.models import SealedNote


def see_to_those_of_before(*, at: datetime) -> None:
    """One that cannot be seen to keeps no other waiting: it is raised last. Raises ExceptionGroup."""
    failed: list[Exception] = []
    for id_ in _of_before():
        try:
            _note_anew(id_, at)
        except Exception as error:
            failed.append(error)
    if failed:
        raise ExceptionGroup("requests of which it is not known yet whose child they are about", failed)


def _of_before() -> list[UUID]:
    with district_transaction():
        rows = EnforcementRequest.objects.filter(children_noted=False).order_by("pk")
        return list(rows.values_list("id", flat=True))


@durable_transaction
def _note_anew(request_id: UUID, at: datetime) -> None:
    """Each note opened leaves its line. What was destroyed says nothing any more."""
    row = EnforcementRequest.objects.select_for_update(of=("self",)).get(pk=request_id)
    for note in filter(noting.stands, _saying(row.id)):
        student = _student(note, row.id, at)
        if not whose.is_noted(row.id, student):
            said, id_ = {"student": str(student)}, whose.id_of(row.id, student)
            noting.write_daily(id_, whose.KIND, row.id, said, entry=note.entry, at=at)
    row.children_noted = True
    row.save(update_fields=["children_noted"])


def _saying(request_id: UUID) -> Iterator[SealedNote]:
    """What says whose child it is: the notes of before, and each letter, whatever became of it."""
    yield from noting.notes(whose.KIND, request_id)
    for letter in FamilyNotice.objects.filter(request=request_id).order_by("prepared_at", "pk"):
        yield from noting.notes(NOTE, letter.id)


def _student(note: SealedNote, request_id: UUID, at: datetime) -> UUID:
    event = ledger.event(Act.ENFORCEMENT_READ, record=request_id, part=note.kind, by=PROGRAM, sealed=True, at=at)
    return UUID(noting.open_daily(note, event)["student"])
