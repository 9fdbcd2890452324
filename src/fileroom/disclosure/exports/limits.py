"""When a list of the office waits for a second person: a list that is cut up is looked at as what it is.

The students of what one account took within a day, and that no second person agreed to, count together with those of
the list that comes next, each once.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.ledger import queries as entries

TOGETHER = timedelta(hours=24)


def in_all(account: UUID, students: Collection[UUID], *, at: datetime) -> int:
    """How many students that is, this list's with the others'. Part of the open transaction, in which
    people.listed.no_change_meanwhile was asked first: of two lists at one moment the second counts the first."""
    taken = StudentList.objects.filter(
        ~Q(source=DIRECTORY), prepared_by=account, state=StudentList.State.HANDED_OVER, closed_at__gt=at - TOGETHER,
        approved_by=None,
    ).values_list("id", flat=True)  # fmt: skip
    return entries.listed_to(account, list(taken), besides=students, since=at - TOGETHER)
