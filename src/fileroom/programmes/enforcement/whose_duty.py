"""Whose it is what is owed about a request, as orders and offices stand now: nobody's act moves it when an order comes
or is lifted, or an office changes hands. The round of every hour does.

Where one person alone would hear of a request, somebody else is to be given the office, or counsel an account: of one
about a child from whom an order keeps that person nobody would hear. It is owed of each such district, whatever it has
been asked, so that it tells nobody of anything; and, as nobody has given the office to anybody, where none can sign in.
Of a request that orders hide from all who would hear nobody hears still, however many they are: whatever was owed for
that would tell them of the request.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.calendars import calendar
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.programmes.enforcement import whose
from fileroom.programmes.enforcement.board_days import ROOM
from fileroom.programmes.enforcement.duties import office_of
from fileroom.programmes.enforcement.telling import PROGRAM

ALONE = "officers_alone"  # the room of what is owed where one alone hears
KEEPS = "disclosure.immigration_incidents.those_designated"


@durable_transaction
def see_to_offices(*, at: datetime) -> None:
    """What is owed about a request stands with the office that hears of it; and where one alone would, the
    Superintendent's office owes another."""
    on = district_day(at)
    unheard = whose.unheard(on)
    moved = defaultdict[tuple[UUID, str], list[UUID]](list)
    for it in queries.of_room(ROOM, at=at):
        if it.office and (office := office_of(it.rule, it.of, unheard)) != it.office:
            moved[it.of, office].append(it.id)
    for (of, office), ids in moved.items():
        ledger.write(ledger.event(Act.DUTY_MOVED, record=of, part=office, by=PROGRAM, sealed=True, at=at))
        duties.give_to(ids, office)
    _see_to_one_alone(whose.has_no_second(on), at)


def _see_to_one_alone(alone: bool, at: datetime) -> None:
    if alone == bool(queries.about(ALONE, [OF_THE_DISTRICT], at=at)):
        return
    outcome = "" if alone else "over"
    entry = ledger.write(ledger.event(Act.DUTY_NOTED, part=ALONE, by=PROGRAM, outcome=outcome, sealed=True, at=at))
    if alone:
        owed = Owed(KEEPS, ALONE, OF_THE_DISTRICT, at, SUPERINTENDENT)
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
    else:
        duties.discharge(ALONE, OF_THE_DISTRICT, Over(None, entry, at))
