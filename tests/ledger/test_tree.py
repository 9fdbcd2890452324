"""The fast engine builds the trees that are known, in every way it can build them. Its proofs: test_tree_proofs.py."""

from __future__ import annotations

import pymerkle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.ledger.tree.frontier import WIDTH, Frontier, Tile
from fileroom.ledger.tree.hashing import EMPTY_ROOT, leaf_hash
from fileroom.ledger.tree.memory import Tree

LEAVES = [b"leaf %d" % number for number in range(41)]
# Certificate Transparency's own eight leaves and the roots RFC 6962 implementations agree on.
KNOWN_LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
KNOWN_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree_of(leaves: list[bytes]) -> Tree:
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree


def test_the_known_leaves_have_the_known_roots() -> None:
    tree = tree_of([bytes.fromhex(leaf) for leaf in KNOWN_LEAVES])
    assert [tree.root(size).hex() for size in range(1, 9)] == KNOWN_ROOTS
    assert Tree().root().hex() == EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@settings(deadline=None)
@given(st.lists(st.binary(max_size=40), min_size=1, max_size=60))
def test_pymerkle_builds_the_same_tree(leaves: list[bytes]) -> None:
    theirs = pymerkle.InmemoryTree(algorithm="sha256")
    for leaf in leaves:
        theirs.append_entry(leaf)
    assert tree_of(leaves).root() == theirs.get_root()


@settings(deadline=None)
@given(st.integers(0, 700), st.integers(0, 700))
def test_a_frontier_taken_up_again_from_its_unfinished_tiles_grows_into_the_same_tree(first: int, more: int) -> None:
    hashes = [leaf_hash(b"%d" % number) for number in range(first + more)]
    whole = Tree()
    for hash_ in hashes:
        whole.append_hash(hash_)
    edge, tiles = Frontier(), []
    for hash_ in hashes[:first]:
        edge.append(hash_)
    assert edge.root() == whole.root(first)
    tiles += edge.take_tiles()
    again = Frontier.from_partial_tiles(first, partial_of(hashes[:first], tiles))
    for hash_ in hashes[first:]:
        again.append(hash_)
    assert (again.size, again.root()) == (whole.size, whole.root())
    tiles += again.take_tiles()
    assert [(tile.level, tile.number) for tile in tiles] == [(0, number) for number in range(len(hashes) // WIDTH)]
    assert all(tile.hashes == b"".join(hashes[tile.number * WIDTH :][:WIDTH]) for tile in tiles)
    assert all(tile.root == whole.node(8, tile.number) for tile in tiles)


def partial_of(hashes: list[bytes], tiles: list[Tile]) -> list[list[bytes]]:
    return [hashes[len(hashes) // WIDTH * WIDTH :], [tile.root for tile in tiles]]


def test_a_tile_of_tiles_is_cut_when_65536_leaves_are_full() -> None:
    edge, whole = Frontier(), Tree()
    for number in range(WIDTH * WIDTH):
        hash_ = leaf_hash(b"%d" % number)
        edge.append(hash_)
        whole.append_hash(hash_)
    last = edge.take_tiles()[-1]
    assert (last.level, last.number, last.root) == (1, 0, whole.root())
    assert last.hashes == b"".join(whole.node(8, number) for number in range(WIDTH))


def test_unfinished_tiles_that_do_not_make_up_the_size_are_refused() -> None:
    with pytest.raises(ValueError, match="not 6"):
        Frontier.from_partial_tiles(6, [[bytes(32)] * 5])


@given(st.lists(st.tuples(st.integers(0, 40), st.binary(min_size=32, max_size=32)), max_size=30), st.integers(1, 41))
def test_a_tree_with_leaves_replaced_and_cut_off_equals_the_tree_made_afresh(
    changes: list[tuple[int, bytes]], size: int
) -> None:
    tree, hashes = tree_of(LEAVES), [leaf_hash(leaf) for leaf in LEAVES]
    for position, hash_ in changes:
        tree.replace_hash(position, hash_)
        hashes[position] = hash_
    assert tree.truncate(size) == hashes[size:]
    fresh = Tree()
    for hash_ in hashes[:size]:
        fresh.append_hash(hash_)
    assert (tree.size, tree.root()) == (size, fresh.root())
