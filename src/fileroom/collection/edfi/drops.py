"""What of an Ed-Fi record is dropped, at which path, and by what law."""

from __future__ import annotations

import re
from functools import lru_cache

from fileroom.collection.edfi.paths import KINDS, STEERING
from fileroom.collection.imports.drops import BORN_ELSEWHERE, NO_LISTS, NO_PLACE, SEX, Drop, asks_for_banned
from fileroom.law import citations

IMMIGRATION = Drop(
    citations.EC_234_7_A.text,
    "Citizenship, immigration status, and the documents by which somebody's identity was shown, are not kept.",
    always=True,
)
NUMBER = Drop(citations.EC_49076_7.text, "A Social Security number is not kept.", always=True)
BIRTH_PLACE = ("BirthCity", "BirthCountry", "BirthInternationalProvince", "BirthStateAbbreviation")
BY_NAME = {
    **dict.fromkeys(
        (
            "Citizenship", "CitizenshipStatus", "DateEnteredUS", "IdentificationDocument",
            "PersonalIdentificationDocument", "StudentIdentificationDocument", "Visa",
        ),
        IMMIGRATION,
    ),
    **dict.fromkeys(BIRTH_PLACE, BORN_ELSEWHERE),
    **dict.fromkeys(
        (
            "AncestryEthnicOrigin", "Ethnicity", "HispanicLatinoEthnicity", "OldEthnicity", "Race", "RaceAs",
            "RaceType", "Tribal", "TribalAffiliation",
        ),
        NO_LISTS,
    ),
    **dict.fromkeys(("BirthSex", "Gender", "Sex"), SEX),
}  # fmt: skip
SSN = "[SSN]"
# What a report may repeat as a name: a sender's slip may put anything where a name should stand.
NAME = re.compile(r"[@_]?[A-Za-z](?:[A-Za-z_]|\d{1,3}(?!\d)){0,99}(?:\[[\w/]+\])?|\[\w+\]", re.ASCII)
NO_NAME = "(no name)"


@lru_cache(maxsize=8192)
def why_dropped(source: str, path: str) -> tuple[str, Drop] | None:
    """Under which path it is counted, and why; None for what only steers. The first banned word of a path decides."""
    parts = [it if NAME.fullmatch(it) else NO_NAME for it in _parts(path)]
    if any(part in STEERING for part in parts):
        return None
    for number, part in enumerate(parts, start=1):
        name = part.split("[")[0]
        label = "/".join(parts[:number])
        if part.endswith(SSN):
            return label, NUMBER
        if name in BY_NAME:
            return label, BY_NAME[name]
        if banned := asks_for_banned(_spaced(name)):
            return label, banned
    return _plain("/".join(parts)), NO_PLACE


def _parts(path: str) -> list[str]:
    """The names of a path; a kind in brackets may hold the stroke that parts them."""
    return re.split(r"/(?![^\[]*\])", path)


def _spaced(name: str) -> str:
    return "".join(f" {it}" if it.isupper() else it for it in name).strip()


def _plain(path: str) -> str:
    """A path without the kinds of its groups."""
    for kind in KINDS:
        path = path.replace(f"[{kind}]", "")
    return path
