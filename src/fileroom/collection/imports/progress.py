"""How an import says how far it is: in rows looked at, each of them twice, to check the files and to keep it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int], None]


def nothing_to_show(rows: int) -> None:
    """A progress that shows nothing."""
