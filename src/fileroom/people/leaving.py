"""An employee or a student leaves, or is still here after all: places end, and nothing is deleted.

Who says so is asked by the caller: a roster (collection.oneroster) or the office (collection.absences).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Model, Q
from django.db.models.functions import Greatest

from fileroom.people.models import Assignment, Caseload, Custodian, Employee, Enrolment, SectionStudent, SectionTeacher

PLACES: tuple[type[Model], ...] = (Assignment, Caseload, Custodian, SectionTeacher)
BY_NAME = {it.__name__: it for it in PLACES}


@dataclass(frozen=True)
class Ended:
    """A place that ended with an employment: which, the day it ends now, and that on which it would have ended."""

    employee: UUID
    place: str
    id: UUID
    ends_on: date
    was_to_end_on: date | None

    def to_json(self) -> list[str | None]:
        """As it waits beside an absence."""
        was = self.was_to_end_on.isoformat() if self.was_to_end_on else None
        return [str(self.employee), self.place, str(self.id), self.ends_on.isoformat(), was]

    @classmethod
    def from_json(cls, said: Sequence[str]) -> Ended:
        """The same again."""
        employee, place, id_, ends_on, was = said
        was_on = date.fromisoformat(was) if was else None
        return cls(UUID(employee), place, UUID(id_), date.fromisoformat(ends_on), was_on)


def note_left(employees: Collection[UUID], *, last_on: date) -> list[Ended]:
    """These employees have left; `last_on` was their last day. What they held ends with it, an office of custodian too.

    A place that was to begin later ends on the day it begins: whoever has left is shown nothing by it. Returns what
    ended, for `give_back`.
    """
    Employee.objects.filter(pk__in=employees).update(left_on=last_on)
    ended: list[Ended] = []
    for places in PLACES:
        still = places._default_manager.filter(Q(to_on=None) | Q(to_on__gt=last_on), employee_id__in=employees)
        still = still.exclude(to_on__lt=F("from_on"))  # an office that was given by mistake
        for who, id_, from_on, to_on in still.values_list("employee_id", "id", "from_on", "to_on"):
            ended.append(Ended(who, places.__name__, id_, max(from_on or last_on, last_on), to_on))
        still.update(to_on=Greatest(F("from_on"), last_on))
    return ended


def give_back(ended: Iterable[Ended]) -> None:
    """A bad file took these places, and a mended one gives them back: not what somebody has changed since.

    Nor an office that another holds by now: it has one holder.
    """
    for it in ended:
        rows = BY_NAME[it.place]._default_manager.filter(pk=it.id, to_on=it.ends_on)
        place = rows.first()
        if isinstance(place, Custodian) and _held_by_another(place):
            continue
        rows.update(to_on=it.was_to_end_on)


def _held_by_another(office: Custodian) -> bool:
    others = Custodian.objects.filter(school=office.school_id).exclude(pk=office.pk)
    return others.filter(Q(to_on=None) | Q(to_on__gt=office.to_on), mistaken_entry=None).exists()


def note_here(employee: UUID) -> None:
    """The employee is here after all. Their places come with the next roster, or by hand: none is given back unseen."""
    Employee.objects.filter(pk=employee).update(left_on=None)


def note_student_left(spell: Enrolment, *, last_on: date) -> None:
    """The student has left this school: the spell ends on this day, and with it the seats in the school's sections."""
    last_on = max(last_on, spell.entered_on)
    Enrolment.objects.filter(pk=spell.pk, left_on=None).update(left_on=last_on, left_by=Enrolment.Known.OFFICE)
    seats = SectionStudent.objects.filter(student=spell.student_id, section__school=spell.school_id)
    seats.filter(Q(to_on=None) | Q(to_on__gt=last_on)).update(to_on=Greatest(F("from_on"), last_on))


def note_student_here(spell: Enrolment) -> None:
    """The student is at this school after all: the spell goes on. Their seats come with the next roster, or by hand."""
    Enrolment.objects.filter(pk=spell.pk, left_by=Enrolment.Known.OFFICE).update(left_on=None, left_by=None)
