"""Who may know of an incident: those designated for the whole district, and whom they have put it in the hands of.

Whoever has reported one writes down more, and sees nothing of what others wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.casework.whose import shut_to
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.keepers import keeper_facts
from fileroom.people.models import Relationship, Student
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import under_seal
from fileroom.programmes.models import Incident, IncidentPerson

CLOSED = "It is closed. Report what is new as another incident."
HANDLER = "incident_handler"


@dataclass(frozen=True)
class Handles:
    """The office in which an account works on an incident. `designated`: it speaks for the Superintendent."""

    role: str
    designated: bool
    handles: bool


def handles(by: SignedIn, at: datetime, row: Incident | None = None) -> Handles:
    """What this account is to the incident, or to incidents at all. Raises Missing for whoever is no employee."""
    on, employee = district_day(at), by.account.employee_id
    if employee is None:
        raise Missing
    who = designator_facts(by.account, on)
    if who.designated:
        return Handles(who.role, designated=True, handles=True)
    if row is not None and row.handler_id == employee:
        return Handles(HANDLER, designated=False, handles=True)
    return Handles(keeper_facts(by.account, on).role, designated=False, handles=False)


def taken_up(incident_id: UUID, by: SignedIn, at: datetime, *, designee: bool = False) -> tuple[Incident, Handles]:
    """The incident, alone until the act is over, for whoever handles it (`designee`: for those designated alone).

    Raises Missing, and ValidationError where it is closed.
    """
    row, who = looked_up(incident_id, by, at, designee=designee)
    if row.closed_at is not None:
        raise ValidationError(CLOSED)
    return row, who


def looked_up(incident_id: UUID, by: SignedIn, at: datetime, *, designee: bool = False) -> tuple[Incident, Handles]:
    """The same, closed or not, for whoever only reads. Raises Missing."""
    row = Incident.objects.select_for_update(of=("self",)).filter(pk=incident_id).first()
    if row is None:
        raise Missing
    who = handles(by, at, row)
    if not who.handles or (designee and not who.designated):
        raise Missing
    return row, who


def note(act: Act, row: Incident, by: SignedIn, role: str, at: datetime, **what: Any) -> UUID:
    """One entry under seal; of no student, unless `student` says so."""
    return under_seal.note(act, row.id, by, role, at, **what)


def may_know(row: Incident, by: SignedIn, at: datetime, *, person: str = "person__") -> Q:
    """Of the people of an incident, or the notices to them (`person`: the way there), those of whom whoever asks may
    know: no student from whom an order keeps them, or may, and no parent of one. Another of those designated sees
    these."""
    touched = IncidentPerson.objects.filter(incident=row)
    theirs = Q(pk__in=touched.values("student")) | Q(relationship__contact__in=touched.values("contact"))
    shut = shut_to(Student.objects.filter(theirs).values_list("pk", flat=True), by=by, on=district_day(at))
    if not shut:
        return Q()
    parents = Relationship.objects.filter(student__in=shut).values("contact")
    of_them = Q(**{f"{person}student__in": shut}) | Q(**{f"{person}contact__in": parents})
    nobodys = Q(**{f"{person}student": None, f"{person}contact": None})
    return nobodys | ~of_them
