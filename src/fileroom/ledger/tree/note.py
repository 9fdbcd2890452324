"""Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint), Ed25519 only.

A note is text, an empty line, and one line for each signature: "— <key name> <base64 of key hash and signature>".
A checkpoint's text is three lines: origin, size, base64 of the root.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
MOST_SIGNATURES = 100
KEY_NAME = re.compile(r"[^\s+]+")
SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
CHECKPOINT = re.compile(r"([^\s].*)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n")


class BadNote(ValueError):
    """The text is not a note, or no key that is known signed it as it stands."""


@dataclass(frozen=True)
class Verifier:
    """A key's public half under its name."""

    name: str
    public: bytes

    @property
    def key_hash(self) -> bytes:
        """Four bytes that lead a reader to the right key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        """The key as C2SP writes it: name+hash+base64."""
        return f"{self.name}+{self.key_hash.hex()}+{b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, text: str) -> Verifier:
        """Read `name+hash+base64`. Raises BadNote."""
        name, _, rest = text.strip().partition("+")
        key_hash, _, encoded = rest.partition("+")
        raw = _base64(encoded)
        found = cls(name, raw[1:])
        if len(raw) != 33 or raw[:1] != ED25519 or not KEY_NAME.fullmatch(name) or found.key_hash.hex() != key_hash:
            raise BadNote("This is not an Ed25519 verifier key of the form name+hash+base64.")
        return found

    def signed(self, text: str, signature: bytes) -> bool:
        """Did this key sign this text?"""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A key that signs, from its 32 secret bytes."""

    name: str
    secret: bytes

    def verifier(self) -> Verifier:
        """Its public half."""
        return Verifier(self.name, Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """The note: the text, which must end its last line, with this key's signature under it."""
        if not text.endswith("\n"):
            raise ValueError("A note's text ends with a newline.")
        signature = Ed25519PrivateKey.from_private_bytes(self.secret).sign(text.encode())
        encoded = b64encode(self.verifier().key_hash + signature).decode()
        return f"{text}\n— {self.name} {encoded}\n"


def _base64(text: str) -> bytes:
    try:
        raw = b64decode(text, validate=True)
    except (BadBase64, ValueError) as error:
        raise BadNote("Not base64.") from error
    if b64encode(raw).decode() != text:  # the same bytes in another spelling
        raise BadNote("Not base64 as it is written.")
    return raw


def _parts(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """A note's text and its signatures as (key name, key hash and signature)."""
    text, gap, tail = note.rpartition("\n\n")
    lines = tail.split("\n")
    if not gap or lines.pop() or not 0 < len(lines) <= MOST_SIGNATURES:
        raise BadNote("A note is text, an empty line and at least one signature line.")
    if any(ord(letter) < 0x20 and letter != "\n" for letter in note):
        raise BadNote("A note holds no control characters.")
    matches = [SIGNATURE.fullmatch(line) for line in lines]
    found = [(match[1], _base64(match[2])) for match in matches if match]
    if len(found) != len(lines):
        raise BadNote("A line under the empty line is not a signature.")
    return text + "\n", found


def open_note(note: str, verifier: Verifier) -> str:
    """The text of a note this key signed. Raises BadNote; signatures of other keys are passed over."""
    text, signatures = _parts(note)
    ours = [raw[4:] for name, raw in signatures if name == verifier.name and raw[:4] == verifier.key_hash]
    if not ours:
        raise BadNote(f"The note carries no signature of {verifier.name}.")
    if not all(verifier.signed(text, signature) for signature in ours):
        raise BadNote(f"The signature of {verifier.name} does not fit the text.")
    return text


@dataclass(frozen=True)
class Checkpoint:
    """The state of a log in three facts: whose, how many leaves, which root."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read a checkpoint's text, or a whole note without trusting it. Raises BadNote."""
        body = text.partition("\n\n")[0] + "\n" if "\n\n" in text else text
        match = CHECKPOINT.fullmatch(body)
        if not match:
            raise BadNote("A checkpoint is three lines: origin, size, base64 of the root.")
        return cls(match[1], int(match[2]), _base64(match[3]))

    @classmethod
    def opened(cls, note: str, public: bytes) -> Checkpoint:
        """A checkpoint signed under its own origin by this Ed25519 public key. Raises BadNote."""
        origin = cls.parse(note).origin
        return cls.parse(open_note(note, Verifier(origin, public)))
