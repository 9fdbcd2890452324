"""A letter that was posted comes back: whom it was for was not told by it, and the notice is owed again.

It is found by its code. An incident that was closed meanwhile is open again: somebody waits to be told.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import settle
from fileroom.programmes.incidents.endings import notices_of
from fileroom.programmes.incidents.handling import looked_up, may_know, note
from fileroom.programmes.incidents.turns import POSTED, State, Turn, Why, after
from fileroom.programmes.models import Incident, IncidentNotice
from fileroom.records.issuing import code_as_printed
from fileroom.records.models import Letter

NO_LETTER = "No letter of this incident that was posted has this code. It stands at the foot of each sheet."


@durable_transaction
def came_back(incident_id: UUID, code: str, *, by: SignedIn, at: datetime) -> UUID:
    """A letter came back: a person hands it over from now on. Raises Missing, and ValidationError where no letter of
    this incident that was posted has this code."""
    row, who = looked_up(incident_id, by, at, designee=True)
    found = _posted(row, code, by, at)
    found.state, found.why = after(State(found.state), Turn.COME_BACK), Why.CAME_BACK
    found.over_at, found.over_by, found.over_entry, found.over_as = None, None, None, ""
    found.save()
    student = found.person.student_id
    entry = note(
        Act.INCIDENT_NOTED, row, by, who.role, at, student=student, part=str(found.id), outcome=Why.CAME_BACK.value
    )
    row.closed_at, row.closed_by, row.closed_entry = None, None, None
    row.save(update_fields=["closed_at", "closed_by", "closed_entry"])
    settle(row, by=by, entry=entry, at=at)
    return entry


def _posted(row: Incident, code: str, by: SignedIn, at: datetime) -> IncidentNotice:
    letter = Letter.objects.filter(about=row.id, code=code_as_printed(code)).first()
    theirs = notices_of(row).filter(may_know(row, by, at), state=State.TOLD, over_as=POSTED)
    found = theirs.filter(letters__contains=[str(letter.id)]).first() if letter else None
    if found is None:
        raise ValidationError(NO_LETTER)
    return found
