"""Companies and their contracts: entered by the Superintendent's designee, judged by the law each time.

Fileroom sends a company nothing without a contract that the law lets it rest on. Other feeds a person shuts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Contract, Operator
from fileroom.programmes.models.vendors import HOLDS_LENGTH, OPERATOR_LENGTH, TITLE_LENGTH, USE_LENGTH
from fileroom.programmes.vendors.lights import Light, as_kept, faults_of
from fileroom.programmes.vendors.owing import COMES_BACK, CONTRACTS, CURE, NOTHING_LEFT, settle
from fileroom.programmes.vendors.standing import (
    GOOD,
    MISTAKE,
    PAST,
    State,
    in_its_place,
    judge,
    judge_all,
    nothing_left,
)
from fileroom.programmes.vendors.unfounded import settle_demands
from fileroom.programmes.vendors.who import Noted, designee

Replaces = Contract.Replaces
THERE_ALREADY = "This company is in the registry already."
LONGEST = {"does": USE_LENGTH, "holds": HOLDS_LENGTH, "does_es": USE_LENGTH, "holds_es": HOLDS_LENGTH}
LENGTHS = {"title": TITLE_LENGTH, "offer_of": OPERATOR_LENGTH, "offer_by": OPERATOR_LENGTH}
DONE_BY = {Act.CONTRACT_NOTICED: (CURE,), Act.CONTRACT_RETURNED: (COMES_BACK, NOTHING_LEFT)}
CANNOT_BE_REPLACED = {
    State.ENDED: "This contract was ended: enter the new one as a contract of its own.",
    State.OVER: "This contract has run out: enter the new one as a contract of its own.",
    State.SUPERSEDED: "Another contract has taken the place of this one already.",
    State.VOID: "This contract is void, and is cured no more: enter the new one as a contract of its own.",
    State.WITHDRAWN: "This contract was taken back: enter the new one as a contract of its own.",
}


@dataclass(frozen=True)
class Offer:
    """The general offer of privacy terms that a contract accepts: whose it is, who signed Exhibit E, and when."""

    of: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Terms:
    """A contract as it is read: `lights` has each of the nine. `replaces`: whose place it takes, and `why`."""

    operator: UUID
    title: str
    signed_on: date | None
    from_on: date | None
    to_on: date | None
    board_policy: bool
    lights: tuple[Light, ...]
    changed_since_2015: bool | None = None
    offer: Offer = Offer()
    replaces: UUID | None = None
    why: str = ""


@dataclass(frozen=True)
class InSpanish:
    """What a company is used for and holds, in Spanish; empty: families read the English."""

    does: str = ""
    holds: str = ""


def enter_operator(
    id_: UUID, name: str, does: str, holds: str, spanish: InSpanish | None = None, *, holds_nothing: bool = False,
    by: SignedIn, at: datetime,
) -> Noted:  # fmt: skip
    """Enter a company. Raises Missing (no designee), FormUsed, and ValidationError."""
    said = {"name": name.strip()} | _described(does, holds, spanish or InSpanish(), holds_nothing)
    if not said["name"] or not said["does"]:
        raise ValidationError("Write the company's name, and what it is used for.")
    _fits(said, {"name": OPERATOR_LENGTH} | LONGEST)
    return _enter_operator(id_, said, by, at)


@durable_transaction
def _enter_operator(id_: UUID, said: dict[str, Any], by: SignedIn, at: datetime) -> Noted:
    role = designee(by, at)

    def act() -> Noted:
        entry = ledger.write(ledger.event(Act.VENDOR_ENTERED, record=id_, by=by.acting_as(role), at=at))
        Operator.objects.create(id=id_, **said, entered_at=at, entered_by=by.account.id, entry=entry)
        settle(id_, by=by.account.id, entry=entry, at=at)
        return Noted(id_, entry)

    try:
        return act_once(lambda: _before(Operator.objects.filter(pk=id_).first(), said, by), act)
    except IntegrityError:  # another id has this name, perhaps since a moment ago
        raise ValidationError(THERE_ALREADY) from None


def _before(row: Operator | Contract | None, said: Mapping[str, Any], by: SignedIn) -> Noted | None:
    """What this form has entered already. Raises FormUsed (by somebody else, or with other words)."""
    if row is None:
        return None
    if row.entered_by != by.account.id or any(getattr(row, name) != its for name, its in said.items()):
        raise FormUsed
    return Noted(row.id, row.entry)


def _described(does: str, holds: str, spanish: InSpanish, nothing: bool) -> dict[str, Any]:
    """The columns of what was said. ValidationError: it holds nothing, and yet something."""
    said = {"does": does, "holds": holds, "does_es": spanish.does, "holds_es": spanish.holds}
    if nothing and (holds.strip() or spanish.holds.strip()):
        raise ValidationError({"holds_nothing": "Write what it holds, or say that it holds nothing: not both."})
    return {name: its.strip() for name, its in said.items()} | {"holds_nothing": nothing}


@durable_transaction
def describe(
    operator_id: UUID, does: str, holds: str, spanish: InSpanish | None = None, *, holds_nothing: bool = False,
    by: SignedIn, at: datetime,
) -> Noted:  # fmt: skip
    """What the company is used for, and which data of whom it holds, from now on. Raises Missing, ValidationError."""
    role, said = designee(by, at), _described(does, holds, spanish or InSpanish(), holds_nothing)
    if not said["does"]:
        raise ValidationError({"does": "Write what it is used for."})
    _fits(said, LONGEST)
    row = Operator.objects.select_for_update().filter(pk=operator_id).first()
    if row is None:
        raise Missing
    entry = ledger.write(ledger.event(Act.VENDOR_CHANGED, record=row.id, by=by.acting_as(role), at=at))
    row.described_at = _anew(row, said, at)
    for name, its in said.items():
        setattr(row, name, its)
    row.save(update_fields=[*said, "described_at"])
    settle(row.id, by=by.account.id, entry=entry, at=at)
    return Noted(row.id, entry)


def _anew(row: Operator, said: Mapping[str, Any], at: datetime) -> datetime | None:
    """Since when it is described anew: a certificate tells only of what was described by then."""
    if said["holds_nothing"]:
        return None
    judged = judge_all(Contract.objects.filter(operator=row), district_day(at))
    was_empty = nothing_left(((it.state, its.returned_on) for its, it in judged), anew=False)
    return at if was_empty and said["holds"] and said["holds"] != row.holds else row.described_at


def enter_contract(id_: UUID, terms: Terms, *, by: SignedIn, at: datetime) -> Noted:
    """Enter a contract as it was read. Raises Missing, FormUsed, and ValidationError."""
    terms = replace(terms, title=terms.title.strip())
    _checked(terms)
    return _enter_contract(id_, terms, by, at)


@durable_transaction
def _enter_contract(id_: UUID, terms: Terms, by: SignedIn, at: datetime) -> Noted:
    role = designee(by, at)
    if not Operator.objects.select_for_update().filter(pk=terms.operator).exists():
        raise Missing
    said = _columns(terms)

    def act() -> Noted:
        row = Contract(id=id_, **said, entered_at=at, entered_by=by.account.id)
        if terms.replaces is not None:
            _take_the_place(row, terms.replaces, at)
        decision = judge(row, district_day(at)).decision
        event = ledger.event(
            Act.CONTRACT_ENTERED, record=id_, part=str(terms.operator), by=by.acting_as(role), decision=decision, at=at
        )
        row.entry = ledger.write(event)
        row.save(force_insert=True)
        settle(terms.operator, by=by.account.id, entry=row.entry, at=at)
        settle_demands(terms.operator, by=by.account.id, entry=row.entry, at=at)
        return Noted(id_, row.entry)

    return act_once(lambda: _before(Contract.objects.filter(pk=id_).first(), said, by), act)


def _columns(terms: Terms) -> dict[str, Any]:
    """A contract's row, of what was said."""
    return {
        "operator_id": terms.operator, "title": terms.title, "signed_on": terms.signed_on, "from_on": terms.from_on,
        "to_on": terms.to_on, "board_policy": terms.board_policy, "clauses": as_kept(terms.lights),
        "changed_since_2015": terms.changed_since_2015, "offer_of": terms.offer.of.strip(),
        "offer_by": terms.offer.by.strip(), "offer_on": terms.offer.on, "replaces_id": terms.replaces,
        "replaces_why": terms.why if terms.replaces else "",
    }  # fmt: skip


