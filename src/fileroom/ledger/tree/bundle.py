"""A family's bundle: every act on one student's file that its readers may see, and the proof that these are all.

entries      the acts in order: canonical fields, number, position in the log, salt (hex)
index        the proof that the label has so many entries and this head, in the index of labels
index_leaf   the leaf of the log that holds the index's root, and its audit path
checkpoint   the district's signed note; key: the verifier key that signed it
consistency  (if asked for) the proof that an older checkpoint is the beginning of this one
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FORMAT = "fileroom/bundle/v1"
HIDDEN = frozenset({"student", "log"})  # the same in every entry: stated once, or by the format


@dataclass(frozen=True)
class Entry:
    """One act as a bundle shows it: canonical fields (client hidden), number, position, the open half of its salt."""

    fields: Mapping[str, str]
    number: int
    position: int
    salt: bytes

    def to_json(self) -> dict[str, Any]:
        """The entry's JSON object."""
        shown = {name: value for name, value in self.fields.items() if name not in HIDDEN}
        return {"number": self.number, "position": self.position, **shown, "salt": self.salt.hex()}


@dataclass(frozen=True)
class IndexProof:
    """Where the label stands among `labels` sorted labels, and the path to the index's root."""

    place: int
    labels: int
    hashes: Sequence[bytes]


@dataclass(frozen=True)
class IndexLeaf:
    """The index leaf at the end of the checkpoint: its parts and its audit path."""

    root: bytes
    covers: int
    at: str
    commitment: bytes
    hashes: Sequence[bytes]


@dataclass(frozen=True)
class Growth:
    """Proof that the log at `old` leaves is the beginning of the log of the bundle."""

    old: int
    hashes: Sequence[bytes]


@dataclass(frozen=True)
class Bundle:
    """Everything a family needs, without the database, to see that the list is whole."""

    student: str
    label: bytes
    entries: Sequence[Entry]
    index: IndexProof
    index_leaf: IndexLeaf
    checkpoint: str
    key: str
    growth: Growth | None = None

    def to_json(self) -> dict[str, Any]:
        """The bundle's JSON object; hashes are hex."""
        return {
            "format": FORMAT,
            "student": self.student,
            "label": self.label.hex(),
            "count": len(self.entries),
            "entries": [entry.to_json() for entry in self.entries],
            "index": {"place": self.index.place, "labels": self.index.labels, "hashes": _hex(self.index.hashes)},
            "index_leaf": {
                "root": self.index_leaf.root.hex(),
                "covers": self.index_leaf.covers,
                "at": self.index_leaf.at,
                "commitment": self.index_leaf.commitment.hex(),
                "hashes": _hex(self.index_leaf.hashes),
            },
            "checkpoint": self.checkpoint,
            "key": self.key,
        } | ({"consistency": {"from": self.growth.old, "hashes": _hex(self.growth.hashes)}} if self.growth else {})


def _hex(hashes: Sequence[bytes]) -> list[str]:
    return [hash_.hex() for hash_ in hashes]
