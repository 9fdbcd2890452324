"""`fileroom ledger …`: each subcommand's words and exit status, for a good ledger, a bad one and bad arguments."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

import fileroom_verify
from fileroom.hosting.embedded import Urls
from fileroom.ledger import queries
from fileroom.ledger import services as ledger
from fileroom.ledger.tree.checking import consistency_holds, inclusion_holds
from fileroom.ledger.tree.hashing import leaf_hash
from fileroom.ledger.tree.memory import Tree
from fileroom.ledger.verifying import walk
from tests.ledger.acts import ANA, sequenced, written

Command = Callable[..., tuple[int, str]]


@pytest.fixture
def fileroom(installation: Urls, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `fileroom ledger` with arguments; exit status and all that was printed."""
    from fileroom.cli import ledger as command

    parser = ArgumentParser()
    command.register(parser.add_subparsers())

    def run(*arguments: str) -> tuple[int, str]:
        args = parser.parse_args(["ledger", *arguments])
        status: int = args.run(args)
        return status, "".join(capsys.readouterr())

    return run


def vectors_of(tree: Tree) -> dict[str, dict[str, object]]:
    """Vectors in the shape of transparency-dev/merkle: good ones, and one spoilt for each."""

    def text(hash_: bytes) -> str:
        return b64encode(hash_).decode()

    cases: dict[str, dict[str, object]] = {}
    root = text(tree.root())
    for place in range(tree.size):
        path = [text(hash_) for hash_ in tree.inclusion(place)]
        good = {"leafIdx": place, "treeSize": tree.size, "root": root, "leafHash": text(tree.node(0, place))}
        cases[f"{place}/good"] = {**good, "proof": path, "wantErr": False}
        cases[f"{place}/short"] = {**good, "proof": path[:-1], "wantErr": True}
    for old in range(1, tree.size):
        path = [text(hash_) for hash_ in tree.consistency(old)]
        good = {"size1": old, "size2": tree.size, "root1": text(tree.root(old)), "root2": root}
        cases[f"from {old}/good"] = {**good, "proof": path, "wantErr": False}
        cases[f"from {old}/none"] = {**good, "proof": None, "wantErr": True}
    return cases


def test_vectors_need_no_district_and_are_counted(fileroom: Command, tmp_path: Path) -> None:
    tree, file = Tree(), tmp_path / "vectors.json"
    for leaf in (b"one", b"two", b"three", b"four", b"five"):
        tree.append(leaf)
    cases = vectors_of(tree)
    file.write_text(json.dumps(cases))
    assert fileroom("vectors", str(file)) == (0, "18 passed, 0 failed\n")
    cases["2/good"]["wantErr"] = True
    file.write_text(json.dumps(cases))
    assert fileroom("vectors", str(file)) == (1, "17 passed, 1 failed\n  2/good\n")


@pytest.mark.parametrize("text", ["", "[]", '{"a": {}}', '{"a": 1}', '{"a": {"leafIdx": 1, "proof": ["*"]}}'])
def test_a_file_without_vectors_is_invalid(fileroom: Command, tmp_path: Path, text: str) -> None:
    file = tmp_path / "vectors.json"
    file.write_text(text)
    assert fileroom("vectors", str(file))[0] == 4
    assert fileroom("vectors", str(tmp_path / "absent.json"))[0] == 5


def test_a_whole_ledger_verifies_also_against_a_checkpoint_kept_outside(
    district: str, fileroom: Command, tmp_path: Path
) -> None:
    written(9)
    status, note = fileroom("checkpoint")
    assert (status, note) == (0, ledger.checkpoint())
    kept = tmp_path / "checkpoint"
    kept.write_text(note, encoding="utf-8")
    written(3, first=9)
    status, text = fileroom("verify", "--checkpoint", str(kept))
    assert status == 0
    assert "The ledger is whole: 9 entries, 1 checkpoints, all signed.\n3 entries wait" in text
    status, text = fileroom("verify", "--json")
    assert (status, json.loads(text)["ok"], json.loads(text)["pending"]) == (0, True, 4), "the check before is one"


def test_a_long_check_shows_on_a_terminal_how_many_entries_it_has_walked(
    district: str, fileroom: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "CHUNK", 4)
    sequenced(9, sealed_each=3)
    quiet = fileroom("verify")[1]
    assert "walked" not in quiet and "\x1b" not in quiet
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    status, text = fileroom("verify")
    assert status == 0
    *bars, end = text.partition("The ledger is whole")[2].split("\r\x1b[K")[1:]
    assert (bars[1], bars[-1]) == (
        "[##########....................] 3 of 9 entries walked",
        f"[{'#' * 30}] 9 of 9 entries walked",
    )
    assert len(bars) > 2 and end == "", "it goes on bar by bar, and leaves nothing behind"


def test_a_bad_ledger_names_the_entry_and_exits_with_one(
    district: str, fileroom: Command, owner: psycopg.Connection
) -> None:
    events = sequenced(9)
    owner.execute("UPDATE ledger_event SET purpose = 'other' WHERE id = %s", [events[4].id])
    status, text = fileroom("verify")
    assert status == 1
    assert f"altered: open position 4, entry {events[4].id}: The event is not the one that was noted" in text
    status, text = fileroom("verify", "--json")
    assert (status, json.loads(text)["first_bad"]["entry"]) == (1, str(events[4].id))


