"""The register of declared exceptions as a list: of forms that this account may know of, and so of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from fileroom.collection.declarations.services import TO_BE_WITHDRAWN
from fileroom.collection.declarations.standing import State, state_of
from fileroom.collection.models import Declaration, RegisteredForm
from fileroom.collection.register.services import places
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.exceptions import EXCEPTIONS, DeclaredException
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.signed_in import SignedIn

MOST = 200
WAITING_FIRST = F("approved_at").asc(nulls_first=True)
ORDER = list(State)


@dataclass(frozen=True)
class Listed:
    """One declaration. `exception`: None where the law's list has it no more. `mine`: this account may withdraw it;
    `approves`: and approve it, as it stands."""

    id: UUID
    exception: DeclaredException | None
    title: str
    where: str
    from_on: date
    to_on: date
    state: State
    declared_by: str
    declared_on: date
    approved_by: str
    approved_on: date | None
    withdrawn_on: date | None
    mine: bool
    approves: bool


@dataclass(frozen=True)
class Declarable:
    """What may be declared for what: the exceptions whose law is in force, and the forms of this account, by title."""

    exceptions: tuple[DeclaredException, ...]
    forms: tuple[tuple[UUID, str], ...]


def declarations(*, by: SignedIn, at: datetime) -> tuple[Listed, ...]:
    """Those that wait first, then those in force; of what is over the newest. Raises Missing (of nobody's forms)."""
    own, on = places(by=by, at=at), district_day(at)
    if not own:
        raise Missing
    with district_transaction():
        rows = Declaration.objects.filter(_of_forms(own)).select_related("form", "form__school")
        found = list(rows.order_by(WAITING_FIRST, "-to_on", "title", "id")[:MOST])
        people = {it for row in found for it in (row.declared_by, row.approved_by) if it}
        names = queries.account_names(list(people))
        designated = designator_facts(by.account, on).designated
    made = [_listed(row, own, by, names, on, designated=designated) for row in found]
    return tuple(sorted(made, key=lambda it: ORDER.index(it.state)))


def waiting(*, by: SignedIn, at: datetime) -> int:
    """How many declarations wait for this account's approval: of others, where it is designated to approve."""
    on = district_day(at)
    with district_transaction():
        own = places(by=by, at=at)
        if not own or not designator_facts(by.account, on).designated:
            return 0
        rows = Declaration.objects.filter(_of_forms(own), approved_at=None, withdrawn_at=None, to_on__gte=on)
        found = list(rows.exclude(declared_by=by.account.id).select_related("form"))
    return sum(state_of(row, on) is State.WAITING for row in found)


def _of_forms(own: set[UUID | None]) -> Q:
    """Of the forms that an account with these places may know of."""
    return Q() if None in own else Q(form__school=None) | Q(form__school__in=own)


def declarable(*, by: SignedIn, at: datetime) -> Declarable:
    """For the page on which one is declared. Raises Missing (of nobody's forms)."""
    own, on = places(by=by, at=at), district_day(at)
    if not own:
        raise Missing
    with district_transaction():
        rows = RegisteredForm.objects.exclude(state=RegisteredForm.State.RETIRED).order_by("title", "id")
        if None not in own:
            rows = rows.filter(school__in=own)
        forms = tuple(rows.values_list("id", "title"))
    named = (it for it in EXCEPTIONS.values() if it.binds(on))
    return Declarable(tuple(sorted(named, key=lambda it: it.title)), forms)


def _listed(
    row: Declaration, own: set[UUID | None], by: SignedIn, names: dict[UUID, str], on: date, *, designated: bool
) -> Listed:
    state, school = state_of(row, on), row.form.school
    mine = None in own or (school is not None and school.id in own)
    return Listed(
        id=row.id,
        exception=EXCEPTIONS.get(row.exception),
        title=row.title,
        where=school.name if school else "",
        from_on=row.from_on,
        to_on=row.to_on,
        state=state,
        declared_by=names.get(row.declared_by, ""),
        declared_on=district_day(row.declared_at),
        approved_by=names.get(row.approved_by, "") if row.approved_by else "",
        approved_on=district_day(row.approved_at) if row.approved_at else None,
        withdrawn_on=district_day(row.withdrawn_at) if row.withdrawn_at else None,
        mine=mine and state in TO_BE_WITHDRAWN,
        approves=designated and state is State.WAITING and row.declared_by != by.account.id,
    )
