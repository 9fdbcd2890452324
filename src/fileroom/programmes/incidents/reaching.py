"""Whom an incident touches: counted from Fileroom's own ledger, or by another's list; the people are put on its list.

What is counted stays with the incident as numbers and classes; a list is kept as ids, and what matches nobody, sealed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection.imports.values import DayOrder, day
from fileroom.hosting import durable_transaction
from fileroom.ledger.services import Act
from fileroom.people.models import Account, Employee, Student
from fileroom.people.names import full_name, person_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents import staff_letters
from fileroom.programmes.incidents.duties import settle
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.known import System
from fileroom.programmes.incidents.matching import Line, Matched, Somebody, match
from fileroom.programmes.incidents.named import put
from fileroom.programmes.incidents.scope import Asked, Scope, exposed, reached, scope
from fileroom.programmes.incidents.turns import State
from fileroom.programmes.models import Incident, IncidentList, IncidentNotice, IncidentPerson, IncidentScope
from fileroom.records import noting
from fileroom.screening import LOOKS_AT_WRITING, findings_in

LIST = "incident_list"
LEFT_OUT = "(left out: no file may hold it)"
AT_ONCE, LARGEST_FILE, MOST_ROWS, LONGEST = 2000, 16 * 1024**2, 200_000, 200
COLUMNS = {
    "name": ("name", "full name", "student", "student name"),
    "given": ("first name", "given name", "given", "first"),
    "family": ("last name", "family name", "family", "last", "surname"),
    "born_on": ("birth date", "birthdate", "date of birth", "dob", "born on", "born_on"),
    "number": ("student id", "student_id", "ssid", "state id", "local id", "sourcedid"),
    "own": ("id",),
    "email": ("email", "e-mail", "staff email", "account email", "parent email", "guardian email"),
    "street": ("street", "address", "street address", "mailing address"),
    "city": ("city",),
    "state": ("state",),
    "postal_code": ("postal code", "postal_code", "zip", "zip code"),
}


class Aside(StrEnum):
    """Why a count is settled, though not everybody it found was put on the list by it."""

    ON_THE_LIST = "on_the_list"  # whoever was named stands there by another way
    ALLOWED = "allowed"  # it was the office's own work, and no part of what happened
    COUNTED_ANEW = "counted_anew"  # it was counted too widely; a narrower count stands in its place


@dataclass(frozen=True)
class Listed:
    """What a list came to: people put on the incident's list, those who stood there already, and rows of nobody."""

    new: int
    there: int
    lost: int


def count(
    incident_id: UUID, names: tuple[str, ...], addresses: tuple[str, ...], begun_at: datetime, ended_at: datetime,
    *, by: SignedIn, at: datetime,
) -> Scope:  # fmt: skip
    """Count what was shown here by these accounts, from these addresses, in this time, and keep it with the incident.

    Raises Missing and ValidationError.
    """
    role = _may(incident_id, by, at)
    asked, found = scope(names, addresses, begun_at, ended_at, by=by.acting_as(role), at=at)
    _keep(incident_id, asked, found, by, at)
    return found


@durable_transaction
def _may(incident_id: UUID, by: SignedIn, at: datetime) -> str:
    return taken_up(incident_id, by, at)[1].role


@durable_transaction
def _keep(incident_id: UUID, asked: Asked, found: Scope, by: SignedIn, at: datetime) -> None:
    row, who = taken_up(incident_id, by, at)
    entry = note(Act.INCIDENT_ASSESSED, row, by, who.role, at, part="scope")
    IncidentScope(
        incident=row, begun_at=asked.begun_at, ended_at=asked.ended_at, accounts=[str(it) for it in asked.accounts],
        addresses=list(asked.addresses), students=found.students, staff=found.staff, records=found.records,
        shown=found.shown, in_vain=found.in_vain, searches=found.searches, names=found.listed,
        classes=[[*of, number] for of, number in found.classes.items()], counted_at=at, counted_by=by.account.id,
        entry=entry,
    ).save(force_insert=True)  # fmt: skip


