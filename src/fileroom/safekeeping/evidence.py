"""What the policy's page counts of backups: when one was taken last, and when one was last restored in a drill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from fileroom.duties.states import Asked, Count, Evidence, stands
from fileroom.hosting import current_district, drills
from fileroom.hosting.drills import QUARTER, Drill
from fileroom.law.days import district_day
from fileroom.ledger import queries as log
from fileroom.ledger.services import Act


def restored(asked: Asked) -> Evidence:
    """The last backup that was restored in a drill (SEC-16: each quarter)."""
    drill, taken = drills.last(current_district()), log.last_of(Act.BACKUP_TAKEN)
    wrong = _amiss(drill, asked.at)
    before = f"; the last was taken on {district_day(taken):%-d %B %Y}" if taken else ""
    return Evidence(
        f"backup was restored in a drill{before}", stands(wrong), number=1 if drill else 0, why=wrong,
        whose="Whoever runs the system" if wrong else "", since=district_day(drill.at) if drill else None,
    )  # fmt: skip


def _amiss(drill: Drill | None, at: datetime) -> str:
    """Why the last drill does not do; empty: it does."""
    if drill is None:
        return "No backup was ever restored to see whether it can be"
    if not drill.ok:
        return "The last backup that was tried did not come back whole"
    if at - drill.at > QUARTER or at - drill.taken_at > QUARTER:
        return "The last drill, or the backup it tried, is more than a quarter of a year old"
    return ""


EVIDENCE: Mapping[str, Count] = {"safekeeping.restored": restored}
