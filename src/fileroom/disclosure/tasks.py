"""Work of this room that nobody waits for: a check of the whole ledger, in a thread of the process that was asked."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from threading import Event as Signal
from threading import Thread
from uuid import UUID

from django.db import connection

from fileroom.disclosure import ledger_check
from fileroom.hosting import current_district, serving
from fileroom.hosting.faults import kind_and_place
from fileroom.people.signed_in import SignedIn

logger = logging.getLogger(__name__)
EVERY = 0.5  # seconds between two words of how far it is


class Checking:
    """One check on its way. The walk holds its own connection in one transaction, so another thread tells of it."""

    def __init__(self, check: UUID, by: SignedIn) -> None:
        self.check, self.by, self.district = check, by, current_district()
        self.walked, self.entries = 0, 0
        self.over = Signal()

    def start(self) -> None:
        """Walk and tell, each in a thread that does not keep the process from stopping."""
        for work in (self._walk, self._tell):
            Thread(target=work, name=f"ledger-check-{self.district}", daemon=True).start()

    def _progress(self, walked: int, entries: int) -> None:
        self.walked, self.entries = walked, entries

    def _walk(self) -> None:
        with serving(self.district):
            try:
                ledger_check.carry_out(self.check, by=self.by, progress=self._progress, clock=_now)
            except Exception as error:  # nobody waits for an answer: the page says that it was cut short
                logger.error("A check of the ledger of %s broke off: %s.", self.district, kind_and_place(error))
                ledger_check.note_broken(self.check, at=_now())
            finally:
                self.over.set()
                connection.close()

    def _tell(self) -> None:
        with serving(self.district):
            while not self.over.wait(EVERY):
                ledger_check.note_progress(self.check, self.walked, self.entries, at=_now())
            connection.close()


def _now() -> datetime:
    return datetime.now(UTC)


def check_ledger(check: UUID, *, by: SignedIn, patience: float) -> None:
    """Begin the walk; come back when it has ended, or after `patience` seconds while it goes on."""
    checking = Checking(check, by)
    checking.start()
    checking.over.wait(patience)
