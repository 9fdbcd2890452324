"""RFC 6962 section 2.1 written down as it stands there: recursive, and the judge of the fast engine.

D[lo:hi] is named by its bounds. A root once worked out is remembered, so that every pair of sizes can be tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256


def split(size: int) -> int:
    """The largest power of two smaller than size."""
    power = 1
    while power * 2 < size:
        power *= 2
    return power


class Reference:
    """The tree over some leaves, by their contents."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.leaves = leaves
        self._known: dict[tuple[int, int], bytes] = {}

    def root(self, hi: int, lo: int = 0) -> bytes:
        """MTH(D[lo:hi])."""
        if (lo, hi) not in self._known:
            self._known[lo, hi] = self._root(lo, hi)
        return self._known[lo, hi]

    def _root(self, lo: int, hi: int) -> bytes:
        if hi == lo:
            return sha256(b"").digest()
        if hi - lo == 1:
            return sha256(b"\x00" + self.leaves[lo]).digest()
        k = split(hi - lo)
        return sha256(b"\x01" + self.root(lo + k, lo) + self.root(hi, lo + k)).digest()

    def path(self, m: int, hi: int, lo: int = 0) -> list[bytes]:
        """PATH(m, D[lo:hi])."""
        if hi - lo == 1:
            return []
        k = split(hi - lo)
        if m < k:
            return [*self.path(m, lo + k, lo), self.root(hi, lo + k)]
        return [*self.path(m - k, hi, lo + k), self.root(lo + k, lo)]

    def proof(self, m: int, n: int) -> list[bytes]:
        """PROOF(m, D[0:n])."""
        return self._subproof(m, 0, n, True)

    def _subproof(self, m: int, lo: int, hi: int, known: bool) -> list[bytes]:
        """SUBPROOF(m, D[lo:hi], known)."""
        if m == hi - lo:
            return [] if known else [self.root(hi, lo)]
        k = split(hi - lo)
        if m <= k:
            return [*self._subproof(m, lo, lo + k, known), self.root(hi, lo + k)]
        return [*self._subproof(m - k, lo + k, hi, False), self.root(lo + k, lo)]
