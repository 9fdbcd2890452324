"""The alarms, for the Superintendent's designee, which the district's custodian of records is: what was counted, and
whom to ask. Nobody looks into their own reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Incident, ReadingAlarm
from fileroom.programmes.watch.looking import ROOM
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
    """Every alarm but those about whoever asks, the newest first; that they were read is an entry. Raises Missing."""
    role = _may_ask(by, at)
    rows = list(ReadingAlarm.objects.order_by("-raised_at")[:MOST])
    names = queries.account_names([it.account for it in rows if it.account])
    ledger.write(ledger.event(Act.READING_LOOKED_AT, part="list", by=by.acting_as(role), at=at))
    return [_alarm(it, names, {}) for it in rows if it.account != by.account.id]


@durable_transaction
def alarm(alarm_id: UUID, *, by: SignedIn, at: datetime) -> Alarm:
    """One alarm with its minutes; that it was read is an entry. Raises Missing, also for one's own."""
    role = _may_ask(by, at)
    row = _theirs(alarm_id, by)
    names = queries.account_names([row.account] if row.account else [])
    minutes = by_minute(row.account, row.address, row.begun_at - AROUND, row.last_at + AROUND)
    ledger.write(ledger.event(Act.READING_LOOKED_AT, record=row.id, by=by.acting_as(role), at=at))
    return _alarm(row, names, minutes)


@durable_transaction
def settle(alarm_id: UUID, outcome: str, *, incident: UUID | None = None, by: SignedIn, at: datetime) -> UUID:
    """Whoever asked says what it was; the entry. `incident`: as which it is looked into, reported before.

    Raises Missing, and ValidationError.
    """
    role = _may_ask(by, at)
    row = _theirs(alarm_id, by, locked=True)
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
    """Are the alarms for this account to read?"""
    with district_transaction():
        return designator_facts(by.account, district_day(at)).designated


def _may_ask(by: SignedIn, at: datetime) -> str:
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    return who.role


def _theirs(alarm_id: UUID, by: SignedIn, *, locked: bool = False) -> ReadingAlarm:
    rows = ReadingAlarm.objects.select_for_update() if locked else ReadingAlarm.objects
    row = rows.filter(pk=alarm_id).first()
    if row is None or row.account == by.account.id:
        raise Missing
    return row


def _alarm(row: ReadingAlarm, names: Mapping[UUID, str], minutes: Mapping[datetime, int]) -> Alarm:
    return Alarm(
        row.id, row.account, names.get(row.account, "") if row.account else "", row.address,
        tuple(Sign(it) for it in row.reasons), row.begun_at, row.last_at, row.students, row.listed,
        row.reads, row.refused, row.seconds, row.raised_at, row.outcome, row.settled_at, row.incident_id, minutes,
    )  # fmt: skip
