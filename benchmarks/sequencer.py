"""The sequencer beside pymerkle's tree in SQLite, and verification beside a bare replay of the log in memory.

Sequencing is all of it: read, check each MAC, hash, chain, store leaves and tiles, see to receipts, sign, commit, with
fsync. pymerkle appends the same leaves to its SQLite tree with a commit each, as it does; its bulk append, one commit
for all and nothing proved about who did what, is printed too. Goal: at least 5 times pymerkle (engines, B2).

The bare replay makes the same hashes from rows that lie in memory: each event's MAC and digest, its leaf, head and
nodes, each checkpoint's index and root. It has no database, compares nothing and knows no receipts and no tiles. Goal:
verification at no less than half its rate. A replay of the leaves alone, as an outsider can do it, is printed too.

    python benchmarks/sequencer.py [--rounds 7] [--entries 20000] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

import pymerkle

from benchmarks.import_rows import DISTRICT, installation

if TYPE_CHECKING:
    from fileroom.ledger.services import Event, Memory

AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
BATCHES = (1_000, 5_000)
STUDENTS = [UUID(int=number + 1) for number in range(2_000)]
GOALS = {"1000": 5.0, "5000": 5.0, "verify": 0.5}
PEER_LEAVES = 1_000  # of the same log


class Leaf(NamedTuple):
    """A leaf with what it was made of. An index leaf has no label and no event: its text is `digest`."""

    label: bytes | None
    number: int
    day: bytes
    digest: bytes
    values: list[bytes]
    salt: bytes
    mac: bytes

    def text(self) -> bytes:
        """What is hashed into the tree."""
        from fileroom.ledger.tree.leaves import event_leaf

        if self.label is None:
            return self.digest
        return event_leaf(self.label, self.number, self.day.decode(), self.digest)


def acts(count: int, first: int) -> Iterator[Event]:
    """Looks at records of many students, a millisecond apart."""
    from fileroom.ledger import services as ledger

    by = ledger.Actor(uuid4(), "teacher", "web", "192.0.2.7")
    for number in range(first, first + count):
        yield ledger.event(
            ledger.Act.RECORD_INSPECTED, student=STUDENTS[number * 7919 % len(STUDENTS)], record=uuid4(), by=by,
            purpose="educational_interest", outcome="must", at=AT + timedelta(milliseconds=number),
        )  # fmt: skip


def sequenced(count: int, first: int, memory: Memory) -> float:
    """Seconds to number so many entries, written before."""
    from fileroom.ledger import services as ledger

    ledger.write_many(acts(count, first))
    begin = perf_counter()
    numbered = ledger.sequence(at=AT + timedelta(seconds=first // 1000 + 60), memory=memory)
    took = perf_counter() - begin
    assert numbered == count, f"{numbered} of {count} were numbered"
    return took


def appended(leaves: Sequence[bytes], file: Path, *, bulk: bool) -> float:
    """Seconds pymerkle takes for the same leaves."""
    with pymerkle.SqliteTree(str(file), algorithm="sha256") as tree:
        begin = perf_counter()
        if bulk:
            tree.append_entries(leaves)
        else:
            for leaf in leaves:
                tree.append_entry(leaf)
        return perf_counter() - begin


def stored_leaves() -> list[Leaf]:
    """The open log's leaves, taken out of the database before anything is timed."""
    from fileroom.hosting import district_transaction
    from fileroom.ledger import sql
    from fileroom.ledger.events import canonical, digest
    from fileroom.ledger.standing import stored
    from fileroom.ledger.streams import rows
    from fileroom.ledger.tree.leaves import commitment, index_root_leaf

    statement = f"""SELECT l.position, l.label, l.number, {sql.ROW}, e.salt, encode(e.mac, 'hex') FROM ledger_leaf l
        LEFT JOIN ledger_event e ON e.id = l.event WHERE l.log = 'open' ORDER BY l.position"""
    made = []
    with district_transaction():
        found = [stored(row) for row in rows(sql.CHECKPOINTS_FROM, (0, 1_000_000))]
        signed = {row.size - 1: row for row in found if row}
        for position, label, number, text, salt, mac in rows(statement):
            if label is None:
                it = signed[position]
                mark = commitment(it.salt, it.sealed_root, it.sealed_size)
                content = index_root_leaf(it.index_root, position, it.labels, it.instant, mark)
                made.append(Leaf(None, 0, b"", content, [], b"", b""))
                continue
            values, raw = text.encode().split(b"\x1f"), bytes(salt)
            content = digest(canonical(values, raw), raw)
            hexed = raw.hex().encode()
            made.append(Leaf(bytes(label), number, values[13][:10], content, values, hexed, mac.encode()))
    return made


