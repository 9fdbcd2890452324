"""The alarms, for the Superintendent's designee, which the district's custodian of records is: what was counted, and
whom to ask. Nobody looks into their own reading: about the only designee somebody else asks (watch/looking.py)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from fileroom.duties import queries as duties_of
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.models import Account
from fileroom.people.owed import offices_held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Incident, ReadingAlarm
from fileroom.programmes.watch.looking import INSTEAD, ROOM
from fileroom.programmes.watch.reading import Sign, by_minute

MOST = 200
AROUND = timedelta(minutes=30)  # shown before and after what raised the alarm
Outcome = ReadingAlarm.Outcome
ASKED_ALREADY = "Somebody has asked already, and said what it was."


@dataclass(frozen=True)
class Alarm:
    """One alarm. `who`: the account's holder, by name; of an address empty. `minutes`: how many students each minute
    showed, where the page is one alarm's; `incident`: as which it is looked into."""

    id: UUID
    account: UUID | None
    who: str
    address: str
    signs: tuple[Sign, ...]
    begun_at: datetime
    last_at: datetime
    students: int
    listed: int
    reads: int
    refused: int
    seconds: float | None
    raised_at: datetime
    outcome: str
    settled_at: datetime | None
    incident: UUID | None
    minutes: Mapping[datetime, int]

    @property
    def open(self) -> bool:
        """Does somebody still have to ask?"""
        return self.settled_at is None


@durable_transaction
def alarms(*, by: SignedIn, at: datetime) -> list[Alarm]:
    """Every alarm that is theirs to ask about, the newest first; that they were read is an entry. Raises Missing."""
    role, theirs = _may_ask(by, at)
    rows = list(ReadingAlarm.objects.filter(theirs).order_by("-raised_at")[:MOST])
    names = queries.account_names([it.account for it in rows if it.account])
    ledger.write(ledger.event(Act.READING_LOOKED_AT, part="list", by=by.acting_as(role), at=at))
    return [_alarm(it, names, {}) for it in rows]


@durable_transaction
def alarm(alarm_id: UUID, *, by: SignedIn, at: datetime) -> Alarm:
    """One alarm with its minutes; that it was read is an entry. Raises Missing, also for one's own."""
    role, theirs = _may_ask(by, at)
    row = _one(ReadingAlarm.objects.filter(theirs, pk=alarm_id))
    names = queries.account_names([row.account] if row.account else [])
    minutes = by_minute(row.account, row.address, row.begun_at - AROUND, row.last_at + AROUND)
    ledger.write(ledger.event(Act.READING_LOOKED_AT, record=row.id, by=by.acting_as(role), at=at))
    return _alarm(row, names, minutes)


@durable_transaction
def settle(alarm_id: UUID, outcome: str, *, incident: UUID | None = None, by: SignedIn, at: datetime) -> UUID:
    """Whoever asked says what it was; the entry. `incident`: as which it is looked into, reported before.

    Raises Missing, and ValidationError.
    """
    role, theirs = _may_ask(by, at)
    row = _one(ReadingAlarm.objects.select_for_update().filter(theirs, pk=alarm_id))
    if outcome not in Outcome.values:
        raise ValidationError("Say what it was.")
    if row.settled_at is not None:
        raise ValidationError(ASKED_ALREADY)
    reported = incident is not None and Incident.objects.filter(pk=incident).exists()
    if (outcome == Outcome.INCIDENT) != reported:
        raise ValidationError("Report the incident first: then the alarm leads to it.")
    entry = ledger.write(
        ledger.event(Act.READING_SETTLED, record=row.id, part=outcome, by=by.acting_as(role), at=at)
    )  # fmt: skip
    row.outcome, row.settled_at, row.settled_by, row.settled_entry = outcome, at, by.account.id, entry
    row.incident_id = incident
    row.save(update_fields=["outcome", "settled_at", "settled_by", "settled_entry", "incident"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
    return entry


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Are there alarms for this account to read, or would there be?"""
    with district_transaction():
        return designator_facts(by.account, district_day(at)).designated or bool(_instead(by, at))


def about_themselves(account: Account, alarms: Collection[UUID]) -> set[UUID]:
    """Those of these alarms of which this account hears nothing."""
    if not alarms:
        return set()
    with district_transaction():
        return set(ReadingAlarm.objects.filter(pk__in=alarms, account=account.id).values_list("id", flat=True))


def _may_ask(by: SignedIn, at: datetime) -> tuple[str, Q]:
    """In which role, and about which alarms: never about their own. Raises Missing."""
    who, not_own = designator_facts(by.account, district_day(at)), ~Q(account=by.account.id)
    if who.designated:
        return who.role, not_own
    instead = _instead(by, at)
    if not instead:
        raise Missing
    return next(iter(instead)), not_own & Q(pk__in=set().union(*instead.values()))


def _instead(by: SignedIn, at: datetime) -> dict[str, set[UUID]]:
    """The alarms that are theirs in place of the only designee, by the office in which they ask."""
    employee = by.account.employee_id
    held = {role for role, school in offices_held(employee, on=district_day(at)) if not school} if employee else set()
    found = {role: duties_of.ever_owed_by(ROOM, [role]) for role in INSTEAD if role in held}
    return {role: alarms for role, alarms in found.items() if alarms}


def _one(rows: QuerySet[ReadingAlarm]) -> ReadingAlarm:
    row = rows.first()
    if row is None:
        raise Missing
    return row


def _alarm(row: ReadingAlarm, names: Mapping[UUID, str], minutes: Mapping[datetime, int]) -> Alarm:
    return Alarm(
        row.id, row.account, names.get(row.account, "") if row.account else "", row.address,
        tuple(Sign(it) for it in row.reasons), row.begun_at, row.last_at, row.students, row.listed,
        row.reads, row.refused, row.seconds, row.raised_at, row.outcome, row.settled_at, row.incident_id, minutes,
    )  # fmt: skip
