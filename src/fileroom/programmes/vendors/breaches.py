"""A company tells the district that data were taken from it: the notice, and its clock. What follows is an incident's.

The company tells the district immediately (Civ. Code 1798.29(b)); the contract says how families are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Operator, VendorBreach
from fileroom.programmes.models.vendors import HOLDS_LENGTH, OPERATOR_LENGTH
from fileroom.programmes.vendors.who import Noted, designee

ROOM = "vendor_breaches"
FOLLOW_THE_CONTRACT = "programmes.breach_duties.follow_the_contract"


@dataclass(frozen=True)
class Notice:
    """What the company said: when the district was told, by whom, and since when the company knows of it."""

    operator: UUID
    told_at: datetime
    told_by: str
    what: str
    began_on: date | None


@dataclass(frozen=True)
class Breach:
    """A notice on its page. `days_between`: from the day the company knew of it to the day it told the district."""

    id: UUID
    operator: UUID
    company: str
    told_at: datetime
    told_by: str
    what: str
    began_on: date | None
    days_between: int | None
    incident: UUID | None
    passed_on_at: datetime | None


def told(id_: UUID, said: Notice, *, by: SignedIn, at: datetime) -> Noted:
    """Note it; the incident report is due the same day. Raises Missing, FormUsed and ValidationError."""
    if not said.told_by.strip() or len(said.told_by) > OPERATOR_LENGTH:
        raise ValidationError({"told_by": "Write who told the district."})
    if not said.what.strip() or len(said.what) > HOLDS_LENGTH:
        raise ValidationError({"what": f"Write what they say was taken, in at most {HOLDS_LENGTH} letters."})
    if said.told_at > at:
        raise ValidationError({"told_at": "A moment that is still to come."})
    if said.began_on and said.began_on > district_day(said.told_at):
        raise ValidationError({"began_on": "They cannot have known of it after they told of it."})
    return _told(id_, said, by, at)


@durable_transaction
def _told(id_: UUID, said: Notice, by: SignedIn, at: datetime) -> Noted:
    role = designee(by, at)
    if not Operator.objects.filter(pk=said.operator).exists():
        raise Missing

    def again() -> Noted | None:
        row = VendorBreach.objects.filter(pk=id_).first()
        if row is None:
            return None
        its = Notice(row.operator_id, row.told_at, row.told_by, row.what, row.began_on)
        if its != said or row.entered_by != by.account.id:
            raise FormUsed
        return Noted(id_, row.entry)

    def act() -> Noted:
        event = ledger.event(Act.VENDOR_BREACH_TOLD, record=id_, part=str(said.operator), by=by.acting_as(role), at=at)
        entry = ledger.write(event)
        VendorBreach.objects.create(
            id=id_, operator_id=said.operator, told_at=said.told_at, told_by=said.told_by, what=said.what,
            began_on=said.began_on, entered_at=at, entered_by=by.account.id, entry=entry,
        )  # fmt: skip
        owed = Owed(FOLLOW_THE_CONTRACT, ROOM, id_, said.told_at, SUPERINTENDENT, due_on=district_day(said.told_at))
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
        return Noted(id_, entry)

    return act_once(again, act)


@durable_transaction
def passed_on(breach_id: UUID, incident: UUID | None, *, by: SignedIn, at: datetime) -> Noted:
    """An incident report was opened for it; `incident`: its row, where it stands in the register. The one place at
    which a notice and an incident meet. Raises Missing, and ValidationError for a second one."""
    role = designee(by, at)
    row = VendorBreach.objects.select_for_update().filter(pk=breach_id).first()
    if row is None:
        raise Missing
    if row.passed_on_at is not None:
        raise ValidationError("An incident report was opened for this already.")
    event = ledger.event(
        Act.VENDOR_BREACH_PASSED_ON, record=row.id, part=str(row.operator_id), by=by.acting_as(role), at=at
    )
    entry = ledger.write(event)
    row.passed_on_at, row.passed_on_by, row.incident = at, by.account.id, incident
    row.save(update_fields=["passed_on_at", "passed_on_by", "incident"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
    return Noted(row.id, entry)


def breach(breach_id: UUID, *, by: SignedIn, at: datetime) -> Breach:
    """One notice, for the Superintendent or a designee. Raises Missing."""
    with district_transaction():
        designee(by, at)
        row = VendorBreach.objects.select_related("operator").filter(pk=breach_id).first()
        if row is None:
            raise Missing
        return _shown(row)


def breaches(operator_id: UUID, *, by: SignedIn, at: datetime) -> list[Breach]:
    """The notices of a company, the newest first. Raises Missing."""
    with district_transaction():
        designee(by, at)
        rows = VendorBreach.objects.select_related("operator").filter(operator=operator_id).order_by("-told_at")
        return [_shown(row) for row in rows]


def _shown(row: VendorBreach) -> Breach:
    days = (district_day(row.told_at) - row.began_on).days if row.began_on else None
    return Breach(
        row.id, row.operator_id, row.operator.name, row.told_at, row.told_by, row.what, row.began_on, days,
        row.incident, row.passed_on_at,
    )  # fmt: skip
