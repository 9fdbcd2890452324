"""Documents on the shelf, opened and shredded as the gates do it, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.ledger.services import Actor, Event
    from fileroom.people.models import Student
    from fileroom.records.contents import Contents
    from fileroom.records.models import Record, Version

SMALL, LARGE = b"a few words", b"w" * 70_000


def shelved(who: Student, body: bytes = SMALL, *, item: str = "test_results") -> tuple[Record, Version]:
    """A document on the shelf."""
    from fileroom.hosting import durable
    from fileroom.records import contents
    from fileroom.records.models import Record

    record = Record(student=who, item=item, kept_as="interim", origin="test", filed_at=AT)
    with durable():
        record.save(force_insert=True)
        filing = contents.Filing(record, 1, contents.Contents.document(body, "text/plain"), tells=())
        (version,) = contents.write([filing], by=acting(), purpose="", at=AT)
    return record, version


def event(record: Record, act: str = "record:inspected") -> Event:
    from fileroom.ledger import services as ledger

    return ledger.event(ledger.Act(act), student=record.student_id, record=record.id, by=acting(), at=AT)


def acting() -> Actor:
    from fileroom.ledger.services import Actor

    return Actor(None, "registrar", "web")


def opened(record: Record, version: Version) -> Contents:
    from fileroom.hosting import durable
    from fileroom.records import contents

    with durable():
        return contents.open_logged(record, version, event(record))


def shredded(record: Record, version: Version, told: Event | None = None) -> bool:
    from fileroom.hosting import durable
    from fileroom.records import contents

    with durable():
        return contents.shred(record, version, told or event(record, "record:shredded"))


def noted() -> int:
    from django.db import connection

    from fileroom.hosting import district_transaction

    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_event")
        return int(cursor.fetchone()[0])
