"""What is done without being asked, district by district, again and again until told to stop."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event as Signal

from django.db import connection

from fileroom.hosting import register
from fileroom.hosting.current import serving
from fileroom.hosting.faults import kind_and_place

logger = logging.getLogger(__name__)
# One round in one district, by its name, at this moment.
Work = Callable[[str, datetime], object]


def go_round(stop_event: Signal, work: Work, *, called: str, every: float) -> None:
    """See to each district now, and again every `every` seconds until told to stop. No failure ends the loop.

    `called`: what the work is to whoever reads the program's log.
    """
    while True:
        try:
            for name in register.names():
                _see_to(name, work, called)
        except Exception as error:  # the database may be restarting: say so and try again
            logger.error("The register of districts cannot be read: %s.", kind_and_place(error))
        connection.close()
        if stop_event.wait(every):
            return


def _see_to(name: str, work: Work, called: str) -> None:
    try:
        with serving(name):
            work(name, datetime.now(UTC))
    except Exception as error:  # one district's trouble must not stop the others'
        logger.error("%s of %s was not done: %s.", called, name, kind_and_place(error))
        connection.close()
