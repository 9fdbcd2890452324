"""Every evidence there is, by name. Here a new room hooks in: its `evidence.EVIDENCE` goes into ROOMS, nothing else.

Until then the page says of what it would count: not in this release, done by hand by (carried.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType

from fileroom.casework import evidence as casework
from fileroom.collection import evidence as collection
from fileroom.disclosure import evidence as disclosure
from fileroom.duties import evidence as duties
from fileroom.duties.states import Asked, Count, Evidence
from fileroom.hosting import district_transaction
from fileroom.people import evidence as people
from fileroom.programmes.calendar import evidence as calendar
from fileroom.programmes.delegations import evidence as delegations
from fileroom.programmes.enforcement import evidence as enforcement
from fileroom.programmes.incidents import evidence as incidents
from fileroom.programmes.notices import evidence as notices
from fileroom.programmes.packet import evidence as packet
from fileroom.programmes.policy import evidence as policy
from fileroom.programmes.regulation import evidence as regulation
from fileroom.programmes.social_media import evidence as social_media
from fileroom.programmes.tools import evidence as tools
from fileroom.programmes.training import evidence as training
from fileroom.programmes.vendors import evidence as vendors
from fileroom.programmes.watch import evidence as watch
from fileroom.safekeeping import evidence as safekeeping

ROOMS: tuple[Mapping[str, Count], ...] = (
    calendar.EVIDENCE,
    casework.EVIDENCE,
    collection.EVIDENCE,
    delegations.EVIDENCE,
    disclosure.EVIDENCE,
    duties.EVIDENCE,
    enforcement.EVIDENCE,
    incidents.EVIDENCE,
    notices.EVIDENCE,
    packet.EVIDENCE,
    people.EVIDENCE,
    policy.EVIDENCE,
    regulation.EVIDENCE,
    safekeeping.EVIDENCE,
    tools.EVIDENCE,
    social_media.EVIDENCE,
    training.EVIDENCE,
    vendors.EVIDENCE,
    watch.EVIDENCE,
)


def together(rooms: Iterable[Mapping[str, Count]]) -> Mapping[str, Count]:
    """All of them. Raises ValueError where two rooms count under one name."""
    pairs = sorted(chain.from_iterable(it.items() for it in rooms))
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("two rooms count under one name")
    return MappingProxyType(dict(pairs))


EVIDENCES = together(ROOMS)


def gathered(asked: Asked) -> dict[str, Evidence]:
    """Each of them, counted once, in one transaction."""
    with district_transaction():
        return {name: count(asked) for name, count in EVIDENCES.items()}
