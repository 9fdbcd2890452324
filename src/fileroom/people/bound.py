"""Whom the orders on a child name as restrained: whether or not the file has a tie between the two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from fileroom.people.models import Contact, CourtOrder
from fileroom.people.models.orders import BINDING
from fileroom.people.names import may_be_one_name, shares_family_name, words_of
from fileroom.people.queries import person_name


@dataclass(frozen=True)
class Bound:
    """Somebody whom an order that nobody has lifted names as restrained. Past its end it still does."""

    contact: UUID
    name: str
    family: str

    def is_named(self, name: str) -> bool | None:
        """Is this a name of this person? None: not known, where it is the family's and the rest another's."""
        if not words_of(self.name):
            return None
        if may_be_one_name(self.name, name):
            return True
        return None if shares_family_name(name, self.family) else False


def bound_people(student_id: UUID, *, on: date) -> list[Bound]:
    """Everybody an order on this child names as restrained, and that nobody has lifted."""
    named = _binding(student_id, on).filter(restrained__isnull=False).values("restrained_id")
    return [Bound(it.id, person_name(it), it.family) for it in Contact.objects.filter(pk__in=named)]


def names_nobody(student_id: UUID, *, on: date) -> bool:
    """Is there such an order on this child that does not say whom it restrains? It may be anybody."""
    return _binding(student_id, on).filter(restrained__isnull=True).exists()


def _binding(student_id: UUID, on: date) -> QuerySet[CourtOrder]:
    return CourtOrder.objects.filter(
        courtorderchild__student_id=student_id, lifted_on__isnull=True, from_on__lte=on, kind__in=BINDING
    )
