"""Where each ciphertext belongs, and the keyed hash that tells whether it would say the same again.

A place binds a ciphertext to district, row, student and class: moved elsewhere it does not open. What a record holds,
what was held back at the gate, what a letter says and what was noted of no student lie in one table and never open at
one another's places.
"""

from __future__ import annotations

import hmac
import uuid
from typing import TYPE_CHECKING

from fileroom import seal
from fileroom.hosting import current_district
from fileroom.records.models import Letter, Quarantined, Record, SealedNote
from fileroom.seal.store import key_store

if TYPE_CHECKING:
    from fileroom.records.contents import Contents

TABLE = "records_sealed"
QUARANTINE = "quarantine"  # where what was held back lies, and the class of its keys
LETTERS = "letters"  # the same of what the district wrote
NOTES = "notes"  # the same of what was written down of no student


def place(version_id: uuid.UUID, record: Record) -> seal.Place:
    """Where a ciphertext belongs: sealed to district, record, item, row, student and class, so it opens nowhere else.

    The item too, for it decides who may open: a record with another label does not open at all.
    """
    return seal.Place(
        current_district(), f"{TABLE}/{record.item}/{record.id}", version_id, record.student_id, record.kept_as
    )


def place_held(version_id: uuid.UUID, held: Quarantined) -> seal.Place:
    """The same of what was held back: what waits at the gate opens at no record's place, nor a record's at its."""
    return seal.Place(current_district(), f"{TABLE}/{QUARANTINE}/{held.id}", version_id, held.student_id, QUARANTINE)


def place_letter(version_id: uuid.UUID, letter: Letter) -> seal.Place:
    """The same of what a letter says."""
    return seal.Place(current_district(), f"{TABLE}/{LETTERS}/{letter.id}", version_id, letter.student_id, LETTERS)


def place_note(version_id: uuid.UUID, note: SealedNote) -> seal.Place:
    """The same of a note: it belongs to no student, and opens at no student's place."""
    return seal.Place(current_district(), f"{TABLE}/{NOTES}/{note.kind}/{note.id}", version_id, None, NOTES)


def fingerprint(record: Record, contents: Contents) -> bytes:
    """Keyed hash that tells whether a record would say the same again. 32 bytes; useless without the key store."""
    return _keyed(f"{record.student_id}/{record.item}/{record.about}/{contents.media_type}/", contents.body)


def fingerprint_held(held: Quarantined, contents: Contents) -> bytes:
    """The same of what is held back: whether it was brought before, for the same student as the same item."""
    return _keyed(f"{QUARANTINE}/{held.student_id}/{held.item}/{contents.media_type}/", contents.body)


def fingerprint_letter(letter: Letter, contents: Contents) -> bytes:
    """The same of a letter."""
    return _keyed(f"{LETTERS}/{letter.student_id}/{letter.kind}/{contents.media_type}/", contents.body)


def fingerprint_note(note: SealedNote, contents: Contents) -> bytes:
    """The same of a note."""
    return _keyed(f"{NOTES}/{note.kind}/{note.about}/{contents.media_type}/", contents.body)


def _keyed(where: str, body: bytes) -> bytes:
    return hmac.digest(key_store().secret(current_district(), "search"), where.encode() + body, "sha256")
