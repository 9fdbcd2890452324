"""What is done without being asked, district by district, again and again until told to stop.

How each round went is noted (hosting/rounds_noted.py): one that fails stops no other, and the policy page and `fileroom
check` say so until it goes well again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event as Signal

from django.db import connection

from fileroom.hosting import register, rounds_noted
from fileroom.hosting.current import serving
from fileroom.hosting.faults import kind_and_place
from fileroom.hosting.rounds_noted import CALLED, Round

logger = logging.getLogger(__name__)
# One round in one district, by its name, at this moment.
Work = Callable[[str, datetime], object]
SELDOM = timedelta(minutes=1)  # what goes round every second is noted no oftener, while it goes as it went


class Notes:
    """What was noted last of one round, so that the register is not written to each second."""

    def __init__(self, of: Round) -> None:
        self.of = of
        self._last: dict[str, tuple[datetime, str]] = {}

    def note(self, district: str, fault: str) -> None:
        """It went so, just now; `fault` empty: well. That it cannot be noted stops no round."""
        now = datetime.now(UTC)
        last = self._last.get(district)
        if last and last[1] == fault and now - last[0] < SELDOM:
            return
        try:
            rounds_noted.note(district, self.of, fault, at=now)
        except Exception as error:
            logger.error("How %s went in %s was not noted: %s.", CALLED[self.of], district, kind_and_place(error))
            connection.close()
        else:
            self._last[district] = now, fault


def go_round(stop_event: Signal, work: Work, *, of: Round, every: float) -> None:
    """See to each district now, and again every `every` seconds until told to stop. No failure ends the loop."""
    notes = Notes(of)
    while True:
        try:
            for name in register.names():
                notes.note(name, _see_to(name, work, CALLED[of]))
        except Exception as error:  # the database may be restarting: say so and try again
            logger.error("The register of districts cannot be read: %s.", kind_and_place(error))
        connection.close()
        if stop_event.wait(every):
            return


def _see_to(name: str, work: Work, called: str) -> str:
    """What stopped it; empty: it went well. One district's trouble must not stop the others'."""
    try:
        with serving(name):
            work(name, datetime.now(UTC))
    except Exception as error:
        fault = kind_and_place(error)
        logger.error("%s of %s was not done: %s.", called, name, fault)
        connection.close()
        return fault
    return ""
