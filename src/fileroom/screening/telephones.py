"""Telephones: behind a label, where a notice says what is not kept, and then whom to call; or a number that is one."""

from __future__ import annotations

import re
from bisect import bisect_left

from fileroom.screening.engine import Hit
from fileroom.screening.once import everywhere
from fileroom.screening.reading import Reading

TELEPHONE = re.compile(r"(?<![0-9])\(?[0-9]{3}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}(?![0-9])")
# A number that has too few digits, in a line that then tells of calling; or that nobody answers.
TOO_FEW = re.compile(r" ?\((?:one|two|[12]) digits? (?:short|missing|too)")
CALLS = re.compile(r"(?=\b(?:call|text|sms|phone|dial|contacts?|resend)|tel)")
BOUNCED = re.compile(r",? (?:bounced|undeliver|is disconnected|not in service)")
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


def is_misdialled(reading: Reading, place: int) -> bool:
    """Whether the words behind a number that ends here say that it is a telephone's."""
    few = TOO_FEW.match(reading.text, place)
    if few is None:
        return BOUNCED.match(reading.text, place) is not None
    calls = everywhere(reading, CALLS)
    after = bisect_left(calls, few.end())
    return after < len(calls) and reading.text.find("\n", few.end(), calls[after]) < 0
