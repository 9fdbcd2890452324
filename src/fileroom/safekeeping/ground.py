"""What a district stands on: its tables, and the keys that belong to them. Asked before either is changed."""

from __future__ import annotations

from fileroom.hosting import backups
from fileroom.hosting.backups import Standing
from fileroom.ledger.tables import CHECKPOINT, LEAF, TILE
from fileroom.seal.store import key_store

# What a district has from birth: Django's own lists, and the empty log that the sequencer signs each day.
BORN_WITH = frozenset({"auth_permission", "django_content_type", "django_migrations", CHECKPOINT, LEAF, TILE})


class NoGround(Exception):
    """A district cannot be served as it stands; the words say what brings it back."""


class Lost(NoGround):
    """There are no tables under the name: nothing can be done to the district, nor go wrong with it."""


def hold_tables(district: str) -> Standing:
    """How the tables stand; raises NoGround where they are gone, or not all there."""
    stands = backups.standing(district, besides=BORN_WITH)
    if stands is Standing.ABSENT:
        raise Lost(f"The tables of {district} are gone: fileroom restore DIR.")
    if stands is Standing.UNFINISHED:
        raise NoGround(f"{district} is half restored: fileroom restore DIR once more.")
    return stands


def hold_ground(district: str) -> None:
    """Raise NoGround unless a registered district's tables are there and whole, and its keys with what it holds.

    New keys beside old records would close what comes in so that no backup can ever be put in their place.
    """
    if hold_tables(district) is Standing.FILLED and not key_store().founded(district):
        raise NoGround(
            f"{district} holds records, and the key store none of its keys. Put the key store back, or see that "
            "FILEROOM_KEYS_URL names it: fileroom makes no new ones."
        )
