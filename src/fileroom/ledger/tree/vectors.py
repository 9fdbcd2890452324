"""RFC 6962 test vectors in the shape of transparency-dev/merkle: a JSON object of named cases.

A case with "leafIdx" is about inclusion, one with "size1" about consistency; hashes are base64, `proof` may be null.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fileroom.ledger.tree.checking import consistency_holds, inclusion_holds


@dataclass(frozen=True)
class VectorReport:
    """How many cases came out as the vectors say, and the names of those that did not."""

    passed: int
    failed: tuple[str, ...]


def _hashes(case: Mapping[str, Any]) -> list[bytes]:
    return [b64decode(hash_) for hash_ in case["proof"] or ()]


def _holds(case: Mapping[str, Any]) -> bool:
    if "leafIdx" in case:
        leaf, root = b64decode(case["leafHash"]), b64decode(case["root"])
        return inclusion_holds(leaf, case["leafIdx"], case["treeSize"], _hashes(case), root)
    roots = b64decode(case["root1"]), b64decode(case["root2"])
    return consistency_holds(case["size1"], case["size2"], *roots, _hashes(case))


def run(cases: Mapping[str, Mapping[str, Any]]) -> VectorReport:
    """Try every case. Raises KeyError, TypeError or ValueError where a case has not the shape above."""
    failed = tuple(name for name, case in cases.items() if _holds(case) == bool(case.get("wantErr")))
    return VectorReport(len(cases) - len(failed), failed)
