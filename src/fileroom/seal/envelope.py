"""Closing and opening one value with one key: AES-256-GCM, bound to the place where the value lies.

    sealed bytes = version (1) | key id (16) | nonce (12) | ciphertext and tag (plaintext + 16)

The tag also covers the version, the key id and the canonical bytes of the place, so a value that is moved to another
row, student, class, table or district, or is said to be closed with another key, does not open.

Nonces are random. A data key closes one version of one record and the keys above it wrap some millions of keys at
most, far from the 2**32 messages where random 96-bit nonces begin to wear. Messages are not counted: a key that comes
back from the store cannot know what it closed before, and a count kept beside it would cost a write for each opening.
What holds is that `KeyStore.new_data_keys` makes a fresh key for each version.
"""

from __future__ import annotations

from functools import lru_cache
from os import urandom
from typing import NamedTuple
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fileroom.seal.faults import Tampered

VERSION = b"\x01"
KEY_BYTES = 32
_HEADER = 17
_START = 29
_TAG = 16


class DataKey(NamedTuple):
    """A key and the id under which its wrapped form is kept. `secret` is 32 bytes and never shown by repr()."""

    id: UUID
    secret: bytes

    def __repr__(self) -> str:
        return f"DataKey(id={self.id}, secret=…)"


class Place(NamedTuple):
    """Where a sealed value lies: what its tag binds besides the bytes. `student` is None for a value of no student."""

    district: str
    table: str
    row: UUID
    student: UUID | None
    kept_as: str


def fresh_key() -> DataKey:
    """A new random key under a new id."""
    return DataKey(uuid4(), urandom(KEY_BYTES))


def bound(texts: tuple[str, ...], first: UUID | None = None, second: UUID | None = None) -> bytes:
    """Canonical bytes of what a tag binds: each text behind its length, then the ids.

    The first text says what kind of thing is bound and so how many texts follow; ids are 16 bytes, the second one may
    be absent. Two different bindings therefore never have the same bytes.
    """
    return _lengths_and_texts(texts) + (first.bytes if first else b"") + (second.bytes if second else b"")


@lru_cache(maxsize=4096)
def _lengths_and_texts(texts: tuple[str, ...]) -> bytes:
    encoded = [text.encode() for text in texts]
    return b"".join(len(each).to_bytes(2, "big") + each for each in encoded)


class Cipher:
    """One key made ready to close and open many values bound to `about`, as a key that wraps others is."""

    __slots__ = ("_aead", "_header")

    def __init__(self, key: DataKey) -> None:
        self._header = VERSION + key.id.bytes
        self._aead = AESGCM(key.secret)

    def close(self, plaintext: bytes, about: bytes) -> bytes:
        """Sealed bytes of the shape above, under a fresh random nonce."""
        return encrypt(self._aead, self._header, plaintext, self._header + about)

    def open(self, sealed: bytes, about: bytes) -> bytes:
        """The plaintext; raises Tampered."""
        return decrypt(self._aead, self._header, sealed, self._header + about)


def close(plaintext: bytes, key: DataKey, place: Place) -> bytes:
    """Seal one value (under 2 GiB) with a key of its own, bound to its place."""
    header = VERSION + key.id.bytes
    return encrypt(AESGCM(key.secret), header, plaintext, header + about(place))


def open(ciphertext: bytes, key: DataKey, place: Place) -> bytes:
    """The value that was closed with this key at this place; raises Tampered for anything else."""
    header = VERSION + key.id.bytes
    return decrypt(AESGCM(key.secret), header, ciphertext, header + about(place))


def about(place: Place) -> bytes:
    """bound(("value", district, table, kept_as), row, student). The table names a record: another text each time."""
    district, table, row, student, kept_as = place
    named, whose = table.encode(), student.bytes if student else b""
    before, after = _lengths_and_texts(("value", district)), _lengths_and_texts((kept_as,))
    return b"".join((before, len(named).to_bytes(2, "big"), named, after, row.bytes, whose))


def encrypt(aead: AESGCM, header: bytes, plaintext: bytes, covered: bytes) -> bytes:
    """The one call that encrypts: header, fresh nonce, ciphertext and tag. `covered` is what the tag covers besides."""
    nonce = urandom(12)
    return header + nonce + aead.encrypt(nonce, plaintext, covered)


def decrypt(aead: AESGCM, header: bytes, sealed: bytes, covered: bytes) -> bytes:
    """The one call that decrypts; raises Tampered."""
    if not sealed.startswith(header) or len(sealed) < _START + _TAG:
        raise Tampered(_why_not(sealed, header))
    try:
        return aead.decrypt(sealed[_HEADER:_START], sealed[_START:], covered)
    except InvalidTag:
        raise Tampered("Sealed bytes do not open here: altered, or moved from where they were closed.") from None


def _why_not(sealed: bytes, header: bytes) -> str:
    if len(sealed) < _START + _TAG:
        return "Sealed bytes are cut short."
    if sealed[:1] != header[:1]:
        return f"Sealed bytes are of version {sealed[0]}, which this program does not know."
    return "Sealed bytes name another key than the one given."
