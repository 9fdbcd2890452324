"""The ledger's verbs. Everything another room or a door may ask of the log is named here."""

from __future__ import annotations

import json
from pathlib import Path

from fileroom.ledger.acts import Act
from fileroom.ledger.events import Actor, Event, Uncodable
from fileroom.ledger.gaps import GapReason, NotAGap, awaits_second, must_await_signature
from fileroom.ledger.keys import Keys
from fileroom.ledger.proving import Missing, checkpoint, consistency, export, proof, verifier_key
from fileroom.ledger.sequencing import Memory, sequence
from fileroom.ledger.standing import Inconsistent
from fileroom.ledger.tree.note import BadNote
from fileroom.ledger.tree.vectors import VectorReport, run
from fileroom.ledger.verifying import Explained, Fault, Finding, Gap, Progress, Report, nothing_to_show, verify
from fileroom.ledger.verifying.destructions import part_of
from fileroom.ledger.writing import NoReceipts, event, insert_many_sql, insert_sql, write, write_many

__all__ = [
    "Act",
    "Actor",
    "BadNote",
    "BadVectors",
    "Event",
    "Explained",
    "Fault",
    "Finding",
    "Gap",
    "GapReason",
    "Inconsistent",
    "Keys",
    "Memory",
    "Missing",
    "NoReceipts",
    "NotAGap",
    "Progress",
    "Report",
    "Uncodable",
    "VectorReport",
    "awaits_second",
    "checkpoint",
    "consistency",
    "event",
    "export",
    "insert_many_sql",
    "insert_sql",
    "must_await_signature",
    "nothing_to_show",
    "part_of",
    "proof",
    "sequence",
    "vectors",
    "verifier_key",
    "verify",
    "write",
    "write_many",
]


class BadVectors(ValueError):
    """The file does not hold test vectors of the known shape."""


def vectors(path: Path) -> VectorReport:
    """Run a file of RFC 6962 vectors. Raises BadVectors, FileNotFoundError."""
    try:
        return run(json.loads(path.read_bytes()))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadVectors(f"{path.name} does not hold RFC 6962 vectors: {error}") from error
