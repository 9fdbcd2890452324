"""An entry under seal, of no student unless it says which: what a programme does that no family's log may tell of."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn


def note(act: Act, record: UUID | None, by: SignedIn, role: str, at: datetime, **what: Any) -> UUID:
    """Write it. Part of the open transaction."""
    actor, purpose = by.acting_as(role), by.purpose.value
    return ledger.write(ledger.event(act, record=record, by=actor, purpose=purpose, sealed=True, at=at, **what))
