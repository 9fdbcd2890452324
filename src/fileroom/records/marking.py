"""What tells of a family's status by its own words is marked as it is filed, by whichever road it comes.

Words are found and no meaning is read (law/marks.py): two custodians of records take off a mark that is wrong
(disclosure/marks/marking.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from fileroom.law.marks import is_marked_by_law
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor, Event
from fileroom.records.models import CareMark, Record


def mark_by_words(records: Sequence[Record], *, by: Actor, purpose: str, at: datetime) -> None:
    """Mark these, whose words tell; what is marked already stays as it is. Part of the open transaction, which files
    them. Each has a line under seal: that a record is marked is told to nobody but the custodian of records."""
    these = {it.id: it for it in records if not is_marked_by_law(it.item)}
    if not these:
        return
    there = CareMark.objects.filter(record__in=these, off_at=None).values_list("record", flat=True)
    new = [these[it] for it in these.keys() - set(there)]
    marked = [(it, uuid4()) for it in new]
    lines = [_line(it, mark, by, purpose, at) for it, mark in marked]
    ledger.write_many(lines)
    marks = [
        CareMark(id=mark, record=it.id, marked_at=at, marked_by=None, entry=line.id)
        for (it, mark), line in zip(marked, lines, strict=True)
    ]
    # Where somebody marks the same record at this moment, their mark stands.
    CareMark.objects.bulk_create(marks, batch_size=2000, ignore_conflicts=True)


def _line(record: Record, mark: UUID, by: Actor, purpose: str, at: datetime) -> Event:
    return ledger.event(
        Act.MARK_PUT_ON, student=record.student_id, record=mark, by=by, purpose=purpose, sealed=True, at=at
    )
