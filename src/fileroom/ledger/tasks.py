"""The server's sequencer: every second, each district in turn."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from threading import Event as Signal

from django.db import connection

from fileroom.hosting import register, serving
from fileroom.ledger.sequencing import Memory, sequence

logger = logging.getLogger(__name__)


def run_sequencer(stop_event: Signal, *, every: float = 1.0) -> None:
    """Sequence each district every `every` seconds until told to stop. No failure ends the loop."""
    memory = Memory()
    while not stop_event.wait(every):
        try:
            names = register.names()
        except Exception:  # the database may be restarting: say so and try again
            logger.exception("The sequencer cannot read the register of districts.")
            connection.close()
            continue
        for name in names:
            _sequence(name, memory)
    connection.close()


def _sequence(name: str, memory: Memory) -> None:
    try:
        with serving(name):
            sequence(at=datetime.now(UTC), memory=memory)
    except Exception:  # one district's trouble must not stop the others'; it says why in the program's log
        logger.exception("The ledger of %s was not sequenced.", name)
        connection.close()
