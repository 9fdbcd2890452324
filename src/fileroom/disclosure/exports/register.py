"""The register of lists that were taken away: who, when, which list, what for, how many, which code. Never whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.disclosure.directory.register import Entered, entered
from fileroom.disclosure.exports.sources import Source
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.hosting import district_transaction
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn

MOST = 100


@dataclass(frozen=True)
class Taken:
    """A list of the register. `source`: which; `may_agree`: the reader may be its second person."""

    source: str
    words: str
    entered: Entered
    may_agree: bool


def taken(sources: Mapping[str, Source], *, by: SignedIn, at: datetime) -> tuple[Taken, ...]:
    """The newest of these: one's own, and those of others that are known to this account. Raises Missing (of no
    employee)."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        rows = StudentList.objects.filter(_seen(sources, by, at)).select_related("school", "section")
        return _told(list(rows.order_by("-prepared_at")[:MOST]), by, at)


def one(list_id: UUID, sources: Mapping[str, Source], *, by: SignedIn, at: datetime) -> Taken:
    """One of them. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    with district_transaction():
        rows = StudentList.objects.filter(_seen(sources, by, at), pk=list_id).select_related("school", "section")
        found = _told(list(rows), by, at)
    if not found:
        raise Missing
    return found[0]


def _seen(sources: Mapping[str, Source], by: SignedIn, at: datetime) -> Q:
    """That somebody has listed those with an order says that there is one: each list is known to whom it is for."""
    seen = Q(prepared_by=by.account.id)
    for known_to in {it.known_to for it in sources.values()}:
        there = known_to(by, at)
        such = Q(source__in=[code for code, it in sources.items() if it.known_to is known_to])
        seen |= such if None in there else such & Q(school__in=[it for it in there if it])
    return seen & ~Q(source=DIRECTORY)


def _told(rows: list[StudentList], by: SignedIn, at: datetime) -> tuple[Taken, ...]:
    """Whoever is told of another's list may be its second person."""
    return tuple(
        Taken(row.source, row.asked.get("words", ""), it, may_agree=not it.mine)
        for row, it in zip(rows, entered(rows, by, at), strict=True)
    )
