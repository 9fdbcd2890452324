"""A letter that lies printed, and may not go any more: whether somebody has taken it out, or it had gone already.

Which letter it is stands in its code, at its foot, and names nobody. What had gone is sent to counsel the same day;
the notice itself is from then on handed over by a person.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import owe_counsel
from fileroom.programmes.incidents.endings import notices_of
from fileroom.programmes.incidents.handling import may_know, note, taken_up
from fileroom.programmes.incidents.turns import State, Turn, after


@durable_transaction
def taken_out(incident_id: UUID, notice_id: UUID, *, gone: bool, by: SignedIn, at: datetime) -> UUID:
    """Somebody says that the letter was taken out; or, `gone`, that it had been posted. Raises Missing, and
    ValidationError where none of theirs is to be taken out."""
    row, who = taken_up(incident_id, by, at, designee=True)
    found = notices_of(row).filter(may_know(row, by, at), pk=notice_id, state=State.TO_TAKE_OUT).first()
    if found is None:
        raise ValidationError("This letter is not to be taken out. Look at the page again.")
    found.state = after(State(found.state), Turn.BAR)
    found.save(update_fields=["state"])
    part, of = "had_gone" if gone else "taken_out", found.person.student_id
    entry = note(Act.INCIDENT_NOTED, row, by, who.role, at, student=of, part=part, outcome=found.why)
    if gone:
        owe_counsel(row, found, entry=entry, at=at)
    return entry
