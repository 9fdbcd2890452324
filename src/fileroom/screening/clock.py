"""How long judging may take. What is judged too late is not judged: it is never clean."""

from __future__ import annotations

from time import thread_time

JUDGING = 60.0  # seconds for one document, or one text
EVERY = 32
LATE = "It could not be judged in time."


class Late(RuntimeError):
    """Judging took longer than it may. Nobody knows what the text holds."""


class Clock:
    """Seconds of this thread's own work, from the moment that it is made."""

    __slots__ = ("_looks", "_until")

    def __init__(self, seconds: float = JUDGING) -> None:
        self._until, self._looks = thread_time() + seconds, 0

    def look(self) -> None:
        """Go on. Raises Late where the time is up. Of EVERY looks one asks the system: that is slow."""
        self._looks += 1
        if self._looks % EVERY == 0:
            self.ask()

    def ask(self) -> None:
        """As `look`, and the system is asked: before whatever takes a second by itself."""
        if thread_time() > self._until:
            raise Late(LATE)
