"""Letters of which the sieve knows no word: what is mostly of them was seen, and not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fileroom.screening.parts import Part
from fileroom.screening.reading import TextKind

NOT_KNOWN = "It is mostly in letters of which the sieve knows no word: somebody who reads them has to look at it."
# Every script but Latin, Chinese and Korean, and what stands in each of them: the lexicon has no word of the others.
UNKNOWN = (
    r"\u0370-\u10ff\u1200-\u1aaf\u1b00-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff\u3040-\u30ff\ua000-\ua4ff"
    r"\ua500-\ua6ff\ua800-\ua95f\ua980-\uab2f\uab70-\uabff\ufb13-\ufdff\ufe70-\ufefc\uff66-\uff9f"
    r"\U00010000-\U0001cfff\U0001e000-\U0001efff"
)
RUN = re.compile(f"[{UNKNOWN}]{{2,}}")
FEWEST = 25  # letters: a name has fewer, and a welcome
QUESTION = 4  # letters that ask, where they are what a field is called


def _has_a_passage(text: str) -> bool:
    """Whether lines that follow each other are mostly of such letters: the other half of a form in two languages."""
    run = 0
    for line in text.splitlines():
        unknown = sum(map(len, RUN.findall(line)))
        known = sum(map(str.isalpha, RUN.sub("", line)))
        if unknown > known:
            run += unknown
            if run >= FEWEST:
                return True
        elif known:
            run = 0
    return False


def is_not_known(parts: Sequence[Part]) -> bool:
    """Whether one of a document's texts, or all of them together, are mostly in letters of which no word is known.

    A name or a word in such letters is nothing, but where it is all that a field is called.
    """
    all_unknown = all_known = 0
    for part in parts:
        unknown = 0 if part.text.isascii() else sum(map(len, RUN.findall(part.text)))
        known = sum(map(str.isalpha, RUN.sub("", part.text))) if unknown else len(part.text)
        if unknown >= FEWEST and _has_a_passage(part.text):
            return True
        if unknown > known and unknown >= (QUESTION if part.kind is TextKind.FORM_FIELD else FEWEST):
            return True
        all_unknown, all_known = all_unknown + unknown, all_known + known
    return all_unknown > all_known and all_unknown >= FEWEST
