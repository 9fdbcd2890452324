"""A stream of bytes, sealed: for backups of keys and of records. Memory holds one block, whatever the length.

    archive = magic (16) | salt (32) | frame …      frame = last (1) | length (4, big-endian) | ciphertext and tag

Each archive has a key of its own (HKDF over its salt), so the frame's number serves as nonce. The tag of a frame covers
magic, salt, number and the mark of the last frame: frames that are reordered, repeated, missing, taken from another
archive or added after the end do not open. A cut archive is noticed only where the cut is: use nothing of what
`open_stream` yields before it has ended without Tampered (load in one transaction, rename a file at the end).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fileroom.seal.faults import Tampered

MAGIC = b"fileroom sealed1"
BLOCK = 256 * 1024
_SALT = 32
_TAG = 16
_MORE, _LAST = b"\x00", b"\x01"


def close_stream(chunks: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """The chunks, sealed under a key from `archive_key`; their boundaries are not kept."""
    header = MAGIC + urandom(_SALT)
    frames = _Frames(header, key)
    yield header
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) > BLOCK:
            yield frames.close(_MORE, bytes(waiting[:BLOCK]))
            del waiting[:BLOCK]
    yield frames.close(_LAST, bytes(waiting))


def open_stream(chunks: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    """The bytes that `close_stream` was given, block by block; raises Tampered, at the end at the latest."""
    source = _Source(chunks)
    header = source.take(len(MAGIC) + _SALT)
    if not header.startswith(MAGIC):
        raise Tampered("This is not a sealed archive of a version this program knows.")
    frames = _Frames(header, key)
    last = _MORE
    while last == _MORE:
        last, length = source.take(1), int.from_bytes(source.take(4), "big")
        if last not in (_MORE, _LAST) or not _TAG <= length <= BLOCK + _TAG:
            raise Tampered("The archive was altered.")
        yield frames.open(last, source.take(length))
    if not source.at_end():
        raise Tampered("Something was added to the archive after its end.")


class _Frames:
    """Closes or opens the frames of one archive, in order."""

    def __init__(self, header: bytes, key: bytes) -> None:
        salt = header[len(MAGIC) :]
        self._aead = AESGCM(HKDF(algorithm=SHA256(), length=32, salt=salt, info=MAGIC).derive(key))
        self._header = header
        self._number = 0

    def close(self, last: bytes, block: bytes) -> bytes:
        nonce = self._next()
        sealed = self._aead.encrypt(nonce, block, self._header + nonce + last)
        return last + len(sealed).to_bytes(4, "big") + sealed

    def open(self, last: bytes, sealed: bytes) -> bytes:
        nonce = self._next()
        try:
            return self._aead.decrypt(nonce, sealed, self._header + nonce + last)
        except InvalidTag:
            raise Tampered("The archive was altered, or is another district's or another root key's.") from None

    def _next(self) -> bytes:
        self._number += 1
        return self._number.to_bytes(12, "big")


class _Source:
    """Reads exact lengths from chunks of any size."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._waiting = bytearray()

    def take(self, length: int) -> bytes:
        while len(self._waiting) < length:
            chunk = next(self._chunks, None)
            if chunk is None:
                raise Tampered("The archive is cut short.")
            self._waiting += chunk
        taken = bytes(self._waiting[:length])
        del self._waiting[:length]
        return taken

    def at_end(self) -> bool:
        return not self._waiting and not any(self._chunks)
