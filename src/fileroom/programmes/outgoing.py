"""What the programmes say of what waits to be sent: the law of their letters, and whether a reminder still holds."""

from __future__ import annotations

from datetime import date

from fileroom.casework.above import Above
from fileroom.law import Decision
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.programmes import overdue_digest, told_today
from fileroom.programmes.accounts import inviting
from fileroom.programmes.models import DeletionRequest
from fileroom.programmes.training import reminding
from fileroom.programmes.vendors import deletions
from fileroom.programmes.vendors.deletion_knowing import about, police_first
from fileroom.records.models import Letter


def _nonenrolment(letter: Letter, on: date) -> Decision:
    """Does the law give this family the letter today? Raises Missing where the request is gone, or the police are to be
    told first."""
    row = DeletionRequest.objects.filter(letter=letter.id).first()
    if row is None:
        raise Missing
    decision = counsel.decide(about(row, on)[1])
    if police_first(row, decision):
        raise Missing
    return decision


ABOVE = Above(
    letters={deletions.KIND: _nonenrolment},
    reminders={
        **dict.fromkeys(reminding.AGAIN, reminding.still_so),
        reminding.NEW: reminding.still_new,
        overdue_digest.KIND: overdue_digest.still_so,
        told_today.KIND: told_today.still_so,
        inviting.KIND: inviting.still_so,
    },
    addresses={inviting.KIND: inviting.new_address},
)
