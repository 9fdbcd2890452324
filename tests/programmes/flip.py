"""Three changes of rows by which a test turns an evidence of the policy to attention, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tests.conftest import AT

Change = Callable[[], object]
LONG_AGO = AT - timedelta(days=100)


@dataclass(frozen=True)
class Flip:
    """Make it right, then wrong, then right again: three changes of rows. `why`: all that is then said to be wrong, so
    that a change which goes wrong for another reason as well, or instead, is no flip of this one."""

    why: str
    right: Change
    wrong: Change
    back: Change


def nothing() -> None:
    """It is right as it is."""
