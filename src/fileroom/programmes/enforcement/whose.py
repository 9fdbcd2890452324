"""Whose child a request is about, where the act itself says so: at the student's own file, for a copy of a record, or
when a letter to that family is prepared.

It lies sealed, a note for each child, so that it is known still when a court's silence ends, months later. Its id is
made of the request and the student under the program's own key: of a student whom somebody knows already it can be
asked whether they are meant, and nobody who reads the row finds them by it. No table has it, and no file.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.crypto import salted_hmac

from fileroom.hosting import current_district
from fileroom.law import Decision
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import SealedNote

KIND = "enforcement_student"


def is_noted(request_id: UUID, student: UUID) -> bool:
    """Is it known of this request that it is about this student? Part of the open transaction."""
    return SealedNote.objects.filter(pk=_id_of(request_id, student)).exists()


def note(request_id: UUID, student: UUID, *, entry: UUID, by: SignedIn, at: datetime) -> None:
    """Seal it, once. `entry`: of the act that says so. Part of the open transaction."""
    if not is_noted(request_id, student):
        said = {"student": str(student)}
        noting.write_note(_id_of(request_id, student), KIND, request_id, said, entry=entry, by=by, at=at)


def opened(request_id: UUID, *, by: SignedIn, role: str, decision: Decision, at: datetime) -> list[UUID]:
    """The students; each note opened leaves its line. Part of the open transaction."""
    rows = noting.notes(KIND, request_id)
    found = [noting.open_note(it, Act.ENFORCEMENT_READ, by=by, role=role, decision=decision, at=at) for it in rows]
    return [UUID(it.fields["student"]) for it in found]


def _id_of(request_id: UUID, student: UUID) -> UUID:
    said = "\x1f".join((current_district(), str(request_id), str(student)))
    return UUID(bytes=salted_hmac("fileroom.enforcement.whose", said, algorithm="sha256").digest()[:16], version=4)
