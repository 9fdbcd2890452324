"""When a record may first be destroyed, and until when it may be kept: worked out from dated events.

The rules of this room say what may be done on a day; the schedule says which days those are. A property test holds
them together. Pure: a case in, a schedule out; the figures are those of `figures.toml`.
"""

from __future__ import annotations

from fileroom.law.retention.schedule.asking import asked
from fileroom.law.retention.schedule.cases import Case, Dated, Event, HeldBy
from fileroom.law.retention.schedule.clocks import clock
from fileroom.law.retention.schedule.holding import held
from fileroom.law.retention.schedule.spans import Schedule

__all__ = ["Case", "Dated", "Event", "HeldBy", "Schedule", "asked", "schedule"]


def schedule(case: Case) -> Schedule:
    """The days of this record, after what holds it."""
    return held(clock(case), case)
