"""A family shows its Safe at Home card: the address on it stands in every record of its children from that moment on.

Where the family lives may be asked for residency and emergencies, and lies apart under seal (Gov. Code 6207). What the
files held before is written over with the address on the card; its entries stand under seal.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.cards import duties, writing_over
from fileroom.collection.cards.writing_over import Covered
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import SEPARATE
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Paper, PaperKind, Purpose, Record, RecordKind
from fileroom.law.marks import tells
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import cards, cards_awaited, counsel, queries
from fileroom.people.acting import decide_in_office
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import (
    RequesterFacts,
    StudentFacts,
    Touch,
    contact_facts,
    facts_of_students,
    requester_facts,
    student_facts,
)
from fileroom.people.models import (
    AddressCard,
    AddressCardAdult,
    AddressCardChild,
    AddressMark,
    Circumstance,
)
from fileroom.people.questions import question
from fileroom.people.services import ITS_RECORD
from fileroom.people.signed_in import SignedIn
from fileroom.records import addresses
from fileroom.records import contents as shelf
from fileroom.records.models import Record as Shelved

ITEM = "actual_address"
LONGEST = 120
FIELDS = addresses.FIELDS
LATEST = date(2199, 12, 31)


@dataclass(frozen=True)
class Said:
    """What the card says, and what the family has said beside it.

    `holder`: the contact who shows it, or the student; their ID was seen. `adults`: other contacts who live there.
    `number`: the participant's. `given_out`: the address on the card. `lives`: where they live, where the office needs
    it for residency or an emergency; empty: nobody has asked.
    """

    holder: UUID
    children: tuple[UUID, ...]
    adults: tuple[UUID, ...]
    number: str
    given_out: Mapping[str, str]
    lives: Mapping[str, str]
    from_on: date
    to_on: date
    seen: bool


@dataclass(frozen=True)
class Entered:
    """It counts from this moment; one entry for each child."""

    id: UUID
    entries: tuple[UUID, ...]


@dataclass(frozen=True)
class _Child:
    """A child of the household, the office in which it is entered, and the law's answer."""

    facts: StudentFacts
    role: str
    decision: Decision


def enter(id_: UUID, said: Said, *, by: SignedIn, at: datetime) -> Entered | Refused:
    """Take the card. `id_`: the second call with it changes nothing. Raises Missing (this account settles nothing about
    one of these children) and ValidationError (by field)."""
    _possible(said, district_day(at))
    answer = _enter(id_, said, by=by, at=at)
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _enter(id_: UUID, said: Said, *, by: SignedIn, at: datetime) -> Entered | Refused | None:
    own = said.holder in said.children
    adults = {*said.adults, *([] if own else [said.holder])}
    others = writing_over.others_of(adults, said.children)
    facts_of_students([*said.children, *others], district_day(at), Touch.CHANGES)  # in the order of their ids, at once
    asked = [_asked(child, said, by, at) for child in sorted(set(said.children))]
    if None in asked:
        return None
    children = [it for it in asked if it is not None]
    if before := AddressCard.objects.filter(pk=id_).first():
        return Entered(before.id, (before.entry,))
    if refused := next((it for it in children if not it.decision.granted), None):
        return Refused(refused.decision, _noted(Act.ADDRESS_REFUSED, refused, id_, by, at), serves=True)
    _people(said)
    if cards.standing([it.facts.id for it in children]).exists():
        raise ValidationError({"children": "One of them has a card already: renew that one, or end it first."})
    entries = tuple(_noted(Act.ADDRESS_CARD_ENTERED, it, id_, by, at) for it in children)
    card = AddressCard.objects.create(
        id=id_, holder_id=None if own else said.holder, from_on=said.from_on, to_on=said.to_on, entered_at=at,
        entered_by=by.account.id, entry=entries[0],
    )  # fmt: skip
    AddressCardAdult.objects.bulk_create(AddressCardAdult(card=card, contact_id=it) for it in sorted(adults))
    for it, entry in zip(children, entries, strict=True):
        kept = _keep_apart(it, said, by, at)
        AddressCardChild.objects.create(card=card, student_id=it.facts.id, true_address=kept)
        _mind(it.facts.id, entry, by, at)
        cards_awaited.card_entered(it.facts.id, by=by.account.id, entry=entry, at=at)
    roles = {it.facts.id: it.role for it in children}
    done = writing_over.write_over(Covered(card, roles, others, frozenset(adults), said.given_out, said.lives, by, at))
    _mark(card, said, done.houses)
    duties.owe_renewal(card, entries[0], at)
    if others:
        duties.owe_siblings(card, entries[0], at)
    if done.shared:
        duties.owe_asking(card, duties.SHARED, entries[0], at)
    if done.unknown:
        duties.owe_asking(card, duties.UNKNOWN, entries[0], at)
    return Entered(card.id, entries)


