"""The register of incidents, and the page of one: what is known, whom it touches in numbers, what is owed and blocks.

What was written down is opened by an act of its own, with its line under seal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from fileroom.duties import queries as duties
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.keepers import kept_at
from fileroom.people.models import Employee
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.closing import LESSONS, blocks, counted, unread
from fileroom.programmes.incidents.duties import ROOM, Answers
from fileroom.programmes.incidents.endings import unplanned
from fileroom.programmes.incidents.handling import handles, note
from fileroom.programmes.incidents.known import Known, System, known_of
from fileroom.programmes.incidents.notice_texts import NOTE as NOTICE_WORDS
from fileroom.programmes.incidents.people import papers_of
from fileroom.programmes.incidents.services import NOTE
from fileroom.programmes.incidents.turns import WAITS, State
from fileroom.programmes.models import (
    Incident,
    IncidentList,
    IncidentNotice,
    IncidentPerson,
    IncidentScope,
    IncidentSent,
)
from fileroom.records import noting
from fileroom.records.noting import Noted

MOST = 200


@dataclass(frozen=True)
class Head:
    """One incident as a row: codes and times. `owed`: open duties; `waits`: people not told yet."""

    id: UUID
    reported_at: datetime
    noticed_at: datetime
    exercise: bool
    systems: tuple[System, ...]
    going_on: str
    assessed_at: datetime | None
    closed_at: datetime | None
    owed: int
    late: bool
    waits: int


@dataclass(frozen=True)
class Register:
    """The incidents that whoever asks may know of, the newest first. `designated`: they see every one; `keeps`: they
    keep a school's records."""

    incidents: tuple[Head, ...]
    designated: bool
    keeps: bool


@dataclass(frozen=True)
class Reached:
    """Whom it touches, in numbers."""

    students: int
    employees: int
    parents: int
    not_found: int
    unplanned: int
    to_write: int
    by_hand: int
    written: int
    told: int
    spared: int


@dataclass(frozen=True)
class Sent:
    """What somebody says they have sent."""

    what: str
    sent_on: date
    channel: str
    reference: str
    by: str


@dataclass(frozen=True)
class Page:
    """One incident, for whoever handles it. `handler`: the name of whom it is in the hands of; `written`: how many
    notes; `notice_words`: the notice has its own words."""

    head: Head
    reported_by: str
    handler: str
    known: Known
    answers: Answers
    owed: tuple[Listed, ...]
    reached: Reached
    scopes: tuple[IncidentScope, ...]
    lists: tuple[IncidentList, ...]
    sent: tuple[Sent, ...]
    papers: tuple[tuple[UUID, str, str, datetime], ...]
    written: int
    notice_words: bool
    unread: int
    lessons: int
    blocks: tuple[str, ...]
    designated: bool


def register(*, by: SignedIn, at: datetime) -> Register:
    """Those designated see every incident; anybody else, what they reported or have in hand. Raises Missing."""
    with district_transaction():
        who = handles(by, at)
        rows = Incident.objects.order_by("-reported_at")
        if not who.designated:
            rows = rows.filter(Q(reported_by=by.account.id) | Q(handler=by.account.employee_id))
        employee = by.account.employee_id
        keeps = employee is not None and bool(kept_at(employee, on=district_day(at)))
        return Register(_heads(rows[:MOST], at), who.designated, keeps)


def _heads(rows: Iterable[Incident], at: datetime) -> tuple[Head, ...]:
    found = list(rows)
    owed: dict[UUID, list[Listed]] = {}
    for it in duties.about(ROOM, [row.id for row in found], at=at):
        owed.setdefault(it.of, []).append(it)
    waiting = IncidentNotice.objects.filter(person__incident__in=found, state__in=WAITS)
    waits = dict(waiting.values_list("person__incident").annotate(number=Count("pk")))
    return tuple(_head(row, owed.get(row.id, []), waits.get(row.id, 0)) for row in found)


def _head(row: Incident, owed: list[Listed], waits: int) -> Head:
    return Head(
        row.id, row.reported_at, row.noticed_at, row.exercise, tuple(System(it) for it in row.systems), row.going_on,
        row.assessed_at, row.closed_at, len(owed), any(it.late for it in owed), waits,
    )  # fmt: skip


