"""Check a Fileroom bundle offline: is this every look at the file, unaltered, signed by the district?

One file on purpose: it shares no line with the program that made the bundle, and needs only Python and `cryptography`.

    fileroom-verify BUNDLE [--older OLD_BUNDLE] [--key KEY] [--lang en|es] [--list]

Exit status: 0 complete; 1 altered, incomplete, older or not signed by the district; 4 not a bundle; 5 no such file.
The shape of a bundle is described in docs/ledger-formats.md; proofs are those of RFC 6962, checkpoints C2SP notes.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FIELDS = (
    "id", "act", "student", "record", "part", "account", "role", "door", "client",
    "purpose", "outcome", "rules", "law_digest", "at", "log",
)  # fmt: skip
HIDDEN = {"student", "log"}  # the same in every entry: stated once, or by the format
HASH = re.compile(r"[0-9a-f]{64}")
SALT = re.compile(r"[0-9a-f]{32}")


class Verdict(Enum):
    """What the check found."""

    COMPLETE = "complete"
    ALTERED = "altered"
    MISSING = "a view is missing"
    OLDER = "older"
    UNSIGNED = "not signed by the district"
    UNREADABLE = "not a bundle"


SAYS = {
    "en": {
        "complete": "Complete. These are all {count} entries about this student up to {day}, unaltered.",
        "altered": "Altered. Something in this file is not what the district signed.",
        "a view is missing": "A view is missing. The district's signed log holds entries this file does not show.",
        "older": "Older. This file is older than the one you compared it with, or does not continue it.",
        "not signed by the district": "Not signed by the district. The signature does not fit the district's key.",
        "not a bundle": "This is not a Fileroom bundle, or it is damaged.",
        "key": "Signed with the key in the file: {key}\nCompare it with the key your district publishes.",
        "gap": "All older entries are here. For a proof about the log in between, ask for --since {size}.",
        "absent": "There is no file at {path}.",
    },
    "es": {
        "complete": "Completo. Estas son las {count} anotaciones sobre este estudiante hasta el {day}, sin cambios.",
        "altered": "Alterado. Algo en este archivo no es lo que el distrito firmó.",
        "a view is missing": "Falta una consulta. El registro firmado contiene anotaciones que no están aquí.",
        "older": "Anterior. Este archivo es más antiguo que el otro archivo, o no es su continuación.",
        "not signed by the district": "No está firmado por el distrito. La firma no corresponde a su clave.",
        "not a bundle": "Esto no es un archivo de Fileroom, o está dañado.",
        "key": "Firmado con la clave que contiene el archivo: {key}\nCompárela con la que publica su distrito.",
        "gap": "Todas las anotaciones anteriores están aquí. Para una prueba del registro, pida --since {size}.",
        "absent": "No hay ningún archivo en {path}.",
    },
}


class Found(Exception):
    """A check failed; the verdict says which way."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.value)
        self.verdict = verdict


@dataclass(frozen=True)
class Checked:
    """A bundle that passed: what it is about, its entries as they stand in the log, and the signed state."""

    student: str
    label: bytes
    entries: tuple[tuple[int, bytes], ...]
    size: int
    root: bytes
    key: str
    day: str


def need(condition: bool, verdict: Verdict = Verdict.ALTERED) -> None:
    """Raise Found unless the condition holds."""
    if not condition:
        raise Found(verdict)


# Hashes and proofs, recursively, as RFC 6962 defines them.


def sha(*parts: bytes) -> bytes:
    """SHA-256 over the parts."""
    return hashlib.sha256(b"".join(parts)).digest()


def hash_of(value: object) -> bytes:
    """Bytes of 64 lower-case hex digits."""
    need(isinstance(value, str) and HASH.fullmatch(value) is not None, Verdict.UNREADABLE)
    return bytes.fromhex(str(value))


def hashes_of(value: object) -> list[bytes]:
    """A list of hashes, at most 64: no tree is deeper."""
    need(isinstance(value, list) and len(value) <= 64, Verdict.UNREADABLE)
    return [hash_of(item) for item in value]  # type: ignore[attr-defined]  # a list, as just checked


def whole(value: object) -> int:
    """A whole number from 0 to 2**63 - 1; true and false are none."""
    need(type(value) is int and 0 <= value < 2**63, Verdict.UNREADABLE)
    return int(value)  # type: ignore[call-overload,no-any-return]  # an int, as just checked


