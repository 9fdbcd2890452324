"""Which nodes prove what. One walk serves every store: the caller says how a node is fetched.

A node is (height, index): the root over the full subtree of 2**height leaves that begins at index * 2**height.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from fileroom.ledger.tree.hashing import fold, node_hash

NodeAt: TypeAlias = Callable[[int, int], bytes]


def peaks(size: int) -> list[tuple[int, int]]:
    """The full subtrees that make up a tree of `size` leaves, largest (leftmost) first."""
    return [(height, (size >> height) - 1) for height in range(size.bit_length() - 1, -1, -1) if (size >> height) & 1]


def root_at(size: int, node: NodeAt) -> bytes:
    """Root of the first `size` leaves."""
    return fold([node(height, index) for height, index in peaks(size)])


def path(height: int, index: int, size: int, node: NodeAt) -> list[bytes]:
    """Hashes that lead from one node to the root of a tree of `size` leaves, nearest first (RFC 6962 2.1.1)."""
    hashes = []
    while (index ^ 1) < (size >> height):  # as long as the neighbour's subtree is full
        hashes.append(node(height, index ^ 1))
        height += 1
        index >>= 1
    right = b""
    for lower in range(height):
        if (size >> lower) & 1:
            peak = node(lower, (size >> lower) - 1)
            right = node_hash(peak, right) if right else peak
    if right:
        hashes.append(right)
    for higher in range(height + 1, size.bit_length()):
        if (size >> higher) & 1:
            hashes.append(node(higher, (size >> higher) - 1))
    return hashes


def inclusion(position: int, size: int, node: NodeAt) -> list[bytes]:
    """Audit path of the leaf at `position` in the first `size` leaves. Raises ValueError outside the tree."""
    if not 0 <= position < size:
        raise ValueError(f"No leaf {position} in a tree of {size}.")
    return path(0, position, size, node)


def consistency(old: int, new: int, node: NodeAt) -> list[bytes]:
    """Proof that the first `old` leaves begin the first `new` (RFC 6962 2.1.2). Raises ValueError if old > new."""
    if not 0 <= old <= new:
        raise ValueError(f"A tree of {new} leaves cannot have grown from one of {old}.")
    if old in (0, new):
        return []
    height = (old & -old).bit_length() - 1  # the last full subtree of the old tree
    index = (old >> height) - 1
    first = [node(height, index)] if index else []  # a whole old tree is its own root: the verifier has it
    return first + path(height, index, new, node)
