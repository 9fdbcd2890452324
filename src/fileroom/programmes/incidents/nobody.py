"""By what is on file a notice goes to nobody: an order, or the end of their rights, keeps everybody of the file from
it, or nobody is known. It is handed over to nobody then, and ends by the word of those designated, with a reason.

That is no telling. Where the file changes, whoever may be told after all is worked out anew.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.letters import Letterhead
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.by_hand import NO_NOTICE, readers
from fileroom.programmes.incidents.duties import FOR_NOBODY, settle
from fileroom.programmes.incidents.endings import begin_anew, notices_of, over
from fileroom.programmes.incidents.handling import may_know, taken_up
from fileroom.programmes.incidents.runs import run_of
from fileroom.programmes.incidents.turns import NOBODY, State, Turn

SOMEBODY = "Somebody may be told, by what is on file: open the letter, and hand it over."


class NobodyWhy(StrEnum):
    """Why nobody can be told, as those designated say."""

    KEPT_OUT = "kept_out"  # by an order, or by the end of their rights, everybody who is known
    UNKNOWN = "unknown"  # somebody has looked for a parent or guardian, and found none
    BY_COUNSEL = "by_counsel"


@durable_transaction
def nobody_to_tell(
    incident_id: UUID, notice_id: UUID, why: NobodyWhy, *, head: Letterhead, by: SignedIn, at: datetime
) -> UUID:
    """Say that nobody can be told, and why. Raises Missing, and ValidationError where by what is on file now somebody
    may be: of staff there is always one."""
    row, who = taken_up(incident_id, by, at, designee=True)
    theirs = notices_of(row).select_related("person__employee").filter(may_know(row, by, at))
    found = theirs.filter(pk=notice_id, state=State.BY_HAND).first()
    if found is None:
        raise ValidationError(NO_NOTICE)
    if readers([found], run_of(row, who.role, head=head, by=by, at=at))[found.id]:
        raise ValidationError(SOMEBODY)
    return over(row, [found], Turn.SPARE, f"{NOBODY}{why}", by, who.role, at)


@durable_transaction
def somebody_after_all(incident_id: UUID, notice_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """The file has changed: who of them is told is worked out anew, and the notice is owed again. Raises Missing and
    ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    ended = notices_of(row).filter(may_know(row, by, at), FOR_NOBODY)
    if not (found := list(ended.filter(pk=notice_id))):
        raise ValidationError(NO_NOTICE)
    entry = begin_anew(row, found, by=by, role=who.role, at=at)
    settle(row, by=by, entry=entry, at=at)
    return entry
