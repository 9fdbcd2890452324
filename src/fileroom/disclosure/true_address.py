"""Where a family with a Safe at Home card lives is opened to settle residency, or in an emergency: by the office that
keeps the file, with a reason, and for nothing else. Each opening is a line under seal (Gov. Code 6207)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.disclosure import police_first
from fileroom.disclosure.facts import asked
from fileroom.disclosure.services import opened
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Other, Purpose, RecordKind
from fileroom.law.facts.things import Emergency
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import cards, counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.services import may_settle
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records import queries as shelves
from fileroom.screening import LOOKS_AT_WRITING, findings_in

NOTE = "address_opened"
KIND = RecordKind.ACTUAL_ADDRESS
SHORTEST, LONGEST = 10, 400


class Wanted(StrEnum):
    """What it is opened for; there is no third."""

    RESIDENCY = "residency"
    EMERGENCY = "emergency"


PURPOSES = {Wanted.RESIDENCY: Purpose.PROOF_OF_RESIDENCY, Wanted.EMERGENCY: Purpose.HEALTH_OR_SAFETY_EMERGENCY}


@dataclass(frozen=True)
class Lives:
    """Where they live, once; `number`: the participant's. Empty fields: nobody has said where they live."""

    number: str
    street: str
    city: str
    postal_code: str
    entry: UUID


@durable_transaction
def open_true_address(student_id: UUID, wanted: str, reason: str, *, by: SignedIn, at: datetime) -> Lives | Refused:
    """Open it. Raises Missing (nobody keeps such here, or this account does not keep the file), and ValidationError."""
    settles, who = may_settle(student_id, by, at)
    row = cards.standing([student_id]).order_by("-card__entered_at").first()
    if not settles.granted or row is None or row.true_address is None:
        raise Missing
    if wanted not in set(Wanted):
        raise ValidationError({"wanted": "Say what it is needed for: residency, or an emergency."})
    said = _fit(reason)
    case, purpose = asked(student_id, by, district_day(at)), PURPOSES[Wanted(wanted)]
    threat = Emergency.ARTICULABLE_THREAT if wanted == Wanted.EMERGENCY else None
    decision = counsel.decide(case.question(Action.INSPECT, KIND, purpose=purpose, other=Other(emergency=threat)))
    noted: dict[str, Any] = {
        "student": student_id, "record": row.true_address, "part": wanted, "by": by.acting_as(who.role),
        "purpose": purpose.value, "decision": decision, "sealed": True, "at": at,
    }  # fmt: skip
    if not decision.granted:
        return Refused(decision, ledger.write(ledger.event(Act.ADDRESS_REFUSED, **noted)), serves=True)
    found = shelves.shelved(row.true_address)
    if found is None:
        raise Missing
    event = ledger.event(Act.ADDRESS_OPENED, **noted)
    fields = opened(*found, event).fields
    police_first.asked_about(case.student, decision, police_first.who_asks(by), event.id, at)
    noting.write_note(uuid4(), NOTE, row.true_address, {"reason": said}, entry=event.id, by=by, at=at)
    number, street, city, code = (str(fields.get(it, "")) for it in ("number", "street", "city", "postal_code"))
    return Lives(number, street, city, code, event.id)


def _fit(reason: str) -> str:
    """The reason as one line. Raises ValidationError."""
    said = " ".join(reason.split())
    if not SHORTEST <= len(said) <= LONGEST:
        raise ValidationError({"reason": f"Say in a sentence why: {SHORTEST} to {LONGEST} letters."})
    if found := findings_in(said, LOOKS_AT_WRITING):
        raise ValidationError({"reason": f"This holds what the law keeps out of every text ({found[0].citation})."})
    return said
