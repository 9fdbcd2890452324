"""A second person agrees to what a list of another system said, having counted it and seen to what was set aside.

It counts since it came in. Turned back it counts no longer, but for what somebody else has said too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.collection.choices.duties import ROOM
from fileroom.collection.choices.imports import MOST_ASIDE, PART, PURPOSE, Wanted, imported
from fileroom.collection.imports.second_person import MOST_MISCOUNTED, TOO_OFTEN, keeper, open_batch
from fileroom.collection.models import ChoiceBatch, WaitingChoice
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.listed import no_change_meanwhile
from fileroom.people.models import FamilyChoice
from fileroom.people.signed_in import SignedIn

State = ChoiceBatch.State
COUNTED = "Another number came in. Count again in the list as the other system sent it, or turn it back."
ASIDE = "See to each row that was set aside, and tick it: that family’s refusal counts nowhere."
TOO_MANY = f"More than {MOST_ASIDE} rows were set aside. Turn it back, have it put right, and sent anew."


@dataclass(frozen=True)
class Aside:
    """A row that is no choice: where it stands in the list, and what is wrong with it."""

    row: int
    column: str
    code: str


@dataclass(frozen=True)
class Waiting:
    """One import that waits: when it came, how many of each kind, of no one by name, and what was set aside. `stood`:
    how many were refused already by such a list; how many rows came in all, only whoever counts them knows."""

    id: UUID
    brought_at: datetime
    kinds: tuple[tuple[str, int], ...]
    stood: int
    aside: tuple[Aside, ...]
    mine: bool

    @property
    def too_many(self) -> bool:
        """Were more set aside than anybody sees to one by one?"""
        return len(self.aside) > MOST_ASIDE


@dataclass(frozen=True)
class Agreed:
    """How many rows came, how many of them stand by this list, stood already, and were set aside and seen to."""

    came: int
    counts: int
    stood: int
    aside: int


def waiting(*, by: SignedIn, at: datetime) -> tuple[Waiting, ...]:
    """The imports that wait, the oldest first, for whoever keeps the whole district's records. Raises Missing."""
    with district_transaction():
        keeper(by, at)
        batches = list(ChoiceBatch.objects.filter(state=State.WAITS).order_by("brought_at"))
        counted: dict[UUID, Counter[str]] = {it.id: Counter() for it in batches}
        for batch, kind in WaitingChoice.objects.filter(batch__in=batches).values_list("batch_id", "kind"):
            counted[batch][kind] += 1
        mine = by.account.id
        return tuple(
            Waiting(
                it.id,
                it.brought_at,
                tuple(counted[it.id].most_common()),
                it.stood,
                tuple(Aside(**aside) for aside in it.set_aside),
                it.brought_by == mine,
            )
            for it in batches
        )


def confirm(batch_id: UUID, *, counted: int, seen_to: Collection[int] = (), by: SignedIn, at: datetime) -> Agreed:
    """Agree, having counted them, and `seen_to` the rows that were set aside, by their numbers. Raises Missing, and
    ValidationError where another number came in, a row was not seen to, or it is their own."""
    done = _confirm(batch_id, counted, seen_to, by, at)
    if done is None:  # only now: its entry is committed
        raise ValidationError({"counted": COUNTED})
    return done


@durable_transaction
def _confirm(batch_id: UUID, counted: int, seen_to: Collection[int], by: SignedIn, at: datetime) -> Agreed | None:
    """None: another number came in. It is noted, and after a few the list is agreed to by nobody."""
    row, role = open_batch(ChoiceBatch, batch_id, by, at)
    if row.miscounted >= MOST_MISCOUNTED:
        raise ValidationError({"counted": TOO_OFTEN})
    if counted != row.size:
        actor = by.acting_as(role)
        ledger.write(ledger.event(Act.CHOICES_MISCOUNTED, record=row.id, part=PART, by=actor, purpose=PURPOSE, at=at))
        row.miscounted += 1
        row.save(update_fields=["miscounted"])
        return None
    if len(row.set_aside) > MOST_ASIDE:
        raise ValidationError({"seen_to": TOO_MANY})
    if {it["row"] for it in row.set_aside} - set(seen_to):
        raise ValidationError({"seen_to": ASIDE})
    no_change_meanwhile()
    said = _said(WaitingChoice.objects.filter(batch=row))
    counts = len(said & set(imported().values_list("student_id", "kind")))
    _decided(row, State.CONFIRMED, Act.CHOICES_CONFIRMED, role, by, at)
    _settled(row, said)
    return Agreed(row.size, counts, row.stood, len(row.set_aside))


@durable_transaction
def turn_back(batch_id: UUID, *, by: SignedIn, at: datetime) -> None:
    """What it alone has said counts no longer, and the sender sends it anew. Raises Missing and ValidationError."""
    row, role = open_batch(ChoiceBatch, batch_id, by, at)
    no_change_meanwhile()
    others = _said(WaitingChoice.objects.exclude(batch=row))
    alone = _said(WaitingChoice.objects.filter(batch=row)) - others
    _take_back([it for it in imported() if (it.student_id, it.kind) in alone], role, by, at)
    WaitingChoice.objects.filter(batch=row).delete()
    _decided(row, State.TURNED_BACK, Act.CHOICES_TURNED_BACK, role, by, at)


def _said(rows: QuerySet[WaitingChoice]) -> set[Wanted]:
    return set(rows.values_list("student_id", "kind"))


def _settled(row: ChoiceBatch, said: set[Wanted]) -> None:
    """They wait no longer, in whichever list they stand: turning another back does not free them."""
    WaitingChoice.objects.filter(batch=row).delete()
    gone = [it.id for it in WaitingChoice.objects.all() if (it.student_id, it.kind) in said]
    WaitingChoice.objects.filter(pk__in=gone).delete()


def _take_back(rows: list[FamilyChoice], role: str, by: SignedIn, at: datetime) -> None:
    actor = by.acting_as(role)
    events = [
        ledger.event(Act.CHOICE_WITHDRAWN, student=it.student_id, part=it.kind, by=actor, purpose=PURPOSE, at=at)
        for it in rows
    ]
    ledger.write_many(events)
    for it, event in zip(rows, events, strict=True):
        it.withdrawn_on, it.withdrawn_noted_by, it.withdrawn_entry = district_day(at), by.account.id, event.id
    FamilyChoice.objects.bulk_update(rows, ["withdrawn_on", "withdrawn_noted_by", "withdrawn_entry"], batch_size=500)


def _decided(row: ChoiceBatch, state: ChoiceBatch.State, act: Act, role: str, by: SignedIn, at: datetime) -> None:
    entry = ledger.write(
        ledger.event(
            act, record=row.id, part=PART, by=by.acting_as(role), purpose=PURPOSE, outcome=f"rows:{row.size}", at=at
        )
    )
    row.state, row.decided_at, row.decided_by, row.decided_entry = state, at, by.account.id, entry
    row.save(update_fields=["state", "decided_at", "decided_by", "decided_entry"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at))
