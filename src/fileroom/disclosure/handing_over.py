"""The employee's side of a copy for somebody outside: whoever hands it over keeps the file, and may open the record."""

from __future__ import annotations

from fileroom.disclosure.facts import Asked, of_record
from fileroom.law import Decision
from fileroom.law.facts import Action, RecordKind
from fileroom.people import counsel
from fileroom.records.models import Record


def may_release(case: Asked, row: Record) -> Decision:
    """May this account hand copies of this record to others?

    Two questions, and the first that is not granted answers: may they open it, is it their office that hands it over.
    """
    kind, record = RecordKind(row.item), of_record(row)
    opens = counsel.decide(case.question(Action.INSPECT, kind, record=record))
    return counsel.decide(case.question(Action.HAND_OVER_COPY, kind, record=record)) if opens.granted else opens
