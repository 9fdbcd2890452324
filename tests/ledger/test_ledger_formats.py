"""The examples in docs/ledger-formats.md are real: they belong to one log, and every one of them checks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import fileroom_verify
from fileroom.ledger.events import CANONICAL, FIELDS
from fileroom.ledger.tree.checking import consistency_holds, inclusion_holds
from fileroom.ledger.tree.note import Checkpoint, Verifier
from fileroom.ledger.verifying.report import Fault, Report

PAGE = Path(__file__).parents[2] / "docs" / "ledger-formats.md"
BLOCKS = dict(re.findall(r"^```\w+ (\w+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))


def example(name: str) -> Any:
    return json.loads(BLOCKS[name])


def hashes(texts: list[str]) -> list[bytes]:
    return [bytes.fromhex(text) for text in texts]


CHECKPOINT = Checkpoint.opened(BLOCKS["checkpoint"], Verifier.parse(BLOCKS["key"]).public)


def test_the_bundle_is_complete_under_the_published_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bundle"
    file.write_text(BLOCKS["bundle"], encoding="utf-8")
    assert fileroom_verify.main([str(file), "--key", BLOCKS["key"]]) == 0
    assert "all 3 entries" in capsys.readouterr().out
    assert example("bundle")["checkpoint"] == BLOCKS["checkpoint"]


def test_the_proof_leads_to_the_checkpoint() -> None:
    proof = example("proof")
    leaf, path = bytes.fromhex(proof["leaf_hash"]), hashes(proof["audit_path"])
    assert inclusion_holds(leaf, proof["leaf_index"], CHECKPOINT.size, path, CHECKPOINT.root)
    assert proof["entry"] == example("entry")["id"]
    assert fileroom_verify.leaf_of(example("bundle"), example("entry")) == leaf


def test_the_growth_leads_to_the_checkpoint() -> None:
    growth = example("consistency")
    old, path = bytes.fromhex(growth["first_hash"]), hashes(growth["consistency"])
    assert growth["second"] == CHECKPOINT.size
    assert consistency_holds(growth["first"], growth["second"], old, CHECKPOINT.root, path)


def test_the_canonical_text_is_the_entrys() -> None:
    first, *lines = BLOCKS["canonical"].split("\n")[:-1]
    entry = {"student": example("bundle")["student"], "log": "open"} | example("entry")
    assert first == CANONICAL.decode()
    assert lines == [entry[name] for name in FIELDS]


def test_the_report_has_the_fields_verification_gives_and_every_fault_is_explained() -> None:
    assert example("report").keys() == Report().to_json().keys()
    assert example("report")["logs"]["open"] == {"size": CHECKPOINT.size, "root": CHECKPOINT.root.hex()}
    explained = set(re.findall(r"`([a-z ]+)`", PAGE.read_text(encoding="utf-8").partition("| `fault` |")[2]))
    assert {fault.value for fault in Fault} == explained
