"""Papers that nobody is to bring, and a test or a class that bears a status in its name: neither tells of anybody."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

NO_PAPERS = re.compile(r"(?:no|without|sin|ni|walang|khong(?: can)?) ")
BRINGS = re.compile(
    r"\b(?:bring|brings|bringing|carry|traiga[n]?|trae|traer|lleve[n]?|mang theo|magdala|dalhin)\b"
    r"(?! (?:him|her|them|up)\b)[^.,;:!?\n]{0,30}$"
)
# In Chinese, Vietnamese and Korean the class is named by the status: "入籍考试辅导班".
A_CLASS = re.compile(
    r" ?(?:考试|考試|面试|面談|面谈)?(?:辅导|輔導|预备|預備|准备|準備|培训|培訓|学习|學習)?"
    r"(?:班|课|課|讲座|講座|辅导|輔導|咨询|諮詢)|"
    r" ?(?:시험|인터뷰)? ?(?:준비|대비)? ?(?:반|강좌|교실|수업|설명회)"
)
# "He came to us in tenth grade": to the school that writes it.
TO_US = re.compile(r"(?:came|comes|come|coming) to us\b")
TO_A_CLASS = re.compile(
    r"(?: (?:in|as|from|for|at))? ?(?:[a-z]+ ){0,3}?"
    r"(?:grade|kindergarten|semester|freshman|sophomore|junior|senior|(?:middle|high) school|district|class)\b"
)


def is_not_to_bring(reading: Reading, hit: Hit) -> bool:
    """Whether it is said what is to be brought, and that papers are not: "bring questions but no papers"."""
    if NO_PAPERS.match(reading.text, hit.start) is None:
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    return BRINGS.search(reading.text, max(first, hit.start - 48), hit.start) is not None


def is_named_by_it(reading: Reading, hit: Hit) -> bool:
    """Whether a class or a talk bears the name, and nobody of a family is spoken of before it."""
    if A_CLASS.match(reading.text, hit.end) is None:
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    return "kin" not in reading.roles(first, hit.start)


def is_to_us(reading: Reading, hit: Hit) -> bool:
    """Whether somebody came to those who write, in some grade: the word is written as no country is."""
    if TO_US.match(reading.text, hit.start) is None or "us" not in reading.written(hit):
        return False
    return TO_A_CLASS.match(reading.text, hit.end) is not None
