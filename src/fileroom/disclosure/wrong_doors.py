"""A file asked for at a door that is not the asker's: a family at the office's pages, an employee at the families'."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from fileroom.disclosure.facts import asked, shelved
from fileroom.disclosure.families import nothing_there
from fileroom.disclosure.services import SAME_REQUEST, refuse
from fileroom.hosting import durable_transaction
from fileroom.law import Outcome
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, recent
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn

LINES = (1, 5, 25, 250, 2_500, 25_000)  # tries of one gate after which a line says so


def asked_at_the_wrong_door(student_id: UUID | None, record_id: UUID | None, *, by: SignedIn, at: datetime) -> None:
    """Nothing is shown, and the ledger notes the request as it would have at the asker's own door.

    What is nobody's (`student_id` None among it) leaves what it leaves there: of a family a line, of an employee none.
    """
    try:
        _refuse(student_id, record_id, by, at)
    except Missing:
        if by.account.employee_id is None:
            nothing_there(by=by, at=at)


@durable_transaction
def refused_at_the_door(gate: str, *, by: SignedIn, at: datetime) -> None:
    """An employee asked for a page or an act of the office, of no student, that is not theirs or is not there.

    The page says as much as of what is not there; this is the line of it. Under seal, for the gate's name may tell what
    was asked about. Whoever tries one door again and again within ten minutes adds a line at the first try, the
    fifth, the 25th and ever more rarely, which says for how many it stands: they fill no page, and the watch counts
    them.
    """
    if not (tries := _stands_for(_tries(gate, by, at))):
        return
    actor = by.acting_as(keeper_facts(by.account, district_day(at)).role)
    ledger.write(ledger.event(Act.DOOR_REFUSED, part=gate, by=actor, outcome=str(tries), sealed=True, at=at))


def _tries(gate: str, by: SignedIn, at: datetime) -> int:
    """How often this account has tried this gate in these ten minutes, this time too."""
    key = ("door refused", by.account.id, gate, int(at.timestamp() / SAME_REQUEST.total_seconds()))
    until = at + 2 * SAME_REQUEST
    if recent.remember_first(*key, value=1, at=at, until=until):
        return 1
    tried = int(recent.recall(*key, at=at) or 0) + 1
    recent.remember(*key, value=tried, at=at, until=until)
    return tried


def _stands_for(tried: int) -> int:
    """How many tries the line of this one tells of; 0: it has none."""
    told = 0
    for line in LINES:
        if tried == line:
            return line - told
        told = line
    return 0


@durable_transaction
def _refuse(student_id: UUID | None, record_id: UUID | None, by: SignedIn, at: datetime) -> None:
    """Where the law would open it, it is the door that does not: the entry names no rule."""
    part, kind = "file", RecordKind.CUMULATIVE_FILE
    if record_id is not None:
        record, _ = shelved(record_id)
        student_id, part, kind = record.student_id, record.item, RecordKind(record.item)
    if student_id is None:
        raise Missing
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.INSPECT, kind))
    if decision.granted:
        decision = replace(decision, outcome=Outcome.NO, because=())
    refuse(case, decision, by, at, record=record_id, part=part)
