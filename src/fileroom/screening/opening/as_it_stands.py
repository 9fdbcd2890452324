"""A mail as it stands, without the letters in which its parts are packed: those were unpacked, and ask nobody anything.

In many such letters stands every short word by chance. What a person could read among them is kept all the same: a
picture can be drawn so that the letters which pack it say something, and then neither the picture nor the mail does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# Digits as of a number, or words that marks part: what can be read in letters of which a line has no blank.
CAN_BE_READ = re.compile(r"\d(?:[+/\s]{0,3}\d){3,}|(?<![A-Za-z\d])(?:[A-Za-z\d]{1,16}[+/\s]{1,3}){3,}")
# Of packed letters so many stay where they are, at both ends: they may go on with what stands before or behind.
AT_AN_END = 20
# What machines sign a mail with: in its letters nothing is packed.
SIGNED = re.compile(r"^(?:ARC|DKIM|X-Google-DKIM)-[A-Za-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.M | re.I)
LETTERS = re.compile(r"[A-Za-z0-9+/]{40,}")


def without_packing(text: str, unpacked: Iterable[str]) -> tuple[str, str]:
    """The text without these letters, which stand in it in this order, and what could be read among them."""
    kept: list[str] = []
    readable: list[str] = []
    at = 0
    for letters in unpacked:
        start = text.find(letters, at)
        if start < 0:  # it is not read as the letters that were unpacked: what it holds from here on, stays
            break
        kept += (text[at:start], letters[:AT_AN_END], "\n", letters[AT_AN_END:][-AT_AN_END:])
        readable += _readable(letters)
        at = start + len(letters)

    def unsigned(found: re.Match[str]) -> str:
        readable.extend(LETTERS.findall(found[0]))
        return LETTERS.sub("", found[0])

    return SIGNED.sub(unsigned, "".join((*kept, text[at:]))), "\n\n".join(readable)


def _readable(letters: str) -> Iterator[str]:
    """The lines in which something can be read, those that follow each other as one."""
    start = end = 0
    for found in CAN_BE_READ.finditer(letters):
        if found.end() <= end:  # on a line that is kept already
            continue
        first = letters.rfind("\n", end, found.start()) + 1
        if first > end + 1:
            yield letters[start:end]
            start = first
        end = letters.find("\n", found.end() - 1)
        end = len(letters) if end < 0 else end
    yield letters[start:end]
