"""How a declaration stands on one day, and which of them a form may ask under on that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet

from fileroom.collection.models import Declaration, RegisteredForm
from fileroom.law.exceptions import EXCEPTIONS, DeclaredException

IN_ITS_SCHOOL = Q(school=F("form__school")) | Q(school=None, form__school=None)
AS_DECLARED = Q(title=F("form__title")) & IN_ITS_SCHOOL


class State(StrEnum):
    """In the order in which a person looks at them. `RENAMED`: its form has another title or school now, or is out of
    use."""

    WAITING = "waiting"
    IN_FORCE = "in_force"
    COMING = "coming"
    RENAMED = "renamed"
    OVER = "over"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Honoured:
    """What a form may ask under: the declaration's id, the exception of the law that it names, and its last day."""

    id: UUID
    exception: DeclaredException
    to_on: date


def state_of(row: Declaration, on: date) -> State:
    """How it stands on this day."""
    exception = EXCEPTIONS.get(row.exception)
    if row.withdrawn_at is not None:
        return State.WITHDRAWN
    if row.to_on < on or exception is None or not exception.binds(max(on, row.from_on)):
        return State.OVER
    if (row.title, row.school_id) != (
        row.form.title,
        row.form.school_id,
    ) or row.form.state == RegisteredForm.State.RETIRED:
        return State.RENAMED
    if row.approved_at is None:
        return State.WAITING
    return State.COMING if on < row.from_on else State.IN_FORCE


def honoured(form_id: UUID | None, title: str, school: UUID | None, on: date) -> Honoured | None:
    """Under which exception this form may ask on this day, with this title and in this school (None: in all); None:
    under none. Joins a transaction: until that is over nobody withdraws it."""
    rows = _in_force(on).filter(form=form_id, title=title, school=school)
    row = rows.select_for_update().first() if form_id else None
    return _honoured(row, on) if row else None


def honoured_there(form_id: UUID | None, title: str, on: date) -> Honoured | None:
    """As `honoured`, in the school of which the form is now."""
    row = _in_force(on).filter(IN_ITS_SCHOOL, form=form_id, title=title).first() if form_id else None
    return _honoured(row, on) if row else None


def honoured_by_form(on: date) -> dict[UUID, Honoured]:
    """Of each form that may ask under a declaration on this day: which."""
    found = {row.form_id: _honoured(row, on) for row in _in_force(on).filter(AS_DECLARED)}
    return {form: it for form, it in found.items() if it}


def standing_for(names: list[str], on: date) -> list[tuple[Declaration, DeclaredException]]:
    """The declarations in force on this day of exceptions of these names, with their forms."""
    found = [(row, _honoured(row, on)) for row in _with_its_form(on).filter(exception__in=names)]
    return [(row, it.exception) for row, it in found if it]


def held_in_force(id_: UUID, on: date) -> tuple[Declaration, DeclaredException] | None:
    """One declaration in force on this day, with its form; nobody withdraws it until the transaction is over."""
    row = _with_its_form(on).select_for_update(of=("self",)).filter(pk=id_).first()
    found = _honoured(row, on) if row else None
    return (row, found.exception) if row and found else None


def _with_its_form(on: date) -> QuerySet[Declaration]:
    """Those in force whose form is used, under the title and in the school it was declared with."""
    rows = _in_force(on).filter(AS_DECLARED).select_related("form")
    return rows.exclude(form__state=RegisteredForm.State.RETIRED)


def _in_force(on: date) -> QuerySet[Declaration]:
    rows = Declaration.objects.filter(approved_at__isnull=False, withdrawn_at=None, from_on__lte=on, to_on__gte=on)
    return rows.order_by("title", "id")


def _honoured(row: Declaration, on: date) -> Honoured | None:
    exception = EXCEPTIONS.get(row.exception)
    return Honoured(row.id, exception, row.to_on) if exception is not None and exception.binds(on) else None
