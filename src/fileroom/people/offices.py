"""The offices of custodian as pages show them: who holds each, who held it, and who could be named to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.models import Assignment, Custodian, Employee, School, SectionTeacher
from fileroom.people.models.rows import held, in_force
from fileroom.people.names import employee_name
from fileroom.people.owed import OF_THE_DISTRICT
from fileroom.people.queries import Office
from fileroom.people.signed_in import SignedIn

MOST = 100


@dataclass(frozen=True)
class Spell:
    """One who holds or held an office, and who gave it; `by` is empty where nobody here gave it. `mistaken`: it was
    taken back the day it was given."""

    holder: str
    acting: bool
    from_on: date
    to_on: date | None
    by: str
    mistaken: bool


@dataclass(frozen=True)
class OfficePage:
    """One office: its holder today, everybody before, the newest first. `may_give`: whoever asks is designated to.

    `signed_on`: since when the school's paper orders are signed for. `mine`: whoever asks holds the office.
    `given_today`: the row of it by which the office was given today, and may be taken back.
    """

    office: Office
    to_on: date | None
    spells: tuple[Spell, ...]
    may_give: bool
    mine: bool
    signed_on: date | None
    given_today: UUID | None


@dataclass(frozen=True)
class Nominee:
    """An employee who could be named. `here`: they work at the school, or in the district's own office."""

    id: UUID
    name: str
    certificated: bool
    here: bool


@dataclass(frozen=True)
class Standing:
    """An office in the list of all, and, of a school, since when its paper orders are signed for."""

    office: Office
    signed_on: date | None


def offices(*, on: date) -> list[Standing]:
    """Every office, the district's first; the vacant too."""
    with district_transaction():
        signed = dict(School.objects.values_list("id", "orders_entered_on"))
        return [Standing(it, signed.get(it.school_id) if it.school_id else None) for it in queries.offices(on=on)]


def office(of: UUID, *, by: SignedIn, at: datetime) -> OfficePage:
    """One office: of a school, or by OF_THE_DISTRICT the district's. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        it = _office(of, on)
        rows = list(_of(of).select_related("employee").order_by("-from_on")[:MOST])
        names = queries.account_names(row.designated_by for row in rows)
        now = next((row for row in rows if _holds(row, on)), None)
        school = School.objects.filter(pk=of).first()
        return OfficePage(
            it,
            now.to_on if now else None,
            tuple(
                Spell(
                    employee_name(row.employee), row.acting, row.from_on, row.to_on, names.get(row.designated_by, ""),
                    row.mistaken_entry is not None,
                )
                for row in rows
            ),
            designator_facts(by.account, on).designated,
            now is not None and now.employee_id == by.account.employee_id,
            school.orders_entered_on if school else None,
            now.id if now and now.from_on == on else None,
        )  # fmt: skip


def _office(of: UUID, on: date) -> Office:
    found = next((it for it in queries.offices(on=on) if (it.school_id or OF_THE_DISTRICT) == of), None)
    if found is None:
        raise Missing
    return found


def _of(of: UUID) -> QuerySet[Custodian]:
    return Custodian.objects.filter(school=None) if of == OF_THE_DISTRICT else Custodian.objects.filter(school=of)


def _holds(row: Custodian, on: date) -> bool:
    left = row.employee.left_on
    return row.from_on <= on and (row.to_on is None or row.to_on >= on) and (left is None or left >= on)


def nominees(of: UUID, words: str = "", *, on: date) -> tuple[list[Nominee], bool]:
    """Employees, those who work there first; only those whose names hold each word. True: there are more."""
    places = Assignment.objects.filter(in_force(on), employee=OuterRef("pk"))
    taught = SectionTeacher.objects.filter(in_force(on), employee=OuterRef("pk"), section__school=of)
    there = Exists(places.filter(school=None)) if of == OF_THE_DISTRICT else Exists(places.filter(school=of))
    here = there if of == OF_THE_DISTRICT else there | Exists(taught)
    fits = Q(left_on=None) | Q(left_on__gte=on)
    for word in words.split():
        fits &= Q(given__icontains=word) | Q(family__icontains=word)
    with district_transaction():
        rows = list(Employee.objects.filter(fits).annotate(here=here).order_by("-here", "family", "given")[: MOST + 1])
    found = [Nominee(row.id, employee_name(row), row.certificated, bool(row.here)) for row in rows[:MOST]]
    return found, len(rows) > MOST


def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of these schools."""
    with district_transaction():
        return dict(School.objects.filter(pk__in=list(ids)).values_list("id", "name"))


def custodian_there(employee_id: UUID, school_id: UUID, on: date) -> bool:
    """Does this employee hold the office of custodian of this very school? Part of an open transaction."""
    return Custodian.objects.filter(held(on), employee_id=employee_id, school_id=school_id).exists()
