"""A letter to somebody whom an incident touches, opened once more: if it could still go to whom it is for, today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max, Q

from fileroom.casework.issued import Stands
from fileroom.hosting import durable_transaction
from fileroom.letters import Letterhead
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.incidents.by_hand import readers
from fileroom.programmes.incidents.handling import handles, looked_up, may_know
from fileroom.programmes.incidents.people import BY_HAND, paper
from fileroom.programmes.incidents.runs import KIND, run_of
from fileroom.programmes.incidents.since_written import Addresses, why_not
from fileroom.programmes.incidents.telling import addresses_of, files_of
from fileroom.programmes.incidents.turns import POSTED, State
from fileroom.programmes.models import Incident, IncidentNotice, IncidentSent
from fileroom.records import issuing
from fileroom.records.models import Letter

NOT_AS_IT_IS = "By what is on file now this letter could not go as it is. Look at the incident’s page, and at the file."


def of_letters(letters: Collection[Letter]) -> dict[UUID, IncidentNotice]:
    """By letter the notice that it is of; none of a letter in whose place another was written. Part of the open
    transaction."""
    theirs = Q(person__student__in=[it.student_id for it in letters if it.student_id])
    to = [it.to for it in letters if it.to and not it.student_id]
    theirs |= Q(person__employee__in=to) | Q(person__contact__in=to)
    rows = IncidentNotice.objects.filter(theirs, person__incident__in={it.about for it in letters})
    by_letter = {UUID(id_): it for it in rows.select_related("person__employee") for id_ in it.letters}
    return {it.id: by_letter[it.id] for it in letters if it.id in by_letter}


def standing(letters: Collection[Letter]) -> dict[UUID, Stands]:
    """How these letters stand. Part of the open transaction."""
    notices = of_letters(letters)
    return {it.id: _stands(it, notices.get(it.id)) for it in letters}


def _stands(letter: Letter, notice: IncidentNotice | None) -> Stands:
    if notice is None:  # a sample, or another was written in its place
        return Stands.KEPT
    if notice.state == State.TOLD:
        return Stands.SENT if notice.over_as == POSTED else Stands.HANDED_OVER
    return Stands.KEPT if notice.state == State.SPARED else Stands.WAITS


def open_letter(letter_id: UUID, *, head: Letterhead, by: SignedIn, at: datetime) -> bytes:
    """The PDF, with its line. Raises Missing, for those who do not speak for the Superintendent and of a letter in
    whose place another was written; and ValidationError, where by what is on file now it could not go as it is."""
    row_id, students = _about(letter_id, by, at)
    if students is None:
        return paper(row_id, letter_id, by=by, at=at)
    return _open(row_id, letter_id, addresses_of(students, by, at), head, by, at)


@durable_transaction
def _about(letter_id: UUID, by: SignedIn, at: datetime) -> tuple[UUID, list[UUID] | None]:
    """The incident, and of whose files addresses are asked; None: it is for an office outside, or for everybody."""
    letter = Letter.objects.filter(pk=letter_id, kind=KIND).first()
    if letter is None:
        raise Missing
    row, _ = looked_up(letter.about, by, at, designee=True)
    if letter.student_id is None and letter.to is None:
        return row.id, None
    return row.id, files_of([_theirs(row, letter, by, at).person])


def _theirs(row: Incident, letter: Letter, by: SignedIn, at: datetime) -> IncidentNotice:
    notice = of_letters([letter]).get(letter.id)
    there = IncidentNotice.objects.filter(may_know(row, by, at), pk=notice.id) if notice else None
    if notice is None or there is None or not there.exists():
        raise Missing
    return notice


@durable_transaction
def _open(row_id: UUID, letter_id: UUID, addresses: Addresses, head: Letterhead, by: SignedIn, at: datetime) -> bytes:
    row, who = looked_up(row_id, by, at, designee=True)
    letter = Letter.objects.get(pk=letter_id)
    notice = _theirs(row, letter, by, at)
    run = run_of(row, who.role, head=head, by=by, at=at)
    if _in_hand(notice):
        may = notice.person.employee_id is not None or letter.to in readers([notice], run)[notice.id]
    else:
        may = why_not([notice], addresses, run)[notice.id] is None
    if not may:
        raise ValidationError(NOT_AS_IT_IS)
    return issuing.open_again(letter, by=by, role=who.role, sealed=_is_staffs(letter), at=at)


def _in_hand(notice: IncidentNotice) -> bool:
    """Was its letter made to be handed over? Any other bears an address."""
    return (notice.state == State.BY_HAND or notice.over_as == BY_HAND) and notice.print_id is None


def _is_staffs(letter: Letter) -> bool:
    return letter.student_id is None


def sent_outside(letters: Collection[Letter], word: str) -> dict[UUID, Stands]:
    """How papers for offices outside stand: sent, once that is noted under this word; not what was made since then,
    because more is known. Part of the open transaction."""
    sent = IncidentSent.objects.filter(incident__in={it.about for it in letters}, what=word)
    last = dict(sent.values_list("incident").annotate(last=Max("noted_at")))
    return {it.id: Stands.SENT for it in letters if it.about in last and it.issued_at <= last[it.about]}


def find(by: SignedIn, at: datetime) -> Q | None:
    """Those designated for the whole district find the papers of every incident. Part of the open transaction."""
    return Q() if handles(by, at).designated else None
