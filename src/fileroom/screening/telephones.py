"""Telephones behind a label: a notice says what is not kept, and then whom to call."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

TELEPHONE = re.compile(r"(?<![0-9])\(?[0-9]{3}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}(?![0-9])")
OF_A_TELEPHONE = 14  # signs that its digits may go on behind what follows a label


def telephones(reading: Reading, label: Hit, window: str) -> list[tuple[int, int]]:
    """Where telephones stand in what follows a label. `window`: what follows it."""
    behind = reading.text[label.end : label.end + len(window) + OF_A_TELEPHONE]
    return [it.span() for it in TELEPHONE.finditer(behind)]


def first_beside(pattern: re.Pattern[str], window: str, phones: list[tuple[int, int]]) -> re.Match[str] | None:
    """The first number of its kind of which no figure is a telephone's."""
    match = pattern.search(window)
    for start, end in phones:
        if match is not None and start < match.end() and match.start() < end:
            match = pattern.search(window, end)
    return match
