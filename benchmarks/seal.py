"""Sealing and opening 4 KiB under a new key, beside Tink's envelope with a local key. Goal: at least 3 times as fast.

Like with like: both make a fresh key, wrap it, encrypt, then unwrap and decrypt, with associated data of one length
and the key above ready in memory. Ours also binds key ids and places; the ids are made beforehand, for Tink has none.
A third row makes the same library calls with nothing around them: what no code of ours could be faster than.
Run: python benchmarks/seal.py
"""

from __future__ import annotations

from collections.abc import Callable
from os import urandom
from statistics import median
from time import perf_counter
from uuid import uuid4

import tink
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from tink import aead

from fileroom import seal
from fileroom.seal.envelope import Cipher, DataKey, bound, fresh_key

GOAL = 3.0
ROUNDS = 15
OPERATIONS = 3000
BODY = urandom(4096)

PLACE = seal.Place("alder_creek", "records_sealed", uuid4(), uuid4(), "permanent")
ABOUT = bound(("value", PLACE.district, PLACE.table, PLACE.kept_as), PLACE.row, PLACE.student)


class Ours:
    """The key store's envelope: class key over data key over contents."""

    name = "fileroom.seal"

    def __init__(self) -> None:
        self._above, self._key = Cipher(fresh_key()), uuid4()

    def close(self) -> tuple[bytes, bytes]:
        key = DataKey(self._key, urandom(32))
        return self._above.close(key.secret, self._about()), seal.close(BODY, key, PLACE)

    def open(self, closed: tuple[bytes, bytes]) -> bytes:
        wrapped, sealed = closed
        return seal.open(sealed, DataKey(self._key, self._above.open(wrapped, self._about())), PLACE)

    def _about(self) -> bytes:
        return bound(("data key", PLACE.district), self._key)


class Tinks:
    """Tink's envelope: a local AES-256-GCM keyset over a data key over contents."""

    name = "tink KmsEnvelopeAead"

    def __init__(self) -> None:
        aead.register()
        template = aead.aead_key_templates.AES256_GCM
        self._envelope = aead.KmsEnvelopeAead(template, tink.new_keyset_handle(template).primitive(aead.Aead))

    def close(self) -> bytes:
        return bytes(self._envelope.encrypt(BODY, ABOUT))

    def open(self, closed: bytes) -> bytes:
        return bytes(self._envelope.decrypt(closed, ABOUT))


class Bare:
    """The library's calls alone: no format, no ids, no checks. Not a way to keep anything."""

    name = "bare library calls"

    def __init__(self) -> None:
        self._above = AESGCM(urandom(32))

    def close(self) -> tuple[bytes, bytes, bytes, bytes]:
        secret, first, second = urandom(32), urandom(12), urandom(12)
        return first, self._above.encrypt(first, secret, ABOUT), second, AESGCM(secret).encrypt(second, BODY, ABOUT)

    def open(self, closed: tuple[bytes, bytes, bytes, bytes]) -> bytes:
        first, wrapped, second, sealed = closed
        return AESGCM(self._above.decrypt(first, wrapped, ABOUT)).decrypt(second, sealed, ABOUT)


def seconds(once: Callable[[], object]) -> float:
    """Seconds for OPERATIONS calls, one thread."""
    before = perf_counter()
    for _ in range(OPERATIONS):
        once()
    return perf_counter() - before


def closing_and_opening(rival: Ours | Tinks | Bare) -> tuple[float, float]:
    """Seconds to close, and to close and open, OPERATIONS times."""
    closed = rival.close()
    assert rival.open(closed) == BODY  # type: ignore[arg-type]  # each opens what it closed itself
    closing = seconds(rival.close)
    return closing, closing + seconds(lambda: rival.open(closed))  # type: ignore[arg-type]


def main() -> None:
    """Print rates and ratios: medians over interleaved rounds."""
    rivals: tuple[Ours | Tinks | Bare, ...] = (Ours(), Tinks(), Bare())
    rounds = [[closing_and_opening(rival) for rival in rivals] for _ in range(ROUNDS + 1)][1:]
    for number, rival in enumerate(rivals):
        closed, both = (OPERATIONS / median(each[number][part] for each in rounds) for part in (0, 1))
        print(f"{rival.name:22}{closed:10,.0f} closed/s {both:10,.0f} closed and opened/s")
    for what, part in (("close", 0), ("close and open", 1)):
        ratio, most = (median(each[1][part] / each[number][part] for each in rounds) for number in (0, 2))
        verdict = "met" if ratio >= GOAL else "missed"
        print(f"{what:15} ratio to tink {ratio:.2f} (goal {GOAL:.1f} {verdict}; bare library calls {most:.2f})")


if __name__ == "__main__":
    main()
