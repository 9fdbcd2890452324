"""A year's history: what each evidence came to, night by night. What could point to somebody is never kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fileroom.duties.states import Asked, State
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import add_years
from fileroom.programmes.models import PolicySnapshot
from fileroom.programmes.policy.evidences import gathered


@dataclass(frozen=True)
class Night:
    """What an evidence came to on one night."""

    on: date
    number: int | None
    of: int | None
    state: State


@durable_transaction
def keep_night(asked: Asked) -> int:
    """Keep how each evidence stands, once a day, and let go what is more than a year old; how many were kept."""
    if PolicySnapshot.objects.filter(on=asked.on).exists():
        return 0
    rows = [
        PolicySnapshot(evidence=name, on=asked.on, number=it.number, of=it.of, state=it.state.value)
        for name, it in gathered(asked).items()
        if not it.guarded
    ]
    PolicySnapshot.objects.filter(on__lt=add_years(asked.on, -1)).delete()
    return len(PolicySnapshot.objects.bulk_create(rows, ignore_conflicts=True))


def years(on: date) -> Mapping[str, tuple[Night, ...]]:
    """The last year of each evidence, the oldest night first."""
    found: dict[str, list[Night]] = defaultdict(list)
    with district_transaction():
        rows = PolicySnapshot.objects.filter(on__gte=add_years(on, -1), on__lte=on).order_by("on")
        for name, night, number, of, state in rows.values_list("evidence", "on", "number", "of", "state"):
            found[name].append(Night(night, number, of, State(state)))
    return {name: tuple(nights) for name, nights in found.items()}


def year_of(name: str, on: date) -> tuple[Night, ...]:
    """The last year of one."""
    return years(on).get(name, ())
