"""What the file room notices by itself: last days that a new calendar moves, offices that nobody holds, schools that
have not signed for their paper orders, students who went to another school, what no custodian may be told of."""

from __future__ import annotations

from datetime import datetime
from threading import Event as Signal

from fileroom.hosting.rounds import go_round
from fileroom.hosting.rounds_noted import Round
from fileroom.people import moves, untold, vacancies

HOUR = 3600.0


def run_rounds(stop_event: Signal, *, every: float = HOUR) -> None:
    """Look round each district now, and again every `every` seconds until told to stop."""
    go_round(stop_event, lambda name, at: _look_round(at), of=Round.OFFICES, every=every)


def _look_round(at: datetime) -> None:
    vacancies.look_round(at=at)
    moves.look_round(at=at)
    untold.look_round(at=at)
