"""What is done without being asked: destructions are finished; each year class keys are wrapped anew."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from threading import Event as Signal

from django.db import connection

from fileroom.hosting import register, serving
from fileroom.hosting.faults import kind_and_place
from fileroom.records import services as shelves
from fileroom.seal.store import key_store

logger = logging.getLogger(__name__)
HOUR = 3600.0


def run_upkeep(stop_event: Signal, *, every: float = HOUR) -> None:
    """See to each district now, and again every `every` seconds until told to stop. No failure ends the loop."""
    while True:
        try:
            for name in register.names():
                _see_to(name, at=datetime.now(UTC))
        except Exception as error:  # the database may be restarting: say so and try again
            logger.error("The register of districts cannot be read: %s.", kind_and_place(error))
        connection.close()
        if stop_event.wait(every):
            return


def _see_to(name: str, *, at: datetime) -> None:
    try:
        with serving(name):
            keep_up(name, at=at)
    except Exception as error:  # one district's trouble must not stop the others'
        logger.error("The upkeep of %s was not done: %s.", name, kind_and_place(error))
        connection.close()


def keep_up(district: str, *, at: datetime) -> None:
    """Finish what a stop left half destroyed; in a new year, wrap the class keys anew."""
    shelves.finish_destructions(at=at)
    newest = key_store().newest_year(district)
    if newest is not None and newest < at.year:
        key_store().rotate(district, at.year, at)
