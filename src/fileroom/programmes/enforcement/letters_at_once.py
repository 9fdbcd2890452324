"""The letter to a family lies ready as soon as the request is entered, where the act itself says whose child it is: at
the student's own file, or for a copy of a record. At the counter nobody is asked for a name: there it lies ready but
for the name, and the designee chooses whose child it is.

It goes out by the designee alone, when the law is asked anew and the letter is set by what is answered then
(notices.py). Here for whom it is is sealed, of each whom the law lets be told by what is on file; of whom it lets not,
nothing is prepared and nothing is said.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from fileroom.disclosure.apart import Enter
from fileroom.hosting import current_district, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.letters import KINDS
from fileroom.letters.kinds import Words
from fileroom.people.keepers import keeper_facts
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement import notices
from fileroom.programmes.enforcement.family_letter import LANGUAGES, Desk, Paper, said_to
from fileroom.programmes.enforcement.recipients import To, who_may_be_told
from fileroom.programmes.models import EnforcementRequest, FamilyNotice

NO_NAME = "________"


def with_letters(enter: Enter, desk: Desk) -> Enter:
    """Enters the request as `enter` does, and has the letters to that student's family lie ready."""

    def entered(decision: Decision, by: SignedIn, at: datetime, student: UUID | None) -> UUID | None:
        request = enter(decision, by, at, student)
        if request and student:
            _prepare_each(request, student, desk, by, at)
        return request

    return entered


@durable_transaction
def as_it_stands(request_id: UUID, desk: Desk, *, by: SignedIn, at: datetime) -> dict[str, Words]:
    """The letter by what was answered so far, by language: ready but for the child's name. Raises Missing."""
    row = notices.row_of(request_id, by, at)
    said = {it: said_to(row, NO_NAME, it, desk) for it in LANGUAGES}
    return {language: KINDS[it.kind].filled(language, it.facts) for language, it in said.items()}


def _prepare_each(request_id: UUID, student: UUID, desk: Desk, by: SignedIn, at: datetime) -> None:
    """Part of the open transaction. What cannot be printed is left to the designee: the request itself stands."""
    row, on = EnforcementRequest.objects.select_related("school").get(pk=request_id), district_day(at)
    if not notices.is_to_be_told(row, at):
        return
    role = keeper_facts(by.account, on).role
    each = [(*one, it) for one in who_may_be_told(student, on=on) for it in _languages(one[0])]
    for to, decision, language in each:
        id_ = _id_of(request_id, to, language)
        if FamilyNotice.objects.filter(pk=id_).exists():
            continue
        paper = Paper(id_, row, to, language, FamilyNotice.Way.HANDED.value, desk)
        try:
            notices.set_apart(paper, by=by, role=role, decision=decision, at=at)
        except ValidationError:
            continue


def _id_of(request_id: UUID, to: To, language: str) -> UUID:
    """One letter in one language for one recipient of one request. Nobody who reads it finds the student by it."""
    said = "\x1f".join((current_district(), str(request_id), str(to.student), str(to.contact), language))
    return UUID(bytes=salted_hmac("fileroom.enforcement.letter", said, algorithm="sha256").digest()[:16], version=4)


def _languages(to: To) -> tuple[str, ...]:
    """The language that the recipient has chosen here, where the letter is there in it; else each that it is there in,
    for nobody knows which they read."""
    theirs = Account.objects.filter(contact=to.contact) if to.contact else Account.objects.filter(student=to.student)
    chosen = theirs.values_list("language", flat=True).first()
    return (chosen,) if chosen in LANGUAGES else LANGUAGES
