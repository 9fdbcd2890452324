"""The one verb of the shredder: gather, decide by the law, write the ledger, and the key is gone. A person calls it.

A copy that the program makes for a day goes by the same verb as its day is over, and asks nobody (`dispose_of_a_day`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from fileroom.hosting import district_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import RequesterFacts
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import SealedNote, Version
from fileroom.retention.facts import Proposed, proposed


@dataclass(frozen=True)
class Disposed:
    """What the record said is destroyed: an entry for each of its versions. Its stub stays."""

    record: UUID
    entries: tuple[UUID, ...]
    decision: Decision


class Raced(RuntimeError):
    """A hold was placed between the law's answer and the destruction: nothing is destroyed, all is taken back."""


def whose_act(record_id: UUID, *, by: SignedIn, at: datetime) -> tuple[Decision, RequesterFacts]:
    """Is it this account's to destroy such a record, were there no hold; and what its holder is to the student.

    Joins a transaction. Raises Missing.
    """
    asked = proposed(record_id, by.account, by.purpose, on=district_day(at))
    free = replace(asked.question.record, on_hold=False, pending_request=False)
    return _decided(replace(asked, question=replace(asked.question, record=free))), asked.requester


def would(record_id: UUID, *, by: SignedIn, at: datetime) -> Decision:
    """What `dispose` would answer, and nothing is done: where several things go together or none. Joins a transaction.

    Raises Missing.
    """
    return _decided(proposed(record_id, by.account, by.purpose, on=district_day(at)))


def _decided(asked: Proposed) -> Decision:
    """The first refusal of two, or the grant: may they open it, and may they destroy it?"""
    opens = counsel.decide(asked.opens)
    return counsel.decide(asked.question) if opens.granted else opens


def dispose(
    record_id: UUID, *, by: SignedIn, at: datetime, but_the_newest: bool = False, held: bool = False
) -> Disposed | Refused:
    """Destroy what one record says, or say which law keeps it. Joins the transaction of the act that needs it.

    Of each version the ledger's leaf, its key, and a stub; nothing else is touched. `but_the_newest`: only what was
    corrected. A hold and an open request are refusals; `held`: whoever calls knows of one that the shelf does not.
    Raises Missing: no such record, or it is destroyed already.
    """
    with district_transaction():
        asked = proposed(record_id, by.account, by.purpose, on=district_day(at))
        if held:
            record = replace(asked.question.record, on_hold=True)
            asked = replace(asked, question=replace(asked.question, record=record))
        decision = _decided(asked)
        said: dict[str, Any] = {
            "student": asked.record.student_id, "record": record_id, "part": asked.record.item, "decision": decision,
            "by": by.acting_as(asked.requester.role), "purpose": by.purpose.value, "at": at,
        }  # fmt: skip
        versions = list(Version.objects.filter(record_id=record_id, shredded_at=None).order_by("number"))
        going = versions[:-1] if but_the_newest else versions
        if not decision.granted:
            entry = ledger.write(ledger.event(Act.DISPOSAL_REFUSED, sealed=decision.silent, **said))
            return Refused(decision, entry, serves=bool(asked.requester.offices))
        if not going:
            raise Missing
        event = ledger.event(Act.RECORD_SHREDDED, **said)
        leaves = [replace(event, id=uuid4()) for _ in going]
        for version, leaf in zip(going, leaves, strict=True):
            if not shelf.shred(asked.record, version, leaf):
                raise Raced
        return Disposed(record_id, tuple(leaf.id for leaf in leaves), decision)


def dispose_of_a_day(note: SealedNote, *, by: Actor, at: datetime) -> UUID:
    """The same of a copy that was made for a day and is of no student's file: its leaf, its key, and a stub. What it
    was copied from stays, and so does every hold on that. Joins the transaction of its successor. Raises Missing.
    """
    with district_transaction():
        version = Version.objects.filter(note=note, destruction=None).first()
        if version is None:
            raise Missing
        event = ledger.event(Act.RECORD_SHREDDED, record=note.id, by=by, at=at)
        shelf.shred_note(note, version, event)
        return event.id
