"""The agency that reported a child missing says that the child is found. Ed. Code 49068.6 does not say how its flag is
cleared: here nobody clears it but by the agency's word, noted under seal by whoever keeps the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from fileroom.disclosure.police_told import FOUND, named, namesake_asked
from fileroom.hosting import durable_transaction
from fileroom.people import circumstances
from fileroom.people.answers import Refused
from fileroom.people.models import Circumstance
from fileroom.people.services import Done
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting

MISSING = Circumstance.Kind.MISSING
NAMES_IT = "Write which police agency said that the child is found."


@dataclass(frozen=True)
class ByAnother:
    """Somebody of the writer's name has asked about the child: who works here may be a parent. Another writes it."""

    entry: UUID


@durable_transaction
def found(student_id: UUID, agency: str, *, by: SignedIn, at: datetime) -> Done | Refused | ByAnother:
    """From today the child is missed no longer. Raises Missing (nor was it), and ValidationError (no agency)."""
    said = {"agency": named(agency, NAMES_IT)}
    if namesake_asked(student_id, by):
        refused = circumstances.refuse_over(student_id, MISSING, by=by, at=at)
        return refused if isinstance(refused, Refused) else ByAnother(refused)
    done = circumstances.over(student_id, MISSING, by=by, at=at)
    if isinstance(done, Done):
        noting.write_note(uuid4(), FOUND, student_id, said, entry=done.entry, by=by, at=at)
    return done
