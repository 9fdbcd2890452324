"""Are these proofs good? Iterative, after RFC 9162 2.1.3.2 and 2.1.4.2. Bad input of any shape is simply False."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from fileroom.ledger.tree.hashing import SIZE


def _whole(hashes: Sequence[bytes]) -> bool:
    return all(len(hash_) == SIZE for hash_ in hashes)


def inclusion_holds(leaf: bytes, position: int, size: int, hashes: Sequence[bytes], root: bytes) -> bool:
    """Does the path prove that `leaf` (a hash) stands at `position` in the tree of `size` leaves with this root?"""
    if not 0 <= position < size or not _whole(hashes) or len(leaf) != SIZE:
        return False
    here, last, node = position, size - 1, leaf
    for hash_ in hashes:
        if not last:
            return False
        if here & 1 or here == last:
            node = sha256(b"\x01" + hash_ + node).digest()
            while here and not here & 1:
                here >>= 1
                last >>= 1
        else:
            node = sha256(b"\x01" + node + hash_).digest()
        here >>= 1
        last >>= 1
    return not last and node == root


def consistency_holds(old: int, new: int, old_root: bytes, new_root: bytes, hashes: Sequence[bytes]) -> bool:
    """Does the proof show that the tree of `old` leaves is the beginning of the tree of `new`?

    A tree of no leaves begins every tree and proves nothing; it is refused, so that nobody relies on it.
    """
    if not 0 < old <= new or not _whole(hashes):
        return False
    if old == new:
        return not hashes and old_root == new_root
    rest = list(hashes) if old & (old - 1) else [old_root, *hashes]
    return bool(rest) and _grown(old, new, rest) == (old_root, new_root)


def _grown(old: int, new: int, hashes: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The old and the new root that the proof leads to, or None where its length is wrong."""
    here, last = old - 1, new - 1
    while here & 1:
        here >>= 1
        last >>= 1
    before = after = hashes[0]
    for hash_ in hashes[1:]:
        if not last:
            return None
        if here & 1 or here == last:
            before = sha256(b"\x01" + hash_ + before).digest()
            after = sha256(b"\x01" + hash_ + after).digest()
            while here and not here & 1:
                here >>= 1
                last >>= 1
        else:
            after = sha256(b"\x01" + after + hash_).digest()
        here >>= 1
        last >>= 1
    return None if last else (before, after)
