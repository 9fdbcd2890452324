"""Keyed hashes of addresses: by them one is known again, in whatever way it is written, without being kept.

A street is its number and its name: how north, street or apartment are written does not part two spellings of one.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fileroom.hosting import current_district
from fileroom.people.names import search_key
from fileroom.seal.store import key_store

FIELDS = ("street", "city", "postal_code")
# Words of a street that senders write in several ways, or leave out.
LEFT_OUT = frozenset(
    {
        "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west", "northeast", "northwest",
        "southeast", "southwest", "street", "st", "avenue", "ave", "av", "road", "rd", "drive", "dr", "boulevard",
        "blvd", "lane", "ln", "court", "ct", "place", "pl", "way", "circle", "cir", "terrace", "ter", "highway", "hwy",
        "parkway", "pkwy", "apartment", "apt", "unit", "suite", "ste", "space", "spc", "no", "number",
    }
)  # fmt: skip
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
    said = [it for it in _words(street) if it not in LEFT_OUT]
    number = next((at for at, it in enumerate(said) if it[0].isdigit()), None)
    words = said[number : number + 2] if number is not None else said[:MOST_WORDS]
    return Mark(_hash(words), len(words)) if len(words) > 1 else None


def bears(text: str, marks: Collection[Mark]) -> bool:
    """Does this text name one of these houses?"""
    said = [it for it in _words(text) if it not in LEFT_OUT]
    known: dict[int, set[bytes]] = {}
    for it in marks:
        known.setdefault(it.words, set()).add(it.mark)
    return any(
        _hash(said[at : at + length]) in these
        for length, these in known.items()
        for at in range(len(said) - length + 1)
    )


def in_any(texts: Iterable[Any], marks: Collection[Mark]) -> bool:
    """Does one of these values name one of them? What is no text names none."""
    return bool(marks) and any(bears(it, marks) for it in texts if isinstance(it, str))


def _words(text: str) -> list[str]:
    return "".join(it if it.isalnum() else " " for it in search_key(text)).split()


def _hash(words: list[str]) -> bytes:
    secret = key_store().secret(current_district(), "search")
    return hmac.digest(secret, f"address/{' '.join(words)}".encode(), "sha256")
