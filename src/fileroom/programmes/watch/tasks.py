"""The watch goes round each minute: alarms within five minutes of a machine that begins to read."""

from __future__ import annotations

from datetime import datetime
from threading import Event as Signal

from django.conf import settings

from fileroom.hosting.rounds import go_round
from fileroom.hosting.rounds_noted import Round
from fileroom.programmes.watch.looking import look
from fileroom.programmes.watch.reading import Limits

EVERY_S = 60.0


def run_watch(stop_event: Signal, *, every: float = EVERY_S) -> None:
    """Look at each district's reading now, and again every `every` seconds until told to stop."""
    limits = Limits(*settings.WATCH)

    def once(name: str, at: datetime) -> None:
        look(limits=limits, at=at)

    go_round(stop_event, once, of=Round.WATCH, every=every)
