"""Whom an incident touches, by name, for those designated: whom a person tells, and which rows are nobody here.

Reading it is an act with its line. Of a file with an order no contact is named: whoever hands it over looks first. Of a
student from whom an order keeps whoever reads, nothing stands here, and no number counts them: another of those
designated sees to what they are owed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Q, QuerySet, Subquery

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.models import Contact
from fileroom.people.names import employee_name, full_name, person_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import FOR_NOBODY
from fileroom.programmes.incidents.handling import looked_up, may_know, note
from fileroom.programmes.incidents.named import unread as unread_lists
from fileroom.programmes.incidents.posting import Printed, prints_of
from fileroom.programmes.incidents.reaching import LIST
from fileroom.programmes.incidents.runs import police_ask
from fileroom.programmes.incidents.turns import NOBODY, OF_A_CONTACT, POSTED, State, Why
from fileroom.programmes.models import Incident, IncidentList, IncidentNotice, IncidentPerson
from fileroom.records import issuing, noting
from fileroom.records.models import Letter

MOST, BY_HAND = 200, "by_hand"


@dataclass(frozen=True)
class ToTell:
    """One notice that a person hands over. `to`: a contact's name; empty: whoever of the family comes, or themself.
    `staff`: to one of the staff, whose letter lies ready, and who is written to once their address is entered."""

    id: UUID
    name: str
    where: str
    to: str
    why: Why
    staff: bool


@dataclass(frozen=True)
class ToTakeOut:
    """One whose letter lies in a print, and may not go any more. `codes`: by which its sheets are found there."""

    id: UUID
    name: str
    where: str
    why: Why
    print: int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Handed:
    """One whom a person has told, when, and who says so."""

    name: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Untold:
    """One of whom nobody could be told: by the word of whom, when, and why, in its code (incidents.nobody)."""

    id: UUID
    name: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True)
class Lost:
    """A row of a list that is nobody here. `settled`: somebody has said so already, and nobody has read it; `says`:
    what stands there, once it was opened."""

    id: UUID
    list: UUID
    row: int
    why: str
    settled: bool
    says: str = ""


@dataclass(frozen=True)
class More:
    """How many stand beyond those of each list."""

    by_hand: int
    lost: int
    names: int


@dataclass(frozen=True)
class People:
    """The people who wait for a person. `take_out`: whose printed letters are to be taken out; `handed`: those who were
    told by one, the newest first; `untold`: those of whom nobody could be, the same; `written`: letters that wait to be
    printed; `prints`: those printed, and not posted yet; `posted`: how many are, as far as whoever asks may know;
    `gone`: any letter went; `waits`: police ask to wait, and nobody is told meanwhile; `students`: any of those touched
    is one; `unread`: a list has rows of nobody here that nobody has opened, whatever became of them."""

    by_hand: tuple[ToTell, ...]
    take_out: tuple[ToTakeOut, ...]
    handed: tuple[Handed, ...]
    untold: tuple[Untold, ...]
    lost: tuple[Lost, ...]
    names: tuple[str, ...]
    written: int
    prints: tuple[Printed, ...]
    posted: int
    gone: bool
    waits: bool
    students: bool
    unread: bool
    more: More


@durable_transaction
def people(incident_id: UUID, *, by: SignedIn, at: datetime, opened: bool = False, after: UUID | None = None) -> People:
    """The people, by name. `opened`: with what stands in the rows that are nobody here, of those behind the notice
    `after`. A list counts as opened once its own last row was shown. Raises Missing."""
    row, who = looked_up(incident_id, by, at, designee=True)
    theirs = may_know(row, by, at)
    hands = _notices(row, State.BY_HAND).filter(theirs)
    unread = unread_lists(row)
    nobody = _nobody(row, unread, after) if opened else _nobody(row, unread.none(), None)
    touched = IncidentPerson.objects.filter(may_know(row, by, at, person=""), incident=row, list=None)
    names = _names(touched)
    note(Act.INCIDENT_READ, row, by, who.role, at, part="people", outcome=str(len(names)))
    more = More(*(max(0, it.count() - MOST) for it in (hands, nobody, touched)))
    lost = [
        Lost(it.id, it.person.list, it.person.row, it.why, it.state != State.NOT_FOUND)
        for it in nobody[:MOST] if it.person.list and it.person.row
    ]  # fmt: skip
    if opened:
        lost = _opened(lost, by, who.role, at)
        beyond = [it for it in nobody.values_list("person__list", flat=True)[MOST:] if it]
        unread.filter(pk__in=[it.list for it in lost]).exclude(pk__in=beyond).update(opened_at=at)
    by_hand = _to_tell(list(hands[:MOST]), at)
    take_out = _to_take_out(list(_notices(row, State.TO_TAKE_OUT).filter(theirs)[:MOST]), at)
    handed = _handed(list(_notices(row, State.TOLD).filter(theirs, over_as=BY_HAND).order_by("-over_at", "id")[:MOST]))
    untold = _untold(list(_notices(row, State.SPARED).filter(theirs, FOR_NOBODY).order_by("-over_at", "id")[:MOST]))
    students, left = touched.exclude(student=None).exists(), unread.exists()
    written = _notices(row, State.WRITTEN).filter(theirs, print=None).count()
    prints = prints_of(row, by=by, at=at)
    told = _notices(row, State.TOLD).filter(theirs, over_as=POSTED).order_by()
    gone = set(told.values_list("print", flat=True).distinct())
    posted = len(gone - {it.id for it in prints})
    waits = police_ask(row, at=at)
    return People(
        tuple(by_hand), take_out, handed, untold, tuple(lost), names, written, prints, posted, bool(gone), waits,
        students, left, more,
    )  # fmt: skip


def _handed(rows: list[IncidentNotice]) -> tuple[Handed, ...]:
    by = queries.account_names([it.over_by for it in rows if it.over_by])
    return tuple(
        Handed(_name(it.person), it.over_at, by.get(it.over_by, "")) for it in rows if it.over_at and it.over_by
    )


def _untold(rows: list[IncidentNotice]) -> tuple[Untold, ...]:
    by = queries.account_names([it.over_by for it in rows if it.over_by])
    return tuple(
        Untold(it.id, _name(it.person), it.over_at, by.get(it.over_by, ""), it.over_as.removeprefix(NOBODY))
        for it in rows if it.over_at and it.over_by
    )  # fmt: skip


def _notices(row: Incident, state: State) -> QuerySet[IncidentNotice]:
    these = IncidentNotice.objects.filter(person__incident=row, state=state)
    return these.select_related("person__student", "person__employee", "person__contact", "print").order_by(
        "person__student__search_name", "id"
    )


def _nobody(row: Incident, unread: QuerySet[IncidentList], after: UUID | None) -> QuerySet[IncidentNotice]:
    """The rows of nobody that somebody has to settle, and whatever became of them those of lists that nobody has read:
    in their order, and those behind `after` alone. A list that comes in meanwhile stands behind all others."""
    these = Q(state=State.NOT_FOUND) | Q(person__row__isnull=False, person__list__in=unread.values("pk"))
    came_at = IncidentList.objects.filter(pk=OuterRef("person__list")).values("imported_at")
    rows = IncidentNotice.objects.filter(these, person__incident=row).select_related("person")
    rows = rows.annotate(came_at=Subquery(came_at)).order_by("came_at", "person__list", "person__row")
    if after and (edge := rows.filter(pk=after).first()):
        of = edge.person
        behind = Q(person__list__gt=of.list) | Q(person__list=of.list, person__row__gt=of.row)
        rows = rows.filter(Q(came_at__gt=edge.came_at) | Q(behind, came_at=edge.came_at))
    return rows


def _names(touched: QuerySet[IncidentPerson]) -> tuple[str, ...]:
    rows = touched.select_related("student", "employee", "contact")
    rows = rows.order_by("student__search_name", "employee__family", "contact__search_name")[:MOST]
    return tuple(_name(it) for it in rows)


def _name(it: IncidentPerson) -> str:
    if it.contact:
        return person_name(it.contact)
    return full_name(it.student) if it.student else employee_name(it.employee) if it.employee else ""


def _to_tell(rows: list[IncidentNotice], at: datetime) -> list[ToTell]:
    contacts = {it.id: person_name(it) for it in Contact.objects.filter(pk__in=[it.contact for it in rows])}
    schools = _schools(rows, at)
    return [
        ToTell(
            it.id, _name(it.person), schools.get(it.person.student_id, "") if it.person.student_id else "",
            contacts.get(it.contact, "") if it.person.student_id and it.contact and it.why in OF_A_CONTACT else "",
            Why(it.why), it.person.employee_id is not None,
        )
        for it in rows
    ]  # fmt: skip


def _schools(rows: list[IncidentNotice], at: datetime) -> dict[UUID, str]:
    there = queries.students(Q(pk__in=[it.person.student_id for it in rows]), on=district_day(at))
    return {it.id: it.school for it in queries.as_named(there)}


def _to_take_out(rows: list[IncidentNotice], at: datetime) -> tuple[ToTakeOut, ...]:
    schools = _schools(rows, at)
    letters = Letter.objects.filter(pk__in=[UUID(id_) for it in rows for id_ in it.letters])
    codes = {str(it.id): it.code for it in letters}
    return tuple(
        ToTakeOut(
            it.id, _name(it.person), schools.get(it.person.student_id, "") if it.person.student_id else "",
            Why(it.why), it.print.number if it.print else 0, tuple(codes[id_] for id_ in it.letters if id_ in codes),
        )
        for it in rows
    )  # fmt: skip


def _opened(lost: list[Lost], by: SignedIn, role: str, at: datetime) -> list[Lost]:
    """Each with what stands there; each list opened leaves its line."""
    says: dict[tuple[UUID, int], str] = {}
    for of in {it.list for it in lost}:
        for sealed in noting.notes(LIST, of):
            opened = noting.open_note(sealed, Act.INCIDENT_READ, by=by, role=role, decision=None, at=at)
            says |= {(of, int(number)): text for number, text in opened.fields.items()}
    return [replace(it, says=says.get((it.list, it.row), "")) for it in lost]


@durable_transaction
def paper(incident_id: UUID, letter_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """A paper for an office outside, as it was made. Raises ValidationError (none) and Missing."""
    row, who = looked_up(incident_id, by, at, designee=True)
    letter = Letter.objects.filter(pk=letter_id, about=row.id, student=None, to=None).first()
    if letter is None:
        raise ValidationError("This is no paper of this incident.")
    return issuing.open_again(letter, by=by, role=who.role, sealed=True, at=at)


def papers_of(row_id: UUID) -> list[tuple[UUID, str, str, datetime]]:
    """The papers made for offices outside and for everybody, the newest first: id, kind, language, when."""
    rows = Letter.objects.filter(about=row_id, student=None, to=None).order_by("-issued_at")
    return [(it.id, it.kind, it.language, it.issued_at) for it in rows]
