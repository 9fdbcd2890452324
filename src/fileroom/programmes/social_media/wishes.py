"""A student, of whatever age, or a parent wants what was gathered corrected or deleted. The law says at once whether it
must be, or may be; the office does it, and then the law is asked again of whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import captures
from fileroom.disclosure import police_first
from fileroom.duties.services import Owed
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, Record
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import RequesterFacts, StudentFacts, Touch, contact_facts, requester_facts, student_facts
from fileroom.people.models import Account
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaWish
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.asking import KIND
from fileroom.programmes.social_media.duties import WISH, WISHES, offices_of, owe

Kind = SocialMediaWish.Kind
ASKED = {Kind.CORRECT: (Action.AMEND, Purpose.CORRECTION), Kind.DELETE: (Action.DESTROY, Purpose.RETENTION_SCHEDULE)}


@dataclass(frozen=True)
class Asker:
    """Who stands at the counter and is who they say: a contact of the student; None: the student."""

    contact: UUID | None


@dataclass(frozen=True)
class Wished:
    """It is taken, and waits for the office."""

    id: UUID
    entry: UUID
    decision: Decision


def wish(id_: UUID, record_id: UUID, kind: str, correction: str, *, by: SignedIn, at: datetime) -> Wished | Refused:
    """Ask that one thing be corrected (`correction`: what is right) or deleted. `id_`: twice is once. Who corrects
    anew, before the office has answered, has the newer words stand.

    Raises Missing (no such thing, for this account), FormUsed, and ValidationError (nothing is said, or what the law
    keeps out).
    """
    return _wish(id_, record_id, *fields_of(kind, correction), by, at)


def fields_of(kind: str, correction: str) -> tuple[SocialMediaWish.Kind, dict[str, str]]:
    """What is wished, with the words of who corrects; before a transaction: the sieve takes its time. Raises
    ValidationError."""
    if kind not in Kind.values:
        raise ValidationError({"kind": "Choose what is to be done."})
    fields: dict[str, str] = {}
    if kind == Kind.CORRECT:
        fields = captures.readable({"correction": correction}, ("correction",))
        if found := captures.sieved(fields):
            raise ValidationError({"correction": ValidationError(found[0].citation, code="kept_out")})
    return Kind(kind), fields


@durable_transaction
def _wish(
    id_: UUID, record_id: UUID, kind: SocialMediaWish.Kind, fields: dict[str, str], by: SignedIn, at: datetime
) -> Wished | Refused:
    item = SocialMediaItem.objects.select_for_update().filter(record_id=record_id, destroyed_at=None).first()
    if item is None or by.account.employee_id is not None:
        raise Missing
    decision, student, requester = decided(item, kind, by.account, district_day(at))
    said: dict[str, Any] = {"student": student.id, "record": record_id, "part": captures.ITEM, "decision": decision}
    said |= {"at": at, "by": by.acting_as(requester.role), "purpose": ASKED[kind][1].value}

    def heard(entry: UUID) -> UUID:
        missing_child.asked_about(item, kind, requester, student, police_first.who_asks(by), entry, at)
        return entry

    if not decision.granted:
        return Refused(decision, heard(ledger.write(ledger.event(Act.DISCLOSURE_REFUSED, sealed=True, **said))))
    if before := _asked_before(id_, item, kind, by):
        anew = None
        if before.words_id and before.answered_at is None:
            anew = captures.write_anew(before.words_id, fields, decision, requester.role, by=by, at=at)
        return Wished(before.id, heard(anew or before.entry), decision)
    entry = ledger.write(ledger.event(Act.SOCIAL_MEDIA_WISHED, outcome=kind.value, **said))
    words = captures.file(student.id, fields, decision, requester.role, by=by, at=at).record if fields else None
    SocialMediaWish.objects.create(
        id=id_, item=item, kind=kind, words_id=words, asked_by=by.account.id, asked_at=at, entry=entry
    )
    owe_answer(id_, student.id, entry, at)
    return Wished(id_, heard(entry), decision)


def owe_answer(wish: UUID, student: UUID, entry: UUID, at: datetime) -> None:
    """Whoever keeps the student's records owes the answer. Part of the open transaction."""
    whose = offices_of(student, district_day(at))
    owe([Owed(WISH, WISHES, wish, at, office, school, student=student) for office, school in whose], entry)


def _asked_before(id_: UUID, item: SocialMediaItem, kind: SocialMediaWish.Kind, by: SignedIn) -> SocialMediaWish | None:
    """What this account has asked of it already: by this form, or by another that the office has not answered."""
    mine = SocialMediaWish.objects.filter(item=item, kind=kind, asked_by=by.account.id, at_counter=False)
    used = SocialMediaWish.objects.filter(pk=id_).first()
    if used is not None and not mine.filter(pk=id_).exists():
        raise FormUsed
    return used or mine.filter(answered_at=None).first()


def decided(
    item: SocialMediaItem, kind: SocialMediaWish.Kind, who: Account | Asker, on: date
) -> tuple[Decision, StudentFacts, RequesterFacts]:
    """The law's word on this wish today, of this account or of who stands at the counter. What holds the record is
    asked when it is done, not here: a hold is no family's to learn of."""
    student = student_facts(item.student_id, on, Touch.CHANGES)
    if student is None:
        raise Missing
    requester, (action, purpose) = facts_of(who, student, on), ASKED[kind]
    record = Record(kind=KIND, on_hold=False, pending_request=False)
    asked = question(action, purpose, requester=requester, student=student, record=record, on=on)
    return counsel.decide(asked), student, requester


def who_asked(row: SocialMediaWish) -> Account | Asker:
    """Whose wish it is. Part of the open transaction."""
    return Asker(row.asker) if row.at_counter else Account.objects.get(pk=row.asked_by)


def facts_of(who: Account | Asker, student: StudentFacts, on: date) -> RequesterFacts:
    """Whoever asks, towards this student; at the counter the office has seen who they are."""
    if isinstance(who, Account):
        return requester_facts(who, student, on)
    if who.contact is not None:
        return contact_facts(who.contact, student, "verified", on)
    kind = "former_student" if student.former else "student"
    return RequesterFacts(kind, kind, "verified", "verified", orders=() if student.orders_known else None)
