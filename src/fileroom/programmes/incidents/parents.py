"""A parent whom another's list names themself: the notice is about their own information, and says nothing of a child.

What keeps a letter from them is asked of the file of each of their children, and the strictest answer counts: an order
on one of these, a school that has not signed, an address that somebody kept from a child has too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from fileroom.law.facts import NoticeItem
from fileroom.people.facts import StudentFacts
from fileroom.people.models import Relationship
from fileroom.programmes.incidents.known import Known
from fileroom.programmes.incidents.turns import Why
from fileroom.programmes.incidents.ways import Address, Addresses, Way, now_barred, ways

OF_THE_FILE = (Why.ORDER, Why.NOT_SIGNED_FOR, Why.SUBSTITUTE_ADDRESS)


def children_of(contacts: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The students each of these belongs to, claimed or verified. Part of the open transaction."""
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    if contacts:
        ties = Relationship.objects.filter(contact__in=contacts).exclude(standing=Relationship.Standing.REFUTED)
        for contact, student in ties.order_by("student").values_list("contact_id", "student_id"):
            found[contact].append(student)
    return dict(found)


def way_of(
    contact: UUID,
    children: Mapping[UUID, StudentFacts],
    known: Known,
    items: Collection[NoticeItem],
    addresses: Mapping[UUID, Addresses],
    on: date,
) -> Way:
    """How this parent is told: by a letter where every child's file lets one go to the one address they have."""
    streets = {there for it in children if (there := addresses.get(it, {}).get(contact))}
    whole: Address = next(iter(streets)) if len(streets) == 1 else ()
    whys = [_why(contact, student, known, items, addresses.get(it, {}), whole, on) for it, student in children.items()]
    strictest = next((it for it in (*OF_THE_FILE, Why.SHARED, Why.PARENT) if it in whys), None)
    if strictest is None and (not whys or len(streets) > 1):
        strictest = Why.PARENT
    if strictest is None and not whole:
        strictest = Why.ADDRESS
    return Way(contact, strictest, () if strictest else whole)


def _why(
    contact: UUID,
    student: StudentFacts,
    known: Known,
    items: Collection[NoticeItem],
    addresses: Addresses,
    whole: Address,
    on: date,
) -> Why | None:
    """What this child's file has against a letter to the parent there."""
    there = ways(student, known, items, {**addresses, contact: whole}, on)
    why = now_barred(contact, there)
    return Why.PARENT if why in (Why.CHANGED, Why.NOBODY) else None if why is Why.ADDRESS else why
