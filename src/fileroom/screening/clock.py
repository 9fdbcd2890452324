"""How long judging may take. What is judged too late is not judged: it is never clean."""

from __future__ import annotations

from time import thread_time

JUDGING = 60.0  # seconds for one document, or one text
LATE = "It could not be judged in time."


class Late(RuntimeError):
    """Judging took longer than it may. Nobody knows what the text holds."""


class Clock:
    """Seconds of this thread's own work, from when it is made."""

    __slots__ = ("_until",)

    def __init__(self, seconds: float = JUDGING) -> None:
        self._until = thread_time() + seconds

    def look(self) -> None:
        """Go on. Raises Late where the time is up."""
        if thread_time() > self._until:
            raise Late(LATE)
