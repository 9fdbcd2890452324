"""What each types on a telephone of his own, for a site that is not the school's: helpers are told not to keep it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.outside import NEAR, PARTY
from fileroom.screening.reading import Reading

OWN_DEVICE = re.compile(words("own_device"))
# What goes into the school's own form is asked for, on whosever telephone it is typed.
OF_THE_SCHOOL = re.compile(words("own_form"))
SENT = re.compile(words("sends_it"))  # to whoever writes
NOT_KEPT = re.compile(words("not_written_down"))
BEHIND = 120  # characters behind the sentence in which helpers are told so
OF_A_SENTENCE = 200  # of its characters that are looked at, on either side


def is_typed_elsewhere(reading: Reading, hit: Hit) -> bool:
    """Whether each types it on his own device, helpers may not write it down, and no form of the school is named."""
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - OF_A_SENTENCE), min(last, hit.end + OF_A_SENTENCE)
    if OWN_DEVICE.search(reading.text, first, last) is None or SENT.search(reading.text, first, hit.start):
        return False
    if PARTY.search(reading.text, max(0, hit.start - NEAR), min(len(reading.text), hit.end + NEAR)) is None:
        return False
    end = min(len(reading.text), last + BEHIND)
    return NOT_KEPT.search(reading.text, hit.end, end) is not None and not OF_THE_SCHOOL.search(
        reading.text, first, end
    )
