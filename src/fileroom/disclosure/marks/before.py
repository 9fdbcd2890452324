"""What comes before a copy of a marked record leaves, and whether it has been done: asked at every release.

The answer of the law is not touched: what it compels goes with a reason, and waits for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.disclosure import parties
from fileroom.disclosure.marks.standing import Standing, of_record
from fileroom.disclosure.models import MarkedCopy
from fileroom.disclosure.reasons import fit
from fileroom.disclosure.shown import Recipient, Shown
from fileroom.law import Decision
from fileroom.law.facts import Purpose
from fileroom.law.marks import Mark, Step, step_before
from fileroom.law.phrases import FAMILY
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Event
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import Record

KIND = "marked_copy"  # of the sealed note, and the room of its duty
GOOD_FOR = timedelta(days=3)  # so long a look that lets a copy go counts
ASKS = "Say in a sentence why this copy has to go as it stands"
State = MarkedCopy.State


@dataclass(frozen=True)
class Looked:
    """What whoever hands over says of it: they have read it and it tells nothing; or why it goes as it is."""

    read_it: bool = False
    because: str = ""


@dataclass(frozen=True)
class Before:
    """What comes first. `waits`: the look that a second person has been asked for; `cleared`: they have looked, and it
    may go; `left_out`: they have looked, and it stays."""

    mark: Mark
    step: Step
    whom: bytes
    waits: UUID | None = None
    cleared: UUID | None = None
    left_out: bool = False

    def unmet(self, said: Looked) -> str:
        """What is still to be done, in words; empty where nothing is."""
        if self.step is Step.READ_IT and not said.read_it:
            return "Read it first, and say that you have. If it does tell, mark the record: then somebody else looks."
        if self.step is Step.SECOND_LOOK and self.cleared is None:
            return "A custodian of records looks at it first."
        if self.step is Step.REASON:
            try:
                fit(said.because, asks=ASKS)
            except ValidationError as error:
                return str(error.messages[0])
        return ""


def before(
    record: Record, decision: Decision, to: Recipient, kind: str, purpose: Purpose, shown: Shown | None, *,
    by: SignedIn, at: datetime,
) -> Before | None:  # fmt: skip
    """What comes before this copy, of an answer that grants it. None: nothing. Part of the open transaction.

    A look counts for the very paper that was shown when it was asked for, and for no other.
    """
    standing = of_record(record.id, record.item) if decision.granted else None
    if standing is None:
        return None
    step = _step(standing, decision, kind, purpose)
    if step is Step.NONE:
        return None
    whom = parties.digest(record.id, by.account.id, purpose, kind, to=to, shown=shown)
    if step is not Step.SECOND_LOOK:
        return Before(standing.mark, step, whom)
    return _looked_at(Before(standing.mark, step, whom), record.id, by, at)


def _step(standing: Standing, decision: Decision, kind: str, purpose: Purpose) -> Step:
    own = kind in {it.value for it in FAMILY} and not decision.apart
    return step_before(standing.bears, outcome=decision.outcome, to_its_own_family=own, purpose=purpose)


def _looked_at(it: Before, record: UUID, by: SignedIn, at: datetime) -> Before:
    """The same with what has become of the look that was asked for: the newest of this recipient and paper counts.
    That it was left out the last time is said whatever the paper was."""
    asked = MarkedCopy.objects.filter(record=record, asked_by=by.account.id, step=it.step.value)
    last = asked.exclude(looked_at=None).order_by("-looked_at").first()
    left_out = last is not None and last.state == State.LEFT_OUT
    row = asked.filter(whom=it.whom).order_by("-asked_at").first()
    if row is None or row.state in (State.GONE, State.RECALLED):
        return replace(it, left_out=left_out)
    cleared = row.state == State.CLEARED and row.expires_at is not None and at < row.expires_at
    return replace(
        it, waits=row.id if row.state == State.WAITS else None, cleared=row.id if cleared else None, left_out=left_out
    )


def note(it: Before, said: Looked, record: Record, event: Event, *, by: SignedIn, at: datetime) -> None:
    """It was done, and the copy goes with this event of its release. Part of the open transaction."""
    if it.cleared is not None:
        rows = MarkedCopy.objects.filter(pk=it.cleared, state=State.CLEARED)
        if rows.update(state=State.GONE, gone_at=at) != 1:
            raise ValidationError("The look that let it go has served another copy. Ask for a new one.")
        return
    act = Act.MARK_COPY_READ if it.step is Step.READ_IT else Act.MARK_COPY_REASONED
    id_ = uuid4()
    entry = ledger.write(
        ledger.event(
            act, student=event.student, record=id_, part=it.mark.code, by=event.actor, purpose=event.purpose,
            sealed=True, at=at,
        )
    )  # fmt: skip
    MarkedCopy.objects.create(
        id=id_, record=record.id, mark=it.mark.code, step=it.step.value, whom=it.whom, state=State.GONE, asked_at=at,
        asked_by=by.account.id, entry=entry, gone_at=at,
    )  # fmt: skip
    if it.step is Step.REASON:
        because = fit(said.because, asks=ASKS)
        noting.write_note(uuid4(), KIND, id_, {"because": because}, entry=entry, by=by, at=at)
