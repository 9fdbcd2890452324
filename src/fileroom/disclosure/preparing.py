"""The form of a copy for somebody outside: what it offers, to whom it is open, and the one line its opening leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from fileroom.disclosure.about import whose
from fileroom.disclosure.facts import Asked, asked, shelved
from fileroom.disclosure.handing_over import may_release
from fileroom.disclosure.services import Listed, listed, refuse, visible
from fileroom.disclosure.sittings import SAME_SITTING, let_in
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.people import counsel, queries
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn

# A form is no older than the session it was opened in.
OPEN_FOR = timedelta(hours=8)


@dataclass(frozen=True)
class Prepared:
    """A record about to be copied: the student, the items of the file, and the people on it who may ask or sign."""

    student: UUID
    student_name: str
    record: Listed
    items: tuple[str, ...]
    people: Mapping[UUID, str]


@durable_transaction
def prepare(record_id: UUID, *, by: SignedIn, at: datetime, again: bool = False) -> Prepared | Refused:
    """What the form offers, where the law opens the file and lets this office hand the record out.

    Opening the form is a step of looking at the file. `again`: a later step of a form that was opened before. It leaves
    no line: the answer to what the form says does, and that may have to stand apart from the student's own log.
    Raises Missing where there is no such record.
    """
    shelf, _ = shelved(record_id)
    case = asked(shelf.student_id, by, district_day(at))
    sees = counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
    if not sees.granted:
        return refuse(case, sees, by, at, part="file")
    own = may_release(case, shelf)
    if not own.granted:
        return refuse(case, own, by, at, record=record_id, part=shelf.item)
    let_in(case, sees, by, at, within=OPEN_FOR if again else SAME_SITTING)
    return _prepared(case, listed(shelf, whose([shelf], case)))


def _prepared(case: Asked, record: Listed) -> Prepared:
    student = case.student
    items = tuple(dict.fromkeys((record.item.code, *(it.item for it in visible(case)))))
    related = queries.related(student.id, on=case.on)
    people = {it.contact: f"{it.name}, {it.kind.replace('_', ' ')}" for it in related}
    return Prepared(student.id, student.name, record, items, people | {student.id: f"{student.name}, the student"})
