"""Where an order may exist, the custodians of the child's schools ask the family and the sender, the same day: what a
roster, a packet or a list says waits for no one's leisure.

What is owed follows the rows: it is over once somebody has said that there is none, or the order's paper is filed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from uuid import UUID

from fileroom.collection.models import PossibleOrder
from fileroom.collection.orders.duties import keepers
from fileroom.collection.possible_orders import IS_WAITING, NO_PAPER, ROOM, is_another, may_be
from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import spells
from fileroom.people.calendars import calendar
from fileroom.people.models import Custodian
from fileroom.people.models.rows import held
from fileroom.people.owed import SUPERINTENDENT

RULE = "casework.orders_received.nothing_was_handed_in"
PROGRAM = Actor(account=None, role="system", door="round")
OWED, OVER = "owed", "over"
Office = tuple[str, UUID | None]


@durable_transaction
def look_round(*, at: datetime) -> None:
    """Owe what waits, and end what waits no longer: a later file has lifted it, or the row is of another paper."""
    waiting = {it.id: it for it in PossibleOrder.objects.filter(IS_WAITING, NO_PAPER).select_related("contact")}
    open_ = open_duties.of_room(ROOM, at=at)
    known = {it.of: it for it in open_}
    _over({of: it.student for of, it in known.items() if of not in waiting}, PROGRAM, at)
    seen_to = {it.of for it in open_ if it.office == SUPERINTENDENT}
    heard = [it for id_, it in waiting.items() if id_ in known and id_ not in seen_to]
    unheard = _told_to_no_custodian(heard, district_day(at))
    owe([*(it for id_, it in waiting.items() if id_ not in known), *unheard], by=PROGRAM, at=at)


def _told_to_no_custodian(rows: Collection[PossibleOrder], on: date) -> list[PossibleOrder]:
    """Those of whose child's schools one has nobody who hears of it: the office is empty, or who holds it may be the
    contact. As many statements for many as for one."""
    held_now = Custodian.objects.filter(held(on)).select_related("employee") if rows else ()
    names = {employee: may_be(rows, employee) for employee in {it.employee for it in held_now}}
    holders = [(it.school_id, names[it.employee]) for it in held_now]
    there = spells.keepers_of([it.student_id for it in rows], on=on)

    def hears(row: PossibleOrder, school: UUID | None) -> bool:
        return any(row.id not in named for at, named in holders if at in (school, None))

    return [row for row in rows if not all(hears(row, at) for at in there.get(row.student_id, {None}))]


def owe(rows: Collection[PossibleOrder], *, by: Actor, at: datetime) -> None:
    """The custodians of each child's schools ask today; of a child at none, the district's; and the Superintendent's
    office, where they have the contact's name themselves, or there are none. Who holds that office may have it since
    then: what is owed already is not owed twice. Part of the open transaction."""
    for row, owing in _owing(rows, at):
        entry = _noted(row.id, row.student_id, OWED, by, at)
        owed = [
            Owed(RULE, ROOM, row.id, at, office, school, student=row.student_id, due_on=district_day(at))
            for office, school in owing
        ]
        duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)


def _owing(rows: Collection[PossibleOrder], at: datetime) -> Iterator[tuple[PossibleOrder, list[Office]]]:
    """Of each the offices that ask, with their schools."""
    today = district_day(at)
    there = spells.keepers_of([it.student_id for it in rows], on=today)
    for row in rows:
        yield row, list(keepers(sorted(there.get(row.student_id, ())), today, told=partial(is_another, row)))


def over_by_paper(children: Collection[UUID], *, by: Actor, at: datetime) -> None:
    """An order of these children has been filed: of whom it names there is nothing to ask. Part of the open
    transaction."""
    rows = PossibleOrder.objects.filter(IS_WAITING, student__in=list(children)).exclude(NO_PAPER)
    open_ = {it.of for it in open_duties.about(ROOM, rows.values_list("id", flat=True), at=at)}
    _over({it.id: it.student_id for it in rows if it.id in open_}, by, at)


def _over(rows: Mapping[UUID, UUID | None], by: Actor, at: datetime) -> None:
    for id_, student in rows.items():
        duties.let_go(ROOM, id_, Over(by.account, _noted(id_, student, OVER, by, at), at))


def _noted(id_: UUID, student: UUID | None, outcome: str, by: Actor, at: datetime) -> UUID:
    """Under seal: an open line would tell a family that somebody looked for an order."""
    event = ledger.event(
        Act.DUTY_NOTED, student=student, record=id_, part=ROOM, by=by, outcome=outcome, sealed=True, at=at
    )
    return ledger.write(event)
