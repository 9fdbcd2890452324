"""Every proof to 300 leaves is RFC 6962's own, and both verifiers refuse whatever differs from it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import combinations

import fileroom_verify
from fileroom.ledger.tree.checking import consistency_holds, inclusion_holds
from fileroom.ledger.tree.hashing import EMPTY_ROOT
from fileroom.ledger.tree.memory import Tree
from tests.each import each
from tests.ledger.reference import Reference

MOST = 300
EXHAUSTIVE = 20  # to this size each bit of each hash of each proof is flipped; above it a sample
LEAVES = [b"leaf %d" % number for number in range(MOST)]
RFC = Reference(LEAVES)
# A full tree, one more, one less; two and three peaks; the largest; and what chance adds.
SHAPES = [31, 32, 33, 63, 64, 65, 127, 128, 129, 192, 255, 256, 257, 299, 300]
CHANCE = random.Random(6962)


def grown(size: int) -> Tree:
    tree = Tree()
    for leaf in LEAVES[:size]:
        tree.append(leaf)
    return tree


TREE = grown(MOST)

Path = list[bytes]
Includes = Callable[[bytes, int, int, Path, bytes], bool]
Grows = Callable[[int, int, bytes, bytes, Path], bool]


def offline_includes(leaf: bytes, position: int, size: int, path: Path, root: bytes) -> bool:
    """The offline verifier's opinion."""
    try:
        return fileroom_verify.climb(leaf, position, size, path) == root
    except fileroom_verify.Found:
        return False


def offline_grows(old: int, new: int, before: bytes, after: bytes, path: Path) -> bool:
    """The offline verifier's opinion, asked as it asks itself: with the old root where that is a node of the proof."""
    known = before if old == new or old & (old - 1) == 0 else None
    if not 0 < old <= new:
        return False
    try:
        return fileroom_verify.grow(old, new, path, known) == (before, after)
    except fileroom_verify.Found:
        return False


including = each("holds", [inclusion_holds, offline_includes], ids=lambda holds: holds.__module__)
growing = each("holds", [consistency_holds, offline_grows], ids=lambda holds: holds.__module__)


def leaf(position: int) -> bytes:
    return RFC.root(position + 1, position)


@including
def test_every_inclusion_proof_to_300_leaves_is_rfc_6962s_and_is_accepted(holds: Includes) -> None:
    for size in range(1, MOST + 1):
        root = RFC.root(size)
        assert TREE.root(size) == root
        for position in range(size):
            path = TREE.inclusion(position, size)
            assert path == RFC.path(position, size)
            assert holds(leaf(position), position, size, path, root)


@growing
def test_every_consistency_proof_to_300_leaves_is_rfc_6962s_and_is_accepted(holds: Grows) -> None:
    for new in range(1, MOST + 1):
        for old in range(1, new + 1):
            path = TREE.consistency(old, new)
            assert path == RFC.proof(old, new)
            assert holds(old, new, RFC.root(old), RFC.root(new), path)


