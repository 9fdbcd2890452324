"""The register of lists: who made it, for whom, what for, how many, and under which code. Never who is on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from fileroom.disclosure.exports.lifecycle import State
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.hosting import district_transaction
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.keepers import schools_kept
from fileroom.people.models import School, Section
from fileroom.people.signed_in import SignedIn
from fileroom.records.issuing import code_as_printed

MOST = 100  # on one page
EXPIRED = "expired"


@dataclass(frozen=True)
class Entered:
    """One list. `state`: of lists.State, or expired; `school`: empty where it is of the whole district.

    `mine`: the reader has prepared it, and cannot be its second person.
    """

    id: UUID
    code: str
    recipient: str
    recipient_kind: str
    purpose: str
    basis: str
    fields: tuple[str, ...]
    school: str
    section: str
    grades: tuple[str, ...]
    size: int
    state: str
    form: str
    prepared_at: datetime
    prepared_by: str
    approved_by: str
    closed_at: datetime | None
    closed_by: str
    expires_at: datetime
    mine: bool


@dataclass(frozen=True)
class Place:
    """A school of whose students the reader may make lists, with its classes; None: the whole district."""

    id: UUID | None
    name: str
    sections: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class Page:
    """Some of the lists, the newest first; `older`: there are more behind them."""

    lists: tuple[Entered, ...]
    older: bool


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account keep the records of any school?"""
    with district_transaction():
        return bool(schools_kept(by, at))


def lists(page: int = 1, *, by: SignedIn, at: datetime) -> Page:
    """Those whose students' records this account keeps, a page at a time. Raises Missing (it keeps none)."""
    first = (page - 1) * MOST
    with district_transaction():
        among = StudentList.objects.filter(_kept(by, at), source=DIRECTORY).select_related("school", "section")
        rows = list(among.order_by("-prepared_at", "-id")[first : first + MOST + 1])
        return Page(tuple(entered(rows[:MOST], by, at)), len(rows) > MOST)


def one(list_id: UUID, *, by: SignedIn, at: datetime) -> Entered:
    """One of them. Raises Missing."""
    with district_transaction():
        rows = StudentList.objects.filter(_kept(by, at), pk=list_id, source=DIRECTORY).select_related(
            "school", "section"
        )
        found = entered(list(rows), by, at)
    if not found:
        raise Missing
    return found[0]


def places(*, by: SignedIn, at: datetime) -> tuple[Place, ...]:
    """Where this account may make lists. Raises Missing (nowhere)."""
    with district_transaction():
        there = _there(by, at)
        rows = School.objects.order_by("name")
        schools = list(rows if None in there else rows.filter(pk__in=[it for it in there if it]))
        classes: dict[UUID, list[tuple[UUID, str]]] = {it.id: [] for it in schools}
        for id_, school, title in (
            Section.objects.filter(school__in=schools).order_by("title").values_list("id", "school_id", "title")
        ):
            classes[school].append((id_, title))
    found = [Place(it.id, it.name, tuple(classes[it.id])) for it in schools]
    return (*found, Place(None, "", ())) if None in there else tuple(found)


def exists(code: str) -> bool:
    """Was a list handed over under this code, whichever it was? Nothing else is said of it."""
    printed = code_as_printed(code)
    with district_transaction():
        return bool(printed) and StudentList.objects.filter(code=printed, state=State.HANDED_OVER).exists()


def _there(by: SignedIn, at: datetime) -> set[UUID | None]:
    there = schools_kept(by, at)
    if not there:
        raise Missing
    return there


def _kept(by: SignedIn, at: datetime) -> Q:
    there = _there(by, at)
    return Q() if None in there else Q(school__in=[it for it in there if it])


def entered(rows: Iterable[StudentList], by: SignedIn, at: datetime) -> list[Entered]:
    """These lists as the register shows them, names of accounts in one statement. Part of the open transaction."""
    rows = list(rows)
    accounts = {it for row in rows for it in (row.prepared_by, row.approved_by, row.closed_by) if it}
    names = queries.account_names(accounts)
    return [
        Entered(
            row.id,
            row.code,
            row.recipient,
            row.recipient_kind,
            row.purpose,
            row.basis,
            tuple(row.fields),
            row.school.name if row.school else "",
            row.section.title if row.section else "",
            tuple(row.grades),
            row.size,
            EXPIRED if row.closed_at is None and row.expires_at <= at else row.state,
            row.form,
            row.prepared_at,
            names.get(row.prepared_by, ""),
            names.get(row.approved_by, "") if row.approved_by else "",
            row.closed_at,
            names.get(row.closed_by, "") if row.closed_by else "",
            row.expires_at,
            row.prepared_by == by.account.id,
        )
        for row in rows
    ]
