"""Which students have an address on a card that is handed out in the place of where they live."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Max, QuerySet

from fileroom.people.facts import StudentFacts
from fileroom.people.models import AddressCard, AddressCardAdult, AddressCardChild, Relationship


def standing(students: Collection[UUID]) -> QuerySet[AddressCardChild]:
    """The children among these whose household has a card that nobody has ended, past its last day too."""
    return AddressCardChild.objects.filter(student__in=list(students), card__ended_at=None).select_related("card")


def of_their_people(students: Collection[UUID]) -> list[tuple[UUID, AddressCard]]:
    """Each of these students with the card of somebody on their file that nobody has ended, whether it covers the
    student or not. Whoever was found not to be related to them does not count."""
    adults = (
        AddressCardAdult.objects.filter(
            card__ended_at=None,
            contact__relationship__student__in=list(students),
            contact__relationship__standing__in=[Relationship.Standing.CLAIMED, Relationship.Standing.VERIFIED],
        )
        .select_related("card")
        .annotate(student=F("contact__relationship__student"))
    )
    return [(it.student, it.card) for it in adults]


def card_of(student_id: UUID) -> AddressCard | None:
    """The card of a student's household that nobody has ended, the newest."""
    row = standing([student_id]).order_by("-card__entered_at").first()
    return row.card if row else None


def is_written_to(student_id: UUID, *, on: date) -> bool:
    """Does mail reach the household by the address on its card today? Past the card's last day nobody forwards it."""
    return standing([student_id]).filter(card__from_on__lte=on, card__to_on__gte=on).exists()


def hides_a_home(student: StudentFacts, *, on: date) -> bool:
    """May the file say where a family in Safe at Home lives, so that no envelope bears what it says: this student's, or
    that of another child of one of their parents of whom nobody has entered the card?"""
    return (student.safe_at_home or student.awaits_card) and not is_written_to(student.id, on=on)


def entered_since(students: Collection[UUID]) -> dict[UUID, datetime]:
    """When the newest card of each of these was entered: what was addressed before bears another address."""
    rows = AddressCardChild.objects.filter(student__in=list(students)).values("student_id")
    return {it["student_id"]: it["at"] for it in rows.annotate(at=Max("card__entered_at")).order_by()}
