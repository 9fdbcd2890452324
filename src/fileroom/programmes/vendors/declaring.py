"""What a company declares of artificial intelligence is entered, and held against its contracts; the newest
declaration counts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import AiUse, Contract, Operator
from fileroom.programmes.vendors.declared import Declared, declared, faults_of
from fileroom.programmes.vendors.owing import settle
from fileroom.programmes.vendors.standing import GOOD, judge_all
from fileroom.programmes.vendors.who import Noted, designee

IN_NONE = "in_none"  # of an entry's outcome: no contract in force has the sentence


def declare(id_: UUID, operator_id: UUID, said: Declared, *, by: SignedIn, at: datetime) -> Noted:
    """Enter what the company has declared. Raises Missing, FormUsed, and ValidationError."""
    faults = faults_of(said)
    if said.on > district_day(at):
        faults["declared_on"] = "A day that is still to come."
    if faults:
        raise ValidationError(faults)
    return _declare(id_, operator_id, said, by, at)


@durable_transaction
def _declare(id_: UUID, operator_id: UUID, said: Declared, by: SignedIn, at: datetime) -> Noted:
    role = designee(by, at)
    if not Operator.objects.select_for_update().filter(pk=operator_id).exists():
        raise Missing
    row = AiUse(
        id=id_, operator_id=operator_id, uses=said.uses, trains=said.trains, subprocessors=said.subprocessors.strip(),
        page=said.page, words=said.words.strip(), declared_by=said.by.strip(), declared_on=said.on, entered_at=at,
        entered_by=by.account.id,
    )  # fmt: skip

    def act() -> Noted:
        event = ledger.event(Act.VENDOR_DECLARED, record=id_, part=str(operator_id), by=by.acting_as(role), at=at)
        row.entry = ledger.write(event)
        row.save(force_insert=True)
        settle(operator_id, by=by.account.id, entry=row.entry, at=at)
        return Noted(id_, row.entry)

    return act_once(lambda: _before(row), act)


def _before(row: AiUse) -> Noted | None:
    found = AiUse.objects.filter(pk=row.pk).first()
    if found is None:
        return None
    same = found.operator_id == row.operator_id and found.entered_by == row.entered_by
    if not same or declared(found) != declared(row):
        raise FormUsed
    return Noted(found.id, found.entry)


@durable_transaction
def hold_to_contract(use_id: UUID, where: UUID | None, *, by: SignedIn, at: datetime) -> Noted:
    """A designee has looked for the sentence that is to permit the training: it stands in the contract `where`; None:
    in none that holds today. Whoever looked wrongly says it anew. Raises Missing and ValidationError."""
    role = designee(by, at)
    of = AiUse.objects.filter(pk=use_id).values("operator_id")
    company = Operator.objects.select_for_update().filter(pk__in=of).first()
    if company is None:
        raise Missing
    row = AiUse.objects.filter(operator=company).latest("entered_at")
    if row.pk != use_id:
        raise ValidationError("The company has declared anew since. Read that.")
    if not (row.trains and row.words):
        raise ValidationError("It names no sentence that permits a training.")
    judged = judge_all(Contract.objects.filter(operator=company), district_day(at))
    if where is not None and where not in [it.id for it, its in judged if its.state in GOOD]:
        raise ValidationError({"where": "Choose a contract that holds today."})
    outcome = str(where) if where else IN_NONE
    event = ledger.event(
        Act.VENDOR_HELD, record=use_id, part=str(company.id), by=by.acting_as(role), outcome=outcome, at=at
    )
    entry = ledger.write(event)
    row.held_against_id, row.held_at, row.held_by = where, at, by.account.id
    row.save(update_fields=["held_against", "held_at", "held_by"])
    settle(company.id, by=by.account.id, entry=entry, at=at)
    return Noted(use_id, entry)
