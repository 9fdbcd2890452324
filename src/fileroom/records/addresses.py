"""Keyed hashes of addresses: by them one is known again, in whatever way it is written, without being kept.

A house is its number and the first word of its street's name: how north, street or apartment are written, and whether,
does not part two spellings of one. Where nothing else names the street (120 Court Street), one of these words does.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fileroom.hosting import current_district
from fileroom.people.names import hashed_key
from fileroom.seal.store import key_store

FIELDS = ("street", "city", "postal_code")
# Words of a street that senders write in several ways, or leave out.
DIRECTIONS = frozenset(
    {
        "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west", "northeast", "northwest",
        "southeast", "southwest",
    }
)  # fmt: skip
SPANISH = frozenset({"avenida", "avda", "calle", "camino", "paseo", "via"})  # these stand before the name
TYPES = SPANISH | {
    "street", "st", "avenue", "ave", "av", "road", "rd", "drive", "dr", "boulevard", "blvd", "lane", "ln", "court",
    "ct", "place", "pl", "way", "circle", "cir", "terrace", "ter", "highway", "hwy", "parkway", "pkwy", "route", "rte",
}  # fmt: skip
UNITS = frozenset(
    {
        "apartment", "apartamento", "apt", "apto", "bldg", "building", "departamento", "depto", "edificio", "floor",
        "lot", "lote", "no", "number", "piso", "room", "space", "spc", "ste", "suite", "trailer", "trlr", "unit",
    }
)  # fmt: skip
WHOSE_ROAD = frozenset({"county", "state"})  # before a road that has a number for its name
LEFT_OUT = DIRECTIONS | TYPES | UNITS
ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip
TENS = {"twenty": "2", "thirty": "3", "forty": "4", "fifty": "5"}
OVER_TWENTY = re.compile(
    rf"\b({'|'.join(TENS)})[\s-]+({'|'.join(it for it in ORDINALS if ORDINALS[it][1].isalpha())})\b"
)
# What the one word that names a street is taken for, where nothing else names it; and the first word of a longer name.
IN_FULL = {
    "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest", "se": "southeast",
    "sw": "southwest", "st": "street", "ave": "avenue", "av": "avenue", "avda": "avenida", "rd": "road", "dr": "drive",
    "blvd": "boulevard", "ln": "lane", "ct": "court", "pl": "place", "cir": "circle", "ter": "terrace",
    "hwy": "highway", "pkwy": "parkway", "rte": "route", "mt": "mount", "ft": "fort",
}  # fmt: skip
BOX = "box"
NUMBER = re.compile(r"([0-9]+)[a-z]?")
NTH = re.compile(r"([0-9]+)(?:st|nd|rd|th)")
APOSTROPHES = re.compile("['’‘ʼ`´]")
# Half a number is the number: who writes 812 1/2 Elm leaves the half out as often.
HALF = re.compile(r"\b1\s*/\s*2\b")
POST_OFFICE_BOX = re.compile(r"\bp\W*o\W*box\b")
MOST_WORDS = 6


@dataclass(frozen=True)
class Mark:
    """A keyed hash of so many words."""

    mark: bytes
    words: int


def whole(fields: Mapping[str, Any]) -> Mark:
    """Of an address as it is written: whether another says the same."""
    said = _words(" ".join(str(fields.get(it, "")) for it in FIELDS))
    return Mark(_hash(said), len(said))


def house(street: str) -> Mark | None:
    """Of the house: its number and the street's name. None of a line that names no house."""
    parts = [_words(part) for part in re.split(r"[,;\n]", street)]
    whole = _words(street)
    for words in [*(_without_units(it) for it in parts), _without_units(whole), whole]:
        if pair := _numbered(words):
            return Mark(_hash(pair), len(pair))
    words = [it for it in whole if it not in LEFT_OUT][:MOST_WORDS]
    named = len(words) > 1 and not any(NUMBER.fullmatch(it) for it in words)
    return Mark(_hash(words), len(words)) if named else None


def _without_units(words: list[str]) -> list[str]:
    """The line without apartment 3: the word, and the number or letter behind it."""
    kept: list[str] = []
    for at, it in enumerate(words):
        behind = at > 0 and words[at - 1] in UNITS and (it[0].isdigit() or len(it) == 1)
        if not behind and it not in UNITS:
            kept.append(it)
    return kept


