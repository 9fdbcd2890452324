"""What is done each night without being asked: how the policy stands is kept, for its year's history."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from threading import Event as Signal

from django.conf import settings
from django.db import connection

from fileroom.duties.states import Asked
from fileroom.hosting import register, serving
from fileroom.hosting.faults import kind_and_place
from fileroom.programmes.policy.history import keep_night

logger = logging.getLogger(__name__)
HOUR = 3600.0


def run_nights(stop_event: Signal, *, every: float = HOUR) -> None:
    """See now whether each district's day is kept, and every `every` seconds until told to stop. No failure ends it."""
    while True:
        try:
            for name in register.names():
                _keep(name, at=datetime.now(UTC))
        except Exception as error:  # the database may be restarting: say so and try again
            logger.error("The register of districts cannot be read: %s.", kind_and_place(error))
        connection.close()
        if stop_event.wait(every):
            return


def _keep(name: str, *, at: datetime) -> None:
    try:
        with serving(name):
            keep_night(Asked(at, settings.QUARANTINE_DAYS, settings.FORM_DAYS, bool(settings.ORDERS_AFTER_HOURS)))
    except Exception as error:  # one district's trouble must not stop the others'
        logger.error("How the policy of %s stands was not kept: %s.", name, kind_and_place(error))
        connection.close()