def climb(leaf: bytes, place: int, size: int, path: list[bytes]) -> bytes:
    """The root to which a path leads (RFC 6962 2.1.1)."""
    need(0 <= place < size)
    if size == 1:
        need(not path)
        return leaf
    need(bool(path))
    left = 1 << (size - 1).bit_length() - 1  # the largest power of two smaller than size
    if place < left:
        return sha(b"\1", climb(leaf, place, left, path[:-1]), path[-1])
    return sha(b"\1", path[-1], climb(leaf, place - left, size - left, path[:-1]))


def grow(old: int, new: int, path: list[bytes], known: bytes | None) -> tuple[bytes, bytes]:
    """The old and the new root to which a consistency proof leads (RFC 6962 2.1.2)."""
    if old == new:
        if known is not None:
            need(not path)
            return known, known
        need(len(path) == 1)
        return path[0], path[0]
    need(bool(path))
    left = 1 << (new - 1).bit_length() - 1
    if old <= left:
        before, after = grow(old, left, path[:-1], known)
        return before, sha(b"\1", after, path[-1])
    before, after = grow(old - left, new - left, path[:-1], None)
    return sha(b"\1", path[-1], before), sha(b"\1", path[-1], after)


def unbase64(text: str) -> bytes:
    """Bytes of base64 in its one canonical spelling."""
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, Verdict.UNSIGNED)
    return raw


def public_key(key: str) -> tuple[str, bytes, bytes]:
    """Name, key hash and 32 bytes of a C2SP verifier key `name+hash+base64`."""
    name, key_hash, encoded = [*key.strip().split("+", 2), "", ""][:3]
    raw = unbase64(encoded)
    need(bool(name) and len(raw) == 33 and raw[:1] == b"\1", Verdict.UNSIGNED)
    expected = sha(name.encode(), b"\n", raw)[:4]
    need(expected.hex() == key_hash, Verdict.UNSIGNED)
    return name, expected, raw[1:]


def signed_checkpoint(note: str, key: str) -> tuple[int, bytes]:
    """Size and root of the checkpoint, if the key signed it."""
    name, key_hash, public = public_key(key)
    text, gap, lines = note.rpartition("\n\n")
    need(bool(gap) and lines.endswith("\n"), Verdict.UNSIGNED)
    ours = [line.split(" ") for line in lines.split("\n") if line.startswith(f"\u2014 {name} ")]
    raw = [unbase64(line[2]) for line in ours if len(line) == 3]
    signatures = [found[4:] for found in raw if found[:4] == key_hash]
    need(bool(signatures), Verdict.UNSIGNED)
    for signature in signatures:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, f"{text}\n".encode())
        except InvalidSignature:
            raise Found(Verdict.UNSIGNED) from None
    origin, size, root = text.split("\n")
    need(origin == name and size.isascii() and size.isdigit(), Verdict.UNSIGNED)
    return int(size), unbase64(root)


def leaf_of(bundle: dict[str, Any], entry: dict[str, Any]) -> bytes:
    """The leaf hash of one entry, worked out from what the entry shows."""
    shown = {"student": bundle["student"], "log": "open", **{k: v for k, v in entry.items() if k not in HIDDEN}}
    values = [shown[name] for name in FIELDS]
    need(all(isinstance(value, str) and "\n" not in value for value in values))
    need(set(entry) == {*FIELDS, "number", "position", "salt"} - HIDDEN)
    need(SALT.fullmatch(entry["salt"]) is not None)
    text = "\n".join(("fileroom/event/v1", *values, "")).encode()
    digest = sha(bytes.fromhex(entry["salt"]), text)
    leaf = f"fileroom/v1\nevent\n{bundle['label']}\n{whole(entry['number'])}\n{shown['at'][:10]}\n{digest.hex()}\n"
    return sha(b"\0", leaf.encode())


def chain(bundle: dict[str, Any]) -> tuple[tuple[tuple[int, bytes], ...], bytes]:
    """Every entry's position and leaf hash, and the head they chain to. Numbers must run 1, 2, 3 …"""
    entries, head, last = [], bytes(32), -1
    for number, entry in enumerate(bundle["entries"], start=1):
        need(whole(entry["number"]) == number, Verdict.MISSING if entry["number"] > number else Verdict.ALTERED)
        position, leaf = whole(entry["position"]), leaf_of(bundle, entry)
        need(position > last)
        head = sha(b"\2", head, position.to_bytes(8, "big"), leaf)
        entries.append((position, leaf))
        last = position
    return tuple(entries), head


