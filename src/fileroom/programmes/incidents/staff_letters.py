"""Whoever works or worked here is told by a letter: to an address that somebody has entered, or that the list of
another has; without one it is handed over in an envelope. No letter goes to an address that two of the staff it touches
have, written the same.

An address lies sealed, and is opened with its line. Beside it stands a keyed hash, by which two of the staff whose
addresses have the same letters are found unopened: “St” and “Street” are two, and where families live is not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.people import queries
from fileroom.people.answers import Refused
from fileroom.people.names import employee_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.endings import notices_of
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.notice_words import LANGUAGES, WHOSE
from fileroom.programmes.incidents.runs import KIND, Run, not_now, run_of
from fileroom.programmes.incidents.turns import State, Turn, Why, after
from fileroom.programmes.incidents.ways import Address, Way, last_line, state_of
from fileroom.programmes.models import Incident, IncidentNotice, IncidentPerson
from fileroom.records import issuing, noting
from fileroom.records.issuing import Draft
from fileroom.screening import LOOKS_AT_WRITING, findings_in

NOTE = "incident_address"
FIELDS = ("street", "city", "postal_code", "state")
LONGEST = 80


def given(fields: Mapping[str, str]) -> Address:
    """An address as it is compared and printed: street, city, code and state; empty where one of the first three
    lacks. Raises ValidationError where it holds what no file may."""
    said = [" ".join(fields.get(name, "").split())[:LONGEST] for name in FIELDS]
    if not all(said[:3]):
        return ()
    if findings_in("\n".join(said), LOOKS_AT_WRITING):
        raise ValidationError("This is no address alone: leave out anybody’s status and numbers.")
    return (*said[:3], said[3] or state_of(said[2]))


def keep(person: IncidentPerson, address: Address, *, entry: UUID, by: SignedIn, at: datetime) -> None:
    """Seal where somebody of the staff is written to. Part of the open transaction, which has the incident alone."""
    noting.write_note(uuid4(), NOTE, person.id, dict(zip(FIELDS, address, strict=True)), entry=entry, by=by, at=at)
    person.place = _place(person.incident_id, address)
    person.save(update_fields=["place"])


def _place(incident: UUID, address: Address) -> str:
    said = "/".join(it.casefold() for it in address)
    return salted_hmac(f"{NOTE}/{incident}", said, algorithm="sha256").hexdigest()


def addresses_of_staff(people: Iterable[IncidentPerson], run: Run) -> dict[UUID, Mapping[UUID | None, Address]]:
    """By the row of the incident's list where each of its staff is written to, each opened with its line. Part of the
    open transaction."""
    found: dict[UUID, Mapping[UUID | None, Address]] = {}
    for it in people:
        if it.employee_id and it.place and (kept := noting.notes(NOTE, it.id)):
            said = noting.open_note(
                kept[-1], Act.INCIDENT_READ, by=run.by, role=run.role, decision=None, at=run.at
            ).fields  # fmt: skip
            found[it.id] = {None: tuple(said[name] for name in FIELDS)}
    return found


def way_of_staff(person: IncidentPerson, address: Address, on: date) -> Way:
    """How somebody of the staff is told: by a letter to their address, where nobody else touched has the same."""
    assert person.employee
    if address:
        return Way(None, Why.SHARED if _is_shared(person) else None, address)
    left = person.employee.left_on is not None and person.employee.left_on < on
    return Way(None, Why.FORMER_STAFF if left else Why.AT_WORK)


def _is_shared(person: IncidentPerson) -> bool:
    same = IncidentPerson.objects.filter(incident=person.incident_id, place=person.place).exclude(pk=person.pk)
    return bool(person.place) and same.exists()


def letters_to(person: IncidentPerson, address: Address, run: Run) -> list[str]:
    """The letter to one of the staff about their own information, in each language: their ids. Without an address it
    goes into an envelope that is handed over. Part of the open transaction."""
    assert person.employee
    name = employee_name(person.employee)
    street, city, code, state = address or ("", "", "", "")
    addressed = (name, street, last_line(city, code, state)) if address else (name,)
    signer = queries.account_names([run.by.account.id]).get(run.by.account.id, "")
    return [
        str(issuing.issue(
            Draft(
                KIND, language, run.facts(WHOSE[language]["self"].format(name=name), signer, language),
                about=run.row.id, to=person.employee_id, addressed=addressed,
            ),
            head=run.head, by=run.by, role=run.role, decision=run.decision, sealed=True, at=run.at,
        ).id)
        for language in LANGUAGES
    ]  # fmt: skip


@durable_transaction
def write_to(
    incident_id: UUID, notice_id: UUID, fields: Mapping[str, str], *, head: Letterhead, by: SignedIn, at: datetime
) -> UUID | Refused:
    """Enter where one of the staff, whom a person was to tell, is written to: their letter is made, and waits to be
    printed. Where somebody else touched has the same address a person still hands it over.

    Refused where the text is not whole, or police ask to wait. Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    found = _by_hand(row, notice_id)
    if not (address := given(fields)):
        raise ValidationError("Write the street, the city and the postal code.")
    run = run_of(row, who.role, head=head, by=by, at=at)
    if refused := not_now(run, KIND):
        return refused
    entry = note(Act.INCIDENT_NOTED, row, by, who.role, at, part="address")
    keep(found.person, address, entry=entry, by=by, at=at)
    way = way_of_staff(found.person, address, district_day(at))
    if way.why:
        found.why = way.why
    else:
        found.state, found.why, found.print = after(State(found.state), Turn.ISSUE), "", None
        found.letters = letters_to(found.person, address, run)
    found.save(update_fields=["state", "why", "letters", "print"])
    return entry


def _by_hand(row: Incident, notice_id: UUID) -> IncidentNotice:
    """Raises ValidationError where it is no notice to one of the staff that a person hands over."""
    theirs = notices_of(row).select_related("person__employee").filter(person__employee__isnull=False)
    found = theirs.filter(pk=notice_id, state=State.BY_HAND).first()
    if found is None:
        raise ValidationError("This is no notice to one of the staff that a person hands over. Look at the page again.")
    return found
