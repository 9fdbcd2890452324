"""What is done without being asked: destructions are finished; each year class keys are wrapped anew."""

from __future__ import annotations

from datetime import datetime
from threading import Event as Signal

from fileroom.hosting.rounds import go_round
from fileroom.hosting.rounds_noted import Round
from fileroom.records import services as shelves
from fileroom.seal.store import key_store

HOUR = 3600.0


def run_upkeep(stop_event: Signal, *, every: float = HOUR) -> None:
    """See to each district now, and again every `every` seconds until told to stop."""
    go_round(stop_event, lambda name, at: keep_up(name, at=at), of=Round.UPKEEP, every=every)


def keep_up(district: str, *, at: datetime) -> None:
    """Finish what a stop left half destroyed; in a new year, wrap the class keys anew."""
    shelves.finish_destructions(at=at)
    newest = key_store().newest_year(district)
    if newest is not None and newest < at.year:
        key_store().rotate(district, at.year, at)
