"""How long judging may take. What is judged too late is not judged: it is never clean."""

from __future__ import annotations

from time import thread_time

JUDGING = 60.0  # seconds for one document, or one text
EVERY = 32
LITTLE = 10_000  # characters, of which no step takes a second
LATE = "It could not be judged in time."


class Late(RuntimeError):
    """Judging took longer than it may. Nobody knows what the text holds."""


class Clock:
    """Seconds of this thread's own work, from the moment that the system is first asked: before that it is little."""

    __slots__ = ("_looks", "_seconds", "_until")

    def __init__(self, seconds: float = JUDGING) -> None:
        self._seconds, self._looks = seconds, 0
        self._until: float | None = None

    def look(self, characters: int = 0) -> None:
        """Go on, to work on so many characters. Raises Late where the time is up.

        The system is asked before what may take a second by itself, and else at one of EVERY looks: that is slow.
        """
        self._looks += 1
        if characters > LITTLE or self._looks % EVERY == 0:
            now = thread_time()
            if self._until is None:
                self._until = now + self._seconds
            elif now > self._until:
                raise Late(LATE)
