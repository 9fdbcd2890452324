"""What somebody or something enters that is no country: a program, a class, a log."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

INTO = re.compile(r"\b(?:in|into|to|at|al?|en)$")
# "Date of entry", and behind it into what.
ENTRY, INTO_IT = re.compile(r"(?:entry|ingreso|entrada)$"), re.compile(r" (?:into|in|to|on|al?|en)\b")
A_PROGRAM = re.compile(
    rf" (?:the |this |our |el |la |esta? )?(?:{words('program')})"
    r"(?! (?:in|en|of) (?:the )?(?:u\.?s|united|this country|estados|ee))"
)


def is_into_a_program(reading: Reading, hit: Hit) -> bool:
    """Whether somebody enters or comes into a program, a class, a school or a log, and no country."""
    end = hit.end
    if ENTRY.search(reading.text, hit.start, hit.end):
        into = INTO_IT.match(reading.text, hit.end)
        end = into.end() if into else end
    return INTO.search(reading.text, hit.start, end) is not None and A_PROGRAM.match(reading.text, end) is not None
