"""The people of an incident are told: worked out and written some at a time, printed, handed over, and said to be told.

Whether a letter may still go is decided again when it is printed and when it is said to be posted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.disclosure.services import Inspected, inspect
from fileroom.duties import queries as duty_queries
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import NoticeItem
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.people import cards, queries
from fileroom.people.answers import Refused
from fileroom.people.facts import StudentFacts, Touch, facts_of_students
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents import notice_words
from fileroom.programmes.incidents.duties import BY_THE_DISTRICT, POLICE, ROOM, answers, finish, waited_for_police
from fileroom.programmes.incidents.handling import note, taken_up
from fileroom.programmes.incidents.known import Known, known_of
from fileroom.programmes.incidents.notice_texts import may_go, texts_now
from fileroom.programmes.incidents.notice_words import LANGUAGES, WHOSE, items_in
from fileroom.programmes.incidents.turns import WAITS, State, Turn, Why, after
from fileroom.programmes.incidents.ways import Address, Way, same_place, ways
from fileroom.programmes.models import Incident, IncidentNotice, IncidentPerson
from fileroom.records import issuing
from fileroom.records import queries as shelves
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

KIND = "breach_notice"
AT_ONCE = 25
HOME, OWN = "parent_name_and_address", "student_address"


@dataclass(frozen=True)
class Prepared:
    """What one run has made: letters, and notices for a person to hand over; how many people are left to work out."""

    written: int
    by_hand: int
    left: int


@dataclass(frozen=True)
class _Run:
    """What every letter of one run shares."""

    row: Incident
    known: Known
    texts: Mapping[str, str]
    items: tuple[NoticeItem, ...]
    waited: bool
    head: Letterhead
    by: SignedIn
    role: str
    decision: Decision
    at: datetime


def prepare(
    incident_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime, most: int = AT_ONCE
) -> Prepared | Refused:
    """Work out how the next people are told, and write their letters. Raises Missing and ValidationError."""
    these = _next(incident_id, by, at, most)
    students = [it for it in these if it is not None]
    addresses = {it: _addresses(it, by, at) for it in students}
    return _prepare(incident_id, addresses, head, by, at, most)


@durable_transaction
def _next(incident_id: UUID, by: SignedIn, at: datetime, most: int) -> list[UUID | None]:
    row, _ = taken_up(incident_id, by, at, designee=True)
    if row.exercise:
        raise ValidationError("It is an exercise: nobody is written to.")
    return list(_unplanned(row)[:most].values_list("student_id", flat=True))


def _unplanned(row: Incident) -> QuerySet[IncidentPerson]:
    return IncidentPerson.objects.filter(incident=row, incidentnotice=None).order_by("id")


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
    run = _run(row, who.role, head, by, at)
    if not run.decision.granted:
        entry = note(Act.INCIDENT_REFUSED, row, by, who.role, at, part=KIND, decision=run.decision)
        return Refused(run.decision, entry)
    people = list(_unplanned(row)[:most])
    facts = facts_of_students([it.student_id for it in people if it.student_id], district_day(at), Touch.LOOKS)
    made = [one for it in people for one in _plan(it, facts, addresses, run)]
    written = sum(it.state == State.WRITTEN for it in made)
    return Prepared(written, len(made) - written, _unplanned(row).count())


def _run(row: Incident, role: str, head: Letterhead, by: SignedIn, at: datetime) -> _Run:
    """Raises ValidationError where nobody has written the notice's own words yet."""
    known, texts = known_of(row), texts_now(row, by=by, role=role, at=at)
    waited = waited_for_police(row)
    sample = notice_words.facts_of(
        known, texts, WHOSE["en"]["sample"], waited=waited, head=head, signer="", language="en"
    )
    items = items_in(KINDS[KIND].filled("en", sample), sample, plain=True)
    return _Run(row, known, texts, items, waited, head, by, role, may_go(known, items, on=district_day(at)), at)


def _plan(
    person: IncidentPerson, facts: Mapping[UUID, StudentFacts],
    addresses: Mapping[UUID, Mapping[UUID | None, Address]], run: _Run,
) -> Iterable[IncidentNotice]:  # fmt: skip
    """How the people of one student, or one employee, are told; with their letters."""
    if person.employee_id:
        yield _kept(IncidentNotice(person=person, state=State.BY_HAND, why=Why.AT_WORK))
        return
    student = facts.get(person.student_id) if person.student_id else None
    if student is None:
        return
    for way in ways(student, run.known, run.items, addresses.get(student.id, {}), district_day(run.at)):
        made = IncidentNotice(person=person, contact=way.contact, state=State.TO_WRITE)
        if way.why:
            made.state, made.why = after(State.TO_WRITE, Turn.BAR), way.why
        else:
            made.letters = [str(_issue(student, way, run, language)) for language in LANGUAGES]
            made.state = after(State.TO_WRITE, Turn.ISSUE)
        yield _kept(made)


def _kept(row: IncidentNotice) -> IncidentNotice:
    row.save(force_insert=True)
    return row


def _issue(student: StudentFacts, way: Way, run: _Run, language: str) -> UUID:
    whose = WHOSE[language]["child" if way.contact else "self"].format(name=student.name)
    name = queries.contact_name(way.contact) if way.contact else student.name
    street, city, code = way.address
    signer = queries.account_names([run.by.account.id]).get(run.by.account.id, "")
    facts = notice_words.facts_of(
        run.known, run.texts, whose, waited=run.waited, head=run.head, signer=signer, language=language
    )
    draft = Draft(
        KIND, language, facts, about=run.row.id, student=student.id, to=way.contact,
        addressed=(name, street, f"{city}, California {code}"),
    )  # fmt: skip
    made = issuing.issue(draft, head=run.head, by=run.by, role=run.role, decision=run.decision, sealed=False, at=run.at)
    return made.id


