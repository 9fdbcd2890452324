"""A text without what was found in it: taken out for good in a plain text, or only covered for somebody who looks."""

from __future__ import annotations

import re

from fileroom.screening.findings import Finding, Mode
from fileroom.screening.gate import strictly
from fileroom.screening.reading import TextKind
from fileroom.screening.texts import screen_text

REMOVED = "[removed]"
COVERED = "█" * 6  # always as long: the length of a value tells of it
ROUNDS = 5  # taking one thing out may show another beside it
LEAST_TO_COVER = 0.25  # who looks is shown less than a gate would stop at
# What could be a number of somebody's, whatever it is called. A day is none, and tells which paper it is.
NUMBERS = re.compile(
    r"(?<!\w)(?:(?:\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})(?!\d)"
    r"|(?P<number>(?:[A-Z*Xx#]{1,8}[\s-]{0,2})?\d[\d\s.-]{2,}\d))"
)


def redacted(text: str, kind: TextKind = TextKind.PROSE) -> str | None:
    """The text with each finding taken out, asked for or there; None where it still holds something after that.

    What comes back has been through the sieve again, as strictly as the gate looks, and nothing was found.
    """
    for _ in range(ROUNDS):
        found = strictly(text, kind, title="")
        if not found:
            return text
        text = _without(text, [(it.start, it.end) for it in found], REMOVED)
    return None


def covered(text: str, kind: TextKind = TextKind.PROSE, *, title: str = "") -> str:
    """The text as a person may look at it who decides about it: every value found is covered, and found lightly.

    Covered too is the same value elsewhere in the text, and every number that could be one. What only asks stays: it
    is the reason.
    """
    found = screen_text(text, kind, title=title, least=LEAST_TO_COVER, strict=True)
    values = [it for it in found if it.mode is Mode.VALUE]
    spans = [(it.start, it.end) for it in values]
    spans += [again.span() for again in _elsewhere(text, values)]
    spans += [it.span("number") for it in NUMBERS.finditer(text) if it["number"]]
    return _without(text, spans, COVERED)


def _elsewhere(text: str, values: list[Finding]) -> list[re.Match[str]]:
    said = {text[it.start : it.end].strip() for it in values}
    pattern = "|".join(re.escape(it) for it in sorted(said, key=len, reverse=True) if len(it) > 2)
    return list(re.finditer(pattern, text, re.I)) if pattern else []


def _without(text: str, spans: list[tuple[int, int]], instead: str) -> str:
    """Spans may overlap and touch: what they cover together is replaced once."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        elif end > start:
            joined.append((start, end))
    kept, last = [], 0
    for start, end in joined:
        kept += [text[last:start], instead]
        last = end
    return "".join([*kept, text[last:]])