@durable_transaction
def list_counted(incident_id: UUID, scope_id: UUID, *, by: SignedIn, at: datetime) -> Listed:
    """Put the students and the staff of a count on the list of whom it touches. Raises Missing and ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    counted = IncidentScope.objects.filter(pk=scope_id, incident=row).first()
    if counted is None:
        raise ValidationError("Choose a count of this incident.")
    entry = note(Act.INCIDENT_LISTED, row, by, who.role, at, part="scope")
    asked = Asked(
        counted.begun_at, counted.ended_at, tuple(UUID(it) for it in counted.accounts), tuple(counted.addresses)
    )
    before = IncidentPerson.objects.filter(incident=row).count()
    people = chain(
        ({"student_id": it.student} for it in reached(asked)), ({"employee_id": it.employee} for it in exposed(asked))
    )
    there = put(row, people, entry, by=by, role=who.role, at=at)
    new = IncidentPerson.objects.filter(incident=row).count() - before
    counted.listed_entry = entry
    counted.save(update_fields=["listed_entry"])
    settle(row, by=by, entry=entry, at=at)
    return Listed(new, there - new, 0)


@durable_transaction
def set_aside(incident_id: UUID, scope_id: UUID, why: Aside, *, by: SignedIn, at: datetime) -> UUID:
    """Say why a count is settled though not everybody it found stands on the list by it.

    Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    counted = IncidentScope.objects.filter(pk=scope_id, incident=row, aside="").first()
    if counted is None:
        raise ValidationError("Choose a count of this incident that is not settled yet.")
    counted.aside, counted.aside_by = why.value, by.account.id
    counted.aside_entry = note(Act.INCIDENT_NOTED, row, by, who.role, at, part="scope", outcome=why.value)
    counted.save(update_fields=["aside", "aside_by", "aside_entry"])
    return counted.aside_entry


def import_list(id_: UUID, incident_id: UUID, whose: System, body: bytes, *, by: SignedIn, at: datetime) -> Listed:
    """Import the list of whoever holds it. Only the columns that are known are read; what matches nobody lies sealed.

    `id_`: the second call with it is the same list; `whose`: the system it is of, of which no list is awaited any more.
    Raises Missing and ValidationError.
    """
    lines = lines_of(body)
    return _import(id_, incident_id, whose, lines, by, at)


@durable_transaction
def _import(id_: UUID, incident_id: UUID, whose: System, lines: list[Line], by: SignedIn, at: datetime) -> Listed:
    row, who = taken_up(incident_id, by, at, designee=True)
    if IncidentList.objects.filter(pk=id_).exists():
        raise ValidationError("This list is here already.")
    students, staff, parents = list(_students()), list(_staff()), list(_parents())
    kinds = {it.id: "employee_id" for it in staff} | {it.id: "contact_id" for it in parents}
    matched = match(lines, [*students, *staff, *parents])
    entry = note(Act.INCIDENT_LISTED, row, by, who.role, at, part="list")
    before = IncidentPerson.objects.filter(incident=row).count()
    named = ({kinds.get(it, "student_id"): it} for it in dict.fromkeys(matched.found.values()))
    put(row, named, entry, by=by, role=who.role, at=at)
    new = IncidentPerson.objects.filter(incident=row).count() - before
    _addressed(row, lines, matched, entry, by, at)
    IncidentList(
        id=id_, incident=row, system=whose.value, rows=len(lines), lost=len(matched.lost), imported_at=at,
        imported_by=by.account.id, entry=entry,
    ).save(force_insert=True)  # fmt: skip
    _lost(id_, row, lines, matched, entry, by, at)
    settle(row, by=by, entry=entry, at=at)
    return Listed(new, len(matched.found) - new, len(matched.lost))


def _addressed(row: Incident, lines: Iterable[Line], matched: Matched, entry: UUID, by: SignedIn, at: datetime) -> None:
    """Where the list says that staff live is kept, where nobody has entered it. Of a student or a parent what another
    says counts for nothing: they are written to where their file here says."""
    said = {matched.found[it.row]: it.address for it in lines if it.address and it.row in matched.found}
    for person in IncidentPerson.objects.filter(incident=row, employee__in=list(said), place=""):
        if person.employee_id:
            staff_letters.keep(person, said[person.employee_id], entry=entry, by=by, at=at)


def _lost(
    id_: UUID, row: Incident, lines: Iterable[Line], matched: Matched, entry: UUID, by: SignedIn, at: datetime
) -> None:
    """Rows of nobody wait for a person, each; what they say lies sealed in one note."""
    if not matched.lost:
        return
    people = [
        IncidentPerson(incident=row, list=id_, row=it, entry=entry, named=[str(entry)]) for it in matched.lost
    ]  # fmt: skip
    IncidentPerson.objects.bulk_create(people, batch_size=AT_ONCE)
    IncidentNotice.objects.bulk_create(
        [
            IncidentNotice(person=it, state=State.NOT_FOUND, why=matched.lost[it.row].value)
            for it in people if it.row is not None
        ],
        batch_size=AT_ONCE,
    )  # fmt: skip
    said = {str(it.row): told(it) for it in lines if it.row in matched.lost}
    noting.write_note(uuid4(), LIST, id_, said, entry=entry, by=by, at=at)


