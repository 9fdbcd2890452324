"""The people of an incident are worked out some at a time: how each is told, and the letters of those who get one.

Whether a letter may still go is decided again when it is printed and when it is said to be posted (incidents.posting).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.services import Inspected, inspect
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.letters import Letterhead
from fileroom.people import queries
from fileroom.people.answers import Refused
from fileroom.people.facts import StudentFacts, Touch, facts_of_students
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.endings import over, unplanned
from fileroom.programmes.incidents.handling import taken_up
from fileroom.programmes.incidents.languages import owe_translations
from fileroom.programmes.incidents.notice_words import LANGUAGES, WHOSE
from fileroom.programmes.incidents.parents import children_of, way_of
from fileroom.programmes.incidents.runs import KIND, Run, not_now, run_of
from fileroom.programmes.incidents.staff_letters import addresses_of_staff, letters_to, way_of_staff
from fileroom.programmes.incidents.turns import State, Turn, Why, after
from fileroom.programmes.incidents.ways import Address, Way, last_line, same_place, state_of, ways
from fileroom.programmes.models import IncidentNotice, IncidentPerson
from fileroom.records import issuing
from fileroom.records import queries as shelves
from fileroom.records.issuing import Draft

AT_ONCE = 25
HOME, OWN = "parent_name_and_address", "student_address"


@dataclass(frozen=True)
class Prepared:
    """What one run has made: letters, and notices for a person to hand over; how many people are left to work out."""

    written: int
    by_hand: int
    left: int


def prepare(
    incident_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime, most: int = AT_ONCE
) -> Prepared | Refused:
    """Work out how the next people are told, and write their letters. Refused where the law says that the text is not
    whole, still asks for facts, or lets the notice wait for police. Raises Missing and ValidationError."""
    these = _next(incident_id, head, by, at, most)
    if isinstance(these, Refused):
        return these
    addresses = addresses_of(these, by, at)
    return _prepare(incident_id, addresses, head, by, at, most)


@durable_transaction
def _next(incident_id: UUID, head: Letterhead, by: SignedIn, at: datetime, most: int) -> list[UUID] | Refused:
    row, who = taken_up(incident_id, by, at, designee=True)
    if row.exercise:
        raise ValidationError("It is an exercise: nobody is written to.")
    if refused := not_now(run_of(row, who.role, head=head, by=by, at=at), KIND):
        return refused  # before any address is opened
    return files_of(list(unplanned(row)[:most]))


def files_of(people: Iterable[IncidentPerson]) -> list[UUID]:
    """The students of whose files addresses are asked for these people: themselves, or a parent's children."""
    of_parents = children_of([it.contact_id for it in people if it.contact_id])
    students = [it.student_id for it in people if it.student_id]
    return list(dict.fromkeys([*students, *(child for children in of_parents.values() for child in children)]))


def addresses_of(students: Iterable[UUID], by: SignedIn, at: datetime) -> dict[UUID, Mapping[UUID | None, Address]]:
    """The addresses on file of the people of each student; each opened by an act of its own."""
    return {it: _addresses(it, by, at) for it in students}


def _addresses(student_id: UUID, by: SignedIn, at: datetime) -> dict[UUID | None, Address]:
    """The newest address on file of each contact, and (None) of the student; each opened by an act of its own."""
    with district_transaction():
        rows = [(it.id, it.about, it.item) for it in shelves.of_student(student_id).filter(item__in=[HOME, OWN])]
    found: dict[UUID | None, Address] = {}
    for record, about, item in rows:  # newest first
        whose = about if item == HOME else None
        if whose in found or (item == HOME and about is None):
            continue
        answer = inspect(record, by=by, at=at)
        if isinstance(answer, Inspected):
            found[whose] = same_place(answer.contents.fields)
    return found


