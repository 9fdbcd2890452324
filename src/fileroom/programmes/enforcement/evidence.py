"""What of this programme is evidence on the policy page: counts and spans of time, computed, and none of anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from fileroom.duties import queries as duties
from fileroom.hosting import district_transaction
from fileroom.law.days import PACIFIC, district_day, school_year, school_year_begins
from fileroom.programmes.enforcement.duties import READ_BY_COUNSEL, ROOM, TO_THE_BOARD, TOLD
from fileroom.programmes.enforcement.reporting import last_released
from fileroom.programmes.models import EnforcementRequest

# The law sets no hour (Ed. Code 234.7(c)): a request of which nobody in that office knew for a day wants attention.
AT_ONCE = timedelta(days=1)


@dataclass(frozen=True)
class Evidence:
    """This school year, until now. `slowest`: the longest it took to tell the Superintendent; `untold`: of whom nobody
    was told yet; `unread`: of which counsel has not read; `unreported`: which no report to the Board has had."""

    requests: int
    told: int
    slowest: timedelta | None
    untold: int
    unread: int
    reported: int
    unreported: int
    last_report_at: datetime | None
    attention: bool


def this_year(*, at: datetime) -> Evidence:
    """The programme since the school year began."""
    begins = school_year_begins(school_year(district_day(at)))
    since = datetime(begins.year, begins.month, begins.day, tzinfo=PACIFIC)
    with district_transaction():
        requests = EnforcementRequest.objects.filter(opened_at__gte=since).count()
    told, read, board = (duties.spells(ROOM, rule, since=since) for rule in (TOLD, READ_BY_COUNSEL, TO_THE_BOARD))
    spans = [it.over_at - it.began_at for it in told if it.over_at]
    waiting = [at - it.began_at for it in told if not it.over_at]
    return Evidence(
        requests=requests,
        told=len(spans),
        slowest=max(spans, default=None),
        untold=len(waiting),
        unread=sum(it.over_at is None for it in read),
        reported=sum(it.over_at is not None and not it.moot for it in board),
        unreported=sum(it.over_at is None for it in board),
        last_report_at=last_released(since=since),
        attention=any(it > AT_ONCE for it in (*spans, *waiting)),
    )
