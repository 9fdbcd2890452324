"""What a school's custodian owes about a student goes to another school with the student. Nobody's act brings it there:
a roster says where the student is from a day on, and the round finds it.

By the same rule, about the same, by the same day. Of a student at no school the last one goes on owing it, as it keeps
the file (people.leavers).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.queries import AtSchool
from fileroom.duties.services import Move
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import spells
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import AddressCardChild, CourtOrderChild
from fileroom.people.vacancies import PROGRAM

# A second person's look is for whoever the law chose past the one it is about: that choice is not made anew here.
CHOSEN = ("opened_anyway", "marked_copy")
ORDERS, CARDS = "orders", "cards"  # rooms whose rows name several children: it is owed at the schools of them all


def look_round(*, at: datetime) -> None:
    """Let what custodians of schools owe about students be owed where the students are now."""
    _look_round(at)


@durable_transaction
def _look_round(at: datetime) -> None:
    owed: dict[tuple[str, UUID, str, str], list[AtSchool]] = defaultdict(list)
    for it in open_duties.at_schools(CUSTODIAN, rooms=(ORDERS, CARDS), without=CHOSEN):
        owed[it.one].append(it)
    children = _children([it for rows in owed.values() for it in rows])
    keepers = spells.keepers_of({it for those in children.values() for it in those}, on=district_day(at))
    events, moves = [], []
    for rows in owed.values():
        those = children[rows[0].room, rows[0].of]
        if (found := _move(rows, those, keepers)) is None:
            continue
        gone, to, student = found
        # Under seal, whatever it is about: no reader of the open log tells what is owed about a student from nothing.
        event = ledger.event(
            Act.DUTY_MOVED, student=student, record=rows[0].of, part=rows[0].room, by=PROGRAM, sealed=True, at=at
        )
        events.append(event)
        moves.append(Move(gone, to, rows[0].id, event.id))
    if moves:
        ledger.write_many(events)
        duties.move(moves, at=at)


def _children(rows: Iterable[AtSchool]) -> dict[tuple[str, UUID], list[UUID]]:
    """Whom what is owed about each row is about."""
    alone = {(it.room, it.of): [it.student] if it.student else [] for it in rows}
    return alone | named_by(alone)


def named_by(rows: Iterable[tuple[str, UUID]]) -> dict[tuple[str, UUID], list[UUID]]:
    """The students whom each of these rows names, by its room and id: of those that name several alone."""
    of: dict[str, set[UUID]] = {ORDERS: set(), CARDS: set()}
    for room, row in rows:
        if room in of:
            of[room].add(row)
    orders = CourtOrderChild.objects.filter(order__in=of[ORDERS]).values_list("order_id", "student_id")
    cards = AddressCardChild.objects.filter(card__in=of[CARDS]).values_list("card_id", "student_id")
    found: dict[tuple[str, UUID], list[UUID]] = defaultdict(list)
    for room, named in ((ORDERS, orders), (CARDS, cards)):
        for row, student in named:
            found[room, row].append(student)
    return {row: sorted(those) for row, those in found.items()}


def _move(
    rows: list[AtSchool], children: list[UUID], keepers: Mapping[UUID, set[UUID]]
) -> tuple[tuple[UUID, ...], tuple[UUID, ...], UUID] | None:
    """The duties at schools of none of these children any more, the schools that owe it now, and one child who is at
    another; None: it is owed where it is to be. What is about one child moves, and does not grow."""
    today = {school for child in children for school in keepers.get(child, ())}
    here = {it.school for it in rows}
    gone, new = tuple(it.id for it in rows if it.school not in today), tuple(sorted(today - here))
    if not today or not (gone or (new and rows[0].room in (ORDERS, CARDS))):
        return None
    who = next((it for it in children if keepers.get(it, set()) & set(new)), children[0])
    return gone, new, who