def barred(notices: Sequence[IncidentNotice], *, at: datetime) -> tuple[list[IncidentNotice], int]:
    """Of letters that are written, those that may still go; the others are from now on handed over by a person.

    Part of the open transaction, which has the incident alone.
    """
    on = district_day(at)
    ids = {it.person.student_id for it in notices if it.person.student_id}
    facts_of_students(ids, on, Touch.LOOKS)
    why = dict.fromkeys(_addressed_before(notices), Why.ADDRESS)
    why |= {
        it.id: Why.ORDER for it in notices if it.person.student_id and queries.has_order(it.person.student_id, on=on)
    }
    stopped = [it for it in notices if it.state == State.WRITTEN and it.id in why]
    for it in stopped:
        it.state, it.why = after(State(it.state), Turn.BAR), why[it.id]
        it.save(update_fields=["state", "why"])
    return [it for it in notices if it not in stopped], len(stopped)


def _addressed_before(notices: Sequence[IncidentNotice]) -> set[UUID]:
    """Those of which a letter bears an address of before the family showed its card."""
    since = cards.entered_since({it.person.student_id for it in notices if it.person.student_id})
    letters = Letter.objects.filter(pk__in=[UUID(id_) for it in notices for id_ in it.letters])
    issued = {str(it.id): it.issued_at for it in letters}
    return {
        it.id for it in notices if it.person.student_id in since
        and any(issued[id_] <= since[it.person.student_id] for id_ in it.letters if id_ in issued)
    }  # fmt: skip


@durable_transaction
def posted(incident_id: UUID, *, by: SignedIn, at: datetime) -> tuple[int, int]:
    """Somebody says that the letters that are written were posted: how many, and how many were not to go after all.

    Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    written = _notices(row).filter(state=State.WRITTEN)
    if not written.exists():
        raise ValidationError("No letter waits to be posted.")
    go, stopped = barred(list(written), at=at)
    _over(row, go, Turn.TELL, "posted", by, who.role, at)
    return len(go), stopped


@durable_transaction
def handed_over(incident_id: UUID, notice_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Somebody says that a person has told them: handed it over, or, of a row that is nobody here, reached them.

    Raises Missing and ValidationError.
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    found = _notices(row).filter(pk=notice_id).first()
    if found is None or found.state == State.WRITTEN:
        raise ValidationError("This is no notice that a person hands over.")
    return _over(row, [found], Turn.TELL, "by_hand", by, who.role, at)


@durable_transaction
def spare_row(incident_id: UUID, notice_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """A row of a list is nobody of this district, as somebody has found. Raises Missing and ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    found = _notices(row).filter(pk=notice_id, state=State.NOT_FOUND).first()
    if found is None:
        raise ValidationError("This row is settled already.")
    return _over(row, [found], Turn.SPARE, "not_ours", by, who.role, at)


@durable_transaction
def spare_all(incident_id: UUID, *, by: SignedIn, at: datetime) -> int:
    """Nobody of these is told by the district, where the law asks it of no district: no statute, or the company does.

    Raises Missing, and ValidationError (the law asks it, or still asks for facts).
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    said = answers(known_of(row), row.noticed_at, at=at)
    compelled = any(it.rule == BY_THE_DISTRICT for it in said.breach.because)
    if said.missing or POLICE in {it.rule for it in duty_queries.about(ROOM, [row.id], at=at)} or compelled:
        raise ValidationError(f"Not as things stand: {said.breach.says}")
    for person in _unplanned(row):
        _kept(IncidentNotice(person=person, state=State.TO_WRITE))
    these = list(_notices(row).filter(state__in=WAITS))
    _over(row, these, Turn.SPARE, "not_owed", by, who.role, at)
    return len(these)


def told_by_substitute(row: Incident, *, by: SignedIn, role: str, at: datetime) -> None:
    """Whoever could not be written to for want of an address, or of anybody known, was told by the substitute notice.

    Part of the open transaction, which has the incident alone.
    """
    these = list(_notices(row).filter(state=State.BY_HAND, why__in=[Why.ADDRESS, Why.NOBODY]))
    _over(row, these, Turn.TELL, "substitute", by, role, at)


def _notices(row: Incident) -> QuerySet[IncidentNotice]:
    return IncidentNotice.objects.filter(person__incident=row).select_related("person")


def _over(
    row: Incident, these: Iterable[IncidentNotice], turn: Turn, outcome: str, by: SignedIn, role: str, at: datetime
) -> UUID:
    """Each with a line of its own, of its student where it has one; the notice is done with the last of them."""
    act, entry = Act.INCIDENT_TOLD if turn is Turn.TELL else Act.INCIDENT_SPARED, row.reported_entry
    for it in these:
        it.state = after(State(it.state), turn)
        entry = note(act, row, by, role, at, student=it.person.student_id, part=str(it.id), outcome=outcome)
        it.over_at, it.over_by, it.over_entry = at, by.account.id, entry
        it.save(update_fields=["state", "over_at", "over_by", "over_entry"])
    left = _notices(row).filter(state__in=WAITS).exists() or _unplanned(row).exists()
    if turn is Turn.TELL and not left:
        finish(row.id, (BY_THE_DISTRICT,), by=by, entry=entry, at=at)
    return entry
