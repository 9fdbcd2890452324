"""The index of labels: who has how many entries, and where each one's chain of them ends.

Labels are sorted; a leaf of the index is label (32 bytes), count (8), head (32). Its root is logged at every
checkpoint, so that "these entries and no more" can be proved for one label.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fileroom.ledger.tree.hashing import NO_HEAD, head_hash, leaf_hash
from fileroom.ledger.tree.memory import Tree


class Head(NamedTuple):
    """Where a label stands: the number of its last entry, and the hash that chains them all."""

    number: int
    hash: bytes


NONE_YET = Head(0, NO_HEAD)


def advance(head: Head, position: int, leaf: bytes) -> Head:
    """The head after one more entry at `position` of the log."""
    return Head(head.number + 1, head_hash(head.hash, position, leaf))


def index_leaf(label: bytes, head: Head) -> bytes:
    """Hash of one leaf of the index."""
    return leaf_hash(label + head.number.to_bytes(8, "big") + head.hash)


class IndexTree:
    """The index, kept up to date: a changed head renews one path, a new label what lies right of it."""

    def __init__(self, heads: Iterable[tuple[bytes, Head]] = ()) -> None:
        self.labels: list[bytes] = []
        self._tree = Tree()
        self.update(dict(heads))

    def update(self, heads: Mapping[bytes, Head]) -> None:
        """Enter the heads that changed."""
        new = []
        for label, head in heads.items():
            at = bisect_left(self.labels, label)
            if at < len(self.labels) and self.labels[at] == label:
                self._tree.replace_hash(at, index_leaf(label, head))
            else:
                new.append(label)
        if new:
            self._insert(sorted(new), heads)

    def _insert(self, new: list[bytes], heads: Mapping[bytes, Head]) -> None:
        """Put new labels in their places: cut the tree at the first and append the rest in order."""
        first = bisect_left(self.labels, new[0])
        known = dict(zip(self.labels[first:], self._tree.truncate(first), strict=True))
        known.update((label, index_leaf(label, heads[label])) for label in new)
        del self.labels[first:]
        for label in sorted(known):
            self.labels.append(label)
            self._tree.append_hash(known[label])

    def root(self) -> bytes:
        """Root over all labels."""
        return self._tree.root()

    def proof(self, label: bytes) -> tuple[int, list[bytes]]:
        """Place of a label and its audit path. Raises KeyError for a label that has no entry."""
        at = bisect_left(self.labels, label)
        if at == len(self.labels) or self.labels[at] != label:
            raise KeyError("This label has no entry.")
        return at, self._tree.inclusion(at)