def check(bundle: dict[str, Any], key: str | None = None) -> Checked:
    """Check one bundle against its own key or the one given. Raises Found with the verdict."""
    need(bundle["format"] == "fileroom/bundle/v1", Verdict.UNREADABLE)
    need(isinstance(bundle["entries"], list) and isinstance(bundle["student"], str), Verdict.UNREADABLE)
    used = key or bundle["key"]
    size, root = signed_checkpoint(bundle["checkpoint"], used)
    index, end = bundle["index"], bundle["index_leaf"]
    at, covers, labels, index_root = str(end["at"]), whole(end["covers"]), whole(index["labels"]), hash_of(end["root"])
    text = f"fileroom/v1\nindex\n{index_root.hex()}\n{covers} {labels}\n{at}\n{hash_of(end['commitment']).hex()}\n"
    need(covers == size - 1 and climb(sha(b"\0", text.encode()), covers, size, hashes_of(end["hashes"])) == root)
    label, count = hash_of(bundle["label"]), whole(bundle["count"])
    need(len(bundle["entries"]) >= count, Verdict.MISSING)
    entries, head = chain(bundle)
    need(len(entries) == count and all(position < covers for position, _ in entries))
    leaf = sha(b"\0", label, count.to_bytes(8, "big"), head)
    need(climb(leaf, whole(index["place"]), labels, hashes_of(index["hashes"])) == index_root)
    return Checked(bundle["student"], label, entries, size, root, used, at[:10])


def continues(bundle: dict[str, Any], new: Checked, old: Checked) -> bool:
    """Is the newer bundle the older one grown? True if proved for the whole log, False if for this list only."""
    need((new.student, new.label) == (old.student, old.label), Verdict.ALTERED)
    need(new.size >= old.size, Verdict.OLDER)
    need(len(new.entries) >= len(old.entries), Verdict.MISSING)
    need(new.entries[: len(old.entries)] == old.entries)
    if new.size == old.size:
        need(new.root == old.root)
        return True
    proof = bundle.get("consistency")
    if not proof or whole(proof["from"]) != old.size:
        return False
    known = old.root if old.size & (old.size - 1) == 0 else None  # a full old tree is its own first node
    need(grow(old.size, new.size, hashes_of(proof["hashes"]), known) == (old.root, new.root), Verdict.OLDER)
    return True


def verify(path: Path, older: Path | None = None, key: str | None = None) -> tuple[Verdict, Checked | None, int | None]:
    """Verdict on a bundle; the bundle if it passed; the older size if the log in between is not proved."""
    try:
        bundle = json.loads(path.read_bytes())
        new = check(bundle, key)
        if older is None:
            return Verdict.COMPLETE, new, None
        old = check(json.loads(older.read_bytes()), new.key)
        return Verdict.COMPLETE, new, None if continues(bundle, new, old) else old.size
    except Found as found:
        return found.verdict, None, None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return Verdict.UNREADABLE, None, None


def main(argv: list[str] | None = None) -> int:
    """The command. Returns its exit status."""
    parser = argparse.ArgumentParser(prog="fileroom-verify", description="Check a Fileroom bundle offline.")
    parser.add_argument("bundle", type=Path, help="the file the district gave you")
    parser.add_argument("--older", type=Path, help="a file the district gave you before")
    parser.add_argument("--key", help="the district's public key, as it publishes it (name+hash+base64)")
    parser.add_argument("--lang", choices=sorted(SAYS), default="en", help="English or Spanish")
    parser.add_argument("--list", action="store_true", help="print the entries as well")
    args = parser.parse_args(argv)
    says = SAYS[args.lang]
    for path in filter(None, (args.bundle, args.older)):
        if not path.is_file():
            print(says["absent"].format(path=path), file=sys.stderr)
            return 5
    verdict, checked, gap = verify(args.bundle, args.older, args.key)
    if not checked:
        print(says[verdict.value])
        return 4 if verdict is Verdict.UNREADABLE else 1
    if args.list:
        for entry in json.loads(args.bundle.read_bytes())["entries"]:
            print("  ".join(str(entry[name]) for name in ("number", "at", "act", "role", "purpose", "outcome")))
    print(says[verdict.value].format(count=len(checked.entries), day=checked.day))
    if gap:
        print(says["gap"].format(size=gap))
    if not args.key:
        print(says["key"].format(key=checked.key))
    return 0


if __name__ == "__main__":
    sys.exit(main())
