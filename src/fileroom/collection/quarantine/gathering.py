"""What one act is about: copies of one template that are there to be decided about, held until the act is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.collection.gate import KINDS
from fileroom.collection.quarantine.custody import Custody, custody, of_whom
from fileroom.law import Decision
from fileroom.law.facts import RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people.answers import Refused
from fileroom.people.facts import Touch
from fileroom.people.models import Enrolment
from fileroom.people.signed_in import SignedIn
from fileroom.records.models import Quarantined, Version
from fileroom.records.queries import whose_all_is_on_hold
from fileroom.screening import Category

HELD, KEPT = Quarantined.State.HELD, Quarantined.State.KEPT
WHOSE = "whose"  # the outcome of a look that shows whose it is and nothing of what it says
# Of a look at what it says: all of it was shown; how it begins, and what stands around everything that was found; less
# than that, because more was found than is shown, or not all could be read; nothing of it.
SHOWN, SHOWN_AROUND, SHOWN_IN_PART, NOT_SHOWN = "shown", "around", "in_part", "not_shown"
# Copies that one act decides about. It has each student alone until it is over, and PostgreSQL, as it is installed,
# has room for some 14,000 locks of all who work.
AT_ONCE = 5_000


@dataclass(frozen=True)
class Settled:
    """So many are decided under this entry, and so many of the same template still wait. `waits`: why others do that
    were to be decided about, in sentences."""

    number: int
    left: int
    entry: UUID
    waits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """What an account may decide in one act: copies of one template, with the law's answer for each student.

    `head`: the one that was named, or where nothing is done about that, the first about which something is.
    """

    head: Quarantined
    versions: Sequence[Version]
    answers: dict[UUID | None, Custody]
    waiting: int

    @property
    def own(self) -> Custody:
        """The answer for the head."""
        return self.answers[self.head.student_id]

    def answered(self, decisions: dict[UUID | None, Decision]) -> Group:
        """The same with these answers of the law, and of the copies those that they let go on; none, if it is none."""
        answers = {it: replace(self.answers[it], decision=decision) for it, decision in decisions.items()}
        going = [it for it in self.versions if answers[it.held.student_id].decision.granted]
        head = self.head if not going or self.head in [it.held for it in going] else going[0].held
        return replace(self, head=head, answers=answers, versions=going)


@dataclass(frozen=True)
class Asked:
    """Which copies an act is about. `most`: no more than so many. `until`: none that came later: nobody was shown them.

    `of`: of those versions alone. `at_school`: of the students who are or were there. `goes`: what is decided about
    goes, so that nothing of a student on hold is taken in.
    """

    most: int | None = None
    of: Collection[UUID] | None = None
    at_school: UUID | None = None
    until: datetime | None = None
    goes: bool = False
    states: tuple[Quarantined.State, ...] = (HELD,)


def gathered(held_id: UUID, asked: Asked, *, by: SignedIn, at: datetime) -> Group | Refused | None:
    """What is there on the same template as this, of the students whose custodian the account is, held for this act.

    None: it waits no longer, or never did. Students first, each alone, and then the rows, always in this order.
    """
    head = Quarantined.objects.filter(pk=held_id, state__in=asked.states).first()
    if head is None:
        return None
    alike = Quarantined.objects.filter(of_whom(by=by, at=at) or Q(pk=head.pk), template=head.template, state=head.state)
    chosen = alike.filter(pk__in=_chosen(alike, head, asked))
    students = {head.student_id, *chosen.order_by().values_list("student_id", flat=True).distinct()}
    answers = custody(students, by=by, at=at, touch=Touch.CHANGES)
    if head.student_id not in answers:
        return None
    kept_from = {it for it, answer in answers.items() if not answer.decision.granted}
    answers = {it: answer for it, answer in answers.items() if it not in kept_from or it == head.student_id}
    group = Group(head, [], answers, alike.exclude(student__in=kept_from - {None}).count())
    if not group.own.decision.granted:
        return refused(group, by, at)
    versions = _locked(chosen, answers, head.state)
    there = versions if asked.of is not None else [it for it in versions if it.held == head]
    return replace(group, versions=versions) if there else None


def _chosen(alike: QuerySet[Quarantined], head: Quarantined, asked: Asked) -> list[UUID]:
    """The one that was named, and the oldest of the others, as far as the act is about them."""
    others = alike.exclude(pk=head.pk)
    if asked.of is not None:
        return list(alike.filter(version__in=asked.of).values_list("pk", flat=True))
    if asked.until is not None:
        others = others.filter(brought_at__lte=asked.until)
    if asked.at_school is not None:
        others = others.filter(student__in=Enrolment.objects.filter(school=asked.at_school).values("student"))
    if asked.goes:
        others = others.exclude(student__in=whose_all_is_on_hold())
    most = asked.most or AT_ONCE
    return [head.pk, *others.order_by("brought_at", "id").values_list("pk", flat=True)[: most - 1]]


def _locked(chosen: QuerySet[Quarantined], students: Collection[UUID | None], state: str) -> list[Version]:
    """The contents of those that are still there, the oldest first; none of a student who is kept from the account."""
    rows = Version.objects.filter(quarantined__in=chosen.values("pk"), quarantined__state=state)
    rows = rows.select_related("quarantined").defer("quarantined__found").select_for_update(of=("self", "quarantined"))
    found = rows.order_by("quarantined__brought_at", "quarantined_id")
    return [it for it in found if it.held.student_id in students]


def kinds_of(head: Quarantined) -> list[RecordKind]:
    """What the law calls what was found; where nothing could be read, what it was to be filed as."""
    found = dict.fromkeys(KINDS[Category(it["category"])] for it in head.found)
    return list(found) or [RecordKind(head.item)]


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
    """Note on the rows what was decided, and under which entry. What was found in it is told no longer than it lies."""
    said: dict[str, Any] = {"state": state, "decided_at": at, "decided_by": by.account.id, "decision": entry}
    if state != KEPT:
        said |= {"found": [], "covered_by": []}
    done = Quarantined.objects.filter(pk__in=ids).update(**said)
    return Settled(done, group.waiting - done, entry)
