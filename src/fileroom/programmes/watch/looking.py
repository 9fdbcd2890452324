"""One round of the watch: whoever reads as no person does is noted once, and somebody is owed a question.

The program accuses nobody and locks nobody out: it says what it counted, and whose turn it is to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID, uuid4

from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import ReadingAlarm
from fileroom.programmes.watch.reading import DAY, WINDOW, Limits, Reading, Sign, readings, signs_of

ROOM = "reading"
# Whether anything was taken is found out, and the evidence is kept by which nothing is believed to be.
LOOK_INTO = "programmes.breach_duties.keep_the_analysis"
PROGRAM = Actor(account=None, role="system", door="watch")


@durable_transaction
def look(*, limits: Limits, at: datetime) -> int:
    """Look at the last minutes, and at the last day; how many alarms were raised."""
    number = 0
    for it, signs in _telling(limits, at):
        number += _raise_alarm(it, signs, at)
    return number


def _telling(limits: Limits, at: datetime) -> Iterator[tuple[Reading, tuple[Sign, ...]]]:
    fewest = min(limits.fast, limits.steady, limits.at_night, limits.refused)
    for it in readings(at - WINDOW, at, least=fewest):
        if signs := signs_of(it, limits):
            yield it, signs
    for it in readings(at - DAY, at, least=limits.day):
        if it.students >= limits.day and it.account is not None:  # an address may be a whole office's
            yield it, (Sign.LONG,)


def _raise_alarm(it: Reading, signs: tuple[Sign, ...], at: datetime) -> bool:
    """Note it, unless it is noted already, or somebody has asked about it since."""
    these = ReadingAlarm.objects.filter(account=it.account, address=it.address)
    if these.filter(settled_at=None).exists() or these.filter(settled_at__gte=it.begun_at).exists():
        return False
    id_ = uuid4()
    entry = ledger.write(ledger.event(Act.READING_ALARMED, record=id_, part="/".join(signs), by=PROGRAM, at=at))
    ReadingAlarm.objects.create(
        id=id_, account=it.account, address=it.address, reasons=[sign.value for sign in signs], begun_at=it.begun_at,
        last_at=it.last_at, students=it.students, reads=it.reads, refused=it.refused, seconds=it.seconds,
        raised_at=at, entry=entry,
    )  # fmt: skip
    _owe(id_, entry, at)
    return True


def _owe(of: UUID, entry: UUID, at: datetime) -> None:
    """The Superintendent's designee, which the district's custodian of records is: one of them asks."""
    owed = Owed(LOOK_INTO, ROOM, of, at, office=SUPERINTENDENT, due_on=district_day(at))
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
