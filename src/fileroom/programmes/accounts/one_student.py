"""The caseload of one student: a one-to-one aide, a nurse or counselor for one child, until a last day or until the
student leaves the school. Whoever gives roles names the student, with a reason that is kept.

What it opens the law says at each look, of the role (law/offices.toml). Whom an order keeps from the child, or may, is
given none; and what is said then is what is said of a student who is not here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.facts import Asked, asked_of_each
from fileroom.disclosure.searching import OPENS, Found, search
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.caseloads import still_there
from fileroom.people.facts import facts_towards
from fileroom.people.models import Account, Assignment, Caseload, Employee
from fileroom.people.models.rows import in_force
from fileroom.people.searched import note_listed
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.rules import REASON_LENGTH, No
from fileroom.programmes.accounts.standing import NotDone, account_for, may_manage, not_done

MOST = 25
PART = "caseload"  # of the lines of what its page names


@dataclass(frozen=True)
class OneStudent:
    """One student, served in one role; `to_on`: the last day, or None."""

    student: UUID
    role: str
    to_on: date | None = None


@dataclass(frozen=True)
class Matches:
    """The students who can be put on it, of those whom the words name. `more`: write more of the name."""

    students: tuple[Found, ...]
    more: bool = False


def look_for(words: str, account_id: UUID, *, by: SignedIn, at: datetime) -> Matches:
    """Students of these names whom this account opens, and whom the other may be given. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        may_manage(by, at)
        account, who = _of(account_id)
    found = search(words, by=by, at=at, most=MOST)
    with district_transaction():
        fit = _fit([it.id for it in found.students], account, who, by, on)
    return Matches(tuple(it for it in found.students if it.id in fit), found.more)


def chosen(student: UUID | None, account_id: UUID, *, by: SignedIn, at: datetime) -> Found | None:
    """One of them, as it was chosen, noted as a search is; None: none was, or one that cannot be put on it. Raises
    Missing."""
    on = district_day(at)
    if student is None:
        return None
    with district_transaction():
        may_manage(by, at)
        account, who = _of(account_id)
        its = queries.named(student, on=on) if student in _fit([student], account, who, by, on) else None
    if its is None:
        return None
    note_listed(PART, 1, by=by, at=at)
    return Found(its.id, its.name, its.grade, its.school)


def _of(account_id: UUID) -> tuple[Account, Employee]:
    """The account that a page shows, and its holder. Raises Missing."""
    found = Account.objects.select_related("employee").filter(pk=account_id, employee__isnull=False).first()
    if found is None or found.employee is None:
        raise Missing
    return found, found.employee


def _fit(ids: Collection[UUID], account: Account, who: Employee, by: SignedIn, on: date) -> dict[UUID, Asked]:
    """Of these students those whom the giver may open, who are where this employee serves somebody, and from whom no
    order keeps that employee, or may. Part of the open transaction."""
    cases = {id_: it for id_, it in asked_of_each(sorted(ids), by, on).items() if _opens(it)}
    towards = facts_towards(account, [it.student for it in cases.values()], on)
    places = _serving(who, on)
    return {
        id_: it
        for id_, it in cases.items()
        if any(_at(school, it) for _, school in places)
        and not (
            towards[id_].restrained_from_records
            or towards[id_].restrained_contact_only
            or towards[id_].may_be_restrained
        )
    }


def _opens(case: Asked) -> bool:
    return counsel.decide(case.question(*OPENS)).granted


def _serving(who: Employee, on: date) -> list[tuple[str, UUID | None]]:
    """Their places in which somebody serves a caseload: the role, and the school; None: the whole district."""
    rows = Assignment.objects.filter(in_force(on), employee=who).values_list("role", "school")
    return [(role, school) for role, school in rows if rules.serves_a_caseload(role)]


def _at(school: UUID | None, case: Asked) -> bool:
    return bool(case.student.schools) if school is None else school in case.student.schools


@durable_transaction
def serve_one(
    id_: UUID, account_id: UUID, one: OneStudent, reason: str, *, by: SignedIn, at: datetime
) -> UUID | NotDone:
    """From today on they work with this student. `id_`: of the row, so that a form sent twice is one act. Raises
    Missing, FormUsed and ValidationError."""
    account, who = account_for(account_id, district_day(at))
    role, why = may_manage(by, at), reason.strip()
    return act_once(lambda: _given(id_, who, one, why), lambda: _serve(id_, account, who, one, why, role, by=by, at=at))


def _given(id_: UUID, who: Employee, one: OneStudent, why: str) -> UUID | None:
    """What this form has given already. Raises FormUsed."""
    row = Caseload.objects.filter(pk=id_).first()
    if row is None:
        return None
    said = (who.id, one.student, one.role, one.to_on, why)
    if (row.employee_id, row.student_id, row.role, row.to_on, row.reason) != said:
        raise FormUsed
    return id_


def _serve(
    id_: UUID, account: Account, who: Employee, one: OneStudent, why: str, role: str, *, by: SignedIn, at: datetime
) -> UUID | NotDone:
    on = district_day(at)
    if len(why) > REASON_LENGTH:
        raise ValidationError({"reason": f"A reason has at most {REASON_LENGTH} signs."})
    case = _fit([one.student], account, who, by, on).get(one.student)
    schools = case.student.schools if case else ()
    theirs = {place for its, place in _serving(who, on) if its == one.role}
    school = next((it for it in schools if theirs & {None, it}), None)
    rows = Caseload.objects.filter(in_force(on), still_there(on), employee=who, student=one.student)
    answer = rules.may_serve_one(
        oneself=account.id == by.account.id, closed=not account.is_active, found=case is not None,
        holds_role=school is not None, already=rows.filter(role__in=("", one.role)).exists(), reason=bool(why),
        in_order=one.to_on is None or one.to_on >= on,
    )  # fmt: skip
    part = f"{one.role}:{school or ''}"
    if isinstance(answer, No):
        about = one.student if case or asked_of_each([one.student], by, on) else None
        return not_done(Act.CASELOAD_REFUSED, answer, account.id, part, role, student=about, by=by, at=at)
    entry = ledger.event(
        Act.CASELOAD_GIVEN, student=one.student, record=id_, part=part, by=by.acting_as(role), at=at
    )  # fmt: skip
    ledger.write(entry)
    row = Caseload(
        id=id_, employee=who, student_id=one.student, school_id=school, role=one.role, reason=why, from_on=on,
        to_on=one.to_on,
    )  # fmt: skip
    row.save(force_insert=True)
    return id_


def names(students: Iterable[UUID | None], by: SignedIn, on: date) -> dict[UUID, str]:
    """The names of those of these students whom this account may open. Part of the open transaction."""
    cases = asked_of_each(sorted({it for it in students if it}), by, on)
    return {id_: it.student.name for id_, it in cases.items() if _opens(it)}
