"""Who may see and decide: the custodian of records of the district, or of the student's school, and nobody else.

The law is asked for what is kept under seal (law/disclosure/sealed_log.py), student by student and in a few statements:
what was held back is under seal until somebody has decided, and whoever an order keeps from a student is kept from it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind, RequesterKind
from fileroom.people import counsel, queries
from fileroom.people.acting import asked_in_office
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch, facts_of_students, facts_towards
from fileroom.people.keepers import keeper_facts
from fileroom.people.models import Student
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined

OF_NOBODY = None  # a document that was brought for no student


@dataclass(frozen=True)
class Custody:
    """The law's answer to an account that would see what was held back of one student, and who it is towards them."""

    decision: Decision
    role: str
    student: StudentFacts | None = None
    requester: RequesterFacts | None = None

    @property
    def serves(self) -> bool:
        """Has the account work with the student at all?"""
        return self.requester is None or bool(self.requester.has_student)


def of_whom(*, by: SignedIn, at: datetime) -> Q | None:
    """What this account might see, as a filter; None: it is no custodian's. It holds everything the law could grant."""
    on = district_day(at)
    if by.account.employee_id is None:
        return None
    keeper = keeper_facts(by.account, on)
    if keeper.kind is not RequesterKind.CUSTODIAN_OF_RECORDS:
        return None
    served = Student.objects.filter(queries.served_by(by.account.employee_id, on=on))
    return Q(student__in=served) | Q(student=None) if keeper.whole_district else Q(student__in=served)


def custody(
    students: Collection[UUID | None], *, by: SignedIn, at: datetime, touch: Touch = Touch.LOOKS
) -> dict[UUID | None, Custody]:
    """The answer for each of these students, and for what is nobody's, in as many statements for one as for all."""
    on, asks = district_day(at), Asks()
    there = facts_of_students({it for it in students if it}, on, touch)
    requesters = facts_towards(by.account, there.values(), on) if there else {}
    answers: dict[UUID | None, Custody] = {}
    for id_, student in there.items():
        requester = requesters[id_]
        asked, acting = asked_in_office(
            Action.VIEW_SEALED_LOG, RecordKind.ACCESS_LOG, requester=requester, student=student, purpose=by.purpose,
            on=on,
        )  # fmt: skip
        answers[id_] = Custody(asks(asked), acting.role, student, acting)
    if OF_NOBODY in students:
        keeper = keeper_facts(by.account, on)
        asked = Question(on=on, action=Action.VIEW_SEALED_APART, requester=keeper.requester())
        answers[OF_NOBODY] = Custody(asks(asked), keeper.role)
    return answers


class Asks:
    """The law, asked each different question once: ten thousand students of one school ask very few."""

    def __init__(self) -> None:
        self._answers: dict[Question, Decision] = {}

    def __call__(self, question: Question) -> Decision:
        if question not in self._answers:
            self._answers[question] = counsel.decide(question)
        return self._answers[question]


def granted(rows: Sequence[Quarantined], *, by: SignedIn, at: datetime) -> list[Quarantined]:
    """Of these, what the law leaves to this account."""
    answers = custody({it.student_id for it in rows}, by=by, at=at)
    return [it for it in rows if it.student_id in answers and answers[it.student_id].decision.granted]