def replayed(leaves: Sequence[Leaf], key: bytes | None) -> float:
    """Seconds to make every hash of the log again; with the key of the MACs the events' too."""
    from fileroom.ledger.events import digest, valid
    from fileroom.ledger.tree.frontier import Frontier
    from fileroom.ledger.tree.hashing import leaf_hash
    from fileroom.ledger.tree.index import NONE_YET, Head, IndexTree, advance
    from fileroom.ledger.tree.leaves import event_leaf

    edge, index, heads, moved = Frontier(), IndexTree(), dict[bytes, Head](), dict[bytes, Head]()
    begin = perf_counter()
    for label, number, day, content, values, salt, mac in leaves:
        if label is None:
            index.update(moved)
            index.root()
            moved.clear()
            edge.append(leaf_hash(content))
            edge.root()
            continue
        if key and (sound := valid(values, salt, mac, key)):
            content = digest(*sound)
        hash_ = leaf_hash(event_leaf(label, number, day.decode(), content))
        heads[label] = moved[label] = advance(heads.get(label, NONE_YET), edge.size, hash_)
        edge.append(hash_)
    return perf_counter() - begin


def verified(entries: int) -> float:
    """Seconds `ledger verify` takes for the whole log."""
    from fileroom.ledger import services as ledger

    begin = perf_counter()
    report = ledger.verify()
    took = perf_counter() - begin
    assert report.ok, f"{report.findings}"
    assert report.entries == entries
    return took


def measured(rounds: int, entries: int, folder: Path) -> dict[str, list[float]]:
    """Rates of each round, a second."""
    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger
    from fileroom.seal.store import key_store

    memory, written = ledger.Memory(), 0
    rates: dict[str, list[float]] = {str(size): [] for size in BATCHES}
    with serving(DISTRICT):
        while written < entries or len(rates["1000"]) < rounds:
            for size in BATCHES:
                rates[str(size)].append(size / sequenced(size, written, memory))
                written += size
        bare, key = stored_leaves(), key_store().secret(DISTRICT, "event-mac")
        walks = [
            (written / verified(written), written / replayed(bare, key), written / replayed(bare, None))
            for _ in range(rounds)
        ]
    rates["verify"], rates["replay"], rates["leaves alone"] = (list(them) for them in zip(*walks, strict=True))
    texts = [leaf.text() for leaf in bare[:PEER_LEAVES]]
    for name, bulk in (("pymerkle", False), ("pymerkle in bulk", True)):
        files = [folder / f"{name} {number}" for number in range(rounds)]
        rates[name] = [len(texts) / appended(texts, file, bulk=bulk) for file in files]
    return rates


def main() -> int:
    """Measure and print; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder), fsync=True):
        rates = measured(args.rounds, args.entries, Path(folder))
    middle = {name: median(found) for name, found in rates.items()}
    peers = {"1000": "pymerkle", "5000": "pymerkle", "verify": "replay"}
    ratios = {name: round(middle[name] / middle[peer], 2) for name, peer in peers.items()}
    met = all(ratios[name] >= goal for name, goal in GOALS.items())
    if args.json:
        whole = {name: round(rate) for name, rate in middle.items()}
        print(json.dumps({"peer": "pymerkle", "a_second": whole, "ratios": ratios, "goals": GOALS, "met": met}))
        return 0 if met else 1
    said = {name: f"goal {goal}: {'met' if ratios[name] >= goal else 'missed'}" for name, goal in GOALS.items()}
    print(f"a second: {', '.join(f'{name} {rate:,.0f}' for name, rate in middle.items())}")
    for size in BATCHES:
        ratio, goal = ratios[str(size)], said[str(size)]
        print(f"sequencing {size:,} at a time: {ratio:.1f} times pymerkle's append with a commit ({goal})")
    print(f"verification: {ratios['verify']:.2f} of a bare replay ({said['verify']})")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
