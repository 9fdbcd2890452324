"""The employee's side of a copy for somebody outside: whoever hands it over keeps the file, and may open the record."""

from __future__ import annotations

from fileroom.disclosure.facts import Asked
from fileroom.law import Decision
from fileroom.law.facts import Action, RecordKind
from fileroom.people import counsel


def may_release(case: Asked, kind: RecordKind) -> Decision:
    """May this account hand copies of such a record of this student to others?

    Two questions, and the first that is not granted answers: may they open it, is it their office that hands it over.
    """
    opens = counsel.decide(case.question(Action.INSPECT, kind))
    return counsel.decide(case.question(Action.HAND_OVER_COPY, kind)) if opens.granted else opens
