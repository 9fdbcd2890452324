"""An exercise: an incident that has not happened, worked through at a table. Nobody outside is told; what was learnt is
kept, and it is not closed without. The next is owed from the day on which the last was closed.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.closing import EXERCISES, LESSONS
from fileroom.programmes.incidents.duties import PLAN
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.services import texts_of
from fileroom.programmes.models import Incident
from fileroom.programmes.settings.services import days_of_incidents
from fileroom.records import noting

PROGRAM = Actor(account=None, role="system", door="round")
PART = "exercise"
FIRST = timedelta(days=30)  # of a district that has held none: from the night on which that is seen


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


@durable_transaction
def owe_the_next(*, at: datetime) -> date | None:
    """Owe the next exercise, by the day that the district's plan sets; where that has moved, by the new one. The day,
    where it was owed anew."""
    last = Incident.objects.filter(exercise=True).aggregate(at=Max("closed_at"))["at"]
    open_ = open_duties.of_room(EXERCISES, at=at)
    if last is None and open_:
        return None
    due = district_day(last) + timedelta(days=days_of_incidents()[PART]) if last else district_day(at) + FIRST
    if open_ and open_[0].due == due:
        return None
    entry = ledger.write(ledger.event(Act.INCIDENT_NOTED, part=PART, by=PROGRAM, sealed=True, at=at))
    duties.let_go(EXERCISES, OF_THE_DISTRICT, Over(None, entry, at))
    owed = Owed(PLAN, EXERCISES, OF_THE_DISTRICT, at, office=SUPERINTENDENT, part=PART, due_on=due)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
    return due
