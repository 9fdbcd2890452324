"""What any value may be, whatever the format: lengths, days, and characters no value holds."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

LONGEST_VALUE = 300
LONGEST_ID = 255
LONGEST_EMAIL = 254
EARLIEST_YEAR = 1900
CDS_DIGITS = 14
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Line ends and tabs inside quotes are let pass by CSV; no name holds them. NUL cannot be stored at all.
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@lru_cache(maxsize=4096)
def day(text: str) -> date | None:
    """The day of an ISO date (2021-08-23), or None where there is no such day or none after 1900."""
    if not DAY.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= EARLIEST_YEAR else None


def is_cds_code(text: str) -> bool:
    """Whether an identifier is a county-district-school code: 14 digits, leading zeros kept."""
    return len(text) == CDS_DIGITS and text.isascii() and text.isdigit()