def _possible(said: Said, today: date) -> None:
    """ValidationError where what was said alone is too little, or nothing possible; it repeats nothing."""
    wrong: dict[str, str] = {}
    if not said.seen:
        wrong["seen"] = "Look at the card first."
    if not said.children:
        wrong["children"] = "Choose at least one child."
    if not said.from_on <= today <= said.to_on <= LATEST:
        wrong["to_on"] = "The card has to hold today. Read its days again; a card that has run out is renewed first."
    for name, of in (("given_out", said.given_out), ("lives", said.lives)):
        if of and not all(0 < len(str(of.get(it, "")).strip()) <= LONGEST for it in FIELDS):
            wrong[name] = "Write street or box, city and postal code."
        if of and gate.findings(dict(of)):
            wrong[name] = "This holds what the law keeps out of a student’s record. Write the address alone."
    if not said.given_out:
        wrong["given_out"] = "Write the address that stands on the card."
    if said.lives and not wrong and addresses_alike(said):
        wrong["lives"] = "This is the address on the card. Leave it empty where nobody has to know where they live."
    if not 0 < len(said.number.strip()) <= LONGEST or gate.findings({"number": said.number}):
        wrong["number"] = "Write the number on the card."
    if wrong:
        raise ValidationError(wrong)


def addresses_alike(said: Said) -> bool:
    """Is where they live said to be the address on the card?"""
    return [" ".join(str(said.lives[it]).casefold().split()) for it in FIELDS] == [
        " ".join(str(said.given_out[it]).casefold().split()) for it in FIELDS
    ]


def _people(said: Said) -> None:
    """ValidationError where one of the adults is on none of these children's files."""
    adults = {*said.adults} | ({said.holder} - set(said.children))
    for adult in adults:
        if not any(queries.is_contact_of(child, adult) for child in said.children):
            raise ValidationError({"holder": "Choose somebody on the file of one of these children."})


def _asked(child: UUID, said: Said, by: SignedIn, at: datetime) -> _Child | None:
    """May this account keep this file's address; does the law take the card; may where they live be kept apart? None:
    this account may not know of any of it."""
    on = district_day(at)
    student = student_facts(child, on, Touch.CHANGES)
    if student is None:
        return None
    me = requester_facts(by.account, student, on)
    settles, acting = decide_in_office(
        Action.VERIFY_RELATIONSHIP, ITS_RECORD, requester=me, student=student, purpose=by.purpose, on=on
    )
    if not settles.granted:
        return None
    decision = _takes(student, said, on)
    if decision.granted and said.lives:
        apart = gate.decide(ITEM, (), requester=acting, student=student, purpose=Purpose.PROOF_OF_RESIDENCY, on=on)
        decision = decision if apart.granted else apart
    return _Child(student, acting.role, decision)


def _takes(student: StudentFacts, said: Said, on: date) -> Decision:
    """The law's word on the card, shown by its holder.

    Where a school has not signed for its paper orders nobody is known not to be restrained. That keeps no card out: to
    take it shows nobody anything, and whom an order on file does bind is refused.
    """
    if said.holder in said.children:
        who = RequesterFacts("student", "student", "verified", "verified", orders=())
    else:
        who = contact_facts(said.holder, student, "verified", on)
    who = replace(
        who,
        restrained_from_records=bool(who.restrained_from_records),
        restrained_contact_only=bool(who.restrained_contact_only),
        may_be_restrained=False,
        orders=who.orders or (),
    )
    record = Record(kind=RecordKind.STUDENT_ADDRESS)
    papers = (Paper(PaperKind.SAFE_AT_HOME_CARD, valid_on=True),)
    asked = question(
        Action.RESTRICT, Purpose.NONE_STATED, requester=who, student=student, record=record, papers=papers, on=on
    )
    return counsel.decide(asked)


def _keep_apart(child: _Child, said: Said, by: SignedIn, at: datetime) -> UUID:
    """What the card says, and where they live, in one sealed record that no list of the file has; its id."""
    record = Shelved(
        id=uuid4(), student_id=child.facts.id, item=ITEM, kept_as=SEPARATE[ITEM].class_.value, origin=by.door,
        filed_at=at, filed_by=by.account.id,
    )  # fmt: skip
    record.save(force_insert=True)
    lives = {it: " ".join(str(said.lives[it]).split()) for it in FIELDS} if said.lives else {}
    fields = {"number": said.number.strip(), **lives}
    filing = shelf.Filing(record, 1, shelf.Contents.structured(fields), tells(fields.values()))
    shelf.write([filing], by=by.acting_as(child.role), purpose=by.purpose.value, at=at)
    return record.id


def _mind(student: UUID, entry: UUID, by: SignedIn, at: datetime) -> None:
    """From now on every answer about the student minds it."""
    kind = Circumstance.Kind.SAFE_AT_HOME
    noted = Circumstance.objects.filter(student_id=student, kind=kind, over_on=None)
    if not noted.update(proposed_at=None, proposed_by=None):
        Circumstance.objects.create(
            id=uuid4(), student_id=student, kind=kind, from_on=district_day(at), noted_by=by.account.id, entry=entry
        )


def _mark(card: AddressCard, said: Said, kept_out: Collection[addresses.Mark]) -> None:
    out = addresses.whole(said.given_out)
    rows = [AddressMark(card=card, mark=out.mark, words=out.words, given_out=True)]
    rows += [AddressMark(card=card, mark=it.mark, words=it.words, given_out=False) for it in kept_out]
    AddressMark.objects.bulk_create(rows)


def _noted(act: Act, child: _Child, card: UUID, by: SignedIn, at: datetime) -> UUID:
    said: dict[str, Any] = {"student": child.facts.id, "record": card, "by": by.acting_as(child.role), "at": at}
    event = ledger.event(act, decision=child.decision, purpose=by.purpose.value, sealed=True, **said)
    return ledger.write(event)
