"""The addresses of a household that stand in the files are written over with the one on its card.

In its children's files, and in those of other children of one of its adults: what is said there of that adult, and
whatever names a house where the household lives. Each is opened by the statement that notes it, under seal: what it
said goes nowhere but into a keyed hash. A parent who lives elsewhere keeps their own address. Where that is the one
that the file gives the household as well, nobody here can tell who has moved: a person asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from fileroom.collection.cards.guard import HOME, OWN
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.marks import tells
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.bound import may_be_one_person
from fileroom.people.models import AddressCard, Contact, Relationship
from fileroom.people.names import person_name
from fileroom.people.signed_in import SignedIn
from fileroom.records import addresses
from fileroom.records import contents as shelf
from fileroom.records import queries as shelves
from fileroom.records.addresses import FIELDS, Mark
from fileroom.records.models import Record, Version

PARENTS = (Relationship.Kind.PARENT, Relationship.Kind.GUARDIAN, Relationship.Kind.STEPPARENT)


@dataclass(frozen=True)
class Covered:
    """Whose addresses are written over, with which. `children`: each with the office in which the card is entered;
    `others`: the children of its adults whom it does not cover; `lives`: where they live, as far as anybody has said.
    """

    card: AddressCard
    children: Mapping[UUID, str]
    others: Collection[UUID]
    adults: frozenset[UUID]
    given_out: Mapping[str, str]
    lives: Mapping[str, str]
    by: SignedIn
    at: datetime

    def fields(self) -> dict[str, str]:
        """The address on the card, as it is written."""
        return {it: " ".join(str(self.given_out[it]).split()) for it in FIELDS}


@dataclass(frozen=True)
class WrittenOver:
    """`houses`: those by which the household's address is known again. `shared`: one of them is the other parent's too,
    by the file, and nobody has said where the household lives; `unknown`: one names no house that could be known again.
    """

    houses: frozenset[Mark]
    shared: bool
    unknown: bool


@dataclass(frozen=True)
class _Stood:
    """An address on file, opened. `of_household`: the child's own in a covered child's file, or an adult's."""

    record: Record
    version: Version
    fields: dict[str, Any]
    house: Mark | None
    of_household: bool
    of_other_parent: bool

    @property
    def says(self) -> bool:
        """Does it say anything at all?"""
        return bool(str(self.fields.get("street", "")).strip())


def others_of(adults: Collection[UUID], children: Collection[UUID]) -> list[UUID]:
    """The students who are not covered, and whose file says something of one of these adults."""
    ties = Relationship.objects.filter(contact__in=adults).exclude(standing=Relationship.Standing.REFUTED)
    about = Record.objects.filter(about__in=adults, item=HOME)
    found = {*ties.values_list("student_id", flat=True), *about.values_list("student_id", flat=True)}
    return sorted(found - {*children})


def write_over(covered: Covered) -> WrittenOver:
    """Write them over. Part of the open transaction, in which each of these students is this act's alone."""
    stood = list(_stood(covered))
    lives = addresses.house(covered.lives["street"]) if covered.lives else None
    given_out = addresses.house(covered.given_out["street"])
    houses = {it.house for it in stood if it.of_household} | {lives}
    others = {it.house for it in stood if it.of_other_parent} - {lives}
    ours = [it for it in stood if _is_ours(it, covered, houses, others, lives)]
    filings = [_filing(it.record, it.version.number + 1, it.fields | covered.fields()) for it in ours]
    have = {it.record.student_id for it in ours if it.record.item == OWN}
    filings += [_filing(_first(child, covered), 1, covered.fields()) for child in covered.children if child not in have]
    acting = covered.by.acting_as(next(iter(covered.children.values())))
    shelf.write(filings, by=acting, purpose=covered.by.purpose.value, at=covered.at)
    marks = {it for it in houses if it is not None and it != given_out}
    shared = not covered.lives and bool(marks & others)
    unmarked = any(it.says and it.house is None for it in ours) or (bool(covered.lives) and lives is None)
    return WrittenOver(frozenset(marks - (others if covered.lives else set())), shared, unmarked)


def _is_ours(
    it: _Stood, covered: Covered, houses: set[Mark | None], others: set[Mark | None], lives: Mark | None
) -> bool:
    """Whatever is the household's by its kind, and whatever names a house of theirs: a grandmother's who lives with
    them. Not the other parent's, but where somebody has said that the household lives there; nor, in the file of a
    child that is not covered, a house that is the other parent's too: that child may live with them."""
    if it.of_household or (it.house is not None and it.house == lives):
        return True
    if it.house is None or it.house not in houses or it.of_other_parent:
        return False
    return it.record.student_id in covered.children or it.house not in others


def _stood(covered: Covered) -> Iterator[_Stood]:
    names = [person_name(it) for it in Contact.objects.filter(pk__in=covered.adults)]
    students = [*covered.children, *covered.others]
    role = next(iter(covered.children.values()))
    for row in Record.objects.filter(student__in=students, item__in=[OWN, HOME]).order_by("student_id", "filed_at"):
        found = shelves.shelved(row.id)
        if found is None:
            continue
        record, version = found
        event = ledger.event(
            Act.ADDRESS_WRITTEN_OVER, student=record.student_id, record=record.id, part=record.item,
            by=covered.by.acting_as(covered.children.get(row.student_id, role)), purpose=covered.by.purpose.value,
            sealed=True, at=covered.at,
        )  # fmt: skip
        contents = shelf.open_logged(record, version, event)
        if contents.form != Version.Form.STRUCTURED:
            continue
        house, whose = addresses.house(str(contents.fields.get("street", ""))), _whose(record, covered, names)
        yield _Stood(record, version, contents.fields, house, *whose)


def _whose(record: Record, covered: Covered, names: list[str]) -> tuple[bool, bool]:
    """Is it the household's by its kind: the child's own address, an adult's, under another row too, or nobody's by
    name? Is it the other parent's?"""
    about, covers = record.about, record.student_id in covered.children
    if record.item == OWN or about is None:
        return covers, False
    name = person_name(Contact.objects.get(pk=about))
    if about in covered.adults or any(may_be_one_person(name, it) for it in names):
        return True, False
    ties = Relationship.objects.filter(contact=about, student__in=[*covered.children, record.student_id])
    return False, ties.filter(kind__in=PARENTS).exists()


def _filing(record: Record, number: int, fields: dict[str, Any]) -> shelf.Filing:
    return shelf.Filing(record, number, shelf.Contents.structured(fields), tells(map(str, fields.values())))


def _first(student: UUID, covered: Covered) -> Record:
    """Where the file held no address of the child's: the one on the card is its first."""
    record = Record(
        id=uuid4(), student_id=student, item=OWN, kept_as=CATALOGUE[OWN].class_.value, origin=covered.by.door,
        filed_at=covered.at, filed_by=covered.by.account.id,
    )  # fmt: skip
    record.save(force_insert=True)
    return record
