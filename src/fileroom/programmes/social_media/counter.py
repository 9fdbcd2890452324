"""A student or a parent without an account asks at the counter to see what was gathered, to correct it or have it
deleted (Ed. Code 49073.6(c)(2)): the law is asked of who stands there, and whoever keeps the records answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import captures
from fileroom.disclosure.facts import asked
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision, Purpose
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import Touch, student_facts
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaWish
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
        item, on = _item(item_id, by, at), district_day(at)
        return [(it.contact, it.name) for it in queries.related(item.student_id, on=on) if it.standing != "refuted"]


def _item(item_id: UUID, by: SignedIn, at: datetime, asker: UUID | None = None) -> SocialMediaItem:
    item = SocialMediaItem.objects.select_for_update().filter(pk=item_id, destroyed_at=None).first()
    if item is None or by.account.employee_id is None or not sees(item.student_id, by, district_day(at)):
        raise Missing
    if asker is not None and not queries.is_contact_of(item.student_id, asker):
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
    said |= {"decision": decision, "purpose": purpose.value}
    if not decision.granted:
        return Refused(decision, ledger.write(ledger.event(Act.DISCLOSURE_REFUSED, sealed=True, **said)))
    return MayBeShown(ledger.write(ledger.event(Act.RECORD_INSPECTED, outcome="counter", **said)), decision)


@durable_transaction
def _wish(
    id_: UUID, item_id: UUID, of: AtCounter, kind: SocialMediaWish.Kind, fields: dict[str, str], by: SignedIn,
    at: datetime,
) -> Wished | Refused:  # fmt: skip
    item = _item(item_id, by, at, of.asker)
    decision, student, _ = decided(item, kind, Asker(of.asker), district_day(at))
    said = _said(item, by, at) | {"decision": decision, "purpose": ASKED[kind][1].value}
    if not decision.granted:
        return Refused(decision, ledger.write(ledger.event(Act.DISCLOSURE_REFUSED, sealed=True, **said)))
    theirs = SocialMediaWish.objects.filter(item=item, kind=kind, at_counter=True, asker=of.asker)
    used = SocialMediaWish.objects.filter(pk=id_).first()
    if used is not None and not theirs.filter(pk=id_).exists():
        raise FormUsed
    role, by = said["by"].role, replace(by, stated=ASKED[kind][1])
    if before := used or theirs.filter(answered_at=None).first():
        anew = None
        if before.words_id and before.answered_at is None:
            anew = captures.write_anew(before.words_id, fields, decision, role, by=by, at=at)
        return Wished(before.id, anew or before.entry, decision)
    entry = ledger.write(ledger.event(Act.SOCIAL_MEDIA_WISHED, outcome=kind.value, **said))
    words = captures.file(student.id, fields, decision, role, by=by, at=at).record if fields else None
    SocialMediaWish.objects.create(
        id=id_, item=item, kind=kind, words_id=words, asked_by=by.account.id, at_counter=True, asker=of.asker,
        asked_at=at, entry=entry,
    )  # fmt: skip
    owe_answer(id_, student.id, entry, at)
    return Wished(id_, entry, decision)
