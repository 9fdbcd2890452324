"""Notes and checkpoints as C2SP writes them: the published example opens, and no altered note does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fileroom_verify
from fileroom.ledger.tree.note import BadNote, Checkpoint, Signer, Verifier, open_note

# The example of the signed-note format's first implementation (golang.org/x/mod/sumdb/note).
EXAMPLE_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
EXAMPLE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
SIGNER = Signer("alder-creek.test/fileroom/access", bytes(range(32)))
VERIFIER = SIGNER.verifier()
NOTE = SIGNER.sign(str(Checkpoint(SIGNER.name, 431, bytes(range(32)))))


def test_the_published_example_opens() -> None:
    verifier = Verifier.parse(EXAMPLE_KEY)
    assert open_note(EXAMPLE, verifier) == EXAMPLE.partition("\n\n")[0] + "\n"
    assert str(verifier) == EXAMPLE_KEY


def test_a_checkpoint_signed_here_opens_here_and_in_the_offline_verifier() -> None:
    assert Checkpoint.opened(NOTE, VERIFIER.public) == Checkpoint(SIGNER.name, 431, bytes(range(32)))
    assert fileroom_verify.signed_checkpoint(NOTE, str(VERIFIER)) == (431, bytes(range(32)))


def offline_opens(note: str) -> bool:
    try:
        fileroom_verify.signed_checkpoint(note, str(VERIFIER))
    except (fileroom_verify.Found, ValueError):
        return False
    return True


@given(st.integers(0, len(NOTE) - 1), st.sampled_from(["", "a", "0", "\n", " ", "=", "—", "\t"]))
def test_no_note_with_one_letter_changed_opens(at: int, letter: str) -> None:
    altered = NOTE[:at] + letter + NOTE[at + 1 :]
    if altered != NOTE:
        with pytest.raises(BadNote):
            Checkpoint.opened(altered, VERIFIER.public)
        assert not offline_opens(altered)


def test_signatures_of_strangers_are_passed_over_and_a_stranger_alone_is_not_enough() -> None:
    other = Signer("county.test/witness", bytes(32))
    text = NOTE.partition("\n\n")[0] + "\n"
    line = other.sign(text).rpartition("\n\n")[2]
    assert open_note(NOTE + line, VERIFIER) == text
    with pytest.raises(BadNote, match="no signature of"):
        open_note(other.sign(text), VERIFIER)


def test_another_key_under_the_same_name_does_not_open() -> None:
    impostor = Signer(SIGNER.name, bytes(32)).sign(str(Checkpoint(SIGNER.name, 431, bytes(range(32)))))
    with pytest.raises(BadNote):
        Checkpoint.opened(impostor, VERIFIER.public)
    assert not offline_opens(impostor)


@pytest.mark.parametrize(
    "text",
    [
        "origin\n7\nnot a root\n",
        "origin\n07\n" + "A" * 43 + "=\n",
        "origin\n-1\n" + "A" * 43 + "=\n",
        "origin\n1\n" + "A" * 43 + "=\nextension\n",
        "\n1\n" + "A" * 43 + "=\n",
        "origin\n1\n" + "A" * 42 + "B=\n",
        "",
    ],
)
def test_what_is_not_a_checkpoint_is_not_read_as_one(text: str) -> None:
    with pytest.raises(BadNote):
        Checkpoint.parse(text)


@pytest.mark.parametrize("key", ["", "a+b", EXAMPLE_KEY.replace("c74f", "c74e"), EXAMPLE_KEY[:-4], "a b+c74f20a3+AQ=="])
def test_a_damaged_verifier_key_is_refused(key: str) -> None:
    with pytest.raises(BadNote):
        Verifier.parse(key)


def test_a_text_that_does_not_end_its_line_is_not_signed() -> None:
    with pytest.raises(ValueError, match="newline"):
        SIGNER.sign("no end")
