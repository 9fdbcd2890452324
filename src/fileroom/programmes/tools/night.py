"""Each round the approvals of AI tools are looked at: one that nears its last day, or is past it, is owed a look until
somebody approves the tool for another while or stops it."""

from __future__ import annotations

from datetime import datetime, timedelta

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import AiTool
from fileroom.programmes.tools.register import APPROVED, ENDS, ROOM, RULE

AHEAD = timedelta(days=30)  # so long before its last day an approval stands on the first screen


@durable_transaction
def look_over(*, at: datetime) -> None:
    """Owe what is to be looked at, each once: the approval itself is what it is owed for."""
    soon = AiTool.objects.filter(state=APPROVED, until_on__lte=district_day(at) + AHEAD)
    rows = list(soon.select_for_update().order_by("id"))
    owed = {it.of for it in queries.about(ROOM, [row.id for row in rows], at=at)}
    for row in rows:
        if row.id not in owed and row.decided_entry is not None:
            due = Owed(RULE, ROOM, row.id, at, SUPERINTENDENT, part=ENDS, due_on=row.until_on)
            duties.owe([due], calendar=calendar() or default_calendar(), caused_by=row.decided_entry)
