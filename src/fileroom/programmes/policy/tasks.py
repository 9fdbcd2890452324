"""What is done each night without being asked: how the policy stands is kept, for its year's history, and what of its
text counsel looks at is owed."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Event as Signal

from django.conf import settings

from fileroom.duties.states import Asked
from fileroom.hosting.rounds import go_round
from fileroom.hosting.rounds_noted import Round
from fileroom.programmes.policy.counsels_look import see_to
from fileroom.programmes.policy.history import keep_night

HOUR = 3600.0


def run_nights(stop_event: Signal, *, every: float = HOUR) -> None:
    """See now whether each district's day is kept, and every `every` seconds until told to stop."""
    begun = datetime.now(UTC)

    def once(_name: str, at: datetime) -> None:
        see_to(at=at)
        line, above = bool(settings.ORDERS_AFTER_HOURS), settings.LISTS_SECOND_ABOVE
        keep_night(Asked(at, settings.QUARANTINE_DAYS, settings.FORM_DAYS, line, above, keeping_since=begun))

    go_round(stop_event, once, of=Round.POLICY, every=every)
