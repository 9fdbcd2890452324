"""An exercise: an incident that has not happened, worked through at a table. Nobody outside is told; what was learnt is
kept, and it is not closed without."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.closing import LESSONS
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.services import texts_of
from fileroom.records import noting


@durable_transaction
def learn(id_: UUID, incident_id: UUID, text: str, *, by: SignedIn, at: datetime) -> UUID | None:
    """Write down what the exercise has taught. `id_`: the second call with it writes nothing.

    Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at)
    if not row.exercise:
        raise ValidationError("This is no exercise.")
    if any(it.id == id_ for it in noting.notes(LESSONS, row.id)):
        return None
    said = texts_of({"lessons": text})
    entry = note(Act.INCIDENT_NOTED, row, by, who.role, at, part=LESSONS)
    noting.write_note(id_, LESSONS, row.id, said, entry=entry, by=by, at=at)
    return entry
