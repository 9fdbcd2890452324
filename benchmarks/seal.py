"""Sealing and opening 4 KiB under a new key, beside Tink's envelope with a local key. Goal: at least 3 times as fast.

Like with like: both make a fresh key, wrap it, encrypt, then unwrap and decrypt, with associated data of one length
and the key above ready in memory. Ours also binds key ids and places; the ids are made beforehand, for Tink has none.
A third row makes the same library calls with nothing around them: what no code of ours could be faster than.
Times are the processor's, so that what else runs on the machine weighs little.

    python benchmarks/seal.py [--rounds 25] [--operations 2000]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from itertools import cycle
from os import urandom
from statistics import median
from time import process_time
from uuid import uuid4

import tink
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from tink import aead

from fileroom import seal
from fileroom.seal.envelope import Cipher, DataKey, about, bound, fresh_key

GOAL = 3.0
BODY = urandom(4096)

DISTRICT = "alder_creek"
PLACES = [  # as records.contents makes them: each record's is another
    seal.Place(DISTRICT, f"records_sealed/test_results/{uuid4()}", uuid4(), uuid4(), "permanent") for _ in range(8192)
]
ABOUT = about(PLACES[0])


class Ours:
    """The key store's envelope: class key over data key over contents."""

    name = "fileroom.seal"

    def __init__(self) -> None:
        self._above, self._key, self._places = Cipher(fresh_key()), uuid4(), cycle(PLACES)

    def close(self) -> tuple[bytes, bytes, seal.Place]:
        key, place = DataKey(self._key, urandom(32)), next(self._places)
        return self._above.close(key.secret, self._about()), seal.close(BODY, key, place), place

    def open(self, closed: tuple[bytes, bytes, seal.Place]) -> bytes:
        wrapped, sealed, place = closed
        return seal.open(sealed, DataKey(self._key, self._above.open(wrapped, self._about())), place)

    def _about(self) -> bytes:
        return bound(("data key", DISTRICT), self._key)


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


def seconds(once: Callable[[], object], operations: int) -> float:
    """Processor seconds for so many calls, one thread."""
    before = process_time()
    for _ in range(operations):
        once()
    return process_time() - before


def closing_and_opening(rival: Ours | Tinks | Bare, operations: int) -> tuple[float, float, float]:
    """Seconds to close, to open, and to do both, so many times."""
    closed = rival.close()
    assert rival.open(closed) == BODY  # type: ignore[arg-type]  # each opens what it closed itself
    closing, opening = seconds(rival.close, operations), seconds(lambda: rival.open(closed), operations)  # type: ignore[arg-type]
    return closing, opening, closing + opening


def main() -> int:
    """Print rates and ratios: medians over interleaved rounds; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--operations", type=int, default=2000)
    args = parser.parse_args()
    rivals: tuple[Ours | Tinks | Bare, ...] = (Ours(), Tinks(), Bare())
    rounds = [[closing_and_opening(rival, args.operations) for rival in rivals] for _ in range(args.rounds + 1)][1:]
    for number, rival in enumerate(rivals):
        close, open_, both = (args.operations / median(each[number][part] for each in rounds) for part in range(3))
        print(f"{rival.name:22}{close:10,.0f} closed/s{open_:10,.0f} opened/s{both:10,.0f} both/s")
    missed = 0
    for part, what in enumerate(("close", "open", "close and open")):
        ratios = sorted(each[1][part] / each[0][part] for each in rounds)
        most = median(each[1][part] / each[2][part] for each in rounds)
        verdict = "met" if median(ratios) >= GOAL else "missed"
        missed += verdict == "missed"
        spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
        print(f"{what:15} {median(ratios):.2f} times tink ({spread}; goal {GOAL:.1f} {verdict}; bare calls {most:.2f})")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
