"""What is asked for immigration enforcement has a register of its own, in a room above, apart from every student's
file: the Superintendent, counsel and the Board hear of it from there (Ed. Code 234.7(c)).

A request that is answered here is entered there in the same transaction. This room knows nothing of that register: the
door that asks brings `enter`, and cannot ask without it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from fileroom.law import Decision
from fileroom.law.codes import DutyCode
from fileroom.people.signed_in import SignedIn

# Of whom it was asked is told to it, so that the family's letter lies ready: the register itself holds no student.
Enter = Callable[[Decision, SignedIn, datetime, UUID | None], UUID | None]
TOLD_OF = frozenset({DutyCode.NOTIFY_SUPERINTENDENT, DutyCode.REPORT_TO_BOARD})


def entered(decision: Decision, enter: Enter, by: SignedIn, at: datetime, *, student: UUID | None) -> None:
    """Where the law's answer says that the Superintendent or the Board hears of it. `student`: of whom it was asked;
    None: of several. Part of the open transaction."""
    if any(it.code in TOLD_OF for it in decision.duties):
        enter(decision, by, at, student)
