"""Which mark stands on a record: by the law's list as the district weighs it, or because a person has marked it.

Worked out when it is asked for, and kept nowhere: there is no list of marked records.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from fileroom.hosting import planned_cursor
from fileroom.law.marks import MARKS, OF_ITEM, TOLD_IN_IT, Bears, Mark
from fileroom.ledger.services import Event


@dataclass(frozen=True)
class Standing:
    """A record's mark. `by_hand`: the person's mark on it, where one was put on."""

    mark: Mark
    bears: Bears
    by_hand: UUID | None = None

    @property
    def always(self) -> bool:
        """Is it marked, whatever its text says?"""
        return self.bears is Bears.ALWAYS


NO_MARKS: Mapping[UUID, Standing] = MappingProxyType({})


# What the district has chosen of each mark, and which of these records a person has marked: one statement, for every
# page of a record asks it.
_ENTERED = """
    (SELECT DISTINCT ON (mark) true, mark, bears FROM disclosure_markchoice ORDER BY mark, chosen_at DESC)
    UNION ALL
    (SELECT false, record::text, id::text FROM disclosure_caremark WHERE record = ANY(%s::uuid[]) AND off_at IS NULL)"""


def weighed() -> Mapping[str, Bears]:
    """Of each mark how the district weighs it. Part of the open transaction."""
    return _entered(())[0]


def _entered(records: Collection[UUID]) -> tuple[dict[str, Bears], dict[UUID, UUID]]:
    """Of each mark how the district weighs it; and the person's mark on each of these records that has one."""
    with planned_cursor() as cursor:
        cursor.execute(_ENTERED, [list(records)])
        found = cursor.fetchall()
    chosen = {mark: Bears(bears) for is_choice, mark, bears in found if is_choice}
    weights = {code: chosen.get(code, it.bears) if it.open_to_choice else it.bears for code, it in MARKS.items()}
    return weights, {UUID(record): UUID(id_) for is_choice, record, id_ in found if not is_choice}


def of_records(records: Collection[tuple[UUID, str]]) -> dict[UUID, Standing]:
    """The marks of these records (id, item), by id; of what bears none there is no key. Part of the open transaction.

    A person's mark outweighs what the list says of the item: it says of this one record what it holds.
    """
    if not records:
        return {}
    weights, by_hand = _entered([id_ for id_, _ in records])
    found = {id_: _of(item, by_hand.get(id_), weights) for id_, item in records}
    return {id_: standing for id_, standing in found.items() if standing is not None}


def of_record(id_: UUID, item: str) -> Standing | None:
    """The mark of one record. Part of the open transaction."""
    return of_records([(id_, item)]).get(id_)


def _of(item: str, by_hand: UUID | None, weights: Mapping[str, Bears]) -> Standing | None:
    mark = OF_ITEM.get(item)
    if by_hand is not None:
        return Standing(mark or MARKS[TOLD_IN_IT], Bears.ALWAYS, by_hand)
    return Standing(mark, weights[mark.code]) if mark else None


def told_neutrally(events: Iterable[Event]) -> frozenset[UUID]:
    """Of these entries those in which no list names the record: who reads it might read a status there. Part of the
    open transaction."""
    about = [(it.id, it.record, it.part.partition("/")[0]) for it in events]
    weights, marked = _entered({record for _, record, _ in about if record})
    always = {item for item, mark in OF_ITEM.items() if weights[mark.code] is Bears.ALWAYS}
    return frozenset(id_ for id_, record, item in about if item in always or record in marked)
