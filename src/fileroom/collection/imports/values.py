"""What any value may be, whatever the format: lengths, days, and characters no value holds."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from fileroom.letters.kinds import TURNS_ROUND

LONGEST_VALUE = 300
LONGEST_ID = 255
LONGEST_EMAIL = 254
EARLIEST_YEAR = 1900
CDS_DIGITS = 14
MONTHS = 12
# Line ends and tabs inside quotes are let pass by CSV; no name holds them. NUL cannot be stored at all. What turns the
# direction of writing round makes one name read as another, and a page or a paper go on from right to left.
CONTROL = re.compile(f"[\x00-\x1f\x7f{TURNS_ROUND}]")


def could_be_id(text: str, longest: int = LONGEST_ID) -> bool:
    """Whether anybody here could bear this id. What could not be one is told of no further, and no table takes it."""
    return 0 < len(text) <= longest and CONTROL.search(text) is None


class DayOrder(StrEnum):
    """In which order a sender writes days: its map says it, or the file itself leaves no doubt. It is never guessed."""

    YMD = "y-m-d"
    MDY = "m/d/y"
    DMY = "d/m/y"


WITH_STROKES = (DayOrder.MDY, DayOrder.DMY)
ORDERS = {
    DayOrder.YMD: re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII),
    DayOrder.MDY: re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})", re.ASCII),
    DayOrder.DMY: re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII),
}


@lru_cache(maxsize=4096)
def day(text: str, order: DayOrder = DayOrder.YMD) -> date | None:
    """The day, as ISO writes it (2021-08-23) or in this order; None where there is no such day or none after 1900."""
    if not (match := ORDERS[order].fullmatch(text)):
        return None
    try:
        found = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return found if found.year >= EARLIEST_YEAR else None


def shows_order(text: str) -> DayOrder | None:
    """The order of which a day with strokes leaves no doubt: one of its numbers can be no month."""
    if not (match := ORDERS[DayOrder.MDY].fullmatch(text)):
        return None
    first, second = int(match["month"]), int(match["day"])
    if (first > MONTHS) == (second > MONTHS):
        return None
    return DayOrder.DMY if first > MONTHS else DayOrder.MDY


def is_cds_code(text: str) -> bool:
    """Whether an identifier is a county-district-school code: 14 digits, leading zeros kept."""
    return len(text) == CDS_DIGITS and text.isascii() and text.isdigit()
