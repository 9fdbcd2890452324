"""A list of students on paper: a table whose pages each bear for whom it is, the day and the code. It is never kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fileroom.letters.setting import FOOT, Letterhead, set_layout, spoken_day

LAYOUT = "roll"


@dataclass(frozen=True)
class Roll:
    """A table under these heads. `mark`: what stands across each page, and above the table."""

    head: Letterhead
    at: datetime
    code: str
    mark: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    title: str = "Directory information"


def compose_roll(roll: Roll) -> bytes:
    """The table as PDF. Raises Unfit where a name cannot be printed."""
    said = {
        "language": "en",
        "district": roll.head.district,
        "telephone": roll.head.telephone,
        "day": spoken_day(roll.at, "en"),
        "title": roll.title,
        "mark": roll.mark,
        "heads": list(roll.heads),
        "rows": [list(row) for row in roll.rows],
        "foot": FOOT["en"].format(address=roll.head.check_at, code=roll.code),
    }
    return set_layout(LAYOUT, said, roll.at)
