"""Whose family has not had the year's notice yet, or not for as long as everybody had to refuse (34 CFR 99.37(a)).

The district gives its notice once; who enrols after that has it by the register of families, which is in a room above.
This room knows nothing of it: the door that asks brings `untold`, and cannot ask without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from uuid import UUID

from fileroom.disclosure.directory.policy import Adopted

# Of everybody who is enrolled on this day, or of one student alone. Part of the open transaction.
Untold = Callable[[Adopted, date, UUID | None], Collection[UUID]]


def told(untold: Untold, policy: Adopted | None, student: UUID, on: date) -> bool:
    """Has this student's family had the notice, and the time to refuse? Part of the open transaction."""
    return policy is not None and student not in untold(policy, on, student)
