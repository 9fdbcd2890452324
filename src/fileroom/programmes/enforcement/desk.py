"""The register of requests, for those who keep it, and the page of whoever stands at the counter: codes, no names.

What was written down is opened by an act of its own, with its line under seal; no page shows it unasked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fileroom.duties import queries as duties
from fileroom.duties import services
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.law.offices import OFFICES
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Assignment, Custodian, School
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement import notices
from fileroom.programmes.enforcement.duties import BY_LOOKING, ROOM
from fileroom.programmes.enforcement.encounters import Encounter
from fileroom.programmes.enforcement.knowing import knows, refused, was_there
from fileroom.programmes.enforcement.scripts import SCRIPTS, Script
from fileroom.programmes.enforcement.services import encounter_of
from fileroom.programmes.models import EnforcementRequest
from fileroom.records import noting
from fileroom.records.noting import Noted

MOST = 200


@dataclass(frozen=True)
class Standing:
    """One request, in codes. `outcome`: how it was closed."""

    id: UUID
    opened_at: datetime
    opened_by: str
    school: str
    school_id: UUID | None
    said: Encounter
    script: Script
    strict: bool
    forbids_word: bool
    closed_at: datetime | None
    outcome: str


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
    """The requests, the newest first."""

    requests: tuple[Standing, ...]
    open: frozenset[UUID]


@dataclass(frozen=True)
class Page:
    """One request, for those who keep the register. `writes`: the reader writes to the family (notices.py); the notices
    are shown to them alone."""

    request: Standing
    owed: tuple[Listed, ...]
    written: int
    writes: bool
    notices: tuple[notices.Listed, ...]


def at_the_counter(request_id: UUID, *, by: SignedIn, at: datetime) -> AtTheCounter:
    """The answer so far. It shows nothing of any student, for there is nothing of one here. Raises Missing."""
    with district_transaction():
        row = _row(request_id)
        was_there(row, by, at)
        it = _standing(row)
        schools = tuple(School.objects.order_by("name").values_list("id", "name"))
        written = len(noting.notes(ROOM, row.id))
        return AtTheCounter(it, _calls(it.script, row, at), written, schools, knows(by, at).keeps)


def _calls(script: Script, row: EnforcementRequest, at: datetime) -> tuple[tuple[str, str], ...]:
    """Whom to call, in this order: an office, and who holds it; none where nobody does."""
    return tuple((office, ", ".join(_holders(office, row.school_id, at))) for office in script.call)


def _holders(office: str, school: UUID | None, at: datetime) -> list[str]:
    there = held(district_day(at))
    if office == "principal":
        rows = Assignment.objects.filter(there, role="principal", school=school)
    elif office == "superintendent":
        roles = [role for role, it in OFFICES.offices.items() if it.designates]
        rows = Assignment.objects.filter(there, role__in=roles, school=None)
    else:
        rows = Assignment.objects.filter(there, role=office)
    names = [f"{it.employee.given} {it.employee.family}" for it in rows.select_related("employee")]
    if office == "superintendent" and OFFICES.offices[CUSTODIAN].designates:
        kept = Custodian.objects.filter(there, school=None).select_related("employee")
        names += [f"{it.employee.given} {it.employee.family}" for it in kept]
    return sorted(set(names))


def register(*, by: SignedIn, at: datetime) -> Register | Refused:
    """Every request. That the list was read stands under seal. Refused to whoever was not designated."""
    return _register(by, at)


@durable_transaction
def _register(by: SignedIn, at: datetime) -> Register | Refused:
    asked = knows(by, at)
    if not asked.keeps:
        return refused(by, asked, at)
    _note(Act.ENFORCEMENT_LOOKED_AT, None, by, asked.role, at, part="register", decision=asked.decision)
    rows = list(EnforcementRequest.objects.select_related("school").order_by("-opened_at")[:MOST])
    owed = duties.about(ROOM, [it.id for it in rows], at=at)
    return Register(tuple(_standing(it) for it in rows), frozenset(it.of for it in owed))


@durable_transaction
def request(request_id: UUID, *, by: SignedIn, at: datetime) -> Page:
    """One request; the Superintendent, or a designee, has thereby been told of it. Raises Missing."""
    row, asked = _row(request_id), knows(by, at)
    if not asked.keeps:
        raise Missing
    entry = _note(Act.ENFORCEMENT_LOOKED_AT, row.id, by, asked.role, at, part="request", decision=asked.decision)
    if asked.superintends:
        for rule in BY_LOOKING:
            services.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=rule)
    owed, written = tuple(duties.about(ROOM, [row.id], at=at)), len(noting.notes(ROOM, row.id))
    written_to = notices.listed(row.id) if asked.superintends else ()
    return Page(_standing(row), owed, written, asked.superintends, written_to)


@durable_transaction
def read(request_id: UUID, *, by: SignedIn, at: datetime) -> list[tuple[Noted, str]]:
    """What was written down, and by whom; each note opened leaves its line. Raises Missing."""
    row, asked = _row(request_id), knows(by, at)
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


def _standing(row: EnforcementRequest) -> Standing:
    return Standing(
        id=row.id,
        opened_at=row.opened_at,
        opened_by=queries.account_names([row.opened_by]).get(row.opened_by, ""),
        school=row.school.name if row.school else "",
        school_id=row.school_id,
        said=encounter_of(row),
        script=SCRIPTS[row.script],
        strict=row.strict,
        forbids_word=row.forbids_word,
        closed_at=row.closed_at,
        outcome=row.outcome,
    )


def _note(act: Act, record: UUID | None, by: SignedIn, role: str, at: datetime, **what: Any) -> UUID:
    actor, purpose = by.acting_as(role), by.purpose.value
    return ledger.write(ledger.event(act, record=record, by=actor, purpose=purpose, sealed=True, at=at, **what))
