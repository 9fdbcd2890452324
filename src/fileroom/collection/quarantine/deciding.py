"""The custodian decides: back to whoever brought it, or destroyed. All that stand on the same template, with the same
found in them, are decided in one act, in as many statements as one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from fileroom.collection.gate import KINDS
from fileroom.collection.quarantine.custody import Asks, Custody, custody, of_whom
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Question
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Other, Purpose, Record, RecordKind, Requester, RequesterKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people.answers import Missing, Refused
from fileroom.people.facts import Touch
from fileroom.people.questions import question
from fileroom.people.signed_in import SignedIn
from fileroom.records import contents as shelf
from fileroom.records.models import Quarantined, Version
from fileroom.records.queries import students_on_hold
from fileroom.screening import Category

HELD, DESTROYED, RETURNED = Quarantined.State.HELD, Quarantined.State.DESTROYED, Quarantined.State.RETURNED
ON_HOLD = "A hold stands over the students concerned: nothing of theirs goes until it is lifted."


class Choice(StrEnum):
    """What becomes of what was held back."""

    DESTROY = "destroy"
    EXCEPTION = "exception"
    REDACT = "redact"
    RETURN = "return"


@dataclass(frozen=True)
class Settled:
    """So many are decided under this entry, and so many of the same template still wait."""

    number: int
    left: int
    entry: UUID


@dataclass(frozen=True)
class Group:
    """What an account may decide in one act: copies of one template, with the law's answer for each student."""

    head: Quarantined
    versions: Sequence[Version]
    answers: dict[UUID | None, Custody]
    waiting: int

    @property
    def own(self) -> Custody:
        """The answer for the one that was named."""
        return self.answers[self.head.student_id]


def return_to_sender(held_id: UUID, *, by: SignedIn, at: datetime) -> Settled | Refused:
    """Whoever brought it has it, or has it back: what lies here goes, as a refused paper does at the counter.

    Raises Missing, and ValidationError where a hold stands.
    """
    return known(_shred(held_id, Act.QUARANTINE_RETURNED, RETURNED, lambda group: group, by=by, at=at))


def destroy(held_id: UUID, *, cleared: bool, by: SignedIn, at: datetime) -> Settled | Refused:
    """Destroy what the law lets go. `cleared`: the custodian says that district counsel has looked, and it may go.

    Raises Missing, and ValidationError where a hold stands.
    """

    def lawful(group: Group) -> Group:
        return _what_may_go(group, by.purpose, cleared=cleared, on=district_day(at))

    return known(_shred(held_id, Act.QUARANTINE_DESTROYED, DESTROYED, lawful, by=by, at=at))


def known(answer: Settled | Refused | None) -> Settled | Refused:
    """The answer; Missing is raised where there was none, once the transaction is over."""
    if answer is None:
        raise Missing
    return answer


@durable_transaction
def _shred(
    held_id: UUID,
    act: Act,
    state: Quarantined.State,
    lawful: Callable[[Group], Group],
    *,
    by: SignedIn,
    at: datetime,
) -> Settled | Refused | None:
    group = gathered(held_id, by=by, at=at)
    if not isinstance(group, Group):
        return group
    group = lawful(group)
    if not group.own.decision.granted:
        return refused(group, by, at)
    on_hold = students_on_hold(group.answers)
    going = [it for it in group.versions if it.held.student_id not in on_hold]
    if not going:
        raise ValidationError({"choice": ON_HOLD})
    event = noted(act, group, len(going), by, at)
    entry = ledger.write(event)
    gone = shelf.shred_held(going, event)
    return settled(group, [it.held.id for it in gone], state, entry, by, at)


def gathered(
    held_id: UUID, *, by: SignedIn, at: datetime, most: int | None = None, these: Collection[UUID] | None = None
) -> Group | Refused | None:
    """What waits on the same template as this, of the students whose custodian the account is, held for this act.

    `most`: no more than so many, the named one among them; `these`: of those versions alone. None: it waits no longer,
    or never did. Students first, each alone, and then the rows, always in this order.
    """
    head = Quarantined.objects.filter(pk=held_id, state=HELD).first()
    if head is None:
        return None
    alike = Quarantined.objects.filter(of_whom(by=by, at=at) or Q(pk=head.pk), template=head.template, state=HELD)
    chosen = alike.filter(version__in=these) if these is not None else alike
    if most is not None:
        others = chosen.exclude(pk=head.pk).order_by("brought_at", "id").values_list("pk", flat=True)
        chosen = alike.filter(pk__in=[head.pk, *others[: most - 1]])
    students = {head.student_id, *chosen.order_by().values_list("student_id", flat=True).distinct()}
    answers = custody(students, by=by, at=at, touch=Touch.CHANGES)
    if head.student_id not in answers:
        return None
    answers = {it: answer for it, answer in answers.items() if answer.decision.granted or it == head.student_id}
    group = Group(head, [], answers, alike.count())
    if not group.own.decision.granted:
        return refused(group, by, at)
    return replace(group, versions=_locked(chosen, answers))


