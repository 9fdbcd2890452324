"""What somebody may offer unasked, and nobody has: "if they offer a visa, hand it back"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# In the same clause: behind a comma it is told of another thing.
IF_OFFERED = re.compile(rf"(?:{words('if_offered')})[^.;:?!。\n]{{0,100}}$")
THEN = re.compile(r", (?!(?:an? |the |or |and )?[a-z #-]{2,28}(?:,| or | and |$))|，(?=(?:就|请|便|那))")
BEFORE = 160


def is_if_offered(reading: Reading, hit: Hit) -> bool:
    """Whether it is supposed that somebody offers it, in the clause that names it."""
    first, _ = reading.sentence(hit.start, hit.end)
    offered = IF_OFFERED.search(reading.text, max(first, hit.start - BEFORE), hit.start)
    return offered is not None and THEN.search(reading.text, offered.start(), hit.start) is None
