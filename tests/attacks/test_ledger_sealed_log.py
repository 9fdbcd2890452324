"""A sealed entry must not show: not in a bundle, not in its size, not on a page, not in a count."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from fileroom.ledger import queries
from fileroom.ledger import services as ledger
from tests.ledger.acts import ANA, BEN, CAI, DEE, LATER, act, forget_the_log

RANDOM = {"salt", "id", "record", "commitment", "client"}


def story(owner: psycopg.Connection, sealed: int) -> dict[str, Any]:
    """The same open acts, with so many sealed ones about Ana in between; what the outside then sees."""
    forget_the_log(owner)
    owner.execute("TRUNCATE ledger_event")
    for second in range(12):
        for more in range(sealed):
            ledger.write(act(ANA, second * 10 + more % 10, sealed=True))
        ledger.write(act((ANA, BEN, CAI, DEE)[second % 4], second * 10))
        if second % 3 == 2:
            ledger.sequence(at=LATER + timedelta(seconds=second))
    for more in range(sealed):
        ledger.write(act(ANA, 200 + more, sealed=True))
        ledger.sequence(at=LATER + timedelta(seconds=200 + more))
    bundle = ledger.export(ANA)
    state = queries.state()
    return {
        "bytes": len(bundle),
        "shape": shape(json.loads(bundle)),
        "checkpoint": ledger.checkpoint().split("\n")[:2],
        "consistency": len(ledger.consistency(3, 7)["consistency"]),
        "page": [(noted.number, noted.position, noted.event.at) for noted in queries.entries_of(ANA)],
        "state": (state.entries, state.pending, state.signed_at),
    }


def shape(value: Any) -> Any:
    """Everything in a bundle but the values that are random or hashed; of those, the length."""
    if isinstance(value, dict):
        return {key: len(item) if key in RANDOM else shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    if isinstance(value, str) and (len(value) == 64 or "\n" in value):
        return len(value)
    return value


@pytest.mark.parametrize("sealed", [1, 7])
def test_sealed_entries_change_no_number_position_size_or_length_anywhere(
    district: str, owner: psycopg.Connection, sealed: int
) -> None:
    without = story(owner, 0)
    assert story(owner, 0) == without
    assert story(owner, sealed) == without


def test_a_flood_of_sealed_entries_does_not_delay_or_crowd_out_an_open_one(
    district: str, owner: psycopg.Connection
) -> None:
    ledger.write_many(act(ANA, number, sealed=True) for number in range(500))
    ledger.write(act(ANA, 499))
    assert ledger.sequence(at=LATER) == 501
    assert [noted.position for noted in queries.entries_of(ANA)] == [0]


def test_the_commitment_to_the_sealed_log_cannot_be_tried_out(district: str, owner: psycopg.Connection) -> None:
    seen = set()
    for day in range(4):  # nothing is ever sealed, and yet no two commitments are alike
        ledger.write(act(ANA, day))
        ledger.sequence(at=LATER + timedelta(days=day))
        seen.add(json.loads(ledger.export(ANA))["index_leaf"]["commitment"])
    assert len(seen) == 4


def test_a_court_can_be_shown_a_sealed_entry_under_the_same_checkpoint(district: str) -> None:
    from fileroom.ledger.tree.checking import inclusion_holds
    from fileroom.ledger.tree.hashing import leaf_hash
    from fileroom.ledger.tree.leaves import commitment, index_root_leaf
    from fileroom.ledger.tree.note import Checkpoint

    hidden = act(ANA, 3, sealed=True)
    ledger.write_many([act(ANA, 1), act(BEN, 2), hidden, act(BEN, 4, sealed=True)])
    ledger.sequence(at=LATER)
    proof = ledger.proof(hidden.id)

    def hashes(path: list[str]) -> list[bytes]:
        return [bytes.fromhex(hash_) for hash_ in path]

    root = bytes.fromhex(proof["root_hash"])
    leaf = bytes.fromhex(proof["leaf_hash"])
    assert inclusion_holds(leaf, proof["leaf_index"], proof["tree_size"], hashes(proof["audit_path"]), root)
    end, mark = proof["index_leaf"], commitment(bytes.fromhex(proof["salt"]), root, proof["tree_size"])
    assert mark.hex() == end["commitment"]
    text = index_root_leaf(bytes.fromhex(end["root"]), end["covers"], end["labels"], end["at"], mark)
    signed = Checkpoint.parse(proof["checkpoint"])
    assert inclusion_holds(leaf_hash(text), end["covers"], signed.size, hashes(end["audit_path"]), signed.root)
