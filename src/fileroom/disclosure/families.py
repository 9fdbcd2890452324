"""What a family's account opens: the files for which the law says yes, and else one and the same page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fileroom import law
from fileroom.disclosure.facts import asked
from fileroom.disclosure.services import refuse, visible
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Child:
    """A student whose file is open to the account. `self_`: the account's own holder."""

    id: UUID
    name: str
    grade: str
    school: str
    self_: bool
    records: int


@durable_transaction
def my_files(*, by: SignedIn, at: datetime) -> tuple[Child, ...]:
    """The files open to this account. Every file that stays shut, or the lack of any, leaves its line in the ledger."""
    on = district_day(at)
    linked = queries.students_of(by.account, on=on)
    if not linked:
        ledger.write(ledger.event(Act.DISCLOSURE_REFUSED, part="file", by=by.acting_as("contact"), outcome="no", at=at))
    mine = []
    for student in linked:
        case = asked(student.id, by, on)
        decision = law.decide(case.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
        if decision.granted:
            own = by.account.student_id == student.id
            number = len(visible(case))
            mine.append(Child(student.id, student.name, student.grade, student.school, own, number))
        else:
            refuse(case, decision, by, at, part="file")
    return tuple(mine)
