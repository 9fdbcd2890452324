"""Nine digits in the range of taxpayer numbers that stand behind a word for taxes, and no firm's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening import numbers
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.joins import is_code
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

OF_TAXES = re.compile(rf"(?:{words('of_taxes')})[^0-9\n.;]{{0,24}}$")
NEAR = 48  # characters before a number in which it may be said


def taxed(reading: Reading) -> Iterator[Finding]:
    """Taxpayer numbers that no full name labels. An employer's number is not in their range, but for a few."""
    for hit in reading.of("itin.nine"):
        digits = reading.text[hit.start : hit.end]
        if not numbers.is_itin(digits) or is_code(reading.text, hit.start, hit.end):
            continue
        first, _ = reading.line(hit.start, hit.end)
        low = max(first, hit.start - NEAR)
        if OF_TAXES.search(reading.text, low, hit.start) is None or numbers.OF_AN_EMPLOYER.search(
            reading.text, low, hit.start
        ):
            continue
        if "workforce" in reading.roles(*reading.sentence(hit.start, hit.end)):
            continue
        why = ("in the range of taxpayer numbers", "a word for taxes to the left")
        yield Finding(Category.ITIN, Mode.VALUE, hit.start, hit.end, 0.65, why)
