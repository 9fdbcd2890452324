"""What is written down of no student: sealed under a key of its own, apart from every file.

No gate: who may write it and who may open it is for the caller's decision to say. Its entries stand under seal, of no
student: no family's list, no file and no packet has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fileroom.law import Decision
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import SealedNote, Version


@dataclass(frozen=True)
class Noted:
    """One note, opened."""

    id: UUID
    written_at: datetime
    written_by: UUID | None
    fields: Mapping[str, str]


def write_note(
    id_: UUID, kind: str, about: UUID, fields: Mapping[str, str], *, entry: UUID, by: SignedIn, at: datetime
) -> SealedNote:
    """Seal it. Its entry of the ledger is written already. Part of the open transaction."""
    row = SealedNote(id=id_, kind=kind, about=about, written_at=at, written_by=by.account.id, entry=entry)
    row.save(force_insert=True)
    shelf.note(row, shelf.Contents.structured(dict(fields)), by=by.account.id, at=at)
    return row


def write_daily(id_: UUID, kind: str, about: UUID, said: Mapping[str, Any], *, entry: UUID, at: datetime) -> SealedNote:
    """Seal what the program itself has made for a day. Its entry is written already. Part of the open transaction."""
    row = SealedNote(id=id_, kind=kind, about=about, written_at=at, written_by=None, entry=entry)
    row.save(force_insert=True)
    shelf.note(row, shelf.Contents.structured(dict(said)), by=None, at=at)
    return row


def keep_paper(
    id_: UUID, kind: str, about: UUID, media_type: str, body: bytes, *, entry: UUID, by: UUID | None, at: datetime
) -> SealedNote:
    """Seal a paper that somebody outside has sent, which belongs to no student's file. `by`: the account that took it
    in; None: it came by a link. Whether it may come in the caller has asked. Part of the open transaction."""
    row = SealedNote(id=id_, kind=kind, about=about, written_at=at, written_by=by, entry=entry)
    row.save(force_insert=True)
    shelf.note(row, shelf.Contents.document(body, media_type), by=by, at=at)
    return row


def open_paper(row: SealedNote, event: Event) -> shelf.Contents:
    """Such a paper; the event is written in the same statement. Raises contents.Gone."""
    return shelf.open_note(row, Version.objects.get(note=row), event)


def stands(row: SealedNote) -> bool:
    """Is what it says still there? Of a row that a restored backup brought back it may be destroyed already."""
    return Version.objects.filter(note=row, shredded_at=None).exists()


def open_daily(row: SealedNote, event: Event) -> dict[str, Any]:
    """What such a note says; the event is written in the same statement. Raises contents.Gone."""
    return shelf.open_note(row, Version.objects.get(note=row), event).fields


def notes(kind: str, about: UUID) -> list[SealedNote]:
    """Those written about one row, in their order. That there are any reveals nothing they say."""
    return list(SealedNote.objects.filter(kind=kind, about=about).order_by("written_at", "id"))


def open_note(row: SealedNote, act: Act, *, by: SignedIn, role: str, decision: Decision | None, at: datetime) -> Noted:
    """What it says; the act's entry is written in the same statement. Part of the open transaction."""
    event = ledger.event(
        act, record=row.about, part=row.kind, by=by.acting_as(role), purpose=by.purpose.value, decision=decision,
        sealed=True, at=at,
    )  # fmt: skip
    said = shelf.open_note(row, Version.objects.get(note=row), event)
    return Noted(row.id, row.written_at, row.written_by, said.fields)
