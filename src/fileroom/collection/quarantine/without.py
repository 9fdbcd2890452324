"""Redact and keep: of a plain text what was found is taken out for good, and the rest is filed as it was to be.

A lot at a time, for each has to be opened; what was held back goes as soon as the record without it is on the shelf.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.quarantine.deciding import known
from fileroom.collection.quarantine.examined import without_what_was_found
from fileroom.collection.quarantine.filing import Outcome, Paper, file, opened_to_file
from fileroom.collection.quarantine.gathering import Asked, Group, Settled
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined

AT_ONCE = 200
NOT_TRULY = "What was found cannot be taken out of such a document for good. Send it back, or destroy it."
REDACTED = Outcome(Act.QUARANTINE_REDACTED, Quarantined.State.REDACTED)


def redact_and_keep(held_id: UUID, *, by: SignedIn, at: datetime, until: datetime | None = None) -> Settled | Refused:
    """File each without what was found in it; `until`: none that came later. What still holds something waits on.

    Raises Missing, and ValidationError where it cannot truly be redacted.
    """
    answer = opened_to_file(held_id, Asked(AT_ONCE, until=until, goes=True), by=by, at=at, may=_may_be_redacted)
    if not isinstance(answer, list):
        return known(answer)
    papers = {it.id: paper for it, body in answer if (paper := _without(body)) is not None}
    if not papers:
        raise ValidationError({"choice": NOT_TRULY})
    return known(file(held_id, papers, REDACTED, by=by, at=at))


def _without(body: bytes) -> Paper | None:
    """What is left to file. An address is looked for as it stood: without its number it would not be known."""
    left = without_what_was_found(body)
    return Paper(left.body, (body.decode(errors="replace"),), left.read.tells) if left else None


def _may_be_redacted(group: Group) -> None:
    if not group.head.redactable:
        raise ValidationError({"choice": NOT_TRULY})
