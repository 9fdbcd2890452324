"""The register as a list, and one form of it. A form is blank and tells of nobody: a look at it is no disclosure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from fileroom.collection.declarations.standing import Honoured, honoured_by_form
from fileroom.collection.models import RegisteredForm
from fileroom.collection.register.definitions import Asking, Head, asks_of, head_of
from fileroom.collection.register.services import places
from fileroom.collection.register.standing import Attention, Edition, Screened, attention, due_on, edition_on
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.takings import Verdict
from fileroom.people.answers import Missing
from fileroom.people.models import School
from fileroom.people.signed_in import SignedIn

RETIRED = RegisteredForm.State.RETIRED
MOST = 500


@dataclass(frozen=True)
class Listed:
    """One form. `found`: what it asks for, where (a field or a page), by which rule it may not. `made`: here. `under`:
    what it asks under on this day."""

    id: UUID
    head: Head
    where: str
    state: str
    found: tuple[Mapping[str, Any], ...]
    made: bool
    screened_on: date
    law: str
    due_on: date
    attention: Attention | None
    under: Honoured | None
    mine: bool


@dataclass(frozen=True)
class Register:
    """Who asks for attention first. `schools`: those whose forms this account registers; `district`: of every one.

    `more`: so many further ones, of those that come last, are not listed.
    """

    forms: tuple[Listed, ...]
    schools: tuple[tuple[UUID, str], ...]
    district: bool
    more: int


def register_of(*, by: SignedIn, at: datetime, days: int) -> Register:
    """The forms of the district, and of the schools whose records this account keeps. Raises Missing (of nobody's).

    `days`: after so many a form is screened again.
    """
    own, on = places(by=by, at=at), district_day(at)
    if not own:
        raise Missing
    with district_transaction():
        now = edition_on(on)
        gravest = sorted(_standing(own, now, on, days), key=lambda it: it.rank)
        shown, under = [it.id for it in gravest[:MOST]], honoured_by_form(on)
        rows = RegisteredForm.objects.select_related("school").in_bulk(shown)
        schools = [it for it in School.objects.order_by("name") if None in own or it.id in own]
    forms = tuple(_listed(rows[it], own, now, on, days, under.get(it)) for it in shown)
    return Register(forms, tuple((it.id, it.name) for it in schools), None in own, len(gravest) - len(shown))


def wanting(*, by: SignedIn, at: datetime, days: int) -> int:
    """How many forms of theirs want attention, for the first screen."""
    on = district_day(at)
    with district_transaction():
        own = places(by=by, at=at)
        theirs = _standing(own, edition_on(on), on, days) if own else ()
        return sum(it.rank < len(Attention) and it.mine for it in theirs)


def wants(on: date, days: int) -> list[Attention | None]:
    """Of every form of the district why it wants attention on this day, None: it does not. Joins a transaction."""
    gravest = dict(enumerate(Attention))
    return [gravest.get(it.rank) for it in _standing({None}, edition_on(on), on, days)]


@dataclass(frozen=True)
class _Standing:
    """One form among all: how far in front it stands, and whether this account may mend it."""

    id: UUID
    rank: int
    mine: bool


def _standing(own: set[UUID | None], now: Edition, on: date, days: int) -> list[_Standing]:
    """Every form this account may see, by its title. Of each, only what its standing is made of is read."""
    rows = RegisteredForm.objects.exclude(state=RETIRED).order_by("title", "id")
    if None not in own:
        rows = rows.filter(Q(school=None) | Q(school__in=own))
    order, found, declared = list(Attention), [], honoured_by_form(on)
    for id_, school, verdict, whole, screened_on, law, sieve, under in rows.values_list(
        "id", "school_id", "verdict", "whole", "screened_on", "law", "sieve", "under"
    ):
        screened = Screened(Verdict(verdict), whole, screened_on, Edition(law, sieve), under)
        why = attention(screened, now, on=on, days=days, under=_id(declared.get(id_)))
        found.append(_Standing(id_, order.index(why) if why else len(order), _is_mine(school, own)))
    return found


def _is_mine(school: UUID | None, own: set[UUID | None]) -> bool:
    return None in own or (school is not None and school in own)


def registered(form_id: UUID, *, by: SignedIn, at: datetime, days: int) -> tuple[Listed, tuple[Asking, ...]]:
    """One form that this account may change, with its fields; none of a paper. Raises Missing."""
    own, on = places(by=by, at=at), district_day(at)
    if not own:
        raise Missing
    with district_transaction():
        row = RegisteredForm.objects.select_related("school").filter(pk=form_id).exclude(state=RETIRED).first()
        if row is None:
            raise Missing
        listed = _listed(row, own, edition_on(on), on, days, honoured_by_form(on).get(form_id))
    if not listed.mine:
        raise Missing
    return listed, asks_of(row.asks)


def _listed(
    row: RegisteredForm, own: set[UUID | None], now: Edition, on: date, days: int, under: Honoured | None
) -> Listed:
    edition = Edition(row.law, row.sieve)
    screened = Screened(Verdict(row.verdict), row.whole, row.screened_on, edition, row.under)
    return Listed(
        id=row.id,
        head=head_of(row),
        where=row.school.name if row.school else "",
        state=row.state,
        found=tuple(row.found),
        made=bool(row.asks),
        screened_on=row.screened_on,
        law=row.law,
        due_on=due_on(row.screened_on, days),
        attention=attention(screened, now, on=on, days=days, under=_id(under)),
        under=under if row.under is not None and row.under == _id(under) else None,
        mine=_is_mine(row.school_id, own),
    )


def _id(under: Honoured | None) -> UUID | None:
    return under.id if under else None
