"""How often one network may try what anybody may ask for: so many a minute, right ones too, in all workers together."""

from __future__ import annotations

from datetime import datetime, timedelta

from fileroom.hosting import district_transaction
from fileroom.people import recent


def may_try(what: str, network: str, *, most: int, at: datetime) -> bool:
    """May this network try once more in this minute? Two at one moment are two."""
    minute = int(at.timestamp()) // 60
    until = at + timedelta(minutes=2)
    with district_transaction():
        if recent.recall(f"{what}_full", network, minute, at=at):
            return False
        for number in range(most):
            if recent.remember_first(what, network, minute, number, value=True, at=at, until=until):
                return True
        recent.remember(f"{what}_full", network, minute, value=True, at=at, until=until)
        return False
