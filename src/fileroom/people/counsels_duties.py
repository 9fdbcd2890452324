"""What counsel owes, and which counsel may be told of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as duties
from fileroom.people.bound import kept_from, kept_out_of
from fileroom.people.designators import COUNSEL
from fileroom.people.models import Employee


@dataclass(frozen=True)
class OfCounsel:
    """`here`: counsel with an account. `told`: those of them who may be told, of each duty that was asked about."""

    here: Collection[UUID] = ()
    told: Mapping[UUID, Collection[UUID]] = field(default_factory=dict)

    @property
    def away(self) -> bool:
        """Has no counsel an account here? Then the Superintendent's office sees to what counsel owes."""
        return not self.here

    @property
    def untold(self) -> frozenset[UUID]:
        """The duties of which no counsel is told anything: the Superintendent's office sees to them."""
        return frozenset(it for it, who in self.told.items() if not who)

    def kept_from(self, counsel: UUID) -> list[UUID]:
        """The duties of which this counsel is told nothing; none of who is no counsel."""
        return [it for it, who in self.told.items() if counsel not in who] if counsel in self.here else []


def owed_by_counsel(here: Collection[UUID], *, until: date) -> OfCounsel:
    """Of what counsel owes until this day: not whom the order that it is about names, or may; nor whom an order keeps
    from any student that it is about, by itself or by its order. Part of the open transaction."""
    about = duties.rows_of(Q(office=COUNSEL), until=until)
    if not about:
        return OfCounsel(here)
    orders, students = {row for row, _ in about.values()}, {student for _, student in about.values() if student}
    told: dict[UUID, set[UUID]] = {it: set() for it in about}
    for counsel in Employee.objects.filter(pk__in=here):
        out, away = kept_out_of(orders, counsel), kept_from(students, counsel)
        for duty, (row, student) in about.items():
            if row not in out and student not in away:
                told[duty].add(counsel.id)
    return OfCounsel(here, told)