def _locked(chosen: QuerySet[Quarantined], students: Collection[UUID | None]) -> list[Version]:
    """The contents of those that still wait, the oldest first; none of a student who is kept from the account."""
    rows = Version.objects.filter(quarantined__in=chosen.values("pk"), quarantined__state=HELD)
    rows = rows.select_related("quarantined").defer("quarantined__found").select_for_update(of=("self", "quarantined"))
    found = rows.order_by("quarantined__brought_at", "quarantined_id")
    return [it for it in found if it.held.student_id in students]


def kinds_of(head: Quarantined) -> list[RecordKind]:
    """What the law calls what was found; where nothing could be read, what it was to be filed as."""
    found = dict.fromkeys(KINDS[Category(it["category"])] for it in head.found)
    return list(found) or [RecordKind(head.item)]


def _what_may_go(group: Group, purpose: Purpose, *, cleared: bool, on: date) -> Group:
    """The same with the law's answer to the destruction of each kind of thing that was found, the first refusal."""
    asks, kinds = Asks(), kinds_of(group.head)
    on_hold = students_on_hold(group.answers)
    answers = {}
    for id_, it in group.answers.items():
        # What was brought for nobody is asked of as of nobody: the district's custodian keeps it.
        decisions = [asks(_destroys(it, kind, purpose, held=id_ in on_hold, cleared=cleared, on=on)) for kind in kinds]
        answers[id_] = replace(it, decision=next((no for no in decisions if not no.granted), decisions[0]))
    left_out = {id_ for id_, it in answers.items() if not it.decision.granted}
    going = [it for it in group.versions if it.held.student_id not in left_out]
    return replace(group, answers=answers, versions=going)


def _destroys(it: Custody, kind: RecordKind, purpose: Purpose, *, held: bool, cleared: bool, on: date) -> Question:
    record, other = Record(kind=kind, on_hold=held, pending_request=False), Other(counsel_cleared=cleared or None)
    if it.student and it.requester:
        return question(
            Action.DESTROY, purpose, requester=it.requester, student=it.student, record=record, on=on, other=other
        )
    asker = Requester(kind=RequesterKind.CUSTODIAN_OF_RECORDS, keeps_records=True)
    return Question(on=on, action=Action.DESTROY, purpose=purpose, requester=asker, record=record, other=other)


def with_answer(group: Group, decision: Decision) -> Group:
    """The same group, where this is the law's answer about the one that was named."""
    return replace(group, answers={**group.answers, group.head.student_id: replace(group.own, decision=decision)})


def noted(act: Act, group: Group, number: int, by: SignedIn, at: datetime) -> Event:
    """One entry for the act: of the student where it concerns one, and how many copies it decides."""
    said: dict[str, Any] = {"record": group.head.id, "part": group.head.item, "purpose": by.purpose.value, "at": at}
    if len({it.held.student_id for it in group.versions}) == 1:
        said["student"] = group.head.student_id
    outcome = f"copies:{number}" if number else ""
    return ledger.event(act, by=by.acting_as(group.own.role), decision=group.own.decision, outcome=outcome, **said)


def refused(group: Group, by: SignedIn, at: datetime) -> Refused:
    """Write the refusal of the one that was named."""
    own = group.own
    event = ledger.event(
        Act.QUARANTINE_REFUSED, student=group.head.student_id, record=group.head.id, part=group.head.item,
        by=by.acting_as(own.role), purpose=by.purpose.value, decision=own.decision, sealed=True, at=at,
    )  # fmt: skip
    return Refused(own.decision, ledger.write(event), serves=own.serves)


def settled(
    group: Group, ids: Collection[UUID], state: Quarantined.State, entry: UUID, by: SignedIn, at: datetime
) -> Settled:
    """Note on the rows what was decided, and under which entry."""
    said = {"state": state, "decided_at": at, "decided_by": by.account.id, "decision": entry}
    done = Quarantined.objects.filter(pk__in=ids).update(**said)
    return Settled(done, group.waiting - done, entry)
