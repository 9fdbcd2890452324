"""The server's sequencer: every second, each district in turn."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from threading import Event as Signal

from django.db import connection

from fileroom.hosting import register, serving
from fileroom.hosting.faults import kind_and_place
from fileroom.hosting.rounds import Notes
from fileroom.hosting.rounds_noted import Round
from fileroom.ledger.sequencing import Memory, sequence
from fileroom.ledger.standing import Inconsistent

logger = logging.getLogger(__name__)


def run_sequencer(stop_event: Signal, *, every: float = 1.0) -> None:
    """Sequence each district every `every` seconds until told to stop. No failure ends the loop."""
    memory, said, notes = Memory(), dict[str, str](), Notes(Round.NUMBERING)
    while not stop_event.wait(every):
        try:
            names = register.names()
        except Exception as error:  # the database may be restarting: say so and try again
            logger.error("The sequencer cannot read the register of districts: %s.", kind_and_place(error))
            connection.close()
            continue
        for name in names:
            _sequence(name, memory, said)
            notes.note(name, said.get(name, ""))
    connection.close()


def _sequence(name: str, memory: Memory, said: dict[str, str]) -> None:
    """`said`: what was logged last of each district in trouble. It is said once for as long as it is the same."""
    try:
        with serving(name):
            sequence(at=datetime.now(UTC), memory=memory)
        said.pop(name, None)
    except Exception as error:  # one district's trouble must not stop the others'; it says why in the program's log
        why = str(error) if isinstance(error, Inconsistent) else kind_and_place(error)
        if said.get(name) != why:
            logger.error("The ledger of %s was not sequenced: %s", name, why)
        said[name] = why
        connection.close()
