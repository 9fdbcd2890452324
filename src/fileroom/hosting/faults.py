"""What a fault is called in the program's log: never by its words, which may repeat a statement and its values."""

from __future__ import annotations

import traceback


def kind_and_place(error: BaseException) -> str:
    """The error's type, and the lines it came through, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__qualname__} at {where}"
