"""The agency that reported a child missing says that the child is found. Ed. Code 49068.6 does not say how its flag is
cleared: here nobody clears it but by the agency's word, noted under seal by whoever keeps the file."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

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
BY_ANOTHER = "Somebody of your name has asked about this child. Another person notes what the agency said."


@durable_transaction
def found(student_id: UUID, agency: str, *, by: SignedIn, at: datetime) -> Done | Refused:
    """From today the child is missed no longer. Raises Missing (nor was it), and ValidationError (no agency, or the
    writer bears the name of somebody who asked: who works here may be a parent)."""
    said = {"agency": named(agency, NAMES_IT)}
    done = circumstances.over(student_id, MISSING, by=by, at=at)
    if isinstance(done, Refused):
        return done
    if namesake_asked(student_id, by):  # only now: whoever may not write it learns nothing of who asked
        raise ValidationError({"agency": BY_ANOTHER})
    noting.write_note(uuid4(), FOUND, student_id, said, entry=done.entry, by=by, at=at)
    return done
