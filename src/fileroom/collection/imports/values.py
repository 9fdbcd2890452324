"""What any value may be, whatever the format: lengths, days, and characters no value holds."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

LONGEST_VALUE = 300
LONGEST_ID = 255
LONGEST_EMAIL = 254
EARLIEST_YEAR = 1900
CDS_DIGITS = 14
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
STROKES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
MONTHS = 12
# Line ends and tabs inside quotes are let pass by CSV; no name holds them. NUL cannot be stored at all.
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def could_be_id(text: str, longest: int = LONGEST_ID) -> bool:
    """Whether anybody here could bear this id. What could not be one is told of no further, and no table takes it."""
    return 0 < len(text) <= longest and CONTROL.search(text) is None


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


class DayOrder(StrEnum):
    """In which order a file writes days with strokes."""

    MDY = "m/d/y"
    DMY = "d/m/y"


def shows_order(text: str) -> DayOrder | None:
    """The order of which a day with strokes leaves no doubt: one of its numbers can be no month."""
    if not (match := STROKES.fullmatch(text)):
        return None
    first, second = int(match[1]), int(match[2])
    if (first > MONTHS) == (second > MONTHS):
        return None
    return DayOrder.DMY if first > MONTHS else DayOrder.MDY


def with_strokes(text: str, order: DayOrder) -> str:
    """The same day as ISO writes it; blank where it is none."""
    if not (match := STROKES.fullmatch(text)):
        return ""
    month, on = (match[1], match[2]) if order is DayOrder.MDY else (match[2], match[1])
    return f"{match[3]}-{month:0>2}-{on:0>2}"


def is_cds_code(text: str) -> bool:
    """Whether an identifier is a county-district-school code: 14 digits, leading zeros kept."""
    return len(text) == CDS_DIGITS and text.isascii() and text.isdigit()
