"""The line of somebody who is let into a file, and which earlier line stands for a step of the same sitting."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked
from fileroom.law import Decision
from fileroom.law.facts import RecordKind
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn

# So long after a file was opened, the steps of what is done with it are of one sitting (docs/decisions/0033).
SAME_SITTING = timedelta(minutes=10)
LETS_IN = (Act.FILE_OPENED, Act.LOG_VIEWED)


def let_in(case: Asked, decision: Decision, by: SignedIn, at: datetime, *, within: timedelta | None = None) -> UUID:
    """The line of somebody who opens the list of a file.

    `within`: for a step. Where this account was let in for the same purpose no longer ago, that line stands for it.
    """
    if within is not None and (earlier := earlier_line(case, by, at, LETS_IN, ("file", "log"), within)):
        return earlier
    event = ledger.event(
        Act.FILE_OPENED,
        student=case.student.id,
        part="file",
        by=by.acting_as(case.role(RecordKind.CUMULATIVE_FILE)),
        purpose=case.purpose().value,
        decision=decision,
        at=at,
    )
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return entry


def earlier_line(
    case: Asked, by: SignedIn, at: datetime, acts: tuple[Act, ...], parts: tuple[str, ...], within: timedelta
) -> UUID | None:
    """The newest entry of so long before of the same account, about the same student and for the same purpose.

    One of a time that has not come lets nobody in: a clock was set back, or somebody wrote it.
    """
    return entries.latest(
        case.student.id,
        account=by.account.id,
        purpose=case.purpose().value,
        acts=acts,
        parts=parts,
        since=at - within,
        until=at,
    )
