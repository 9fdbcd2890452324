"""A student or a parent without an account asks at the counter to see what was gathered, to correct it or have it
deleted (Ed. Code 49073.6(c)(2)): the law is asked of who stands there, and whoever keeps the records answers. Of a
child reported missing the police hear first, as at the counter of the file (Ed. Code 49068.6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.collection import captures
from fileroom.disclosure import parties, past_its_end, police_first
from fileroom.disclosure.facts import asked
from fileroom.disclosure.services import told_to_nobody
from fileroom.disclosure.shown import Recipient, ShownIdentity
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision, Purpose
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import RequesterFacts, Touch, student_facts
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaWish
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.asking import KIND, for_safety
from fileroom.programmes.social_media.whose import sees
from fileroom.programmes.social_media.wishes import ASKED, Asker, Wished, decided, facts_of, fields_of, owe_answer

SEE = "see"
STUDENT = "student"
SEEN_FIRST = "Look first at who they are: this is shown to nobody else."


@dataclass(frozen=True)
class AtCounter:
    """What they ask. `asker`: the contact; None: the student. `kind`: SEE, or a wish; `correction`: their words."""

    asker: UUID | None
    identity_checked: bool
    kind: str
    correction: str = ""


@dataclass(frozen=True)
class MayBeShown:
    """It may be shown to who stands there, now."""

    entry: UUID
    decision: Decision


def ask(id_: UUID, item_id: UUID, of: AtCounter, *, by: SignedIn, at: datetime) -> Wished | MayBeShown | Refused:
    """Take it in. `id_`: twice is once. Raises Missing (no such item, for this employee), FormUsed and
    ValidationError."""
    if not of.identity_checked:
        raise ValidationError({"identity_checked": SEEN_FIRST})
    if of.kind == SEE:
        return _see(item_id, of, by, at)
    kind, fields = fields_of(of.kind, of.correction)
    return _wish(id_, item_id, of, kind, fields, by, at)


def people(item_id: UUID, *, by: SignedIn, at: datetime) -> list[tuple[UUID, str]]:
    """The contacts who may stand there, by name, for who sees the item. Raises Missing."""
    with district_transaction():
        item, on = _seen_by(SocialMediaItem.objects.all(), item_id, by, at), district_day(at)
        return [(it.contact, it.name) for it in queries.related(item.student_id, on=on) if it.standing != "refuted"]


def _item(item_id: UUID, by: SignedIn, at: datetime, asker: UUID | None = None) -> SocialMediaItem:
    item = _seen_by(SocialMediaItem.objects.select_for_update(), item_id, by, at)
    if asker is not None and not queries.is_contact_of(item.student_id, asker):
        raise Missing
    return item


def _seen_by(rows: QuerySet[SocialMediaItem], item_id: UUID, by: SignedIn, at: datetime) -> SocialMediaItem:
    item = rows.filter(pk=item_id, destroyed_at=None).first()
    if item is None or by.account.employee_id is None or not sees(item.student_id, by, district_day(at)):
        raise Missing
    return item


def _said(item: SocialMediaItem, by: SignedIn, at: datetime) -> dict[str, Any]:
    """What each entry says: who took it in, and of which record."""
    role = asked(item.student_id, for_safety(by), district_day(at)).role(KIND)
    return {
        "student": item.student_id,
        "record": item.record_id,
        "part": captures.ITEM,
        "by": by.acting_as(role),
        "at": at,
    }


@durable_transaction
def _see(item_id: UUID, of: AtCounter, by: SignedIn, at: datetime) -> MayBeShown | Refused:
    item, on = _item(item_id, by, at, of.asker), district_day(at)
    said = _said(item, by, at)
    student = student_facts(item.student_id, on, Touch.LOOKS)
    if student is None:
        raise Missing
    who = facts_of(Asker(of.asker), student, on)
    purpose = Purpose.SELF_INSPECTION if of.asker is None else Purpose.INSPECTION
    decision = counsel.decide(
        question(Action.INSPECT, purpose, requester=who, student=student, record=Record(kind=KIND), on=on)
    )
    hears = police_first.who_receives(Recipient("", on_file=of.asker or item.student_id))
    shut = decision.granted and police_first.waits(student, decision, hears, on=on)
    answered = police_first.held_back(decision) if shut else decision
    entry = _noted(answered, of.asker, who, said | {"purpose": purpose.value})
    if not answered.granted and not decision.sealed:
        ledger.write(told_to_nobody(item.student_id, said["by"], at))
    past_its_end.asked_about(item.student_id, of.asker, entry, at)
    police_first.asked_about(student, decision, hears, entry, at)
    told = police_first.as_told(answered, shut=shut)
    return MayBeShown(entry, told) if told.granted else Refused(told, entry)


def _noted(answered: Decision, asker: UUID | None, who: RequesterFacts, said: dict[str, Any]) -> UUID:
    """One entry, and beside it who stood there (Ed. Code 49064); what was not shown stands under seal."""
    said |= {"decision": answered}
    if answered.granted:
        entry = ledger.write(ledger.event(Act.RECORD_INSPECTED, outcome="counter", **said))
    else:
        entry = ledger.write(ledger.event(Act.DISCLOSURE_REFUSED, sealed=True, **said))
    name = queries.contact_name(asker) if asker else ""
    parties.keep(entry, Recipient(name), who.kind, ShownIdentity())
    return entry


@durable_transaction
def _wish(
    id_: UUID, item_id: UUID, of: AtCounter, kind: SocialMediaWish.Kind, fields: dict[str, str], by: SignedIn,
    at: datetime,
) -> Wished | Refused:  # fmt: skip
    item = _item(item_id, by, at, of.asker)
    decision, student, who = decided(item, kind, Asker(of.asker), district_day(at))
    said = _said(item, by, at) | {"decision": decision, "purpose": ASKED[kind][1].value}
    hears = police_first.who_receives(Recipient("", on_file=of.asker or item.student_id))

    def heard(entry: UUID) -> UUID:
        missing_child.asked_about(item, kind, who, student, hears, entry, at)
        return entry

    if not decision.granted:
        return Refused(decision, heard(_noted(decision, of.asker, who, said)))
    theirs = SocialMediaWish.objects.filter(item=item, kind=kind, at_counter=True, asker=of.asker)
    used = SocialMediaWish.objects.filter(pk=id_).first()
    if used is not None and not theirs.filter(pk=id_).exists():
        raise FormUsed
    role, by = said["by"].role, replace(by, stated=ASKED[kind][1])
    if before := used or theirs.filter(answered_at=None).first():
        anew = None
        if before.words_id and before.answered_at is None:
            anew = captures.write_anew(before.words_id, fields, decision, role, by=by, at=at)
        return Wished(before.id, heard(anew or before.entry), decision)
    entry = ledger.write(ledger.event(Act.SOCIAL_MEDIA_WISHED, outcome=kind.value, **said))
    words = captures.file(student.id, fields, decision, role, by=by, at=at).record if fields else None
    SocialMediaWish.objects.create(
        id=id_, item=item, kind=kind, words_id=words, asked_by=by.account.id, at_counter=True, asker=of.asker,
        asked_at=at, entry=entry,
    )  # fmt: skip
    owe_answer(id_, student.id, entry, at)
    return Wished(id_, heard(entry), decision)
