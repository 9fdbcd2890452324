"""Three changes of rows by which a test turns an evidence of the policy to attention, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tests.conftest import AT

Change = Callable[[], None]
LONG_AGO = AT - timedelta(days=100)


@dataclass(frozen=True)
class Flip:
    """Make it right, then wrong, then right again: three changes of rows."""

    right: Change
    wrong: Change
    back: Change


def nothing() -> None:
    """It is right as it is."""