def _take_the_place(row: Contract, of: UUID, at: datetime) -> None:
    """The new row stands for the old from the day it runs, and carries its notice on: so what it lacked is cured, or
    not. Raises Missing and ValidationError."""
    rows = Contract.objects.select_for_update().filter(operator=row.operator_id)
    found = next(((old, it.state) for old, it in judge_all(rows, district_day(at)) if old.pk == of), None)
    if found is None:
        raise Missing
    old, state = found
    if in_its_place(old):
        raise ValidationError({"replaces": CANNOT_BE_REPLACED[State.SUPERSEDED]})
    if state in CANNOT_BE_REPLACED and row.replaces_why != Replaces.MISREAD:
        raise ValidationError({"replaces": CANNOT_BE_REPLACED[state]})
    misread = row.replaces_why == Replaces.MISREAD
    misread_whole = misread and judge(row, district_day(at)).state in GOOD
    if row.replaces_why != Replaces.RENEWED and not misread_whole:
        row.noticed_on, row.cure_by = old.noticed_on, old.cure_by
    if misread and old.ended_why != MISTAKE:
        _keep_its_end(row, old, district_day(at))


def _keep_its_end(row: Contract, old: Contract, on: date) -> None:
    """Reading it anew revives no contract that was ended, and asks for nothing again that its company has certified. Of
    one that holds after all it has certified nothing."""
    row.ended_on, row.ended_why = old.ended_on, old.ended_why
    if judge(row, on).state in PAST:
        row.returned_on, row.returned_by = old.returned_on, old.returned_by


