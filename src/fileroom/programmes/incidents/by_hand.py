"""The letters that a person hands over, printed one by one or together: for whom the law gives one on that day, with no
address on it; and that they were handed over.

Whether somebody is told is asked of the file as it stands when the letter is printed, and again when it is said to be
handed over. Whom an order binds gets none, whoever comes for the child's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.letters import Letterhead
from fileroom.people.answers import Refused
from fileroom.people.facts import StudentFacts, Touch, facts_of_students
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.endings import notices_of, over, waits_for_police, was_read
from fileroom.programmes.incidents.handling import may_know, note, taken_up
from fileroom.programmes.incidents.notice_words import LANGUAGES
from fileroom.programmes.incidents.parents import children_of
from fileroom.programmes.incidents.printing import together
from fileroom.programmes.incidents.runs import Run, not_now, run_of
from fileroom.programmes.incidents.since_written import moved_since
from fileroom.programmes.incidents.staff_letters import letters_to
from fileroom.programmes.incidents.telling import files_of, issue_letter
from fileroom.programmes.incidents.turns import State, Turn, Why, after
from fileroom.programmes.incidents.ways import Way, is_barred, is_grown, may_be_told
from fileroom.programmes.models import Incident, IncidentNotice
from fileroom.records import issuing
from fileroom.records.models import Letter

AT_ONCE = 50
NO_NOTICE = "This is no notice that a person hands over. Look at the page again."
SAME_ADDRESS = "A letter came back from the address on file. File first where they live now; else hand it over."
NOT_OPENED = "Open the letter to hand over first."
TO_NOBODY = (
    "By what is on file now this letter may be given to nobody. Work out anew who is told, or say why nobody can be."
)
NO_LONGER = "By what is on file now one of these letters goes to nobody. Open the letter again, and hand that one over."


def letters(
    incident_id: UUID, notice_id: UUID | None, *, head: Letterhead, by: SignedIn, at: datetime
) -> bytes | Refused | None:
    """The letters to hand over by one notice, or (`notice_id` None) by the next fifty that wait, in each language as
    one PDF. None: the law gives them to nobody who is known here.

    Refused while police ask to wait, or where a new one is not whole. Raises Missing and ValidationError.
    """
    return _letters(incident_id, notice_id, head, by, at)


@durable_transaction
def _letters(
    incident_id: UUID, notice_id: UUID | None, head: Letterhead, by: SignedIn, at: datetime
) -> bytes | Refused | None:
    row, who = taken_up(incident_id, by, at, designee=True)
    theirs = _waiting(row, by, at)
    these = list(theirs[:AT_ONCE] if notice_id is None else theirs.filter(pk=notice_id))
    if not these:
        raise ValidationError(NO_NOTICE)
    run = run_of(row, who.role, head=head, by=by, at=at)
    if refused := not_now(run, "print", text=not all(it.letters for it in these)):
        return refused
    to = readers(these, run)
    ids = [id_ for it in these for id_ in _printed(it, to[it.id], run)]
    there = {it.id: it for it in Letter.objects.filter(pk__in=ids)}
    pdfs = [
        issuing.open_again(there[it], by=by, role=who.role, sealed=there[it].student_id is None, at=at) for it in ids
    ]  # fmt: skip
    return together(pdfs) if pdfs else None


def _waiting(row: Incident, by: SignedIn, at: datetime) -> QuerySet[IncidentNotice]:
    theirs = notices_of(row).filter(may_know(row, by, at), state=State.BY_HAND)
    return theirs.select_related("person__employee").order_by("person__student__search_name", "id")


Readers = tuple[UUID | None, ...]


def readers(notices: Collection[IncidentNotice], run: Run) -> dict[UUID, Readers]:
    """By notice for whom its letter is today: contacts, or (None) whom it is about; empty: nobody who is known here.

    Part of the open transaction, which has the incident alone.
    """
    facts = facts_of_students(files_of([it.person for it in notices]), district_day(run.at), Touch.LOOKS)
    children = children_of([it.person.contact_id for it in notices if it.person.contact_id])
    return {it.id: _readers(it, facts, children, run) for it in notices}


def _readers(
    notice: IncidentNotice, facts: Mapping[UUID, StudentFacts], children: Mapping[UUID, Collection[UUID]], run: Run
) -> Readers:
    person, on = notice.person, district_day(run.at)
    if person.employee_id is not None:
        return (None,)
    if person.contact_id is not None:
        of_whom = [facts[it] for it in children.get(person.contact_id, ()) if it in facts]
        barred = any(is_barred(person.contact_id, student, on) for student in of_whom)
        return () if barred else (person.contact_id,)
    student = facts.get(person.student_id) if person.student_id else None
    if student is None:
        return ()
    if is_grown(student):
        return () if notice.contact else (None,)
    told = may_be_told(student, run.known, run.items, on)
    if notice.contact:
        return (notice.contact,) if notice.contact in told else ()
    own = person.incidentnotice_set.exclude(state=State.SPARED).values_list("contact", flat=True)
    return tuple(it for it in told if it not in set(own))


def _printed(notice: IncidentNotice, to: Readers, run: Run) -> list[UUID]:
    """The letters of one notice: those that were made before to these readers, and new ones to the others."""
    if notice.person.employee_id is not None:
        ids = _for_a_hand(notice) or letters_to(notice.person, (), run)
    else:
        before = {(it.to, it.language): str(it.id) for it in _made(notice)}
        ids = [before.get((it, language)) or _new(notice, it, language, run) for it in to for language in LANGUAGES]
    if (ids, None) != (notice.letters, notice.print_id):
        notice.letters, notice.print = ids, None
        notice.save(update_fields=["letters", "print"])
    return [UUID(it) for it in ids]


def _made(notice: IncidentNotice) -> list[Letter]:
    """The letters that were made to be handed over."""
    return list(Letter.objects.filter(pk__in=[UUID(it) for it in _for_a_hand(notice)]))


def _for_a_hand(notice: IncidentNotice) -> list[str]:
    """What was put together to be posted bears an address, of one of the staff as of anybody."""
    return [] if notice.print_id is not None else list(notice.letters)


def _new(notice: IncidentNotice, to: UUID | None, language: str, run: Run) -> str:
    facts = facts_of_students([notice.person.student_id] if notice.person.student_id else [], district_day(run.at))
    student = facts.get(notice.person.student_id) if notice.person.student_id else None
    return str(issue_letter(student, Way(to, None), run, language))


@durable_transaction
def handed_over(
    incident_id: UUID, notice_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime
) -> UUID | Refused:  # fmt: skip
    """Somebody says that a person has told them: handed the letter over, or, of a row that is nobody here, told it.

    Refused while police ask to wait. Raises Missing, and ValidationError where nobody has opened the letter yet, or by
    what is on file now it is not for whom it was printed, or for nobody (incidents.nobody).
    """
    row, who = taken_up(incident_id, by, at, designee=True)
    theirs = notices_of(row).select_related("person__employee")
    found = theirs.filter(may_know(row, by, at), pk=notice_id).first()
    if found is None or found.state == State.WRITTEN:
        raise ValidationError(NO_NOTICE)
    if refused := waits_for_police(row, "by_hand", by, who.role, at):
        return refused
    was_read([found])
    if found.state == State.BY_HAND:
        _is_opened(found, run_of(row, who.role, head=head, by=by, at=at))
    return over(row, [found], Turn.TELL, "by_hand", by, who.role, at)


def _is_opened(notice: IncidentNotice, run: Run) -> None:
    if notice.person.employee_id is not None:
        if not _for_a_hand(notice):
            raise ValidationError(NOT_OPENED)
        return
    to, made = set(readers([notice], run)[notice.id]), {it.to for it in _made(notice)}
    if made - to:
        raise ValidationError(NO_LONGER)
    if not to:
        raise ValidationError(TO_NOBODY)
    if to - made:
        raise ValidationError(NOT_OPENED)


@durable_transaction
def work_out_anew(incident_id: UUID, notice_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Who of a family is told, and how, is worked out once more: an address was filed since, or somebody may no longer
    be told. All of the same child that wait for a person go together. Raises Missing and ValidationError."""
    row, who = taken_up(incident_id, by, at, designee=True)
    found = _waiting(row, by, at).filter(pk=notice_id, person__employee=None).first()
    if found is None:
        raise ValidationError(NO_NOTICE)
    again = list(notices_of(row).filter(person=found.person, state=State.BY_HAND))
    back = [it for it in again if it.why == Why.CAME_BACK]
    if set(back) - {it for it in back if it.id in moved_since(back)}:
        raise ValidationError(SAME_ADDRESS)
    entry = note(
        Act.INCIDENT_NOTED, row, by, who.role, at, student=found.person.student_id, part=str(found.id),
        outcome="asked_again",
    )  # fmt: skip
    for it in again:
        it.state, it.why, it.letters, it.print = after(State(it.state), Turn.ASK_AGAIN), "", [], None
        it.save(update_fields=["state", "why", "letters", "print"])
    return entry
