"""What comes in about a family with a card: its file holds the address on the card, and takes in no other of theirs.

What is brought is compared by keyed hashes: nothing is opened for it. The answer names no card: whoever brings an
address is sent to the custodian of records, as with any that is in doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fileroom.collection.cards import duties
from fileroom.law import Decision
from fileroom.law.facts import Action, Purpose, Question, Record, RecordKind, Requester, RequesterKind, Student
from fileroom.people import cards, counsel
from fileroom.people.bound import may_be_one_person
from fileroom.people.models import AddressCard, AddressCardAdult, AddressMark, Contact
from fileroom.people.names import person_name
from fileroom.records import addresses
from fileroom.records.addresses import Mark

OWN, HOME = "student_address", "parent_name_and_address"
SAYS = "The file holds one address. Nothing was kept: ask the custodian of records before another is written."


@dataclass
class Household:
    """One card's household: its adults, the address given out, and the houses that are kept out of every record."""

    card: AddressCard
    adults: set[UUID] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    given_out: set[bytes] = field(default_factory=set)
    kept_out: list[Mark] = field(default_factory=list)

    def has(self, contact: UUID | None, name: str) -> bool:
        """Is this one of its adults, or may be under another row? Nobody named: an address of the household."""
        return contact is None or contact in self.adults or any(may_be_one_person(name, it) for it in self.names)

    def keeps_out(self, fields: Mapping[str, Any], *, theirs: bool) -> bool:
        """Does this name a house of theirs? `theirs`: it is an address of the household, which has the card's alone."""
        if addresses.in_any(fields.values(), self.kept_out):
            return True
        return theirs and addresses.whole(fields).mark not in self.given_out


@dataclass(frozen=True)
class Guard:
    """What is known of these students' households. `beside`: of other children of its adults, whom no card covers."""

    households: Mapping[UUID, tuple[Household, ...]]
    beside: Mapping[UUID, tuple[Household, ...]]
    names: Mapping[UUID, str]

    @classmethod
    def of(cls, students: Collection[UUID], about: Iterable[UUID | None] = ()) -> Guard:
        """Of these students; `about`: the contacts whom what is brought is about. Five statements, or two."""
        by_card: dict[UUID, Household] = {}
        found: dict[UUID, list[Household]] = {}
        beside: dict[UUID, list[Household]] = {}
        for row in cards.standing(students):
            household = by_card.setdefault(row.card_id, Household(row.card))
            found.setdefault(row.student_id, []).append(household)
        for student, card in cards.of_their_people(students):
            household = by_card.setdefault(card.id, Household(card))
            known = [*found.get(student, ()), *beside.get(student, ())]
            if not any(it is household for it in known):
                beside.setdefault(student, []).append(household)
        if not by_card:
            return cls({}, {}, {})
        for adult in AddressCardAdult.objects.filter(card__in=list(by_card)).select_related("contact"):
            by_card[adult.card_id].adults.add(adult.contact_id)
            by_card[adult.card_id].names.append(person_name(adult.contact))
        for mark in AddressMark.objects.filter(card__in=list(by_card)):
            if mark.given_out:
                by_card[mark.card_id].given_out.add(bytes(mark.mark))
            else:
                by_card[mark.card_id].kept_out.append(Mark(bytes(mark.mark), mark.words))
        people = Contact.objects.filter(pk__in=[it for it in about if it])
        return cls(
            {it: tuple(of) for it, of in found.items()},
            {it: tuple(of) for it, of in beside.items()},
            {it.id: person_name(it) for it in people},
        )

    def minds(self, student: UUID) -> bool:
        """Is there anything to keep out of this student's file?"""
        return student in self.households or student in self.beside

    def against(self, student: UUID, item: str, fields: Mapping[str, Any], about: UUID | None) -> AddressCard | None:
        """The card that keeps this out of the student's file; None: nothing does."""
        name = self.names.get(about, "") if about else ""
        for it in self.households.get(student, ()):
            theirs = item == OWN or (item == HOME and it.has(about, name))
            if it.keeps_out(fields, theirs=theirs):
                return it.card
        for it in self.beside.get(student, ()):
            if it.keeps_out(fields, theirs=item == HOME and about is not None and it.has(about, name)):
                return it.card
        return None


def decided(on: date) -> Decision:
    """The law's word on putting where such a family lives into a file."""
    return counsel.decide(
        Question(
            on=on, action=Action.ADD_TO_RECORD, purpose=Purpose.ENROLMENT,
            requester=Requester(kind=RequesterKind.SYSTEM), student=Student(safe_at_home=True),
            record=Record(kind=RecordKind.ACTUAL_ADDRESS), papers=(), orders=(),
        )
    )  # fmt: skip


def told(card: AddressCard, entry: UUID, at: datetime) -> None:
    """A person is told that another address was brought, and asks where it comes from. Part of the open transaction."""
    duties.owe_asking(card, duties.BROUGHT, entry, at)
