"""The three hashes of the log. A first byte keeps them apart, so that none can be passed off as another."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

SIZE = 32  # bytes in every hash
EMPTY_ROOT = sha256(b"").digest()
NO_HEAD = bytes(SIZE)  # the head of a label that has no entry yet


def leaf_hash(data: bytes) -> bytes:
    """Hash of one leaf (RFC 6962 2.1): 0x00, then the leaf."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node (RFC 6962 2.1): 0x01, then both children."""
    return sha256(b"\x01" + left + right).digest()


def head_hash(before: bytes, position: int, leaf: bytes) -> bytes:
    """A label's head after one more entry: 0x02, the head before, the leaf's position (8 bytes), the leaf's hash."""
    return sha256(b"\x02" + before + position.to_bytes(8, "big") + leaf).digest()


def fold(peaks: Sequence[bytes]) -> bytes:
    """Root over full subtrees that stand side by side, largest first; the empty root where there is none."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root
