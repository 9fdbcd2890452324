"""May what a company holds for the district be destroyed there at the district's word? The law is asked."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fileroom.law import Decision, Question, RequesterKind
from fileroom.law.facts import Action, Record, RecordKind, Requester, Student
from fileroom.law.offices import OFFICES
from fileroom.people import counsel
from fileroom.records import queries as shelves


def may_be_destroyed(role: str, student: UUID | None, *, ended: bool, spares: bool, on: date) -> Decision:
    """The law's word on the company's copy. `ended`: the contract is over; else the district needs it there no more.

    `role`: the office that demands it, where it is one of the table. A hold on anything of that student is one on this;
    where it is about no one student, a hold on anything of anybody is, but for `spares`: what is under a hold is left
    out of it.
    """
    office = OFFICES.offices.get(role)
    kind, keeps = (RequesterKind(office.kind), office.keeps_records) if office else (RequesterKind.EMPLOYEE, False)
    held = shelves.is_held(student) and not spares
    return counsel.decide(
        Question(
            on=on,
            action=Action.DESTROY,
            requester=Requester(kind=kind, keeps_records=keeps, designated=True),
            student=Student(),
            record=Record(
                kind=RecordKind.VENDOR_HELD_DATA, contract_satisfied=ended, no_longer_needed=True, on_hold=held
            ),
            papers=(),
            orders=(),
        )
    )
