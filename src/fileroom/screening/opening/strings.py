"""The loose words in a file that is not read: runs of letters of one byte each, or of two."""

from __future__ import annotations

import re
from collections.abc import Iterator

FEWEST = 3
# Of Windows' letters: what English and Spanish are written in. Between the words of an office file stand bytes that
# count and point, so that a run may begin or end with a letter that is none.
RUN = re.compile(
    rb"(?:[\t\r\n\x20-\x7e\xa0-\xff]\x00){%d,}|[\t\r\n\x20-\x7e\x91-\x97\xa0-\xff]{%d,}" % (FEWEST, FEWEST)
)
WORD = re.compile(r"[A-Za-z]{3}|\d{4}|\d{3}\W\d\d")


def strings(body: bytes) -> Iterator[str]:
    """The runs that hold a word or a number, in their order."""
    for found in RUN.finditer(body):
        said = found[0].decode("utf-16-le" if found[0][1:2] == b"\x00" else "cp1252", "replace").strip()
        if WORD.search(said):
            yield said.replace("\r", "\n")
