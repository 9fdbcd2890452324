"""The two questions of the federal standards, of race and ethnicity: every school must put them as they are."""

from __future__ import annotations

import re

from fileroom.screening.counts import asks_names, chooses
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

# The two questions of the federal standards, which every school must put.
FEDERAL = re.compile(
    r"(?=.*(?:hispan|latin|西班牙|拉丁|히스패닉|라틴))(?=.*(?:one or more|"
    r"rac\w{1,3} ?[(:] ?(?:choose|select|check|mark|pick)|"
    r"(?:choose|select|check|mark) (?:up to|all|any)|hasta cinco|marque|"
    r"that apply|mark all|una o mas|una o varias|todas las que|parte b\b|part b\b|two-part|"
    r"(?:hispan|latin)\w+ (?:y ?/ ?n|yes ?/ ?no|si ?/ ?no)\b|alaska|alasca|pacific|阿拉斯加|太平洋|可多选"
    r"|(?:hispan\w+|latin\w+)[?？:]\W{0,4}"
    r"(?:yes|no|si|co|khong|oo|hindi|y|n)\b"
    r"|하나 이상|모두|알래스카|태평양"
    r"|hoac nhieu|thai binh duong|isa o higit|lahat))",
    re.S,
)
OF_RACE = re.compile(r"rac|raz|ethn|etni|hispan|latin|种|族|裔|인종|민족|lahi|chung toc|dan toc|히스|라틴|西班牙|拉丁")
OF_FAITH = re.compile(r"relig|faith|church|宗教|종교|ton giao|\bfe\b|iglesia|simbahan|nha tho|dao\b")

# The one question is asked with the other, as the law would have it.
TWO_QUESTIONS = re.compile(words("two_questions"))
# As the application for meals calls them.
IDENTITIES = re.compile(
    r"(?:ethnic and racial|racial and ethnic) identit(?:y|ies)|"
    r"identidad(?:es)? (?:etnica|racial)(?:s|es)? y (?:racial|etnica)"
)
NEAR = 70  # characters about a name in which the two questions are told of


def is_told_of(reading: Reading, hit: Hit) -> bool:
    """Whether writing tells of the two questions, of race and ethnicity, and asks for nobody's."""
    if reading.is_form(hit.start) or OF_RACE.search(reading.text, hit.start, hit.end) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if TWO_QUESTIONS.search(reading.text, max(first, hit.start - NEAR), min(last, hit.end + NEAR)) is None:
        return False
    return not reading.lists(hit) and not chooses(reading, hit) and not asks_names(reading, hit)


def is_federal(reading: Reading, hit: Hit) -> bool:
    """Whether the place is of the two questions of the federal standards, of race and ethnicity, not of faith."""
    if not reading.is_form(hit.start) or OF_FAITH.search(reading.text, hit.start, hit.end):
        return False
    if IDENTITIES.search(reading.text, max(0, hit.start - 24), hit.end + 24):
        return True
    of_race = OF_RACE.search(reading.text, hit.start, hit.end) is not None
    if reading.kind is TextKind.FORM_ANSWERS and reading.table is None:
        asked = reading.lists(hit) or asks_names(reading, hit)
        return of_race and not asked and reading.text.startswith("calpads") and reading.matches(FEDERAL)
    if reading.kind is not TextKind.FORM_FIELD or not reading.matches(FEDERAL):
        return False
    return of_race or "\n" not in reading.text
