"""AES-256-GCM by published answers, through our own closing and opening."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fileroom.seal import Tampered, envelope
from tests.collection.samples import SAMPLES, lacking

# Project Wycheproof's testvectors_v1 in a folder beside the repository, or where the environment says.
WYCHEPROOF = SAMPLES / "wycheproof" / "aes_gcm_test.json"


class Vector(NamedTuple):
    name: str
    key: bytes
    nonce: bytes
    about: bytes
    plaintext: bytes
    sealed: bytes
    valid: bool


# McGrew and Viega, The Galois/Counter Mode of Operation, Appendix B, test cases 14 and 16.
SPECIFICATION = [
    Vector(
        "case 14", bytes(32), bytes(12), b"", bytes(16),
        bytes.fromhex("cea7403d4d606b6e074ec5d3baf39d18" "d0d1c8a799996bf0265b98b5d48ab919"), True,
    ),
    Vector(
        "case 16",
        bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2),
        bytes.fromhex("cafebabefacedbaddecaf888"),
        bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
        bytes.fromhex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
            "b16aedf5aa0de657ba637b39"
        ),
        bytes.fromhex(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
            "c5f61e6393ba7a0abcc9f662" "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
        True,
    ),
]  # fmt: skip


def of_wycheproof() -> Iterator[Vector]:
    """Those of our own sizes: 256-bit keys, 96-bit nonces, 128-bit tags."""
    if not WYCHEPROOF.exists():
        return
    for group in json.loads(WYCHEPROOF.read_text())["testGroups"]:
        if (group["keySize"], group["ivSize"], group["tagSize"]) == (256, 96, 128):
            for case in group["tests"]:
                key, nonce, about, plaintext = (bytes.fromhex(case[part]) for part in ("key", "iv", "aad", "msg"))
                sealed = bytes.fromhex(case["ct"] + case["tag"])
                yield Vector(f"tcId {case['tcId']}", key, nonce, about, plaintext, sealed, case["result"] == "valid")


VECTORS = [*SPECIFICATION, *of_wycheproof()]
HEADER = b"\x01" + bytes(16)


def of(vectors: list[Vector]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("vector", vectors, ids=[vector.name for vector in vectors])


@of(VECTORS)
def test_decryption_gives_the_published_answer(vector: Vector) -> None:
    sealed = HEADER + vector.nonce + vector.sealed
    if vector.valid:
        assert envelope.decrypt(AESGCM(vector.key), HEADER, sealed, vector.about) == vector.plaintext
    else:
        with pytest.raises(Tampered):
            envelope.decrypt(AESGCM(vector.key), HEADER, sealed, vector.about)


@of([vector for vector in VECTORS if vector.valid])
def test_encryption_gives_the_published_answer(vector: Vector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "urandom", lambda length: vector.nonce[:length])
    sealed = envelope.encrypt(AESGCM(vector.key), HEADER, vector.plaintext, vector.about)
    assert sealed == HEADER + vector.nonce + vector.sealed


def test_every_published_vector_of_our_sizes_was_tried() -> None:
    if not WYCHEPROOF.exists():
        lacking(WYCHEPROOF)
    tried = [vector.valid for vector in of_wycheproof()]
    assert (tried.count(True), tried.count(False)) == (39, 27)
