"""How the people of one student are told of a breach: by a letter, or by a person who hands it over.

The law is asked for each of them. Where an order stands on the file, nothing is mailed to anybody of it: who lives
where is then for a person to know, and the page would name whom the order binds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from fileroom.law import Decision, Purpose
from fileroom.law.facts import Action, Notice, NoticeItem, NoticeKind, NoticeMethod, Record, RecordKind
from fileroom.law.figures import ADULT
from fileroom.people import cards, counsel, queries, rights
from fileroom.people.facts import RequesterFacts, StudentFacts, facts_of_contacts
from fileroom.people.listed import homes
from fileroom.people.questions import question
from fileroom.programmes.incidents.known import Known
from fileroom.programmes.incidents.turns import Why

Address: TypeAlias = tuple[str, ...]
Addresses: TypeAlias = Mapping[UUID | None, Address]  # those on file, by contact; None: the student's own
VERIFIED = "verified"
CALIFORNIA, FIRST_CODE, LAST_CODE = "California", "900", "961"  # its postal codes begin with these, and those between


@dataclass(frozen=True)
class Way:
    """How one person is told. `contact` None: the student, or (with a `why`) whoever of the family comes for it.

    `why` None: by a letter to `address`.
    """

    contact: UUID | None
    why: Why | None
    address: Address = ()


def ways(
    student: StudentFacts,
    known: Known,
    items: Collection[NoticeItem],
    addresses: Addresses,
    on: date,
) -> list[Way]:
    """Each person who is told, and how. `addresses`: those on file, by contact; None: the student's own."""
    if queries.has_order(student.id, on=on):
        return [Way(None, Why.ORDER)]
    if not student.orders_known:
        return [Way(None, Why.NOT_SIGNED_FOR)]
    if cards.hides_a_home(student, on=on):
        return [Way(None, Why.SUBSTITUTE_ADDRESS)]  # no card was entered, or it has run out: the file may tell
    if is_grown(student):
        return [_to_themself(student, addresses, on)]
    return _of_the_family(student, known, items, addresses, on) or [Way(None, Why.NOBODY)]


def _to_themself(student: StudentFacts, addresses: Addresses, on: date) -> Way:
    """The student's own address is filed only where it differs from the home's (5 CCR 432): else theirs is the home.
    Whoever is emancipated has none but their own."""
    if own := addresses.get(None, ()):
        return Way(None, None, own)
    there = [it for it, place in addresses.items() if place]
    home = set() if student.emancipated else homes({student.id: there}, on=on).get(student.id, set())
    places = {addresses[it] for it in home}
    if len(places) != 1:
        return Way(None, Why.ADDRESS)
    (place,) = places
    kept_out = any(addresses[it] == place and is_barred(it, student, on) for it in there if it)
    return Way(None, Why.SHARED if kept_out else None, place)


def now_barred(contact: UUID | None, now: Collection[Way]) -> Why | None:
    """Why a letter that is written to this person may not go any more, by the ways of today; None: it may."""
    own = next((it for it in now if it.contact == contact), None)
    if own is not None:
        return own.why
    of_the_file = next(
        (it.why for it in now if it.why in (Why.ORDER, Why.NOT_SIGNED_FOR, Why.SUBSTITUTE_ADDRESS)), None
    )
    return of_the_file or Why.CHANGED


def _of_the_family(
    student: StudentFacts,
    known: Known,
    items: Collection[NoticeItem],
    addresses: Addresses,
    on: date,
) -> list[Way]:
    facts, told = _asked(student, known, items, on)
    kept_out = {addresses[it] for it, who in facts.items() if addresses.get(it) and _kept_from(who)}
    return [_way(it, addresses.get(it, ()), kept_out) for it in told]


def _asked(
    student: StudentFacts, known: Known, items: Collection[NoticeItem], on: date
) -> tuple[Mapping[UUID, RequesterFacts], list[UUID]]:
    """Everybody of the file who is asked about, and of these whom the law lets be told."""
    sees = rights.inspections(student.id, on=on)
    facts = facts_of_contacts(sees, student, VERIFIED, on)
    told = [it for it in sees if sees[it].granted and to_contact(facts[it], student, known, items, on=on).granted]
    return facts, told


def may_be_told(student: StudentFacts, known: Known, items: Collection[NoticeItem], on: date) -> list[UUID]:
    """Who of the family of a minor may be handed the notice: whom the law lets be told, less whom any order on the file
    binds, or may."""
    facts, told = _asked(student, known, items, on)
    return [it for it in told if not _kept_from(facts[it])]


def is_barred(contact: UUID, student: StudentFacts, on: date) -> bool:
    """Does an order on this student's file bind this contact, or may it, or are their rights ended?"""
    return _kept_from(facts_of_contacts([contact], student, VERIFIED, on)[contact])


def is_grown(student: StudentFacts) -> bool:
    """Is it the student who is told, and no parent?"""
    return student.emancipated or (student.age is not None and student.age >= ADULT)


def _kept_from(who: RequesterFacts) -> bool:
    return bool(who.rights_terminated) or _bound(who)


def _bound(of: RequesterFacts) -> bool:
    return bool(of.restrained_from_records or of.restrained_contact_only or of.may_be_restrained)


def _way(contact: UUID, address: Address, kept_out: Collection[Address]) -> Way:
    if not address:
        return Way(contact, Why.ADDRESS)
    return Way(contact, Why.SHARED) if address in kept_out else Way(contact, None, address)


def to_contact(
    who: RequesterFacts, student: StudentFacts, known: Known, items: Collection[NoticeItem], *, on: date
) -> Decision:
    """The law's word: may the notice be sent to this person?"""
    return counsel.decide(
        question(
            Action.SEND_NOTICE,
            Purpose.NONE_STATED,
            requester=who,
            student=student,
            record=Record(kind=RecordKind.CUMULATIVE_FILE),
            notice=Notice(NoticeKind.BREACH, tuple(items), NoticeMethod.MAIL),
            incident=known.incident,
            on=on,
        )
    )


def state_of(code: str) -> str:
    """The state of a postal code: California, or empty, where it is another's, which nobody has said."""
    first = code[:3]
    return CALIFORNIA if first.isdecimal() and FIRST_CODE <= first <= LAST_CODE else ""


def last_line(city: str, code: str, state: str) -> str:
    """The line of an address below the street. A code tells the post the state; a wrong one beside it misleads it."""
    return f"{city}, {state} {code}" if state else f"{city} {code}"


def same_place(fields: Mapping[str, str]) -> Address:
    """An address as it is compared and printed: street, city and code; empty where one of them lacks."""
    said = tuple(" ".join(str(fields.get(name, "")).split()) for name in ("street", "city", "postal_code"))
    return said if all(said) else ()
