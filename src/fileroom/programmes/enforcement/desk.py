"""The register of requests, for those who keep it, and the page of whoever stands at the counter: codes, no names.

What was written down is opened by an act of its own, with its line under seal; no page shows it unasked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.duties import queries as duties
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.offices import OFFICES
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Assignment, Custodian, School
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import under_seal
from fileroom.programmes.enforcement import notices, whose
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.duties import BY_ITS_OWN_ACT, OF_THE_FAMILY, SILENT
from fileroom.programmes.enforcement.encounters import Encounter
from fileroom.programmes.enforcement.knowing import knows, knows_of, not_theirs, refused, was_there
from fileroom.programmes.enforcement.scripts import SCRIPTS, Script
from fileroom.programmes.enforcement.services import encounter_of, mark_of
from fileroom.programmes.enforcement.telling import not_yet
from fileroom.programmes.models import EnforcementRequest
from fileroom.records import noting
from fileroom.records.noting import Noted

MOST = 200


@dataclass(frozen=True)
class Standing:
    """One request, in codes. `outcome`: how it was closed; `mark`: tells this state of the answers from another."""

    id: UUID
    opened_at: datetime
    opened_by: str
    school: str
    school_id: UUID | None
    said: Encounter
    script: Script
    strict: bool
    closed_at: datetime | None
    outcome: str
    mark: str

    @property
    def is_inquiry(self) -> bool:
        """Is it noted as one of child welfare, or may it be one?"""
        return self.said.inquiry


@dataclass(frozen=True)
class AtTheCounter:
    """What whoever stands there needs: what to say and do, and whom to call. `written`: how often something was written
    down. `schools`: to choose from, where it is not known which it is. `keeps`: they keep the register too."""

    request: Standing
    calls: tuple[tuple[str, str], ...]
    written: int
    schools: tuple[tuple[UUID, str], ...]
    keeps: bool


@dataclass(frozen=True)
class Register:
    """The requests, the newest first. `more`: there are older ones."""

    requests: tuple[Standing, ...]
    open: frozenset[UUID]
    more: bool


@dataclass(frozen=True)
class Found:
    """One of two has said that no part of it was for immigration. `mine`: it was whoever looks now."""

    by: str
    at: datetime | None
    mine: bool


@dataclass(frozen=True)
class Page:
    """One request, for those who keep the register. `silent`: a paper forbids telling the family, and nobody has said
    that this is over; `waits`: why no word goes to a family yet, where one is to be told; `theirs`: the rules that
    whoever looks may say are done; `writes`: they write to the family (notices.py), and the notices are shown to them
    alone."""

    request: Standing
    owed: tuple[Listed, ...]
    silent: bool
    waits: str
    theirs: frozenset[str]
    found: Found | None
    written: int
    writes: bool
    notices: tuple[notices.Listed, ...]


def at_the_counter(request_id: UUID, *, by: SignedIn, at: datetime) -> AtTheCounter:
    """The answer so far. It shows nothing of any student, for there is nothing of one here. Raises Missing."""
    with district_transaction():
        row = _row(request_id)
        was_there(row, by, at)
        it = _standing(row, queries.account_names([row.opened_by]))
        schools = tuple(School.objects.order_by("name").values_list("id", "name"))
        written = len(noting.notes(ROOM, row.id))
        return AtTheCounter(it, _calls(it.script, row, at), written, schools, knows(by, at).keeps)


def _calls(script: Script, row: EnforcementRequest, at: datetime) -> tuple[tuple[str, str], ...]:
    """Whom to call, in this order: an office, and who holds it; none where nobody does. Nobody whom an order keeps from
    the child."""
    return tuple((office, ", ".join(_holders(office, row, at))) for office in script.call)


def _holders(office: str, row: EnforcementRequest, at: datetime) -> list[str]:
    on, there = district_day(at), held(district_day(at))
    if office == "principal":
        rows = Assignment.objects.filter(there, role="principal", school=row.school_id)
    elif office == "superintendent":
        roles = [role for role, it in OFFICES.offices.items() if it.designates]
        rows = Assignment.objects.filter(there, role__in=roles, school=None)
    else:
        rows = Assignment.objects.filter(there, role=office)
    those = {it.employee for it in rows.select_related("employee")}
    if office == "superintendent" and OFFICES.offices[CUSTODIAN].designates:
        kept = Custodian.objects.filter(there, school=None).select_related("employee")
        those |= {it.employee for it in kept}
    away = whose.kept_from(row.id, those, on)
    return sorted({f"{it.given} {it.family}" for it in those if it.id not in away})


def register(*, before: UUID | None = None, by: SignedIn, at: datetime) -> Register | Refused:
    """Every request that whoever asks may hear of; `before`: those older than this one. That the list was read stands
    under seal. Refused to whoever was not designated."""
    return _register(before, by, at)


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account keep the register? Nothing is noted: they have not asked for it."""
    with district_transaction():
        return knows(by, at).keeps


