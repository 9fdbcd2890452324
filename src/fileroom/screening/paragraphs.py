"""What a paragraph says by itself.

A page goes from one thing to the next: minutes, a thread of mails, papers stapled together. What the head of it says,
or the paragraph before, frees much of what stands there, and would free a request further down that has nothing to do
with it. So a paragraph in which nothing was surely found is read once more as a text of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from fileroom.screening.answered import AN_ANSWER, SAYS_NO
from fileroom.screening.engine import IDLE, Hit
from fileroom.screening.findings import Finding, is_sure
from fileroom.screening.once import once
from fileroom.screening.order import begun
from fileroom.screening.reading import ASKING, Reading

LINE_ENDS = re.compile(r"\n\s*")
# An office file's paragraphs, and a web page's, are parted by no blank line: where a line ends with a full stop.
STOPS = (".", "!", "。", "！")
# The answer to a question stands in the next paragraph: "Do you ask for it?", a blank line, "No."
ANSWERED = re.compile(rf"[?？][\"')」»*_ \t\r]{{0,8}}\n\s*(?:(?:{AN_ANSWER})\b ?[:.)] ?)?{SAYS_NO}")
ENDS = 10  # characters before a border in which a question ends
# A paragraph of one line, so short, that ends with none of these is the heading of what follows it.
SHORT, MARKS = 51, tuple(".!?:;,。！？：；，\"'”’)）」』»")
Span = tuple[int, int]


def paragraph(reading: Reading, place: int) -> Span:
    """Where the paragraph of a place begins and ends."""
    spans = _spans(reading)
    return spans[bisect_right(spans, (place, len(reading.text))) - 1]


def alone(reading: Reading, found: Iterable[Finding]) -> Iterator[tuple[int, Reading]]:
    """Where each paragraph begins in which something was sought and nothing surely found, and how it reads alone.

    A form's label and its help are one, whatever stands between them.
    """
    spans = _spans(reading)
    if len(spans) == 1 or reading.kind in ASKING:
        return
    hits = reading.of(*reading.by_tag)
    sought = {paragraph(reading, it.start) for it in hits if reading.strict or it.tag not in IDLE}
    told = {paragraph(reading, it.start) for it in found if is_sure(it)}
    for low, high in sorted(sought - told):
        yield low, _part(reading, low, high, begun(hits, low, high))


def _part(reading: Reading, low: int, high: int, hits: Iterable[Hit]) -> Reading:
    within = [it._replace(start=it.start - low, end=it.end - low) for it in hits if it.end <= high]
    return Reading(
        reading.folded.part(low, high),
        reading.kind,
        reading.title,
        within,
        strict=reading.strict,
        least=reading.least,
        keeps=reading.least,
        clock=reading.clock,
    )


def _spans(reading: Reading) -> list[Span]:
    """Of every paragraph, in order; a question and its no are one, and so are a heading and what follows it."""

    def parted() -> list[Span]:
        text, borders, last, line = reading.text, [0], 0, 0
        for it in LINE_ENDS.finditer(text):
            said = text[line : it.start()].rstrip()
            if said.endswith(STOPS) or "\n" in it[0][1:]:
                is_heading = line == last and 0 < len(said) <= SHORT and not said.endswith(MARKS)
                if not (is_heading or _is_answered_behind(text, line + len(said))):
                    borders.append(it.end())
                last = it.end()
            line = it.end()
        return [(low, high) for low, high in pairwise([*borders, len(text)]) if low < high]

    return once(reading, "paragraphs", parted)


def _is_answered_behind(text: str, end: int) -> bool:
    """Whether a question ends before a border, and no is the answer to it behind that."""
    low = max(0, end - ENDS)
    mark = max(text.rfind("?", low, end), text.rfind("？", low, end))
    return mark >= 0 and ANSWERED.match(text, mark) is not None
