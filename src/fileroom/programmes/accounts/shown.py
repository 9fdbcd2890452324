"""Whoever works here and stands on a page of staff has a line: after a breach their own data counts too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn


def note_shown(employees: Iterable[UUID], part: str, role: str, *, by: SignedIn, at: datetime) -> None:
    """A line for each; `part`: of which page. Part of the open transaction, whose account was asked about."""
    actor = by.acting_as(role)
    ledger.write_many(
        ledger.event(Act.EMPLOYEE_LISTED, record=it, part=part, by=actor, purpose=by.purpose.value, at=at)
        for it in dict.fromkeys(employees)
    )