def test_a_check_on_the_command_line_is_an_entry_of_the_operator_with_what_it_found(
    district: str, fileroom: Command, owner: psycopg.Connection
) -> None:
    from tests.disclosure.asking import last_entry

    events = sequenced(9)
    for outcome in ("whole", "findings:1"):
        fileroom("verify")
        noted = last_entry()
        assert (noted.act, noted.outcome, noted.student) == (ledger.Act.LEDGER_CHECKED, outcome, None)
        assert (noted.actor.role, noted.actor.door, noted.actor.account) == ("operator", "cli", None)
        owner.execute("UPDATE ledger_event SET purpose = 'other' WHERE id = %s", [events[4].id])


def test_what_is_no_checkpoint_is_invalid_and_no_file_is_missing(
    district: str, fileroom: Command, tmp_path: Path
) -> None:
    file = tmp_path / "checkpoint"
    file.write_text("not a checkpoint")
    assert fileroom("verify", "--checkpoint", str(file))[0] == 4
    file.write_bytes(b"\xff\xfe")
    assert fileroom("verify", "--checkpoint", str(file))[0] == 4
    assert fileroom("verify", "--checkpoint", str(tmp_path))[0] == 4
    with file.open("wb") as long:
        long.truncate(10**12)  # a disk's worth of nothing is not read to its end
    assert fileroom("verify", "--checkpoint", str(file))[0] == 4
    assert fileroom("verify", "--checkpoint", str(tmp_path / "absent"))[0] == 5


def test_proofs_are_rfc_6962s_and_hold(district: str, fileroom: Command) -> None:
    events = sequenced(300)
    status, text = fileroom("proof", str(events[70].id))
    proof = json.loads(text)
    path = [bytes.fromhex(hash_) for hash_ in proof["audit_path"]]
    leaf, root = bytes.fromhex(proof["leaf_hash"]), bytes.fromhex(proof["root_hash"])
    assert status == 0
    assert inclusion_holds(leaf, proof["leaf_index"], proof["tree_size"], path, root)
    assert not inclusion_holds(leaf_hash(b""), proof["leaf_index"], proof["tree_size"], path, root)
    for old, new in ((1, 301), (255, 256), (256, 301), (7, 9), (301, 301)):
        status, text = fileroom("consistency", str(old), str(new))
        grown = json.loads(text)
        path = [bytes.fromhex(hash_) for hash_ in grown["consistency"]]
        roots = bytes.fromhex(grown["first_hash"]), bytes.fromhex(grown["second_hash"])
        assert status == 0
        assert consistency_holds(old, new, *roots, path)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["proof", "not-an-id"], 4),
        (["proof", str(uuid4())], 5),
        (["consistency", "9", "3"], 4),
        (["consistency", "0", "3"], 4),
        (["consistency", "1", "99"], 5),
        (["export", "--student", "Ana"], 4),
        (["export", "--student", str(uuid4())], 5),
        (["export", "--student", str(ANA), "--since", "99"], 5),
    ],
)
def test_what_is_not_there_is_missing_and_what_is_no_id_is_invalid(
    district: str, fileroom: Command, arguments: list[str], status: int
) -> None:
    sequenced(9)
    assert fileroom(*arguments)[0] == status


def test_an_exported_bundle_verifies_offline_and_its_making_is_an_entry(
    district: str, fileroom: Command, tmp_path: Path
) -> None:
    written(8)
    first, second = tmp_path / "first", tmp_path / "second"
    status, text = fileroom("export", "--student", str(ANA))
    assert status == 0
    first.write_text(text)
    size = json.loads(text)["checkpoint"].split("\n")[1]
    second.write_text(fileroom("export", "--student", str(ANA), "--since", size)[1])
    assert fileroom_verify.main([str(first)]) == 0
    assert fileroom_verify.main([str(second), "--older", str(first)]) == 0
    assert json.loads(second.read_text())["entries"][-1]["act"] == "log:exported"
    assert queries.entries_of(ANA)[0].event.act is ledger.Act.LOG_EXPORTED


@pytest.mark.parametrize("sealed", [False, True])
def test_a_proof_is_an_entry_of_the_log_that_holds_what_it_proves(
    district: str, fileroom: Command, sealed: bool
) -> None:
    from tests.disclosure.asking import entries

    it = next(it for it in sequenced(9, sealed_each=3) if it.sealed is sealed)
    before = len(entries())
    status, text = fileroom("proof", str(it.id))
    assert (status, json.loads(text)["log"]) == (0, "sealed" if sealed else "open")
    (noted,) = entries()[before:]
    assert (noted.act, noted.part, noted.record) == (ledger.Act.LOG_EXPORTED, "proof", it.id)
    assert (noted.actor.role, noted.student, noted.sealed) == ("operator", None, sealed)
    assert queries.state().pending == (0 if sealed else 1), "of a sealed one nothing open tells"


def test_no_proof_no_entry(district: str, fileroom: Command) -> None:
    from tests.disclosure.asking import entries

    sequenced(3)
    before = len(entries())
    assert fileroom("proof", str(uuid4()))[0] == 5
    assert len(entries()) == before


def test_an_export_says_what_it_is_for_or_that_nobody_said(district: str, fileroom: Command) -> None:
    written(8)
    for stated in ([], ["--purpose", "court_process"]):
        assert fileroom("export", "--student", str(ANA), *stated)[0] == 0
        noted = queries.entries_of(ANA)[0].event
        assert (noted.act, noted.actor.role) == (ledger.Act.LOG_EXPORTED, "operator")
        assert noted.purpose == (stated[1] if stated else "none_stated")


def test_a_ledger_that_was_cut_is_not_continued_by_a_command(
    district: str, fileroom: Command, owner: psycopg.Connection
) -> None:
    sequenced(9)
    owner.execute("DELETE FROM ledger_leaf WHERE position > 6")
    status, text = fileroom("checkpoint")
    assert status == 1
    assert "fileroom ledger verify" in text
