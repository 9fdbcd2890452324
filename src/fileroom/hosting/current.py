"""Which district this thread of work serves. A name, never an object: domain code does not know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# PostgreSQL cuts identifiers at 63 bytes; "public" and the names of our own schemas must never be a district.
NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
RESERVED = frozenset({"public", "information_schema", "fileroom", "fileroom_register", "fileroom_keys", "postgres"})

_district: ContextVar[str | None] = ContextVar("district", default=None)


class NoDistrict(RuntimeError):
    """Work on a district's rows was asked for where no district is being served."""


class BadDistrictName(ValueError):
    """The name cannot be the name of a district's schema."""


def checked_name(name: str) -> str:
    """The name itself, or BadDistrictName: lower-case letters, digits and _ (41 at most), not a reserved word."""
    if not NAME.fullmatch(name) or name in RESERVED or name.startswith("pg_"):
        raise BadDistrictName(
            f"{name!r} cannot name a district: use 1 to 41 lower-case letters, digits or _, "
            "beginning with a letter, and no word PostgreSQL or Fileroom keeps for itself."
        )
    return name


def current_district() -> str:
    """Name of the district being served; raises NoDistrict where none is."""
    name = _district.get()
    if name is None:
        raise NoDistrict("No district is being served here: open `serving(name)` first.")
    return name


@contextmanager
def serving(name: str) -> Iterator[None]:
    """Serve one district for the length of the block."""
    token = _district.set(checked_name(name))
    try:
        yield
    finally:
        _district.reset(token)


def in_words(district: str) -> str:
    """A district's name as pages and letters write it."""
    return district.replace("_", " ").title()
