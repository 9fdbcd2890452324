"""Before a copy is made: may whoever looks take one, and is it theirs to hand one to somebody outside?

Whoever hands a copy over keeps the file, and may open the record.
"""

from __future__ import annotations

from fileroom.disclosure.facts import Asked, of_record
from fileroom.law import Decision
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.people import counsel
from fileroom.records.models import Record


def may_copy(case: Asked, row: Record, purpose: Purpose | None) -> Decision:
    """May this account take a copy of this record for itself? A look that was granted answers nothing of it."""
    kind, record = RecordKind(row.item), of_record(row)
    return counsel.decide(case.question(Action.COPY, kind, purpose=purpose, record=record))


def may_release(case: Asked, row: Record) -> Decision:
    """May this account hand copies of this record to others?

    Two questions, and the first that is not granted answers: may they open it, is it their office that hands it over.
    """
    kind, record = RecordKind(row.item), of_record(row)
    opens = counsel.decide(case.question(Action.INSPECT, kind, record=record))
    return counsel.decide(case.question(Action.HAND_OVER_COPY, kind, record=record)) if opens.granted else opens
