"""The caseload of a nurse, counselor, teacher or aide: everybody at a school, or in a grade of it, whoever comes there
later too; or one student (one_student.py). No roster says it; whoever gives roles does, with a reason that is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.law.facts import Grade
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.caseloads import still_there
from fileroom.people.models import Account, Assignment, Caseload, Employee, Enrolment, School
from fileroom.people.models.rows import in_force
from fileroom.people.searched import note_listed
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import one_student, rules
from fileroom.programmes.accounts.rules import REASON_LENGTH, No
from fileroom.programmes.accounts.standing import NotDone, account_for, hold, may_manage, not_done

NO_SUCH_PLACE = "Nobody is enrolled there. Choose a school, or a grade of it."
IN_ORDER = [it.value for it in Grade]


@dataclass(frozen=True)
class Whole:
    """Everybody at a school, served in one role; `grade`: of this grade alone, or empty."""

    school: UUID
    role: str
    grade: str = ""


@dataclass(frozen=True)
class Serves:
    """A caseload as the page shows it. `role`: in which they serve it; empty of one that names none. `opens`: they hold
    that role there today, and of one student (`student`: the name) that one is still there; else it opens nothing."""

    id: UUID
    school: str
    grade: str
    role: str
    from_on: date | None
    reason: str
    opens: bool
    student: str = ""
    to_on: date | None = None


@dataclass(frozen=True)
class Offered:
    """What somebody may be given: their roles by which somebody serves a caseload, and schools with their grades, where
    they hold one."""

    roles: tuple[str, ...]
    places: tuple[tuple[UUID, str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Page(Offered):
    """The same, and the caseloads that they have."""

    held: tuple[Serves, ...]


Places = Collection[tuple[str, UUID | None]]  # a role, and the school; None: of the whole district


def offered_to(account_id: UUID, *, by: SignedIn, at: datetime) -> Offered:
    """What a form about their caseload offers: nobody's name. Raises Missing."""
    with district_transaction():
        may_manage(by, at)
        return _offered(_places(_holder(account_id), district_day(at)), district_day(at))


def caseload_of(account_id: UUID, *, by: SignedIn, at: datetime) -> Page:
    """What the page of an account shows of caseloads. Where that names students it is a search, and noted as one.
    Raises Missing."""
    on = district_day(at)
    with district_transaction():
        may_manage(by, at)
        employee = _holder(account_id)
        places = _places(employee, on)
        shown, offered = _held(employee, places, by, on), _offered(places, on)
    if named := sum(bool(it.student) for it in shown):
        note_listed(one_student.PART, named, by=by, at=at)
    return Page(offered.roles, offered.places, shown)


def _holder(account_id: UUID) -> UUID:
    """The employee whose account it is. Raises Missing."""
    found = Account.objects.filter(pk=account_id, employee__isnull=False).values_list("employee", flat=True).first()
    if found is None:
        raise Missing
    return found


def _held(employee: UUID, places: Places, by: SignedIn, on: date) -> tuple[Serves, ...]:
    """Their caseloads; of one student those alone whom whoever asks may open."""
    held = Caseload.objects.filter(_holding(on), employee=employee).select_related("school")
    rows = list(held.order_by("school__name", "grade", "role", "from_on", "id"))
    named = one_student.names((it.student_id for it in rows), by, on)
    there = {*held.filter(still_there(on)).values_list("id", flat=True)}
    return tuple(
        Serves(
            it.id, it.school.name if it.school else "", it.grade, it.role, it.from_on, it.reason,
            opens=_bears(places, it) and it.id in there, student=named[it.student_id] if it.student_id else "",
            to_on=it.to_on,
        )
        for it in rows if it.student_id is None or it.student_id in named
    )  # fmt: skip


def _offered(places: Places, on: date) -> Offered:
    serving = [(role, school) for role, school in places if rules.serves_a_caseload(role)]
    roles = tuple(sorted({role for role, _ in serving}))
    return Offered(roles, tuple(_schools({school for _, school in serving}, on)))


def _holding(on: date) -> Q:
    return Q(to_on=None) | Q(to_on__gte=on)


def _places(employee: UUID, on: date) -> Places:
    return list(Assignment.objects.filter(in_force(on), employee=employee).values_list("role", "school"))


def _bears(places: Places, it: Caseload) -> bool:
    """Is one of these the role of this caseload, there? Of a caseload that names none: any by which one is served."""
    return any(
        school in (None, it.school_id) and (role == it.role or (not it.role and rules.serves_a_caseload(role)))
        for role, school in places
    )


def _schools(those: set[UUID | None], on: date) -> Iterable[tuple[UUID, str, tuple[str, ...]]]:
    """These schools by their names, with their grades; where None is among them, every school."""
    schools = School.objects.all() if None in those else School.objects.filter(pk__in=[it for it in those if it])
    named = list(schools.order_by("name").values_list("id", "name"))
    grades = _grades([id_ for id_, _ in named], on)
    return [(id_, name, grades[id_]) for id_, name in named]


