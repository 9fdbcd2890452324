"""Proofs about the stored log, for anyone who holds a checkpoint: JSON with hex hashes, in RFC 6962's shapes."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from fileroom.hosting import current_district, district_transaction
from fileroom.ledger import sql
from fileroom.ledger.events import FIELDS, canonical, label
from fileroom.ledger.keys import Keys
from fileroom.ledger.standing import Inconsistent, Stored, heads_at, last_checkpoint
from fileroom.ledger.streams import row, rows
from fileroom.ledger.tables import OPEN, SEALED
from fileroom.ledger.tiles import StoredNodes
from fileroom.ledger.tree import paths
from fileroom.ledger.tree.bundle import Bundle, Entry, Growth, IndexLeaf, IndexProof
from fileroom.ledger.tree.index import IndexTree
from fileroom.ledger.tree.leaves import commitment
from fileroom.ledger.tree.note import Verifier


class Missing(LookupError):
    """The log has no such entry, size or checkpoint. The words are the same for "none" and "not yours to know"."""


def checkpoint() -> str:
    """The newest checkpoint, a C2SP signed note. Raises Missing before the first."""
    with district_transaction():
        return _last().note


def verifier_key() -> str:
    """The district's public key as it is published and pinned: name+hash+base64."""
    return str(_verifier(Keys(current_district())))


def _verifier(keys: Keys) -> Verifier:
    return keys.signer.verifier()


def _last() -> Stored:
    found = last_checkpoint()
    if found is None:
        raise Missing("No checkpoint has been signed yet.")
    return found


def proof(entry: UUID) -> dict[str, Any]:
    """That one entry is in the log the newest checkpoint signs. Raises Missing while it waits for its number.

    A sealed entry's proof ends in the sealed log's root, with what opens the checkpoint's commitment to it: it is for
    the court, never for a family.
    """
    with district_transaction():
        last, found = _last(), row(sql.LEAF_OF, (entry,))
        log, position, number, leaf = found or (OPEN, last.size, 0, b"")
        size, root = (last.size, last.root) if log == OPEN else (last.sealed_size, last.sealed_root)
        if position >= size:
            raise Missing("The log has no numbered entry of this id.")
        path = paths.inclusion(position, size, StoredNodes(log, size).node)
        opening = _opening(last) if log == SEALED else {}
    return {
        "entry": str(entry),
        "log": log,
        "number": number,
        "leaf_index": position,
        "leaf_hash": bytes(leaf).hex(),
        "tree_size": size,
        "root_hash": root.hex(),
        "audit_path": [hash_.hex() for hash_ in path],
        "checkpoint": last.note,
        **opening,
    }


def _opening(last: Stored) -> dict[str, Any]:
    """How the sealed root hangs on the checkpoint: the salt, and the index leaf that carries the commitment."""
    covers = last.size - 1
    path = paths.inclusion(covers, last.size, StoredNodes(OPEN, last.size).node)
    return {
        "salt": last.salt.hex(),
        "index_leaf": {
            "root": last.index_root.hex(),
            "covers": covers,
            "labels": last.labels,
            "at": last.instant,
            "commitment": commitment(last.salt, last.sealed_root, last.sealed_size).hex(),
            "audit_path": [hash_.hex() for hash_ in path],
        },
    }


def consistency(old: int, new: int) -> dict[str, Any]:
    """That the open log at `old` leaves is the beginning of the log at `new`. Raises Missing outside the signed log."""
    with district_transaction():
        last = _last()
        if not 0 < old <= new <= last.size:
            raise Missing(f"The signed log has {last.size} leaves: ask for two sizes from 1 to {last.size}, in order.")
        nodes = StoredNodes(OPEN, last.size)
        return {
            "first": old,
            "second": new,
            "first_hash": paths.root_at(old, nodes.node).hex(),
            "second_hash": paths.root_at(new, nodes.node).hex(),
            "consistency": [hash_.hex() for hash_ in paths.consistency(old, new, nodes.node)],
        }


def export(student: UUID, *, since: int | None = None, keys: Keys | None = None) -> str:
    """The student's bundle of the open log, as JSON text, up to the newest checkpoint.

    `since` is the size of an older checkpoint: the bundle then proves that this log continues that one. Raises Missing
    for a student the open log does not know, or a size it never had. Joins an open transaction, which brings the `keys`
    that were made before it.
    """
    keys = keys or Keys(current_district())
    with district_transaction():
        last, name = _last(), label(keys.label, str(student).encode())
        entries = [_entry(*found) for found in rows(sql.ENTRIES_OF_LABEL, (name, last.size))]
        if not entries:
            raise Missing("The log has no numbered entry about this student.")
        bundle = Bundle(
            student=str(student),
            label=name,
            entries=entries,
            index=_index_proof(name, last.size),
            index_leaf=_index_leaf(last),
            checkpoint=last.note,
            key=str(_verifier(keys)),
            growth=_growth(since, last) if since else None,
        )
    return json.dumps(bundle.to_json(), indent=1)


def _entry(position: int, number: int, text: str, salt: bytes | None) -> Entry:
    if salt is None:
        raise Inconsistent(f"The event behind leaf {position} is gone. Run `fileroom ledger verify`.")
    lines = canonical(text.encode().split(b"\x1f"), bytes(salt)).decode().split("\n")[1:-1]
    return Entry(dict(zip(FIELDS, lines, strict=True)), number, position, bytes(salt)[:16])


def _index_proof(name: bytes, size: int) -> IndexProof:
    index = IndexTree(heads_at(OPEN, size))
    place, path = index.proof(name)
    return IndexProof(place, len(index.labels), path)


def _index_leaf(last: Stored) -> IndexLeaf:
    covers = last.size - 1
    path = paths.inclusion(covers, last.size, StoredNodes(OPEN, last.size).node)
    mark = commitment(last.salt, last.sealed_root, last.sealed_size)
    return IndexLeaf(last.index_root, covers, last.instant, mark, path)


def _growth(since: int, last: Stored) -> Growth:
    if not 0 < since <= last.size:
        raise Missing(f"The signed log has {last.size} leaves; it never had {since}.")
    return Growth(since, paths.consistency(since, last.size, StoredNodes(OPEN, last.size).node))
