"""How long judging may take. What is judged too late is not judged: it is never clean."""

from __future__ import annotations

from time import thread_time

JUDGING = 60.0  # seconds for one document, or one text
EVERY = 32
LATE = "It could not be judged in time."


class Late(RuntimeError):
    """Judging took longer than it may. Nobody knows what the text holds."""


class Clock:
    """Seconds of this thread's own work, from the first time that it is really looked at."""

    __slots__ = ("_looks", "_seconds", "_until")

    def __init__(self, seconds: float = JUDGING) -> None:
        self._seconds, self._looks = seconds, 0
        self._until: float | None = None

    def look(self) -> None:
        """Go on. Raises Late where the time is up. Of EVERY looks one asks the system: that is slow."""
        self._looks += 1
        if self._looks % EVERY:
            return
        now = thread_time()
        if self._until is None:
            self._until = now + self._seconds
        if now > self._until:
            raise Late(LATE)
