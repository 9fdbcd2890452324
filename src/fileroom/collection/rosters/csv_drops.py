"""Why a column of a CSV file that no map takes is not kept: by what law, or for want of a place."""

from __future__ import annotations

from functools import lru_cache

from fileroom.collection.imports.drops import BORN_ELSEWHERE, NO_LISTS, NO_PLACE, PASSWORD, SEX, Drop, asks_for_banned
from fileroom.collection.rosters.guesses import plain

BY_WORDS = {
    **dict.fromkeys(("password", "passwd", "pin"), PASSWORD),
    **dict.fromkeys(("gender", "sex", "student gender"), SEX),
    **dict.fromkeys(
        ("birth city", "birth country", "birth place", "birth state", "birthplace", "city of birth", "place of birth",
         "country of birth", "state of birth"),
        BORN_ELSEWHERE,
    ),
    **dict.fromkeys(
        ("ethnicity", "ethnicity code", "hispanic", "hispanic ethnicity", "hispanic latino", "race", "race code",
         "races", "tribe", "hispanic or latino", "ell home ethnicity"),
        NO_LISTS,
    ),
}  # fmt: skip


@lru_cache(maxsize=4096)
def why_dropped(source: str, column: str) -> tuple[str, Drop] | None:
    """The column, and why it is not kept."""
    if column.startswith("@") or not column:
        return None
    return column, BY_WORDS.get(plain(column)) or asks_for_banned(column) or NO_PLACE