def _numbered(words: list[str]) -> list[str]:
    """A house's number and the first word of its street's name, wherever the number stands; empty: there is none."""
    numbers = [at for at, it in enumerate(words) if NUMBER.fullmatch(it)]
    at = next((at for at in numbers if at and words[at - 1] == BOX), numbers[0] if numbers else None)
    if at is None:
        return []
    if at and words[at - 1] == BOX:
        return [_number(words[at]), BOX]
    behind, ahead = words[at + 1 :], words[:at]
    if ahead and ahead[0] in SPANISH:
        behind, ahead = ahead, behind
    name = _name(behind) or _name(ahead)
    return [_number(words[at]), name] if name else []


def _name(words: list[str]) -> str:
    """The first word that tells a street from another."""
    words = [it for it in words if it not in UNITS]
    if len(words) > 1 and len(words[0]) == 1 and any(it not in LEFT_OUT for it in words[1:]):
        words = words[1:]  # 8128-A Elm
    if len(words) > 2 and words[0] in WHOSE_ROAD and words[1] in TYPES:
        words = words[1:]  # State Highway 99
    if named := next((it for it in words if it not in LEFT_OUT), ""):
        return _one_spelling(named)
    for left_out, end in ((DIRECTIONS, -1), (TYPES, -1), (DIRECTIONS, 0)):
        if len(words) > 1 and words[end] in left_out:
            words.pop(end)
    return _one_spelling(words[0]) if words else ""


def _one_spelling(word: str) -> str:
    """The word of a street's name however it is shortened: 45 N. Avenue, Mt. Vernon, 21st."""
    nth = NTH.fullmatch(word)
    return nth[1] if nth else IN_FULL.get(word, word)


def _number(word: str) -> str:
    found = NUMBER.fullmatch(word)
    return found[1] if found else word


def bears(text: str, marks: Collection[Mark]) -> bool:
    """Does this text name one of these houses?"""
    words = _words(text)
    said = [it for it in words if it not in LEFT_OUT]
    known: dict[int, set[bytes]] = {}
    for it in marks:
        known.setdefault(it.words, set()).add(it.mark)
    if 2 in known and any(_hash(list(it)) in known[2] for it in set(_around_numbers(words))):
        return True
    return any(
        _hash(said[at : at + length]) in these
        for length, these in known.items()
        for at in range(len(said) - length + 1)
    )


def _around_numbers(words: list[str]) -> Iterator[tuple[str, str]]:
    """Each number of a text with every word near it that may be the first of its street's name: those behind it up to
    the first that is no direction, no kind of street and no single letter; and some before it."""
    for at, word in enumerate(words):
        if not NUMBER.fullmatch(word):
            continue
        number = _number(word)
        for it in words[at + 1 : at + 1 + MOST_WORDS]:
            yield number, _one_spelling(it)
            if it not in LEFT_OUT | WHOSE_ROAD and len(it) > 1:
                break
        for it in words[max(0, at - MOST_WORDS) : at]:
            yield number, _one_spelling(it)


def in_any(texts: Iterable[Any], marks: Collection[Mark]) -> bool:
    """Does one of these values name one of them? What is no text names none."""
    return bool(marks) and any(bears(it, marks) for it in texts if isinstance(it, str))


def _words(text: str) -> list[str]:
    text = HALF.sub(" ", hashed_key(text.replace("½", " 1/2")).replace("\u2044", "/").replace("#", " no "))
    text = APOSTROPHES.sub("", POST_OFFICE_BOX.sub(BOX, text))
    text = OVER_TWENTY.sub(lambda it: TENS[it[1]] + ORDINALS[it[2]], text)
    said = "".join(it if it.isalnum() else " " for it in text).split()
    # The saint of a name goes: its short form is a street's too.
    return [ORDINALS.get(it, it) for it in said if it != "saint"]


def _hash(words: list[str]) -> bytes:
    secret = key_store().secret(current_district(), "search")
    return hmac.digest(secret, f"address/{' '.join(words)}".encode(), "sha256")
