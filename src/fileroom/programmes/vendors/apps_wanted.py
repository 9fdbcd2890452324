"""Somebody who works here wants to use an app with students: the law answers, and the district is told who wants what.

A click on a company's terms is no contract, whoever clicks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision, Purpose, Question, RequesterKind
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Interest, Paper, PaperKind, Record, Requester, Student
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AppWanted, Contract, Operator
from fileroom.programmes.models.vendors import OPERATOR_LENGTH, USE_LENGTH
from fileroom.programmes.vendors.standing import GOOD, ORDINARY, judge_all
from fileroom.programmes.vendors.who import designee

MOST = 100


@dataclass(frozen=True)
class MayBeUsed:
    """The district may share with this company, under a contract of its own. `decision`: the law's word."""

    entry: UUID
    company: str
    decision: Decision


@dataclass(frozen=True)
class Asked:
    """What was asked for, as the district's designee sees it."""

    name: str
    used_for: str
    clicked: bool
    granted: bool
    asked_at: datetime
    asked_by: str


def want(
    id_: UUID, name: str, used_for: str, *, clicked: bool, by: SignedIn, at: datetime
) -> MayBeUsed | Refused:  # fmt: skip
    """May it be used? Raises Missing (no employee), FormUsed and ValidationError."""
    if not name.strip() or len(name.strip()) > OPERATOR_LENGTH:
        raise ValidationError({"name": f"Write what the app is called, in at most {OPERATOR_LENGTH} letters."})
    if not used_for.strip() or len(used_for.strip()) > USE_LENGTH:
        raise ValidationError({"used_for": f"Write what for, in at most {USE_LENGTH} letters."})
    return _want(id_, name.strip(), used_for.strip(), clicked, by, at)


@durable_transaction
def _want(id_: UUID, name: str, used_for: str, clicked: bool, by: SignedIn, at: datetime) -> MayBeUsed | Refused:
    if by.account.employee_id is None:
        raise Missing
    company = Operator.objects.filter(name__iexact=name).first()
    decision = _decided(company, clicked, at)

    def answered(entry: UUID) -> MayBeUsed | Refused:
        return MayBeUsed(entry, name, decision) if decision.granted else Refused(decision, entry)

    def again() -> MayBeUsed | Refused | None:
        row = AppWanted.objects.filter(pk=id_).first()
        if row is None:
            return None
        if (row.name, row.used_for, row.clicked, row.asked_by) != (name, used_for, clicked, by.account.id):
            raise FormUsed
        return answered(row.entry)

    def act() -> MayBeUsed | Refused:
        role = keeper_facts(by.account, district_day(at)).role
        done = Act.VENDOR_APP_ASKED if decision.granted else Act.VENDOR_APP_REFUSED
        entry = ledger.write(ledger.event(done, record=id_, by=by.acting_as(role), decision=decision, at=at))
        AppWanted.objects.create(
            id=id_, name=name, used_for=used_for, clicked=clicked, granted=decision.granted, asked_at=at,
            asked_by=by.account.id, entry=entry,
        )  # fmt: skip
        return answered(entry)

    return act_once(again, act)


def _decided(company: Operator | None, clicked: bool, at: datetime) -> Decision:
    """By the district's contract where one lets it, else by what there is: a click, or nothing."""
    on = district_day(at)
    judged = judge_all(Contract.objects.filter(operator=company), on) if company else []
    for _, it in judged:
        if it.state in GOOD:
            return it.decision
    papers = (Paper(PaperKind.CLICK_WRAP_TERMS),) if clicked else ()
    return counsel.decide(
        Question(
            on=on,
            action=Action.SHARE_WITH_VENDOR,
            purpose=Purpose.OUTSOURCED_FUNCTION,
            requester=Requester(kind=RequesterKind.TEACHER, interest=Interest.STATED_AND_FITS),
            student=Student(),
            record=Record(kind=ORDINARY),
            papers=papers,
            orders=(),
        )
    )


def wanted(*, by: SignedIn, at: datetime) -> list[Asked]:
    """What was asked for, the newest first, for the Superintendent or a designee. Raises Missing."""
    with district_transaction():
        designee(by, at)
        rows = list(AppWanted.objects.order_by("-asked_at")[:MOST])
        names = queries.account_names({row.asked_by for row in rows})
        return [
            Asked(row.name, row.used_for, row.clicked, row.granted, row.asked_at, names.get(row.asked_by, ""))
            for row in rows
        ]
