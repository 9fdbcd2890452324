"""A policy as somebody has pasted it comes apart into headings and sentences. No word of it is lost.

A copy from a PDF breaks its lines anywhere. Lines belong together until an empty one, or until a sentence has ended and
a heading follows: a line without a stop that stands alone, or is written Like a Title before its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.law.policy import POLICY

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A sentence ends at its stop, and a source in brackets after it belongs to it: "… records. (5 CCR 431)".
STOP = re.compile(r"(?<=[^\W_][.!?])[”\"’']?(?:\s+\([^()]*\))?(?:\s+(?=[^\Wa-z])|\s*$)")
# What ends in a full stop and ends nothing: "Ed. Code", "U.S. Department", and the number before an item of a list.
NO_END = re.compile(
    r"(?:\b(?:Art|Bus|Civ|Dr|Ed|Fam|Gov|Health|Jr|Mr|Mrs|Ms|No|Pen|Proc|Prof|Reg|Saf|Sec|Sr|St|Tit|Welf|[A-Z])"
    r"|(?:^|[:;,.]\s+)\(?(?:\d{1,2}|[a-z]|[ivx]+))\.$"
)
CLOSED = tuple('.!?)”"')
GOES_ON = tuple(":;,")
SMALL = 4  # letters: shorter words of a title may be small


def sentences_of(text: str) -> list[tuple[str, str]]:
    """Heading and sentence of each. The policy's title is left out; headings that follow each other are one."""
    found: list[tuple[str, str]] = []
    heading, fresh = "", False
    for is_heading, says in _pieces(text):
        if not is_heading:
            found += [(heading, each) for each in _split(says)]
            fresh = False
        elif WORD.findall(says.casefold()) != WORD.findall(POLICY.title.casefold()):
            heading, fresh = f"{heading} · {says}" if fresh else says, True
        else:
            heading, fresh = "", False
    return found


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Headings and paragraphs, each as one line: is it a heading, and what it says."""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [" ".join(it.split()) for it in block.splitlines() if it.strip()]
        if lines and all(_is_title(it) and not it.endswith((*CLOSED, *GOES_ON)) for it in lines):
            yield True, " ".join(lines)
            continue
        said: list[str] = []
        for at, line in enumerate(lines):
            begins = not said or said[-1].endswith(CLOSED)
            if begins and _is_heading(line, alone=len(lines) == 1, after=lines[at + 1 :]):
                yield from _paragraph(said)
                yield True, line
                said = []
            else:
                said.append(line)
        yield from _paragraph(said)


def _paragraph(lines: list[str]) -> Iterator[tuple[bool, str]]:
    if lines:
        yield False, " ".join(lines)


def _is_heading(line: str, *, alone: bool, after: list[str]) -> bool:
    """Without a stop; alone, or a title before a line that begins anew."""
    if line.endswith((*CLOSED, *GOES_ON)):
        return False
    return alone or (bool(after) and _is_title(line) and not after[0][0].islower())


def _is_title(line: str) -> bool:
    found = WORD.findall(line)
    return bool(found) and all(not it[0].islower() for at, it in enumerate(found) if at == 0 or len(it) > SMALL)


def _split(line: str) -> Iterator[str]:
    begin = 0
    for end in STOP.finditer(line):
        if _ends_nothing(line[begin : end.start()], last=end.end() == len(line)):
            continue
        if says := line[begin : end.end()].strip():
            yield says
        begin = end.end()
    if rest := line[begin:].strip():
        yield rest


def _ends_nothing(said: str, *, last: bool) -> bool:
    return not last and NO_END.search(said) is not None
