"""A list that names students is a search, and has its line before it is shown: how many it names, and not whom."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn


@durable_transaction
def note_listed(part: str, listed: int, *, by: SignedIn, at: datetime) -> UUID:
    """`part`: which list it is; `listed`: how many lines with a student it has."""
    said = ledger.event(
        Act.STUDENT_SEARCHED, part=part, by=by.acting_as("staff"), purpose=by.purpose.value, outcome=str(listed), at=at
    )
    return ledger.write(said)
