"""In which languages what stands about a finding is read."""

from __future__ import annotations

import re
from functools import cache

import hyperscan

from fileroom.screening.compiled import STARTLESS
from fileroom.screening.scanning import Database

ENGLISH = (
    " the ",
    " and ",
    " is ",
    " to ",
    " of ",
    " for ",
    " was ",
    " with ",
    "'s ",
    " please",
    " my ",
    " her ",
    " his ",
)
OTHERS = "others"  # in place of a language: all words but the short ones of English
MARKS = {
    "es": (" de ", " la ", " el ", " los ", " las ", " que ", " del ", " su ", " por ", " sin ",
           " una ", " mi ", "cion",
           " es ", " con ", " para ", "no tiene", "nombre", "numero"),
    "tl": (" ng ", " ang ", " sa ", " mga ", " na ", "ang mga", " yung ", " nya ", " niya ", "huling ", "pangalan"),
    "vi": ("khong", "duoc", "hoc sinh", "phu huynh", "nha truong", "giay to", "an sinh", "di tru", "quoc tich",
           "ho chieu", "the xanh", " cua ", "tinh trang", "quy vi", "xin ", "vui long", "ngay ", "thu vien"),
}  # fmt: skip


def languages_of(text: str) -> tuple[str, ...]:
    """In which languages what stands about a finding is read: the first for `surroundings` is always one of two.

    English, unless the folded text shows marks of another language written in Latin letters and none of English.
    """
    shown = {language for _, _, language in _marks().scan(text.encode(errors="replace"))}
    others = tuple(language for at, language in enumerate(MARKS, 1) if at in shown)
    return (OTHERS if others and 0 not in shown else "", *others)


@cache
def _marks() -> Database:
    """The marks of English, then those of each language of MARKS; of a language one is told."""
    marks = enumerate((ENGLISH, *MARKS.values()))
    return Database([(at, "|".join(map(re.escape, it))) for at, it in marks], STARTLESS | hyperscan.HS_FLAG_SINGLEMATCH)