@durable_transaction
def _register(before: UUID | None, by: SignedIn, at: datetime) -> Register | Refused:
    asked = knows(by, at)
    if not asked.keeps:
        return refused(by, asked, at)
    under_seal.note(Act.ENFORCEMENT_LOOKED_AT, None, by, asked.role, at, part="register", decision=asked.decision)
    theirs = EnforcementRequest.objects.exclude(pk__in=whose.hidden_from(by.account, district_day(at)))
    rows = list(_older_than(before, theirs).select_related("school").order_by("-opened_at", "-id")[: MOST + 1])
    more, rows = len(rows) > MOST, rows[:MOST]
    owed, names = duties.about(ROOM, [it.id for it in rows], at=at), queries.account_names(it.opened_by for it in rows)
    return Register(tuple(_standing(it, names) for it in rows), frozenset(it.of for it in owed), more)


def _older_than(before: UUID | None, rows: QuerySet[EnforcementRequest]) -> QuerySet[EnforcementRequest]:
    edge = rows.filter(pk=before).first() if before else None
    return rows.filter(Q(opened_at__lt=edge.opened_at) | Q(opened_at=edge.opened_at, pk__lt=edge.pk)) if edge else rows


@durable_transaction
def request(request_id: UUID, *, by: SignedIn, at: datetime) -> Page:
    """One request. That it was opened is noted; who has read it says so themselves. Raises Missing."""
    row, asked = _row(request_id), knows_of(request_id, by, at)
    if not asked.keeps:
        raise Missing
    under_seal.note(Act.ENFORCEMENT_LOOKED_AT, row.id, by, asked.role, at, part="request", decision=asked.decision)
    owed = tuple(duties.about(ROOM, [row.id], at=at))
    theirs = frozenset(
        it.rule for it in owed if it.rule not in BY_ITS_OWN_ACT and not not_theirs(it.rule, row, asked, by, at)
    )
    names = queries.account_names([row.opened_by, *([row.found_by] if row.found_by else [])])
    found = Found(names.get(row.found_by, ""), row.found_at, row.found_by == by.account.id) if row.found_by else None
    written, written_to = len(noting.notes(ROOM, row.id)), notices.listed(row.id, at) if asked.superintends else ()
    silent = any(it.rule == SILENT for it in owed)
    waits = not_yet(row) if any(it.rule in OF_THE_FAMILY for it in owed) else ""
    return Page(_standing(row, names), owed, silent, waits, theirs, found, written, asked.superintends, written_to)


@durable_transaction
def read(request_id: UUID, *, by: SignedIn, at: datetime) -> list[tuple[Noted, str]]:
    """What was written down, and by whom; each note opened leaves its line. Raises Missing."""
    row, asked = _row(request_id), knows_of(request_id, by, at)
    if not asked.keeps:
        raise Missing
    opened = [
        noting.open_note(it, Act.ENFORCEMENT_READ, by=by, role=asked.role, decision=asked.decision, at=at)
        for it in noting.notes(ROOM, row.id)
    ]
    names = queries.account_names([it.written_by for it in opened])
    return [(it, names.get(it.written_by, "") if it.written_by else "") for it in opened]


def _row(request_id: UUID) -> EnforcementRequest:
    row = EnforcementRequest.objects.filter(pk=request_id).select_related("school").first()
    if row is None:
        raise Missing
    return row


def _standing(row: EnforcementRequest, names: Mapping[UUID, str]) -> Standing:
    return Standing(
        id=row.id,
        opened_at=row.opened_at,
        opened_by=names.get(row.opened_by, ""),
        school=row.school.name if row.school else "",
        school_id=row.school_id,
        said=encounter_of(row),
        script=SCRIPTS[row.script],
        strict=row.strict,
        closed_at=row.closed_at,
        outcome=row.outcome,
        mark=mark_of(row),
    )