def told(line: Line) -> str:
    """A row as a person reads it; in place of what no file may hold, that it was left out."""
    born = f"born {line.born_on}" if line.born_on else ""
    said = [it if not findings_in(it, LOOKS_AT_WRITING) else LEFT_OUT for it in (line.name, line.number, line.email)]
    whole = ", ".join(filter(None, (said[0], born, *said[1:])))
    return whole if not findings_in(whole, LOOKS_AT_WRITING) else LEFT_OUT


def _students() -> Iterator[Somebody]:
    for it in Student.objects.iterator(chunk_size=AT_ONCE):
        legal = " ".join(filter(None, (it.legal_given, it.legal_family)))
        whole = " ".join(filter(None, (it.legal_given, it.legal_middle, it.legal_family)))
        names = tuple(dict.fromkeys((legal, whole, full_name(it))))
        yield Somebody(it.id, names, it.birth_on, tuple(filter(None, (it.source_id, it.ssid, str(it.id)))))


def _staff() -> Iterator[Somebody]:
    for it in Employee.objects.iterator(chunk_size=AT_ONCE):
        yield Somebody(it.id, (f"{it.given} {it.family}",), None, tuple(filter(None, (it.source_id,))), it.email or "")


def _parents() -> Iterator[Somebody]:
    """Those who sign in by an e-mail, with each way to write their name out."""
    rows = Account.objects.filter(sign_in_name__contains="@", contact__isnull=False).select_related("contact")
    for it in rows.iterator(chunk_size=AT_ONCE):
        assert it.contact is not None
        names = tuple(dict.fromkeys((person_name(it.contact), f"{it.contact.given} {it.contact.family}")))
        yield Somebody(it.contact.id, names, email=it.sign_in_name, parent=True)


def lines_of(body: bytes) -> list[Line]:
    """The rows of a table, by the columns that are known. Raises ValidationError."""
    if len(body) > LARGEST_FILE:
        raise ValidationError("The file is larger than 16 MiB.")
    try:
        rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True))
    except UnicodeDecodeError:
        raise ValidationError("Save it as CSV in UTF-8.") from None
    except csv.Error:
        raise ValidationError("This is no well-formed table. Save it as CSV.") from None
    if len(rows) < 2 or len(rows) > MOST_ROWS:
        raise ValidationError(f"It has no rows, or more than {MOST_ROWS:,}.")
    head = [cell.strip().casefold() for cell in rows[0]]
    places = {name: head.index(it) for name, spellings in COLUMNS.items() for it in spellings[::-1] if it in head}
    named, born = bool(places.keys() & {"name", "family"}), "born_on" in places
    of_students = "own" in places and (named or born)
    if not places.keys() & {"number", "email"} and not of_students and not (named and born):
        raise ValidationError(
            "It needs a column of student ids or of e-mails, or names with birth dates. Name the columns in the first"
            " row. A column “id” may hold the company’s own numbers: name it “student id” where they are the"
            " students’."
        )
    return [_line(number, cells, places) for number, cells in enumerate(rows[1:], start=2) if any(cells)]


def _line(number: int, cells: list[str], places: dict[str, int]) -> Line:
    said = {name: cells[at].strip()[:LONGEST] if at < len(cells) else "" for name, at in places.items()}
    name = said.get("name", "") or " ".join(filter(None, (said.get("given", ""), said.get("family", ""))))
    born, of_student = said.get("born_on", ""), said.get("number", "")
    return Line(
        number, _straight(name), day(born) or day(born, DayOrder.MDY), of_student or said.get("own", ""),
        said.get("email", ""), own=not of_student, address=_address(said),
    )  # fmt: skip


def _address(said: dict[str, str]) -> tuple[str, ...]:
    """Where the row says that they live; nothing where it holds what no file may."""
    try:
        return staff_letters.given(said)
    except ValidationError:
        return ()


def _straight(name: str) -> str:
    """“Torres, Ana” as Ana Torres."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name
