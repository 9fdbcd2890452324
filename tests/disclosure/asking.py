"""Questions to the gate out, and what became of them, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from tests.conftest import AT

if TYPE_CHECKING:
    from datetime import datetime

    from fileroom.disclosure.services import Inspected, Opened
    from fileroom.ledger.services import Event
    from fileroom.people.answers import Refused
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn


def asks(by: SignedIn, who: Student, *, at: datetime = AT) -> Opened | Refused:
    """The answer to somebody who would open a student's file."""
    from fileroom.disclosure.services import open_file

    return open_file(who.id, by=by, at=at)


def opened(by: SignedIn, who: Student, *, at: datetime = AT) -> Opened:
    """The file, which the law must open."""
    from fileroom.disclosure.services import Opened

    answer = asks(by, who, at=at)
    assert isinstance(answer, Opened), answer.decision.says
    return answer


def outcome(by: SignedIn, who: Student, *, at: datetime = AT) -> str:
    """The same, as the law's word: must, may, no, needs_more."""
    return str(asks(by, who, at=at).decision.outcome)


def filed(
    by: SignedIn, who: Student, words: str = "Helps others.", *, at: datetime = AT, others: str | None = "nobody"
) -> UUID:
    """A rating is filed; returns the record. `others`: what the filer says of other students in it."""
    from fileroom.collection.services import Collected, collect
    from fileroom.law.catalogue import Others

    fields = {"observed_on": "2026-10-01", "text": words, "signed_by": "T. Abara, teacher"}
    said = None if others is None else Others(others)
    done = collect(who.id, "counsellor_or_teacher_rating", fields, by=by, at=at, others=said)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def looks(by: SignedIn, record: UUID, *, at: datetime = AT, copy: bool = False) -> Inspected | Refused:
    """The answer to somebody who would open one record."""
    from fileroom.disclosure.services import inspect

    return inspect(record, by=by, at=at, copy=copy)


def entries() -> list[Event]:
    """Every act the district's ledger holds, sealed ones too, in order of arrival."""
    from django.db import connection

    from fileroom.hosting import district_transaction

    columns = (
        "id, act, student, record, part, account, role, door, client, purpose, outcome, rules, law_digest, at, sealed"
    )
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM ledger_event ORDER BY arrival")
        return [_event(*row) for row in cursor.fetchall()]


def _event(id_: UUID, act: str, student: UUID | None, record: UUID | None, part: str, *rest: Any) -> Event:
    from fileroom.ledger.services import Act, Actor, Event

    account, role, door, client, purpose, outcome, rules, digest, at, sealed = rest
    by = Actor(account, role, door, client)
    codes = tuple(filter(None, rules.split(",")))
    return Event(id_, Act(act), student, record, part, by, purpose, outcome, codes, digest, at, sealed)


def entry(id_: UUID) -> Event:
    """The act of this id."""
    return next(event for event in entries() if event.id == id_)


def last_entry() -> Event:
    """The act that arrived last."""
    return entries()[-1]
