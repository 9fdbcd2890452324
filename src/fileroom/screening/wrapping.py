"""Lines that were broken only because the page was full: what goes on in the next is one sentence with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from fileroom.screening.folding import Folded

LEAST = 44  # columns of a line that was full; an East Asian letter takes two
FEW_WORDS = 4  # blanks of it: a row of cells or a label has fewer
LONGEST = 240
INDENT = 8
OPEN_END = re.compile(r"[^\W_][,)\"'”’]?[ ]?$")  # no mark that ends a sentence or a label
ROW = re.compile(r"\t|\||_{2}|\.{4}|[ ]{3}")
ITEM = re.compile(r"(?:[-*•·▪>]|\(?[0-9a-z]{1,2}[.)]) ?")


def wraps_of(folded: Folded) -> Callable[[int], bool]:
    """Whether a line's end, given by its offset in the folded text, only wraps a sentence. Asked once of each."""
    known: dict[int, bool] = {}

    def wraps(at: int) -> bool:
        if at not in known:
            known[at] = _wraps(folded, at)
        return known[at]

    return wraps


def never(_at: int) -> bool:
    """In a form and in a table each line stands for itself."""
    return False


def _wraps(folded: Folded, at: int) -> bool:
    text = folded.text
    line = text[max(text.rfind("\n", max(0, at - LONGEST), at) + 1, at - LONGEST) : at]
    following = text[at + 1 : at + LONGEST].split("\n", 1)[0]
    indent = len(following) - len(following.lstrip(" "))
    if not following.strip() or indent > INDENT or OPEN_END.search(line) is None or ROW.search(line.strip()):
        return False
    if ITEM.match(following, indent) or ROW.search(following.strip()):
        return False
    first = folded.original[folded.span(at + 1 + indent, at + 2 + indent)[0]]
    if max(first, line.rstrip()[-1]) >= "\u2e80":
        return sum(1 + (unicodedata.east_asian_width(it) in "WF") for it in line) >= LEAST
    return first.islower() and len(line) >= LEAST and line.strip().count(" ") >= FEW_WORDS
