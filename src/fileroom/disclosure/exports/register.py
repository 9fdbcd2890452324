"""The register of lists that were taken away: who, when, which list, what for, how many, which code. Never whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.disclosure.directory.register import Entered, entered
from fileroom.disclosure.exports.lists import may_agree
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.keepers import kept_at
from fileroom.people.signed_in import SignedIn

MOST = 100


@dataclass(frozen=True)
class Taken:
    """A list of the register. `source`: which; `may_agree`: the reader may be its second person."""

    source: str
    words: str
    entered: Entered
    may_agree: bool


def taken(*, by: SignedIn, at: datetime) -> tuple[Taken, ...]:
    """The newest: one's own, and those of the schools whose records one keeps. Raises Missing (of no employee)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        rows = StudentList.objects.filter(_seen(by, at)).select_related("school", "section").order_by("-prepared_at")
        return _told(list(rows[:MOST]), by, at)


def one(list_id: UUID, *, by: SignedIn, at: datetime) -> Taken:
    """One of them. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        rows = StudentList.objects.filter(_seen(by, at), pk=list_id).select_related("school", "section")
        found = _told(list(rows), by, at)
    if not found:
        raise Missing
    return found[0]


def _seen(by: SignedIn, at: datetime) -> Q:
    employee = by.account.employee_id
    there = kept_at(employee, on=district_day(at)) if employee else set()
    kept = Q() if None in there else Q(prepared_by=by.account.id) | Q(school__in=[it for it in there if it])
    return kept & ~Q(source=DIRECTORY)


def _told(rows: list[StudentList], by: SignedIn, at: datetime) -> tuple[Taken, ...]:
    return tuple(
        Taken(
            row.source, row.asked.get("words", ""), it,
            not it.mine and may_agree(row.school_id, by=by, at=at),
        )
        for row, it in zip(rows, entered(rows, by, at), strict=True)
    )  # fmt: skip
