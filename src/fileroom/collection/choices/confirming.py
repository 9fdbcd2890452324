"""A second person agrees to what a list of another system said, having counted it; only then does it count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from fileroom.collection.models import ChoiceBatch, WaitingChoice
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing
from fileroom.people.keepers import keeper_facts, kept_at
from fileroom.people.listed import no_change_meanwhile
from fileroom.people.models import FamilyChoice
from fileroom.people.signed_in import SignedIn

PART, PURPOSE = "choices", "directory"
State = ChoiceBatch.State
COUNTED = "Another number came in. Count again in the list as the other system sent it, or turn it back."


@dataclass(frozen=True)
class Waiting:
    """One import that waits: when it came, and how many of each kind, of no one by name."""

    id: UUID
    brought_at: datetime
    kinds: tuple[tuple[str, int], ...]
    mine: bool


def waiting(*, by: SignedIn, at: datetime) -> tuple[Waiting, ...]:
    """The imports that wait, the oldest first, for whoever keeps the whole district's records. Raises Missing."""
    with district_transaction():
        _keeper(by, at)
        batches = list(ChoiceBatch.objects.filter(state=State.WAITS).order_by("brought_at"))
        counted: dict[UUID, Counter[str]] = {it.id: Counter() for it in batches}
        for batch, kind in WaitingChoice.objects.filter(batch__in=batches).values_list("batch_id", "kind"):
            counted[batch][kind] += 1
        mine = by.account.id
        return tuple(
            Waiting(it.id, it.brought_at, tuple(counted[it.id].most_common()), it.brought_by == mine) for it in batches
        )


@durable_transaction
def confirm(batch_id: UUID, *, counted: int, by: SignedIn, at: datetime) -> int:
    """Agree, having counted them; they count from now on. Returns how many were not there yet. Raises Missing, and
    ValidationError where another number came in, or it is their own."""
    row, role = _open_row(batch_id, by, at)
    if counted != row.size:
        raise ValidationError({"counted": COUNTED})
    no_change_meanwhile()
    actor = by.acting_as(role)
    said = list(WaitingChoice.objects.filter(batch=row))
    stands = set(FamilyChoice.objects.filter(withdrawn_on=None).values_list("student_id", "kind"))
    fresh = [it for it in said if (it.student_id, it.kind) not in stands]
    events = [
        ledger.event(Act.CHOICE_MADE, student=it.student_id, part=it.kind, by=actor, purpose=PURPOSE, at=at)
        for it in fresh
    ]
    ledger.write_many(events)
    FamilyChoice.objects.bulk_create(
        (
            FamilyChoice(
                id=uuid4(), student_id=it.student_id, kind=it.kind, source=FamilyChoice.Source.IMPORTED,
                chosen_on=it.chosen_on, noted_at=at, noted_by=by.account.id, entry=event.id,
            )
            for it, event in zip(fresh, events, strict=True)
        ),
        batch_size=2000,
    )  # fmt: skip
    _decided(row, State.CONFIRMED, Act.CHOICES_CONFIRMED, role, by, at)
    return len(fresh)


@durable_transaction
def turn_back(batch_id: UUID, *, by: SignedIn, at: datetime) -> None:
    """None of it counts: the rows are gone, and the sender sends it anew. Raises Missing and ValidationError."""
    row, role = _open_row(batch_id, by, at)
    _decided(row, State.TURNED_BACK, Act.CHOICES_TURNED_BACK, role, by, at)


def _decided(row: ChoiceBatch, state: ChoiceBatch.State, act: Act, role: str, by: SignedIn, at: datetime) -> None:
    entry = ledger.write(
        ledger.event(
            act, record=row.id, part=PART, by=by.acting_as(role), purpose=PURPOSE, outcome=f"rows:{row.size}", at=at
        )
    )
    WaitingChoice.objects.filter(batch=row).delete()
    row.state, row.decided_at, row.decided_by, row.decided_entry = state, at, by.account.id, entry
    row.save(update_fields=["state", "decided_at", "decided_by", "decided_entry"])


def _open_row(batch_id: UUID, by: SignedIn, at: datetime) -> tuple[ChoiceBatch, str]:
    role = _keeper(by, at)
    row = ChoiceBatch.objects.select_for_update().filter(pk=batch_id).first()
    if row is None:
        raise Missing
    if row.state != State.WAITS:
        raise ValidationError({"counted": "This was decided already."})
    if row.brought_by == by.account.id:
        raise ValidationError({"counted": "Somebody else agrees: it is not for whoever brought it."})
    return row, role


def _keeper(by: SignedIn, at: datetime) -> str:
    on = district_day(at)
    if by.account.employee_id is None or None not in kept_at(by.account.employee_id, on=on):
        raise Missing
    return keeper_facts(by.account, on).role