def _grades(schools: Collection[UUID], on: date) -> dict[UUID, tuple[str, ...]]:
    """The grades in which somebody is enrolled at each of these on the day, the youngest first."""
    here = in_force(on, begins="entered_on", ends="left_on")
    rows = Enrolment.objects.filter(here, school__in=schools).exclude(student__grade="")
    found: dict[UUID, set[str]] = defaultdict(set)
    for school, grade in rows.values_list("school", "student__grade").distinct():
        found[school].add(grade)
    return {it: tuple(sorted(found[it], key=_by_age)) for it in schools}


def _by_age(grade: str) -> tuple[int, str]:
    return (IN_ORDER.index(grade) if grade in IN_ORDER else len(IN_ORDER), grade)


@durable_transaction
def serve(id_: UUID, account_id: UUID, whole: Whole, reason: str, *, by: SignedIn, at: datetime) -> UUID | NotDone:
    """From today on they work with everybody there. `id_`: of the row, so that a form sent twice is one act. Raises
    Missing, FormUsed and ValidationError."""
    account, who = account_for(account_id, district_day(at))
    role, why = may_manage(by, at), reason.strip()
    return act_once(
        lambda: _given(id_, who, whole, why), lambda: _serve(id_, account, who, whole, why, role, by=by, at=at)
    )


def _given(id_: UUID, who: Employee, whole: Whole, why: str) -> UUID | None:
    """What this form has given already. Raises FormUsed."""
    row = Caseload.objects.filter(pk=id_).first()
    if row is None:
        return None
    if (row.employee_id, row.school_id, row.role, row.grade, row.reason) != (
        who.id, whole.school, whole.role, whole.grade, why,
    ):  # fmt: skip
        raise FormUsed
    return id_


def _serve(
    id_: UUID, account: Account, who: Employee, whole: Whole, why: str, role: str, *, by: SignedIn, at: datetime
) -> UUID | NotDone:
    on = district_day(at)
    if len(why) > REASON_LENGTH:
        raise ValidationError({"reason": f"A reason has at most {REASON_LENGTH} signs."})
    if not School.objects.filter(pk=whole.school).exists() or (
        whole.grade and whole.grade not in _grades([whole.school], on)[whole.school]
    ):
        raise ValidationError({"whole": NO_SUCH_PLACE})
    theirs = Caseload.objects.filter(
        _holding(on),
        employee=who,
        student=None,
        school=whole.school,
        grade__in=("", whole.grade),
        role__in=("", whole.role),
    )
    there = {it for it, school in _places(who.id, on) if school in (None, whole.school)}
    answer = rules.may_serve(
        oneself=account.id == by.account.id, closed=not account.is_active, role=whole.role, there=there,
        already=theirs.exists(), reason=bool(why),
    )  # fmt: skip
    part = _part(whole.role, whole.school, whole.grade)
    if isinstance(answer, No):
        return not_done(Act.CASELOAD_REFUSED, answer, account.id, part, role, by=by, at=at)
    ledger.write(ledger.event(Act.CASELOAD_GIVEN, record=id_, part=part, by=by.acting_as(role), at=at))
    row = Caseload(
        id=id_, employee=who, school_id=whole.school, grade=whole.grade, role=whole.role, reason=why, from_on=on
    )
    row.save(force_insert=True)
    return id_


def _part(role: str, school: UUID | None, grade: str) -> str:
    """How an entry names it: the role, the school, and the grade where it is of one."""
    return f"{role and f'{role}:'}{school or ''}{grade and f'/{grade}'}"


@durable_transaction
def end_caseload(account_id: UUID, caseload_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """From this moment this one of theirs opens nothing. Raises Missing."""
    on = district_day(at)
    hold(on, Q(pk=account_id))
    role = may_manage(by, at)
    rows = Caseload.objects.select_for_update(of=("self",)).filter(_holding(on), employee__account=account_id)
    row = rows.filter(pk=caseload_id).first()
    if row is None or (row.student_id and row.student_id not in one_student.names([row.student_id], by, on)):
        raise Missing
    return _end(row, role, by=by, at=at)


def end_caseloads(employee: UUID, of: str | None, role: str, *, by: SignedIn, at: datetime) -> None:
    """Those that were given to this role (`of`) of theirs and that no place of theirs bears today: whoever is given the
    role again is given a caseload anew. `of` None: all of them, for the account is closed. Part of an open transaction,
    which holds the account."""
    on = district_day(at)
    rows = Caseload.objects.select_for_update().filter(_holding(on), employee=employee).order_by("pk")
    places = _places(employee, on)
    for row in rows if of is None else rows.filter(role__in=("", of)):
        if of is None or not _bears(places, row):
            _end(row, role, by=by, at=at)


def _end(row: Caseload, role: str, *, by: SignedIn, at: datetime) -> UUID:
    """Its last day was yesterday; of one that held for no day no row is left, and both entries stand in the ledger."""
    on = district_day(at)
    event = ledger.event(
        Act.CASELOAD_ENDED, student=row.student_id, record=row.id, part=_part(row.role, row.school_id, row.grade),
        by=by.acting_as(role), at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    if row.from_on is None or row.from_on < on:
        row.to_on = on - timedelta(days=1)
        row.save(update_fields=["to_on"])
    else:
        row.delete()
    return entry