def judged_of(contract_id: UUID, on: date) -> tuple[Contract, State]:
    """The contract, locked, and what it is. Raises Missing."""
    row = Contract.objects.select_for_update().filter(pk=contract_id).first()
    if row is None:
        raise Missing
    return row, judge(row, on, replaced_by=in_its_place(row)).state


def keep_changed(
    row: Contract, act: Act, changed: list[str], role: str, by: SignedIn, at: datetime, *, outcome: str = ""
) -> Noted:  # fmt: skip
    """Write the entry, keep what changed, and end what was owed for it."""
    entry = ledger.write(ledger.event(
        act, record=row.id, part=str(row.operator_id), by=by.acting_as(role), outcome=outcome, at=at,
    ))  # fmt: skip
    row.save(update_fields=changed)
    for rule in DONE_BY.get(act, ()):
        duties.discharge(CONTRACTS, row.id, Over(by.account.id, entry, at), rule=rule)
    settle(row.operator_id, by=by.account.id, entry=entry, at=at)
    settle_demands(row.operator_id, by=by.account.id, entry=entry, at=at)
    return Noted(row.id, entry)


def _fits(said: Mapping[str, Any], most: dict[str, int]) -> None:
    """ValidationError where a text is longer than its column."""
    if wrong := {name: f"At most {its} letters." for name, its in most.items() if len(said[name]) > its}:
        raise ValidationError(wrong)


def _checked(terms: Terms) -> None:
    """ValidationError where a light says too little for anybody to check it, or the days or the offer do not fit."""
    if not terms.title:
        raise ValidationError({"title": "Write what the contract is called."})
    _fits({"title": terms.title, "offer_of": terms.offer.of, "offer_by": terms.offer.by}, LENGTHS)
    if terms.from_on and terms.to_on and terms.to_on < terms.from_on:
        raise ValidationError({"to_on": "The contract ends before it begins."})
    offer = (terms.offer.of.strip(), terms.offer.by.strip(), terms.offer.on)
    if any(offer) and not all(offer):
        raise ValidationError({"offer_of": "Of a general offer write whose it is, who signed Exhibit E, and when."})
    if (terms.replaces is None) != (terms.why not in Replaces.values):
        raise ValidationError({"why": "Say which contract it takes the place of, and why."})
    if faults := faults_of(terms.lights):
        raise ValidationError(faults)
