"""The custodian decides: back to whoever brought it, or destroyed. All that stand on the same template, with the same
found in them, are decided in one act, in as many statements as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.quarantine.custody import Asks, Custody
from fileroom.collection.quarantine.gathering import (
    HELD,
    KEPT,
    Asked,
    Group,
    Settled,
    gathered,
    kinds_of,
    noted,
    refused,
    settled,
)
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Other, Purpose, Record, RecordKind, Requester, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Quarantined
from fileroom.records.queries import students_on_hold

DESTROYED, RETURNED = Quarantined.State.DESTROYED, Quarantined.State.RETURNED
# Whoever stood at these doors has the paper, or is there to take it back. No law speaks of giving back; what an import
# brought the district had before, and it goes only as the law lets a thing be destroyed.
GOES_BACK_BY = frozenset(("api", "web"))
NOBODY_TO_TAKE_IT = "An import brought it: nobody is there to take it back. Destroy it, through district counsel."


class Choice(StrEnum):
    """What becomes of what was held back."""

    DESTROY = "destroy"
    EXCEPTION = "exception"
    FILE = "file"
    REDACT = "redact"
    RETURN = "return"


def goes_back(head: Quarantined) -> bool:
    """Is there somebody to whom it can be given back?"""
    return head.state == HELD and head.road in GOES_BACK_BY


def return_to_sender(held_id: UUID, *, by: SignedIn, at: datetime, until: datetime | None = None) -> Settled | Refused:
    """Whoever brought it has it, or has it back: what lies here goes, as a refused paper does at the counter.

    `until`: none that came later. Raises Missing, and ValidationError where an import brought it.
    """

    def lawful(group: Group) -> Group:
        if not goes_back(group.head):
            raise ValidationError({"choice": NOBODY_TO_TAKE_IT})
        return but_for_holds(group, by.purpose, on=district_day(at))

    asked = Asked(until=until, goes=True)
    return known(_shred(held_id, asked, Act.QUARANTINE_RETURNED, RETURNED, lawful, by=by, at=at))


def destroy(
    held_id: UUID, *, cleared: bool, by: SignedIn, at: datetime, until: datetime | None = None
) -> Settled | Refused:
    """Destroy what the law lets go. `cleared`: the custodian says that district counsel has looked, and it may go.

    `until`: none that came later. Raises Missing.
    """

    def lawful(group: Group) -> Group:
        return _what_may_go(group, by.purpose, cleared=cleared, on=district_day(at))

    asked = Asked(until=until, goes=True, states=(HELD, KEPT))
    return known(_shred(held_id, asked, Act.QUARANTINE_DESTROYED, DESTROYED, lawful, by=by, at=at))


def known(answer: Settled | Refused | None) -> Settled | Refused:
    """The answer; Missing is raised where there was none, once the transaction is over."""
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _shred(
    held_id: UUID,
    asked: Asked,
    act: Act,
    state: Quarantined.State,
    lawful: Callable[[Group], Group],
    *,
    by: SignedIn,
    at: datetime,
) -> Settled | Refused | None:
    group = gathered(held_id, asked, by=by, at=at)
    if not isinstance(group, Group):
        return group
    group = lawful(group)
    if not group.versions:
        return refused(group, by, at)
    event = noted(act, group, len(group.versions), by, at)
    entry = ledger.write(event)
    gone = shelf.shred_held(group.versions, event)
    return settled(group, [it.held.id for it in gone], state, entry, by, at)


def but_for_holds(group: Group, purpose: Purpose, *, on: date) -> Group:
    """The same with the law's answer to a destruction for each student over whom a hold stands, and without theirs."""
    asks, kind = Asks(), kinds_of(group.head)[0]
    decisions = {id_: it.decision for id_, it in group.answers.items()}
    for id_ in students_on_hold(decisions):
        decisions[id_] = asks(_destroys(group.answers[id_], kind, purpose, held=True, cleared=False, on=on))
    return group.answered(decisions)


def _what_may_go(group: Group, purpose: Purpose, *, cleared: bool, on: date) -> Group:
    """The same with the law's answer to the destruction of each kind of thing that was found, the first refusal."""
    asks, kinds = Asks(), kinds_of(group.head)
    on_hold = students_on_hold(group.answers)

    def answer(id_: UUID | None, it: Custody) -> Decision:
        # What was brought for nobody is asked of as of nobody: the district's custodian keeps it.
        decisions = [asks(_destroys(it, kind, purpose, held=id_ in on_hold, cleared=cleared, on=on)) for kind in kinds]
        return first_refusal(decisions)

    return group.answered({id_: answer(id_, it) for id_, it in group.answers.items()})


def first_refusal(decisions: Sequence[Decision]) -> Decision:
    """Of the law's answers to each thing that was found, the first that lets it not go on; else the first."""
    return next((no for no in decisions if not no.granted), decisions[0])


def _destroys(it: Custody, kind: RecordKind, purpose: Purpose, *, held: bool, cleared: bool, on: date) -> Question:
    record, other = Record(kind=kind, on_hold=held, pending_request=False), Other(counsel_cleared=cleared or None)
    if it.student and it.requester:
        return question(
            Action.DESTROY, purpose, requester=it.requester, student=it.student, record=record, on=on, other=other
        )
    asker = Requester(kind=RequesterKind.CUSTODIAN_OF_RECORDS, keeps_records=True)
    return Question(on=on, action=Action.DESTROY, purpose=purpose, requester=asker, record=record, other=other)