@durable_transaction
def _prepare(
    incident_id: UUID, addresses: Mapping[UUID, Mapping[UUID | None, Address]], head: Letterhead,
    by: SignedIn, at: datetime, most: int,
) -> Prepared | Refused:  # fmt: skip
    row, who = taken_up(incident_id, by, at, designee=True)
    run = run_of(row, who.role, head=head, by=by, at=at)
    if refused := not_now(run, KIND):
        return refused
    owe_translations(row, by=by, role=who.role, at=at)
    people = list(unplanned(row).select_related("employee")[:most])
    facts = facts_of_students(files_of(people), district_day(at), Touch.LOOKS)
    children = children_of([it.contact_id for it in people if it.contact_id])
    there = {**addresses, **addresses_of_staff(people, run)}
    made = [one for it in people for one in _plan(it, facts, there, children, run)]
    written = sum(it.state == State.WRITTEN for it in made)
    return Prepared(written, len(made) - written, unplanned(row).count())


def _plan(
    person: IncidentPerson, facts: Mapping[UUID, StudentFacts],
    addresses: Mapping[UUID, Mapping[UUID | None, Address]], children: Mapping[UUID, Collection[UUID]], run: Run,
) -> Iterable[IncidentNotice]:  # fmt: skip
    """How the people of one student, an employee or a parent are told; with their letters. Who was told already is not
    told again; who was to be, and is no more by today's facts, is let go."""
    student = facts.get(person.student_id) if person.student_id else None
    there = {it.contact: it for it in person.incidentnotice_set.all()}
    anew = {contact: it for contact, it in there.items() if it.state == State.TO_WRITE}
    for way in ways_of(person, facts, addresses, children, run):
        if way.contact in there and way.contact not in anew:
            continue
        made = anew.pop(way.contact, None) or anew.pop(None, None) or IncidentNotice(person=person)
        made.contact = way.contact
        nobody = student is None and way.contact is None and person.employee_id is None
        if way.why or nobody:
            made.state, made.why = after(State.TO_WRITE, Turn.BAR), way.why or Why.NOBODY
            made.letters = letters_to(person, (), run) if person.employee_id else []  # for the envelope
        elif person.employee_id:
            made.letters, made.state = letters_to(person, way.address, run), after(State.TO_WRITE, Turn.ISSUE)
        else:
            made.letters = [str(issue_letter(student, way, run, language)) for language in LANGUAGES]
            made.state = after(State.TO_WRITE, Turn.ISSUE)
        made.save()
        yield made
    over(run.row, anew.values(), Turn.SPARE, "another_is_told", run.by, run.role, run.at)


def ways_of(
    person: IncidentPerson, facts: Mapping[UUID, StudentFacts],
    addresses: Mapping[UUID, Mapping[UUID | None, Address]], children: Mapping[UUID, Collection[UUID]], run: Run,
) -> list[Way]:  # fmt: skip
    """How this one person is told. `addresses`: by student, and of staff by their row of the list; `children`: of each
    parent among them (`parents.children_of`)."""
    on = district_day(run.at)
    if person.contact_id is not None:
        there = {it: facts[it] for it in children.get(person.contact_id, ()) if it in facts}
        return [way_of(person.contact_id, there, run.known, run.items, addresses, on)]
    if person.employee is not None:
        return [way_of_staff(person, addresses.get(person.id, {}).get(None, ()), on)]
    student = facts.get(person.student_id) if person.student_id else None
    if student is None:
        return [Way(None, Why.NOBODY)]
    return ways(student, run.known, run.items, addresses.get(student.id, {}), on)


def issue_letter(student: StudentFacts | None, way: Way, run: Run, language: str) -> UUID:
    """The letter to the student, to somebody of theirs, or (`student` None) to a parent about their own information.
    Without an address it is handed over. Part of the open transaction."""
    of_a_child = "child" if run.said.by_the_district else "chosen"
    name = queries.contact_name(way.contact) if way.contact else student.name if student else ""
    about = student.name if student else name
    whose = WHOSE[language][of_a_child if student and way.contact else "self"].format(name=about)
    addressed: tuple[str, ...] = (name,)
    if way.address:
        street, city, code = way.address
        addressed = (name, street, last_line(city, code, state_of(code)))
    signer = queries.account_names([run.by.account.id]).get(run.by.account.id, "")
    draft = Draft(
        KIND, language, run.facts(whose, signer, language), about=run.row.id, student=student.id if student else None,
        to=way.contact, addressed=addressed,
    )  # fmt: skip
    made = issuing.issue(
        draft, head=run.head, by=run.by, role=run.role, decision=run.decision, sealed=student is None, at=run.at
    )  # fmt: skip
    return made.id
