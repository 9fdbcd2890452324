"""What is asked for beside what is not: "her file has no such number. Kindly call us with it"; "just your SSN"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

# It is wanting: right before the name, or right behind it.
WANTING = re.compile(rf"(?:{words('has_none')})[ ,]{{0,2}}(?:[^\W\d]{{1,10}} ){{0,3}}$")
IS_WANTING = re.compile(rf"[^.?!。\n]{{0,40}}?(?:{words('is_wanting')})")
# Then any word for it will do; of what only is spoken of, the number itself must be named, or gathered.
HANDS_IT = re.compile(words("hands_it"))
PUTS_IT_IN = re.compile(words("puts_it_in"))
GATHERS_IT = re.compile(words("gathers_it"))
# What is handed over to be destroyed, or goes back, is not kept.
NOT_KEPT = re.compile(words("not_kept"))
HANDS_IT_OVER = re.compile(words("hands_it_over"))
BEFORE, BEHIND = 48, 60
# Only a way in which it comes is denied: "do not mail your SSN. Bring it".
NOT_SENT = re.compile(rf"(?:{words('not_sent')})(?: ?(?:{words('whose')})){{0,2}} ?$")
BY_MAIL = re.compile(rf"(?: ?(?:numbers?|cards?))?(?: ?(?:{words('by_mail')}))?")
# "No birth certificate is needed, just your", and the name; "lang" and "만" stand behind it.
NOT_NEEDED = re.compile(words("not_needed"))
THIS_ONLY = re.compile(
    rf"(?<!not )(?<!no )(?<!n't )(?<!hindi )(?<!不)(?:{words('only')})[ :]{{0,2}}(?:(?:{words('whose')}) ?){{0,3}}$"
)
ONLY_THIS = re.compile(r" ?(?:(?:mo|ninyo|nyo|nila|niya|po|ng magulang) ){0,2}(?:na )?(?:lang|lamang)\b|만(?! ?아니)")
CLOSE = re.compile(r"[.!?。].*[.!?。]|[^.!?。,;，；]{30}")  # no second sentence between, and nothing long
FAR = 120


def is_put_in(reading: Reading, start: int, end: int) -> bool:
    """Whether it is to be put down, as is said between two places. What is to be sent may be the form that lacks it."""
    if {"negation", "unwanted"} & reading.roles(start, end) or NOT_KEPT.search(reading.text, start, end):
        return False
    return PUTS_IT_IN.search(reading.text, start, end) is not None


def is_asked_next(reading: Reading, hit: Hit) -> bool:
    """Whether the next sentence, or the end of its own, asks for what is wanting here, and wants it kept."""
    first, last = reading.sentence(hit.start, hit.end)
    wanting = WANTING.search(reading.text, max(first, hit.start - BEFORE), hit.start)
    if wanting and is_put_in(reading, hit.end, last):
        return True
    wanting = wanting or IS_WANTING.match(reading.text, hit.end, min(last, hit.end + BEHIND))
    if wanting or _is_wanted(reading, hit, first, last):
        return _is_handed(reading, last, GATHERS_IT, HANDS_IT)
    return "negation" not in reading.roles(first, last) and _is_handed(reading, last, GATHERS_IT)


def is_brought_instead(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says no more of it than that it is not to be mailed, and the next wants it all the same."""
    first, last = reading.sentence(hit.start, hit.end)
    if BY_MAIL.fullmatch(reading.text, hit.end, last) is None:
        return False
    not_sent = NOT_SENT.search(reading.text, max(first, hit.start - BEFORE), hit.start)
    return not_sent is not None and _is_handed(reading, last, HANDS_IT)


def _is_wanted(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether somebody wants it, in a word for it that else is loose: "the carrier wants every kid's social"."""
    if not hit.tag.endswith("loose") or {"negation", "unwanted", "supposes"} & reading.roles(first, last):
        return False
    return "request" in reading.roles(first, hit.start)


def is_handed_next(reading: Reading, hit: Hit) -> bool:
    """Whether the next sentence begs that it be handed over: "Could you text it to me?"."""
    return _is_handed(reading, reading.sentence(hit.start, hit.end)[1], HANDS_IT_OVER)


def _is_handed(reading: Reading, last: int, *ways: re.Pattern[str]) -> bool:
    """Whether the sentence behind a place says in one of these ways that it is handed over, and wants it kept."""
    if last + 2 >= len(reading.text):
        return False
    following = reading.sentence(last + 2, last + 3)
    if {"negation", "unwanted"} & reading.roles(*following):
        return False
    handed = any(it.search(reading.text, *following) for it in ways)
    return handed and NOT_KEPT.search(reading.text, *following) is None


def is_only_this(reading: Reading, hit: Hit) -> bool:
    """Whether it is said of another thing that none is needed, and then that only this is: "just your SSN"."""
    before = THIS_ONLY.search(reading.text, max(0, hit.start - BEFORE), hit.start)
    if before is None and ONLY_THIS.match(reading.text, hit.end) is None:
        return False
    start = before.start() if before else hit.start
    other = NOT_NEEDED.search(reading.text, max(reading.line(hit.start, hit.end)[0], start - FAR), start)
    return other is not None and CLOSE.search(reading.text, other.end(), start) is None
