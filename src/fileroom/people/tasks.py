"""What the file room notices by itself: last days that a new calendar moves, offices that nobody holds, schools that
have not signed for their paper orders."""

from __future__ import annotations

from threading import Event as Signal

from fileroom.hosting.rounds import go_round
from fileroom.people.vacancies import look_round

HOUR = 3600.0


def run_rounds(stop_event: Signal, *, every: float = HOUR) -> None:
    """Look round each district now, and again every `every` seconds until told to stop."""
    go_round(stop_event, lambda name, at: look_round(at=at), called="The round", every=every)
