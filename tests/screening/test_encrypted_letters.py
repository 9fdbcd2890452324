"""A message that is encrypted and written in letters is told as that, however short it is."""

from __future__ import annotations

import base64
import random

import pytest

from fileroom.collection.looking import look_at_text
from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome

HEAD = "From: a@example.org\nTo: b@example.org\nSubject: x\n\n"


def letters(count: int) -> str:
    """So many letters that hold nothing."""
    made = base64.b64encode(random.Random(count).randbytes(count)).decode()[:count]
    return "\n".join(made[at : at + 64] for at in range(0, count, 64))


def block(kind: str, count: int) -> str:
    return f"-----BEGIN {kind}-----\n\n{letters(count)}\n-----END {kind}-----\n"


@pytest.mark.parametrize("count", [40, 400, 4000])
@pytest.mark.parametrize(
    "kind",
    ["PGP MESSAGE", "PGP MESSAGE, PART 1/2", "PKCS7", "CMS", "ENCRYPTED MESSAGE", "ENCRYPTED PRIVATE KEY",
     "AGE ENCRYPTED FILE"],
)  # fmt: skip
def test_an_encrypted_message_is_never_clean(kind: str, count: int) -> None:
    written = block(kind, count)
    quoted = "".join(f"> {line}\n" for line in written.splitlines())
    for body in (written, HEAD + written, f"Please keep.\r\n{written}", HEAD + quoted):
        assert extract(body.encode()).outcome is Outcome.ENCRYPTED
    looked = look_at_text(written, "note")
    assert (looked.outcome, looked.fully_examined) == ("encrypted", False)


def test_it_need_not_stand_in_lines() -> None:
    assert look_at_text(block("PGP MESSAGE", 40).replace("\n", " "), "email").outcome == "encrypted"


@pytest.mark.parametrize(
    "body",
    [
        b"$ANSIBLE_VAULT;1.1;AES256\n6638643965323633\n",
        b"---\n$ANSIBLE_VAULT;1.1;AES256\n6638643965323633\n",
        b"age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n\x00\xff\x93\x10",
        b"age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n",
        b"Salted__\x93\x10\x00\xff\x01\x02\x03\x04",
    ],
)
def test_a_vault_is_encrypted(body: bytes) -> None:
    assert extract(body).outcome is Outcome.ENCRYPTED


@pytest.mark.parametrize(
    "text",
    [
        "A message begins with -----BEGIN PGP MESSAGE----- and ends with a line like it.",
        "A lesson on age-encryption.org and on $ANSIBLE_VAULT.",
        block("PGP PUBLIC KEY BLOCK", 400),
        block("CERTIFICATE", 400),
        block("PGP SIGNATURE", 400),
    ],
)
def test_what_is_told_of_encryption_and_a_key_that_is_open_are_nothing(text: str) -> None:
    assert extract(text.encode()).outcome is None
    assert look_at_text(text, "note").outcome == "clean"
