"""Words for a status that begin another word: who is in charge of a child, "is legal guardian", and news that somebody
has none of, "has status updates"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

STATUS, LAWFUL = re.compile(r".*\bstatus"), re.compile(r".*\b(?:legal|documented) ?")
# What is said ends with the title: in a note of no commas "is not legal guardian aunt signs" tells of a status.
ENDS = (
    r"\b(?! ?(?:is|are|was|were|has|have|had|signs?|will|can|must|lives?|works?|picks?|calls?|called|came|comes|"
    r"aunt|uncle|mom|dad|mother|father|grand\w+|step\w+|sister|brother|cousin|tia|tio|abuel[ao])\b)"
)
IN_CHARGE = re.compile(
    rf" ?(?:(?:guardian|custodian|representative|next of kin)s?{ENDS}|as (?:an? |the )?(?:emergency )?contacts?{ENDS}|"
    rf"(?:in|on) the (?:file|sis|card) as\b|on the pick-?up (?:list|card){ENDS})"
)
NEWS = re.compile(rf" (?:updates?|reports?){ENDS}")
OF_A_CASE = re.compile(rf"{words('immigration_court')}|\b(?:ice|denial|denied|appeal|petition|deport\w*)\b")


def is_in_charge(reading: Reading, hit: Hit) -> bool:
    """Whether it is said who has charge of a child, or is written down for it."""
    return (
        LAWFUL.fullmatch(reading.text, hit.start, hit.end) is not None
        and IN_CHARGE.match(reading.text, hit.end) is not None
    )


def is_news(reading: Reading, hit: Hit) -> bool:
    """Whether it is news that somebody has none of, and of no petition and no court."""
    if STATUS.fullmatch(reading.text, hit.start, hit.end) is None or NEWS.match(reading.text, hit.end) is None:
        return False
    return OF_A_CASE.search(reading.text, *reading.sentence(hit.start, hit.end)) is None
