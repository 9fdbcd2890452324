"""What a family's account opens: the files for which the law says yes, and else one and the same page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import Asked, asked_of_each, asked_of_nobody
from fileroom.disclosure.services import may_read_log, refuse, shut_to_a_family, visible
from fileroom.hosting import durable_transaction
from fileroom.law.codes import Limit
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Refused
from fileroom.people.queries import Named
from fileroom.people.signed_in import SignedIn

# The part of a file that the first page of a family shows: whose it is, the school, and how many records.
LIST = "list"


@dataclass(frozen=True)
class Child:
    """A student whose file is open to the account. `self_`: the account's own holder. `may_read_log`: as in Opened."""

    id: UUID
    name: str
    grade: str
    school: str
    self_: bool
    records: int
    may_read_log: bool


@durable_transaction
def my_files(*, by: SignedIn, at: datetime) -> tuple[Child, ...]:
    """The files open to this account. Each child the page names, each file that stays shut, and the lack of any leaves
    its line in the ledger."""
    on = district_day(at)
    linked = queries.students_of(by.account, on=on)
    if not linked:
        _refuse_nobody(by, at)
    cases = asked_of_each([it.id for it in linked], by, on)
    return tuple(filter(None, (_child(student, cases[student.id], by, at) for student in linked)))


def _child(student: Named, case: Asked, by: SignedIn, at: datetime) -> Child | None:
    decision = counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
    if not decision.granted:
        refuse(case, decision, by, at, part="file")
        return None
    event = ledger.event(
        Act.FILE_OPENED,
        student=student.id,
        part=LIST,
        by=by.acting_as(case.requester.role),
        purpose=case.purpose().value,
        decision=decision,
        at=at,
    )
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    own = by.account.student_id == student.id
    untold = Limit.ADDRESS_AND_SCHEDULE_WITHHELD in decision.limits or shut_to_a_family(case, decision, by)
    school = "" if untold else student.school
    return Child(student.id, student.name, student.grade, school, own, len(visible(case)), may_read_log(case, by))


@durable_transaction
def nothing_there(*, by: SignedIn, at: datetime) -> Refused:
    """Somebody asked for what is not here. It is noted, and takes as long as what is here and shut."""
    return _refuse_nobody(by, at)


def _refuse_nobody(by: SignedIn, at: datetime) -> Refused:
    case = asked_of_nobody(by, district_day(at))
    return refuse(case, counsel.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE)), by, at, part="file")
