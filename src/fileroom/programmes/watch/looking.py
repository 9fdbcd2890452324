"""One round of the watch: whoever reads as no person does is noted once, and somebody is owed a question.

The program accuses nobody and locks nobody out: it says what it counted, and whose turn it is to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.designators import COUNSEL, IT_LEAD, counsels, designees, designees_here, it_leads
from fileroom.people.models import Account
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import ReadingAlarm
from fileroom.programmes.watch.reading import (
    DAY,
    DAY_OF_NAMES,
    MOST_OF_A_LIST,
    WINDOW,
    Limits,
    Reading,
    Sign,
    read_since,
    readings,
    signs_of,
    signs_of_a_day,
)

ROOM = "reading"
# Whether anything was taken is found out, and the evidence is kept by which nothing is believed to be.
LOOK_INTO = "programmes.breach_duties.keep_the_analysis"
# Who asks about the only designee there is, and who of them can sign in; of these the first of whom anybody can.
INSTEAD: Mapping[str, Callable[[date], set[UUID]]] = MappingProxyType({COUNSEL: counsels, IT_LEAD: it_leads})
PROGRAM = Actor(account=None, role="system", door="watch")


@durable_transaction
def look(*, limits: Limits, at: datetime) -> int:
    """Look at the last minutes, and at the last day; how many alarms were raised. What goes on is counted on."""
    number = 0
    _count_on(at)
    for it, signs in _telling(limits, at):
        number += _raise_alarm(it, signs, at)
    return number


def _telling(limits: Limits, at: datetime) -> Iterator[tuple[Reading, tuple[Sign, ...]]]:
    fewest = min(limits.fast, limits.steady, limits.at_night, limits.refused, limits.names // MOST_OF_A_LIST)
    for it in readings(at - WINDOW, at, least=fewest):
        if signs := signs_of(it, limits):
            yield it, signs
    for it in readings(at - DAY, at, least=min(limits.day, limits.names * DAY_OF_NAMES // MOST_OF_A_LIST)):
        if signs := signs_of_a_day(it, limits):
            yield it, signs


def _raise_alarm(it: Reading, signs: tuple[Sign, ...], at: datetime) -> bool:
    """Note it, unless it is noted already, or somebody has asked about it since."""
    these = ReadingAlarm.objects.filter(account=it.account, address=it.address)
    if these.filter(settled_at=None).exists() or these.filter(settled_at__gte=it.begun_at).exists():
        return False
    id_ = uuid4()
    entry = ledger.write(ledger.event(Act.READING_ALARMED, record=id_, part="/".join(signs), by=PROGRAM, at=at))
    row = ReadingAlarm.objects.create(
        id=id_, account=it.account, address=it.address, reasons=[sign.value for sign in signs], begun_at=it.begun_at,
        last_at=it.last_at, students=it.students, listed=it.listed, reads=it.reads, refused=it.refused,
        seconds=it.seconds, raised_at=at, entry=entry,
    )  # fmt: skip
    _owe(row, at)
    return True


def _count_on(at: datetime) -> None:
    """While nobody has asked about an alarm it says how much it has become: on Monday not what it was on Friday."""
    for row in ReadingAlarm.objects.select_for_update().filter(settled_at=None):
        if read_since(row.account, row.address, at - WINDOW, at) is None:
            continue
        so_far = read_since(row.account, row.address, row.begun_at, at)
        if so_far is None or so_far.last_at <= row.last_at:
            continue
        row.last_at, row.students, row.listed = so_far.last_at, so_far.students, so_far.listed
        row.reads, row.refused = so_far.reads, so_far.refused
        row.save(update_fields=["last_at", "students", "listed", "reads", "refused"])


def _owe(row: ReadingAlarm, at: datetime) -> None:
    owed = Owed(LOOK_INTO, ROOM, row.id, at, office=_who_asks(row.account, district_day(at)), due_on=district_day(at))
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=row.entry)


def _who_asks(account: UUID | None, on: date) -> str:
    """The Superintendent's designee, which the district's custodian of records is: one of them asks, but nobody about
    themselves. Where no other of them can sign in counsel asks, else whoever leads the information technology."""
    watched = set(Account.objects.filter(pk=account).values_list("employee_id", flat=True)) if account else set()
    if not watched & designees(on) or designees_here(on) - watched:
        return SUPERINTENDENT
    return next((office for office, here in INSTEAD.items() if here(on) - watched), SUPERINTENDENT)