def flipped(hash_: bytes, bit: int) -> bytes:
    """The same with one bit the other way."""
    return hash_[: bit // 8] + bytes([hash_[bit // 8] ^ 1 << bit % 8]) + hash_[bit // 8 + 1 :]


def bits(size: int) -> list[int]:
    """Which bits of a hash are flipped: all in small trees, else some, the first and last among them."""
    return list(range(256)) if size <= EXHAUSTIVE else [0, 255, *CHANCE.sample(range(1, 255), 14)]


def restructured(path: Path) -> Iterator[Path]:
    """Every way to drop, add, repeat, cut, swap or reorder its hashes, but those that leave it as it was."""
    for at in range(len(path)):
        yield path[:at] + path[at + 1 :]
        yield path[:at]
        yield [*path[:at], path[at][:-1], *path[at + 1 :]]
        yield [*path[:at], path[at] + b"\0", *path[at + 1 :]]
        yield [*path[:at], b"", *path[at + 1 :]]
    for at in range(len(path) + 1):
        for more in (bytes(32), EMPTY_ROOT, *path):
            yield [*path[:at], more, *path[at:]]
    for one, other in combinations(range(len(path)), 2):
        swapped = list(path)
        swapped[one], swapped[other] = path[other], path[one]
        yield swapped
    yield path[::-1]
    yield path[1:] + path[:1]
    yield path + path


def mutations(path: Path, size: int) -> Iterator[Path]:
    """All of them, and single bits flipped."""
    yield from (it for it in restructured(path) if it != path)
    for at, hash_ in enumerate(path):
        for bit in bits(size):
            yield [*path[:at], flipped(hash_, bit), *path[at + 1 :]]


def places(size: int) -> list[int]:
    """Positions, or older sizes less one, to try: all in small trees, else the edges and some."""
    if size <= EXHAUSTIVE:
        return list(range(size))
    middle = 1 << (size - 1).bit_length() - 1
    edges = {0, 1, middle - 1, middle, min(middle + 1, size - 1), size - 2, size - 1}
    return sorted(edges | set(CHANCE.sample(range(size), 3)))


SIZES = [*range(1, EXHAUSTIVE + 1), *SHAPES]


@including
@each("size", SIZES)
def test_no_mutation_of_an_inclusion_proof_is_accepted(holds: Includes, size: int) -> None:
    root = RFC.root(size)
    for position in places(size):
        path, hash_ = RFC.path(position, size), leaf(position)
        assert holds(hash_, position, size, path, root)
        assert [it for it in mutations(path, size) if holds(hash_, position, size, it, root)] == []
        assert [bit for bit in bits(size) if holds(flipped(hash_, bit), position, size, path, root)] == []
        assert [bit for bit in bits(size) if holds(hash_, position, size, path, flipped(root, bit))] == []
        for other in (b"", hash_[:-1], hash_ + b"\0", bytes(32), *path, *([root] if size > 1 else [])):
            assert not holds(other, position, size, path, root)


@including
@each("size", SIZES)
def test_an_inclusion_proof_holds_for_no_other_place_and_no_other_size(holds: Includes, size: int) -> None:
    root = RFC.root(size)
    for position in places(size):
        path, hash_ = RFC.path(position, size), leaf(position)
        for elsewhere in {*range(size + 2), -1, -size, size + position, 2**63} - {position}:
            assert not holds(hash_, elsewhere, size, path, root)
        for other in {0, -1, *range(max(1, size - 20), min(MOST, size + 20)), 2 * size, 2**63} - {size}:
            wanted = RFC.root(other) if 0 < other <= MOST else root
            if 0 < other <= MOST or other < 1:
                assert not holds(hash_, position, other, path, wanted)


@growing
@each("new", SIZES)
def test_no_mutation_of_a_consistency_proof_is_accepted(holds: Grows, new: int) -> None:
    after = RFC.root(new)
    for old in (place + 1 for place in places(new)):
        before, path = RFC.root(old), RFC.proof(old, new)
        assert holds(old, new, before, after, path)
        assert [it for it in mutations(path, new) if holds(old, new, before, after, it)] == []
        assert [bit for bit in bits(new) if holds(old, new, flipped(before, bit), after, path)] == []
        assert [bit for bit in bits(new) if holds(old, new, before, flipped(after, bit), path)] == []
        for wrong in (b"", bytes(32), before[:-1], EMPTY_ROOT, *([after] if old != new else [])):
            assert not holds(old, new, wrong, after, path)


@growing
@each("new", SIZES)
def test_a_consistency_proof_holds_for_no_other_sizes(holds: Grows, new: int) -> None:
    for old in (place + 1 for place in places(new)):
        path = RFC.proof(old, new)
        for other in {*places(new), *range(max(0, old - 3), min(MOST, old + 3))} - {old}:
            true = 0 < other <= new and path == RFC.proof(other, new)
            assert holds(other, new, RFC.root(other), RFC.root(new), path) is true
            assert holds(old, other, RFC.root(old), RFC.root(other), path) is (
                old <= other and path == RFC.proof(old, other)
            )
        assert not holds(new, old, RFC.root(new), RFC.root(old), path) or old == new
        assert not holds(0, new, EMPTY_ROOT, RFC.root(new), [])
        assert not holds(-1, new, EMPTY_ROOT, RFC.root(new), path)
        assert not holds(old, 2**63, RFC.root(old), RFC.root(new), path)


def test_the_two_verifiers_agree_on_every_claim_about_a_small_tree() -> None:
    """A size is bound to its root by the signature alone: what one accepts under a false size, so does the other."""
    for size in range(1, 9):
        for position in range(size):
            path, root = RFC.path(position, size), RFC.root(size)
            for claim in ((here, there) for here in range(-1, 10) for there in range(-1, 10)):
                inside = inclusion_holds(leaf(position), *claim, path, root)
                assert inside is offline_includes(leaf(position), *claim, path, root), (size, position, claim)
