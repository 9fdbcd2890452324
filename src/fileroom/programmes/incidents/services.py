"""An incident is reported by any employee, in one form; whoever handles it says what is known, and the law is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.duties import queries
from fileroom.hosting import durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.models import Employee
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.duties import BY_HAND, HAD_GONE, ROOM, Answers, finish, settle
from fileroom.programmes.incidents.endings import ask_again
from fileroom.programmes.incidents.handling import CLOSED, handles, note, taken_up
from fileroom.programmes.incidents.known import Known, System, put
from fileroom.programmes.models import Incident
from fileroom.records import noting
from fileroom.screening import LOOKS_AT_WRITING, findings_in

NOTE = "incident"
LONGEST = 4000
Answer = Incident.Answer
KEPT_SINCE = "Somebody has kept more since this page was opened. Look at what is known now, and then keep yours."
WITHOUT_IT = "Write what happened to the system, and leave out anybody’s status and numbers."


@dataclass(frozen=True)
class Report:
    """What whoever noticed it says, in one minute. `happened`: their words, sealed as they are sent."""

    happened: str
    noticed_at: datetime
    systems: tuple[System, ...]
    going_on: Answer
    exercise: bool = False


def report(id_: UUID, said: Report, *, by: SignedIn, at: datetime) -> UUID:
    """Report an incident. `id_`: the second call with it answers as the first did.

    Raises Missing (no employee; an exercise by nobody designated), FormUsed and ValidationError, by field.
    """
    _checked(said, at)
    return _report(id_, said, by, at)


@durable_transaction
def _report(id_: UUID, said: Report, by: SignedIn, at: datetime) -> UUID:
    who = handles(by, at)
    if said.exercise and not who.designated:
        raise Missing
    return act_once(lambda: _reported(id_, said, by), lambda: _kept(id_, said, who.role, by, at))


def _reported(id_: UUID, said: Report, by: SignedIn) -> UUID | None:
    """What this form has reported already. Raises FormUsed."""
    before = Incident.objects.filter(pk=id_).first()
    if before and (before.reported_by, before.noticed_at) != (by.account.id, said.noticed_at):
        raise FormUsed
    return before.id if before else None


def _kept(id_: UUID, said: Report, role: str, by: SignedIn, at: datetime) -> UUID:
    row = Incident(
        id=id_, reported_at=at, reported_by=by.account.id, noticed_at=said.noticed_at, exercise=said.exercise,
        systems=[it.value for it in said.systems], going_on=said.going_on,
    )  # fmt: skip
    row.reported_entry = note(
        Act.INCIDENT_REPORTED, row, by, role, at, part=".".join(row.systems), outcome=said.going_on.value
    )
    row.save(force_insert=True)
    noting.write_note(id_, NOTE, row.id, {"happened": said.happened}, entry=row.reported_entry, by=by, at=at)
    settle(row, by=by, entry=row.reported_entry, at=at)
    return row.id


def _checked(said: Report, at: datetime) -> None:
    faults = {}
    if said.noticed_at > at:
        faults["noticed_at"] = "This is still to come."
    if not said.systems:
        faults["systems"] = "Choose at least one; “Something else” will do."
    if wrong := fault_of(said.happened):
        faults["happened"] = wrong
    if faults:
        raise ValidationError(faults)


def fault_of(text: str) -> str:
    """What is wrong with words that are to be sealed; empty: nothing."""
    if not text.strip():
        return "Write it in a sentence or two."
    if len(text) > LONGEST:
        return f"At most {LONGEST:,} characters."
    if found := findings_in(text, LOOKS_AT_WRITING):
        return f"This tells of somebody what no file may hold ({found[0].citation}). {WITHOUT_IT}"
    return ""


@durable_transaction
def write(id_: UUID, incident_id: UUID, text: str, *, by: SignedIn, at: datetime) -> UUID | None:
    """Write down more: whoever reported it, and whoever handles it. It is sealed at once.

    `id_`: the second call with it writes nothing. Raises Missing and ValidationError.
    """
    row = Incident.objects.select_for_update(of=("self",)).filter(pk=incident_id).first()
    if row is None:
        raise Missing
    who = handles(by, at, row)
    if not who.handles and row.reported_by != by.account.id:
        raise Missing
    if row.closed_at is not None:
        raise ValidationError(CLOSED)
    if any(it.id == id_ for it in noting.notes(NOTE, row.id)):
        return None
    if wrong := fault_of(text):
        raise ValidationError({"text": wrong})
    entry = note(Act.INCIDENT_NOTED, row, by, who.role, at)
    noting.write_note(id_, NOTE, row.id, {"happened": text.strip()}, entry=entry, by=by, at=at)
    return entry


@durable_transaction
def assess(
    incident_id: UUID, known: Known, systems: tuple[System, ...], going_on: Answer, *, seen: datetime | None,
    by: SignedIn, at: datetime,
) -> Answers:  # fmt: skip
    """Say what is known by now. The law is asked anew, and what it asks is owed; whom the district had let go because
    no law asked for them is asked about again, where one does now. `seen`: when what they saw was kept (None: nothing
    was yet). Raises Missing and ValidationError (somebody else has kept more since)."""
    row, who = taken_up(incident_id, by, at)
    on = district_day(at)
    if row.assessed_at != seen:
        raise ValidationError(KEPT_SINCE)
    if not systems:
        raise ValidationError("Choose at least one system.")
    if known.from_on and (known.from_on > on or (known.to_on and known.to_on < known.from_on)):
        raise ValidationError("It began before it ended, and not after today.")
    if (known.files_read or 0) > (known.files or 0):
        raise ValidationError("No more files are read than were in reach.")
    police_allow = row.police_wait and not known.police_wait
    put(row, known)
    row.systems, row.going_on, row.assessed_at = [it.value for it in systems], going_on, at
    entry = note(Act.INCIDENT_ASSESSED, row, by, who.role, at, part=".".join(row.systems), outcome=going_on.value)
    row.save()
    said = settle(row, by=by, entry=entry, at=at, police_allow=police_allow)
    if said.by_the_district and not row.exercise:
        ask_again(row, by=by, role=who.role, at=at)
    for part, decision in (("attack", said.attack), ("breach", said.breach)):
        note(Act.INCIDENT_ASSESSED, row, by, who.role, at, part=part, decision=decision)
    return said


@durable_transaction
def hand_to(incident_id: UUID, employee_id: UUID | None, *, by: SignedIn, at: datetime) -> UUID:
    """Put it in the hands of an employee, as whoever leads the district's technology; None: of nobody but the office.

    Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    there = Employee.objects.filter(pk=employee_id, left_on=None) if employee_id else None
    if there is not None and not there.exists():
        raise ValidationError("Choose somebody who works here.")
    entry = note(Act.INCIDENT_HANDED, row, by, who.role, at, part=str(employee_id or "nobody"))
    row.handler_id = employee_id
    row.save(update_fields=["handler"])
    return entry


@durable_transaction
def done(incident_id: UUID, rule: str, part: str = "", *, by: SignedIn, at: datetime) -> UUID:
    """Somebody says that what this rule asks, or this part of it, is done. Raises Missing and ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=rule == HAD_GONE)
    if rule not in BY_HAND:
        raise ValidationError("This is done by its own act on this page.")
    if (rule, part) not in {(it.rule, it.part) for it in queries.about(ROOM, [row.id], at=at)}:
        raise ValidationError("This is not owed any more.")
    entry = note(Act.INCIDENT_DONE, row, by, who.role, at, part=rule, outcome=part)
    finish(row.id, (rule,), by=by, entry=entry, at=at, part=part)
    return entry


def texts_of(fields: Mapping[str, str]) -> dict[str, str]:
    """Words that are to be sealed, without what no file may hold. Raises ValidationError, by field."""
    said = {name: text.strip() for name, text in fields.items()}
    faults = {name: wrong for name, text in said.items() if (wrong := fault_of(text))}
    if faults:
        raise ValidationError(faults)
    return said
