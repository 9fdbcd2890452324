"""The letter to a family lies ready as soon as the request is entered, where the act itself says whose child it is: at
the student's own file, or for a copy of a record; and where nobody may be told yet, as soon as somebody may. At the
counter nobody is asked for a name: there it lies ready but for the name, and the designee chooses whose child it is.

It goes out by the designee alone, when the law is asked anew and the letter is set by what is answered then
(notices.py). Here for whom it is is sealed, of each parent, guardian and rights holder, verified as such, whom the law
lets be told by what is on file; of others nothing is prepared and nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from django.utils.crypto import salted_hmac

from fileroom.disclosure.apart import Enter
from fileroom.hosting import current_district, durable_transaction
from fileroom.hosting.attempts import attempt
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.letters import KINDS
from fileroom.letters.kinds import Words
from fileroom.people.keepers import keeper_facts
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement import notices, whose
from fileroom.programmes.enforcement.family_letter import EITHER, LANGUAGES, Desk, Paper, said_to
from fileroom.programmes.enforcement.recipients import To, who_may_be_told
from fileroom.programmes.enforcement.telling import is_to_be_told
from fileroom.programmes.models import EnforcementRequest, FamilyNotice
from fileroom.records import noting

NO_NAME = "________"


def with_letters(enter: Enter, desk: Desk) -> Enter:
    """Enters the request as `enter` does, and has the letters to that student's family lie ready. The request stands,
    whatever becomes of them: what fails is left to the designee."""

    def entered(decision: Decision, by: SignedIn, at: datetime, student: UUID | None) -> UUID | None:
        request = enter(decision, by, at, student)
        if request and student:
            attempt(lambda: _prepare_each(request, student, desk, by, at))
        return request

    return entered


def lie_ready(
    row: EnforcementRequest, desk: Desk, *, role: str, decision: Decision, by: SignedIn, at: datetime
) -> None:
    """A family is to be told by now of what was entered before: the letters lie ready to each of whose child it is
    known, but for whom one does already. Part of the open transaction."""
    if not is_to_be_told(row, at):
        return
    waiting = FamilyNotice.objects.filter(request=row, sent_at=None, dropped_at=None).values_list("id", flat=True)
    notes = [note for it in waiting for note in noting.notes(notices.NOTE, it)]
    opens = partial(noting.open_note, act=Act.ENFORCEMENT_READ, by=by, role=role, decision=decision, at=at)
    there = {To.from_fields(opens(it).fields) for it in notes}
    for student in whose.opened(row.id, by=by, role=role, decision=decision, at=at):
        attempt(partial(_prepare_each, row.id, student, desk, by, at, there))


@durable_transaction
def as_it_stands(request_id: UUID, desk: Desk, *, by: SignedIn, at: datetime) -> dict[str, Words]:
    """The letter by what was answered so far, by language: ready but for the child's name. Raises Missing."""
    row = notices.row_of(request_id, by, at)
    said = {it: said_to(row, NO_NAME, it, desk) for it in LANGUAGES}
    return {language: KINDS[it.kind].filled(language, it.facts) for language, it in said.items()}


def _prepare_each(
    request_id: UUID, student: UUID, desk: Desk, by: SignedIn, at: datetime, there: Collection[To] = ()
) -> None:
    """`there`: for whom one lies ready. Part of the open transaction."""
    row, on = EnforcementRequest.objects.select_related("school").get(pk=request_id), district_day(at)
    if not is_to_be_told(row, at):
        return  # whose child it is is sealed all the same: `lie_ready` finds it, once they may be told
    role = keeper_facts(by.account, on).role
    for to, decision in who_may_be_told(student, on=on):
        id_ = _id_of(request_id, to)
        if to not in there and not FamilyNotice.objects.filter(pk=id_).exists():
            paper = Paper(id_, row, to, _language(to), FamilyNotice.Way.HANDED.value, desk)
            attempt(partial(notices.set_apart, paper, by=by, role=role, decision=decision, at=at))


def _id_of(request_id: UUID, to: To) -> UUID:
    """One letter for one recipient of one request. Nobody who reads it finds the student by it."""
    said = "\x1f".join((current_district(), str(request_id), str(to.student), str(to.contact)))
    return UUID(bytes=salted_hmac("fileroom.enforcement.letter", said, algorithm="sha256").digest()[:16], version=4)


def _language(to: To) -> str:
    """The language that the recipient has chosen here, where the letter is there in it; else whoever sends it chooses,
    for nobody knows which they read."""
    theirs = Account.objects.filter(contact=to.contact) if to.contact else Account.objects.filter(student=to.student)
    chosen = theirs.values_list("language", flat=True).first()
    return chosen if chosen in LANGUAGES else EITHER
