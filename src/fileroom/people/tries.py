"""How often one network may try what anybody may ask for: so many a minute, right ones too, in all workers together."""

from __future__ import annotations

from datetime import datetime, timedelta

from fileroom.hosting import district_transaction
from fileroom.hosting.clients import network
from fileroom.people import recent


def may_try(what: str, address: str, *, most: int, at: datetime) -> bool:
    """May the network of this address try once more in this minute? Two at one moment are two."""
    of, minute = network(address), int(at.timestamp()) // 60
    until = at + timedelta(minutes=2)
    with district_transaction():
        if recent.recall(f"{what}_full", of, minute, at=at):
            return False
        for number in range(most):
            if recent.remember_first(what, of, minute, number, value=True, at=at, until=until):
                return True
        recent.remember(f"{what}_full", of, minute, value=True, at=at, until=until)
        return False
