"""At the counter: a document that may not be filed is held for the custodian, where the clerk so chooses."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import gate
from fileroom.collection.quarantine.examined import REFUSED, Examined, examined
from fileroom.collection.quarantine.holding import Brought, Held, HeldBefore, hold
from fileroom.collection.services import Document, RefusedByGate, readable, sieved, student_and_requester, unread
from fileroom.hosting import durable_transaction
from fileroom.law.catalogue import Others
from fileroom.law.days import district_day
from fileroom.law.facts import RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.screening import Finding

NOT_TO_BE_HELD = "This is not held either: it does harm, or there is nothing in it to read. Nothing was kept."
NOTHING_FOUND = "Nothing was found in it that keeps it out: file it."


def may_be_held(given: Document) -> bool:
    """Is it kept out, and of such a kind that the custodian could decide about it?"""
    seen = given.seen
    return seen is not None and seen.outcome not in REFUSED and bool(sieved(given) or unread(given))


def hold_document(
    student_id: UUID,
    item: str,
    given: Document,
    *,
    by: SignedIn,
    at: datetime,
    about: UUID | None = None,
    others: Others | None = None,
    once: UUID | None = None,
) -> Held | HeldBefore | RefusedByGate:
    """Hold back what may not be filed. Who may not file such a record of this student holds nothing back either.

    It is read before anything is asked, while no transaction is open. `once`: the id its row will have; the second call
    with it, even at the same moment, holds nothing. Raises Missing (no such student, or no employee), FormUsed (the id
    is that of something else, or of what is decided about) and ValidationError (nothing to hold, or none that is held).
    """
    found = sieved(given)
    if not found and not unread(given):
        raise ValidationError({"file": NOTHING_FOUND})
    seen = _examined(given, at)
    if seen is None or not seen.may_be_held:
        raise ValidationError({"file": NOT_TO_BE_HELD})
    return _hold(student_id, item, given, found, seen, by=by, at=at, about=about, others=others, once=once)


def _examined(given: Document, at: datetime) -> Examined | None:
    if given.read is None:
        return None
    return examined(given.name, given.body, given.read.screened, given.read.parts, on=district_day(at))


@durable_transaction
def _hold(
    student_id: UUID,
    item: str,
    given: Document,
    found: list[Finding],
    seen: Examined,
    *,
    by: SignedIn,
    at: datetime,
    about: UUID | None,
    others: Others | None,
    once: UUID | None,
) -> Held | HeldBefore | RefusedByGate:
    student, requester = student_and_requester(student_id, by, at)
    if requester.has_student is None or not gate.is_taken(item):
        raise Missing
    on, purpose = district_day(at), by.purpose
    asked: dict[str, Any] = {"requester": requester, "student": student, "purpose": purpose, "on": on}
    files = gate.decide(item, [], **asked)
    actor = by.acting_as(gate.acting(RecordKind(item), requester=requester, purpose=purpose, on=on).role)
    if not files.granted:
        noted = ledger.event(
            Act.COLLECTION_REFUSED, student=student_id, part=item, by=actor, purpose=purpose.value, decision=files,
            sealed=files.silent, at=at,
        )  # fmt: skip
        return RefusedByGate(files, ledger.write(noted), ())
    # What the law keeps out is told by its own decision; where nobody could read it, no law has spoken.
    keeps_out = gate.decide(item, found, **asked) if found else None
    brought = Brought(student_id, item, readable(item, given), seen, keeps_out, about, others, once=once)
    said = {"purpose": purpose.value, "sealed": files.sealed}
    (held,) = hold([brought], road=by.door, noted=said, by=actor, at=at)
    return held
