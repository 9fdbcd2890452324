"""Last digits that are told in the next sentence: "We use the last four of their socials. Ms. Dreyfuss = 4471"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

WHO = re.compile(
    r"[\"'”»」]?[.,;。，；、!]?[\"'”»」]?\s{0,3}(?:(?:e\.?g\.?|for example|so|por ejemplo|例如|예)[,:]? )?"
    r"(?:(?:ms|mr|mrs|miss|dr|sra?|srta|senora?|co|thay|chi|anh|gng|bb|g)\.? [^\W\d_][^\W\d_' -]{0,24}|"
    r"(?:his |her |the |su |la |el )?(?:mom|dad|mother|father|grandm\w+|grandp\w+|mama|papa|nanay|tatay|me|bo|ba)"
    r"(?: [^\W\d_]{2,16})?|"
    r"(?:(?:mr|mrs|ms)\. )?[^\W\d_][\w-]{1,15}(?: [^\W\d_][\w.-]{0,15}){0,2}'s(?: one)?|"
    r"(?:el|la|los|las|los suyos|lo) de (?:la |el |su )?[^\W\d_][\w-]{1,15}(?: [^\W\d_][\w-]{0,15}){0,2}|"
    r"(?:cua|so cua|ang (?:kay|sa)|kay) [^\W\d_][\w-]{1,15}(?: [^\W\d_][\w-]{0,15}){0,2}|(?:his|hers|theirs)|"
    r"[\u4e00-\u9fff]{2,4}的|[가-힣]{2,6} ?(?:것|꺼|번호)|"
    r"[\u4e00-\u9fff]{1,4}(?:女士|先生|太太|老师|妈妈|爸爸)|[가-힣 ]{1,6}(?:님|씨|어머니|아버지))"
    r" ?(?:=|:|：|->|→|is\b|was\b|es\b|la\b|ay\b|是|은|는) ?(?P<digits>[0-9]{4})(?![0-9:/-])"
)
ANOTHER = frozenset({"request", "negation"})


def told_next(reading: Reading, label: Hit) -> Iterator[tuple[int, int]]:
    """Where digits stand that the next sentence tells of one or several, where the label's neither asks nor denies."""
    first, last = reading.sentence(label.start, label.end)
    if ANOTHER & reading.roles(first, last):
        return
    told = WHO.match(reading.text, last)
    while told is not None:
        yield told.span("digits")
        told = WHO.match(reading.text, told.end())
