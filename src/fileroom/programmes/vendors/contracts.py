"""The registry of companies and their contracts: entered by the Superintendent's designee, judged by the law each time.

Fileroom sends a company nothing without a contract that the law lets it rest on. Other feeds a person shuts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision, default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.calendars import calendar
from fileroom.people.designators import designator_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Contract, Operator
from fileroom.programmes.vendors.lights import Light, as_kept, faults_of, lights_of
from fileroom.programmes.vendors.standing import State, shares, state_of

ROOM, SUPERINTENDENT = "contracts", "superintendent"
CURE = "programmes.vendors_void.give_notice_to_cure"


@dataclass(frozen=True)
class Terms:
    """A contract as it is read: `lights` has each of the nine."""

    operator: UUID
    title: str
    signed_on: date | None
    from_on: date | None
    to_on: date | None
    board_policy: bool
    lights: tuple[Light, ...]


@dataclass(frozen=True)
class Noted:
    """It is done, under this entry."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class Held:
    """A contract as pages show it. `decision`: may anything be shared under it today?"""

    id: UUID
    title: str
    state: State
    lights: tuple[Light, ...]
    signed_on: date | None
    to_on: date | None
    cure_by: date | None
    decision: Decision


@dataclass(frozen=True)
class Listed:
    """A company with its contracts, the newest first. `covered`: something may be shared with it today."""

    id: UUID
    name: str
    does: str
    holds: str
    contracts: tuple[Held, ...]

    @property
    def covered(self) -> bool:
        return any(it.decision.granted for it in self.contracts)


def enter_operator(id_: UUID, name: str, does: str, holds: str, *, by: SignedIn, at: datetime) -> Noted:
    """Enter a company. Raises Missing (no designee), FormUsed, and ValidationError."""
    if not name.strip() or not does.strip():
        raise ValidationError("Write the company's name, and what it is used for.")
    return _enter_operator(id_, name.strip(), does.strip(), holds.strip(), by, at)


@durable_transaction
def _enter_operator(id_: UUID, name: str, does: str, holds: str, by: SignedIn, at: datetime) -> Noted:
    role = _designee(by, at)
    if before := Operator.objects.filter(pk=id_).first():
        if (before.name, before.entered_by) != (name, by.account.id):
            raise FormUsed
        return Noted(id_, before.entry)
    if Operator.objects.filter(name__iexact=name).exists():
        raise ValidationError("This company is in the registry already.")
    entry = ledger.write(ledger.event(Act.VENDOR_ENTERED, record=id_, by=by.acting_as(role), at=at))
    said = {"name": name, "does": does, "holds": holds, "entered_at": at, "entered_by": by.account.id, "entry": entry}
    Operator.objects.create(id=id_, **said)
    return Noted(id_, entry)


def enter_contract(id_: UUID, terms: Terms, *, by: SignedIn, at: datetime) -> Noted:
    """Enter a contract as it was read. Raises Missing, FormUsed, and ValidationError."""
    _checked(terms)
    return _enter_contract(id_, terms, by, at)


@durable_transaction
def _enter_contract(id_: UUID, terms: Terms, by: SignedIn, at: datetime) -> Noted:
    role = _designee(by, at)
    if not Operator.objects.filter(pk=terms.operator).exists():
        raise Missing
    if before := Contract.objects.filter(pk=id_).first():
        if (before.operator_id, before.title, before.entered_by) != (terms.operator, terms.title, by.account.id):
            raise FormUsed
        return Noted(id_, before.entry)
    row = Contract(
        id=id_, operator_id=terms.operator, title=terms.title, signed_on=terms.signed_on, from_on=terms.from_on,
        to_on=terms.to_on, board_policy=terms.board_policy, clauses=as_kept(terms.lights), entered_at=at,
        entered_by=by.account.id,
    )  # fmt: skip
    decision = shares(row, on=district_day(at))
    event = ledger.event(
        Act.CONTRACT_ENTERED, record=id_, part=str(terms.operator), by=by.acting_as(role), decision=decision, at=at
    )
    row.entry = ledger.write(event)
    row.save(force_insert=True)
    if any(duty.code == "give_notice_to_cure" for duty in decision.duties):
        owed = Owed(CURE, ROOM, id_, at, office=SUPERINTENDENT)
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=row.entry)
    return Noted(id_, row.entry)


@durable_transaction
def give_notice(contract_id: UUID, cure_by: date, *, by: SignedIn, at: datetime) -> Noted:
    """The company was told in writing what its contract lacks, with a reasonable time to cure it.

    Raises Missing, and ValidationError (it lacks nothing, was told already, or has no time).
    """
    role, on = _designee(by, at), district_day(at)
    row = Contract.objects.select_for_update().filter(pk=contract_id).first()
    if row is None:
        raise Missing
    if state_of(row, on) is not State.DEFECTIVE:
        raise ValidationError("Notice is given of a signed contract that lacks a clause, once.")
    if cure_by <= on:
        raise ValidationError("Give the company time: a day that is still to come.")
    entry = ledger.write(ledger.event(Act.CONTRACT_NOTICED, record=row.id, by=by.acting_as(role), at=at))
    row.noticed_on, row.cure_by = on, cure_by
    row.save(update_fields=["noticed_on", "cure_by"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=CURE)
    return Noted(row.id, entry)


def registry(*, by: SignedIn, at: datetime) -> list[Listed]:
    """Every company with its contracts, by name; for any employee. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    return companies(on=district_day(at))


def companies(*, on: date) -> list[Listed]:
    """The same for anyone: companies, contracts and clauses are nobody's secret. Two statements."""
    with district_transaction():
        rows = Contract.objects.order_by("-entered_at")
        of: dict[UUID, list[Held]] = {}
        for row in rows:
            of.setdefault(row.operator_id, []).append(_held(row, on))
        return [
            Listed(it.id, it.name, it.does, it.holds, tuple(of.get(it.id, ())))
            for it in Operator.objects.order_by("name")
        ]


def _held(row: Contract, on: date) -> Held:
    return Held(
        row.id, row.title, state_of(row, on), lights_of(row.clauses), row.signed_on, row.to_on, row.cure_by,
        shares(row, on=on),
    )  # fmt: skip


def _checked(terms: Terms) -> None:
    """ValidationError where a light says too little for anybody to check it."""
    if not terms.title.strip():
        raise ValidationError({"title": "Write what the contract is called."})
    if terms.from_on and terms.to_on and terms.to_on < terms.from_on:
        raise ValidationError({"to_on": "The contract ends before it begins."})
    if faults := faults_of(terms.lights):
        raise ValidationError(faults)


def _designee(by: SignedIn, at: datetime) -> str:
    """The Superintendent or a designee enters what binds the district. Raises Missing for anybody else."""
    who = designator_facts(by.account, district_day(at))
    if not who.designated:
        raise Missing
    return who.role
