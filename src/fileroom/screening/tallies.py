"""How many forms ask for it, where that is told; and whether they are then to be filled in."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import NEARBY, Reading

# Forms that ask for it: none.
TALLIED = re.compile(
    r"\b(?:forms?|formularios?|questions?|preguntas?) (?:that |which |que )?(?:ask\w*|pid\w+|pregunt\w+)\b"
    r"[^.;:]{0,70}$"
)
A_TALLY = re.compile(
    r"[^:=;.\n]{0,24}[:=] ?(?:(?:none|zero|one|two|three|four|five|cero|ningun[oa]?|un[oa]|dos|tres) ?(?:[,;.]|\n|$)|"
    r"0 ?(?:[,;](?! ?[0-9])|\.(?![0-9]))|[0-9]{1,3} ?(?:,(?! ?[0-9])|;|\.?\s*?(?:\n|$)))"
)
NONE = re.compile(r"[^:=;.\n]{0,24}[:=] ?(?:none|zero|cero|ningun[oa]?|0)\b")
# "Fill in both": behind the tally, in its sentence or the next, and nothing else in between.
TO_BE_FILLED = re.compile(rf"[^.?!\n]{{0,16}}(?:{words('fills_them')})")


def is_tallied(reading: Reading, hit: Hit) -> bool:
    """Whether it is told how many forms ask for it: "forms asking immigration status: none"."""
    return _tally(reading, hit) is not None


def is_only_tallied(reading: Reading, hit: Hit) -> bool:
    """Whether it is told how many forms ask for it, and nobody is told to fill them in."""
    tally = _tally(reading, hit)
    return tally is not None and (
        NONE.match(reading.text, tally.start()) is not None or TO_BE_FILLED.match(reading.text, tally.end()) is None
    )


def _tally(reading: Reading, hit: Hit) -> re.Match[str] | None:
    end = hit.end - reading.text[hit.start : hit.end].endswith((":", "="))
    if TALLIED.search(reading.text, max(0, hit.start - NEARBY), hit.start) is None:
        return None
    return A_TALLY.match(reading.text, end)
