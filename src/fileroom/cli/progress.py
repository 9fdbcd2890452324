"""How far a long command is: one line on standard error, on a terminal only, and gone at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WIDTH = 30  # characters of a whole bar
CLEARED = "\r\x1b[K"


@contextmanager
def shown() -> Iterator[Callable[[str], None]]:
    """Give what shows a line in the place of the one before. What is not a terminal is told nothing."""
    if not sys.stderr.isatty():
        yield lambda line: None
        return
    try:
        yield lambda line: print(CLEARED + line, end="", file=sys.stderr, flush=True)
    finally:
        print(CLEARED, end="", file=sys.stderr, flush=True)


def bar(done: int, of: int, what: str) -> str:
    """The bar with its count in words; where nobody knows of how many, the count alone."""
    if not of:
        return f"{done:,} {what}"
    full = WIDTH * min(done, of) // of
    return f"[{'#' * full:.<{WIDTH}}] {done:,} of {of:,} {what}"
