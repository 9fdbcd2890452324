"""The index proves how many entries a label has, whatever order labels came and grew in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.ledger.tree.checking import inclusion_holds
from fileroom.ledger.tree.hashing import NO_HEAD, head_hash
from fileroom.ledger.tree.index import NONE_YET, Head, IndexTree, advance, index_leaf

LABELS = st.binary(min_size=32, max_size=32)
HEADS = st.builds(Head, st.integers(1, 2**40), LABELS)


@given(st.lists(st.dictionaries(LABELS, HEADS, max_size=12), max_size=8))
def test_an_index_kept_up_to_date_equals_the_index_made_afresh(updates: list[dict[bytes, Head]]) -> None:
    kept, heads = IndexTree(), dict[bytes, Head]()
    for update in updates:
        kept.update(update)
        heads |= update
    fresh = IndexTree(heads.items())
    assert kept.labels == fresh.labels == sorted(heads)
    assert kept.root() == fresh.root()


@given(st.dictionaries(LABELS, HEADS, min_size=1, max_size=40))
def test_every_label_has_a_proof_of_its_count_and_of_no_other(heads: dict[bytes, Head]) -> None:
    index = IndexTree(heads.items())
    for label, head in heads.items():
        place, path = index.proof(label)
        size, root = len(heads), index.root()
        assert inclusion_holds(index_leaf(label, head), place, size, path, root)
        fewer = index_leaf(label, Head(head.number - 1, head.hash))
        assert not inclusion_holds(fewer, place, size, path, root)


def test_a_label_without_entries_has_no_proof() -> None:
    with pytest.raises(KeyError):
        IndexTree([(bytes(32), Head(1, bytes(32)))]).proof(bytes([1] * 32))


@given(st.lists(st.tuples(st.integers(0, 2**40), LABELS), min_size=2, max_size=6, unique=True), st.data())
def test_a_head_tells_every_order_position_and_leaf_apart(chain: list[tuple[int, bytes]], data: st.DataObject) -> None:
    def end(entries: list[tuple[int, bytes]]) -> Head:
        head = NONE_YET
        for position, leaf in entries:
            head = advance(head, position, leaf)
        return head

    other = data.draw(st.permutations(chain))
    assert (end(chain) == end(list(other))) == (chain == list(other))
    assert end(chain) != end(chain[:-1])
    assert end(chain).number == len(chain)


def test_the_first_head_is_made_from_nothing() -> None:
    assert advance(NONE_YET, 7, bytes(32)) == Head(1, head_hash(NO_HEAD, 7, bytes(32)))
