"""A text without what was found in it: taken out for good in a plain text, or only covered for somebody who looks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from fileroom.screening.findings import Category, Mode
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
# What can be taken out for good. Of a word on status, a paper or a list the text around it tells.
TAKEN_OUT = frozenset((Category.A_NUMBER, Category.ITIN, Category.SSN, Category.SSN_LAST4))
# Of so many figures a number is its own wherever it stands, and however it is written there.
WHOLE = 9
RUN = re.compile(r"\d(?:[\W_]{0,3}\d)+")


def redacted(text: str) -> str | None:
    """A prose without what `covered` covers in it, also where nothing is found: a name had told what a number is.

    None where it asks, where more than numbers was found, or where something is left. What comes back has been through
    the sieve again, as strictly as the gate looks, and nothing was found.
    """
    found = strictly(text, TextKind.PROSE, title="")
    if any(it.mode is not Mode.VALUE for it in found):
        return None
    for _ in range(ROUNDS):
        if any(it.category not in TAKEN_OUT for it in found):
            return None
        # The words before a value go only once nothing stands behind them: without them the sieve would not see it.
        spans = _spans(text, TextKind.PROSE, "") or [(it.start, it.end) for it in found]
        text = _without(text, spans, REMOVED)
        found = strictly(text, TextKind.PROSE, title="")
        if not found:
            return text
    return None


@dataclass(frozen=True)
class Covered:
    """A text as a person may look at it, and `spans`, in order and apart: what is covered, as it stood before."""

    text: str
    spans: Sequence[tuple[int, int]] = field(repr=False)

    def at(self, place: int) -> int:
        """Where now stands what stood at this place; of what is covered where its cover begins."""
        before = bisect_right(self.spans, place, key=lambda it: it[1])
        if before < len(self.spans):
            place = min(place, self.spans[before][0])
        return place - self._shorter[before]

    @cached_property
    def _shorter(self) -> list[int]:
        """By how much the text is shorter once so many are covered."""
        return list(accumulate((end - start - len(COVERED) for start, end in self.spans), initial=0))


def covering(text: str, kind: TextKind = TextKind.PROSE, *, title: str = "") -> Covered:
    """The text as a person may look at it who decides about it: every value found is covered, and found lightly.

    Covered too is the same value elsewhere in the text, and every number that could be one. What only asks stays: it
    is the reason.
    """
    spans = _joined(_spans(text, kind, title))
    return Covered(_without(text, spans, COVERED), spans)


def covered(text: str, kind: TextKind = TextKind.PROSE, *, title: str = "") -> str:
    """The same, of which only the text is wanted."""
    return covering(text, kind, title=title).text


def _spans(text: str, kind: TextKind, title: str) -> list[tuple[int, int]]:
    found = screen_text(text, kind, title=title, least=LEAST_TO_COVER, strict=True, weighs=False)
    values = [(it.start, it.end) for it in found if it.mode is Mode.VALUE]
    said = {text[start:end].strip() for start, end in values}
    whole = {figures for it in said if len(figures := "".join(_figures(it))) >= WHOLE}
    return [
        *values,
        *_words(text, (it for it in said if len("".join(_figures(it))) < WHOLE)),
        *_numbers(text, whole),
        *(it.span("number") for it in NUMBERS.finditer(text) if it["number"]),
    ]


def _words(text: str, said: Iterable[str]) -> list[tuple[int, int]]:
    """Where the same words stand again, or the same few figures."""
    pattern = "|".join(re.escape(it) for it in sorted(said, key=len, reverse=True) if len(it) > 2)
    return [it.span() for it in re.finditer(pattern, text, re.I)] if pattern else []


def _numbers(text: str, said: set[str]) -> Iterator[tuple[int, int]]:
    """Where one of these numbers stands, whatever stands between its figures."""
    lengths = {len(it) for it in said}
    for run in RUN.finditer(text) if said else ():
        places = [at for at in range(run.start(), run.end()) if text[at].isdecimal()]
        figures = "".join(_figures(run.group()))
        for length in lengths:
            for first in range(len(figures) - length + 1):
                if figures[first : first + length] in said:
                    yield places[first], places[first + length - 1] + 1


def _figures(text: str) -> Iterator[str]:
    """The decimal figures in a text, in those of ASCII."""
    return (str(unicodedata.decimal(it)) for it in text if it.isdecimal())


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order; those that overlap or touch are one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        elif end > start:
            joined.append((start, end))
    return joined


def _without(text: str, spans: Iterable[tuple[int, int]], instead: str) -> str:
    """What spans cover together is replaced once."""
    kept, last = [], 0
    for start, end in _joined(spans):
        kept += [text[last:start], instead]
        last = end
    return "".join([*kept, text[last:]])
