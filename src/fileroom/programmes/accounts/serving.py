"""The caseload of a nurse, counselor, teacher or aide: everybody at a school, or in a grade of it, whoever comes there
later too. No roster says it; whoever gives roles does, with a reason that is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.models import Account, Assignment, Caseload, School
from fileroom.people.models.rows import in_force
from fileroom.people.queries import at_school
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.rules import REASON_LENGTH, No
from fileroom.programmes.accounts.standing import NotDone, account_for, may_manage, not_done

NO_SUCH_PLACE = "Nobody is enrolled there. Choose a school, or a grade of it."


@dataclass(frozen=True)
class Whole:
    """Everybody at a school; `grade`: of this grade alone, or empty."""

    school: UUID
    grade: str = ""


@dataclass(frozen=True)
class Serves:
    """A caseload as the page shows it."""

    id: UUID
    school: str
    grade: str
    from_on: date | None
    reason: str


@dataclass(frozen=True)
class Page:
    """The caseloads of somebody, and what else they may be given: schools with their grades, where they hold a role by
    which somebody serves a caseload."""

    held: tuple[Serves, ...]
    places: tuple[tuple[UUID, str, tuple[str, ...]], ...]


def caseload_of(account_id: UUID, *, by: SignedIn, at: datetime) -> Page:
    """What the page of an account shows of caseloads. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        may_manage(by, at)
        account = Account.objects.filter(pk=account_id, employee__isnull=False).first()
        if account is None or account.employee_id is None:
            raise Missing
        held = Caseload.objects.filter(_holding(on), employee=account.employee_id, student=None)
        shown = [
            Serves(it.id, it.school.name if it.school else "", it.grade, it.from_on, it.reason)
            for it in held.select_related("school").order_by("school__name", "grade")
        ]
        return Page(tuple(shown), tuple(_places(account.employee_id, on)))


def _holding(on: date) -> Q:
    return Q(to_on=None) | Q(to_on__gte=on)


def _roles(employee: UUID, school: UUID, on: date) -> frozenset[str]:
    there = Assignment.objects.filter(in_force(on), Q(school=None) | Q(school=school), employee=employee)
    return frozenset(there.values_list("role", flat=True))


def _places(employee: UUID, on: date) -> Iterable[tuple[UUID, str, tuple[str, ...]]]:
    places = Assignment.objects.filter(in_force(on), employee=employee).values_list("role", "school")
    serving = [school for role, school in places if rules.serves_a_caseload(role)]
    schools = School.objects.all() if None in serving else School.objects.filter(pk__in=serving)
    for school in schools.order_by("name"):
        yield school.id, school.name, _grades(school.id, on)


def _grades(school: UUID, on: date) -> tuple[str, ...]:
    """The grades in which somebody is enrolled there on the day."""
    return tuple(sorted(set(at_school(school, on=on).exclude(grade="").values_list("grade", flat=True))))


@durable_transaction
def serve(id_: UUID, account_id: UUID, whole: Whole, reason: str, *, by: SignedIn, at: datetime) -> UUID | NotDone:
    """From today on they work with everybody there. `id_`: of the row, so that a form sent twice is one act. Raises
    Missing and ValidationError."""
    on, why = district_day(at), reason.strip()
    account, who = account_for(account_id, on)
    role = may_manage(by, at)
    if Caseload.objects.filter(pk=id_, employee=who).exists():
        return id_
    if len(why) > REASON_LENGTH:
        raise ValidationError({"reason": f"A reason has at most {REASON_LENGTH} signs."})
    if not School.objects.filter(pk=whole.school).exists() or (
        whole.grade and whole.grade not in _grades(whole.school, on)
    ):
        raise ValidationError({"whole": NO_SUCH_PLACE})
    theirs = Caseload.objects.filter(_holding(on), employee=who, school=whole.school)
    answer = rules.may_serve(
        oneself=account.id == by.account.id, closed=not account.is_active,
        roles=_roles(who.id, whole.school, on), already=theirs.filter(grade__in=("", whole.grade)).exists(),
        reason=bool(why),
    )  # fmt: skip
    if isinstance(answer, No):
        return not_done(Act.CASELOAD_REFUSED, answer, account.id, _part(whole), role, by=by, at=at)
    event = ledger.event(Act.CASELOAD_GIVEN, record=id_, part=_part(whole), by=by.acting_as(role), at=at)
    ledger.write(event)
    Caseload.objects.create(id=id_, employee=who, school_id=whole.school, grade=whole.grade, reason=why, from_on=on)
    return id_


def _part(whole: Whole) -> str:
    return f"{whole.school}/{whole.grade}" if whole.grade else str(whole.school)


@durable_transaction
def end_caseload(caseload_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """From this moment it opens nothing. Its last day was yesterday; of one that held for no day no row is left, and
    both entries stand in the ledger. Raises Missing."""
    on, role = district_day(at), may_manage(by, at)
    rows = Caseload.objects.select_for_update().filter(_holding(on), student=None)
    row = rows.filter(pk=caseload_id).first()
    if row is None or row.school_id is None:
        raise Missing
    part = _part(Whole(row.school_id, row.grade))
    entry = ledger.write(ledger.event(Act.CASELOAD_ENDED, record=row.id, part=part, by=by.acting_as(role), at=at))
    if row.from_on is None or row.from_on < on:
        row.to_on = on - timedelta(days=1)
        row.save(update_fields=["to_on"])
    else:
        row.delete()
    return entry