def standing(incident_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Head, bool]:
    """The incident as its row, and whether this account handles it: else it has reported it. Raises Missing."""
    with district_transaction():
        row = _row(incident_id)
        who = handles(by, at, row)
        if not who.handles and row.reported_by != by.account.id:
            raise Missing
        return _heads([row], at)[0], who.handles


@durable_transaction
def page(incident_id: UUID, *, by: SignedIn, at: datetime) -> Page:
    """One incident; that it was looked at is noted. Raises Missing."""
    row = _row(incident_id)
    who = handles(by, at, row)
    if not who.handles:
        raise Missing
    note(Act.INCIDENT_LOOKED_AT, row, by, who.role, at)
    it, said = counted(row, at=at)
    owed = duties.about(ROOM, [row.id], at=at)
    reached = _reached(row)
    sent = list(IncidentSent.objects.filter(incident=row).order_by("sent_on"))
    names = queries.account_names([row.reported_by, *(it.noted_by for it in sent)])
    return Page(
        head=_head(row, owed, it.waits + it.not_found),
        reported_by=names.get(row.reported_by, ""),
        handler=_name(row.handler),
        known=known_of(row),
        answers=said,
        owed=tuple(owed),
        reached=reached,
        scopes=tuple(IncidentScope.objects.filter(incident=row).order_by("-counted_at")),
        lists=tuple(IncidentList.objects.filter(incident=row).order_by("imported_at")),
        sent=tuple(Sent(it.what, it.sent_on, it.channel, it.reference, names.get(it.noted_by, "")) for it in sent),
        papers=tuple(papers_of(row.id)),
        written=len(noting.notes(NOTE, row.id)),
        notice_words=bool(noting.notes(NOTICE_WORDS, row.id)),
        unread=it.unread,
        lessons=it.lessons,
        blocks=() if row.closed_at else blocks(it),
        designated=who.designated,
    )


def _reached(row: Incident) -> Reached:
    people = IncidentPerson.objects.filter(incident=row)
    states = dict(IncidentNotice.objects.filter(person__incident=row).values_list("state").annotate(number=Count("pk")))
    return Reached(
        students=people.exclude(student=None).count(),
        employees=people.exclude(employee=None).count(),
        parents=people.exclude(contact=None).count(),
        not_found=states.get(State.NOT_FOUND, 0),
        unplanned=unplanned(row).count(),
        to_write=states.get(State.TO_WRITE, 0),
        by_hand=states.get(State.BY_HAND, 0) + states.get(State.TO_TAKE_OUT, 0),
        written=states.get(State.WRITTEN, 0),
        told=states.get(State.TOLD, 0),
        spared=states.get(State.SPARED, 0),
    )


@durable_transaction
def read(incident_id: UUID, *, by: SignedIn, at: datetime) -> list[tuple[Noted, str]]:
    """What was written down, the lessons of an exercise too, and by whom; each note opened leaves its line.

    Raises Missing.
    """
    row = Incident.objects.select_for_update(of=("self",)).filter(pk=incident_id).first()
    if row is None:
        raise Missing
    who = handles(by, at, row)
    if not who.handles:
        raise Missing
    notes = noting.notes(NOTE, row.id)
    these = [*notes, *noting.notes(LESSONS, row.id)]
    opened = [noting.open_note(it, Act.INCIDENT_READ, by=by, role=who.role, decision=None, at=at) for it in these]
    if unread(row):
        row.notes_read = len(notes)
        row.save(update_fields=["notes_read"])
    names = queries.account_names([it.written_by for it in opened])
    return [(it, names.get(it.written_by, "") if it.written_by else "") for it in opened]


def employees(*, by: SignedIn, at: datetime) -> list[tuple[UUID, str]]:
    """Everybody who works here, to choose whom an incident is put in the hands of. Raises Missing."""
    with district_transaction():
        if not handles(by, at).designated:
            raise Missing
        return [(it.id, _name(it)) for it in Employee.objects.filter(left_on=None).order_by("family", "given")]


def _row(incident_id: UUID) -> Incident:
    row = Incident.objects.filter(pk=incident_id).select_related("handler").first()
    if row is None:
        raise Missing
    return row


def _name(of: Employee | None) -> str:
    return f"{of.given} {of.family}" if of else ""
