"""What the policy's page counts of backups, when one was taken last and when one was last restored in a drill; and of
what the program does by itself: whether each round went well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from fileroom.duties.states import Asked, Count, Evidence, Part, said, stands
from fileroom.hosting import current_district, drills, rounds_noted
from fileroom.hosting.drills import QUARTER, Drill
from fileroom.hosting.rounds_noted import CALLED, Round
from fileroom.law.days import district_day
from fileroom.ledger import queries as log
from fileroom.ledger.services import Act
from fileroom.letters.setting import spoken_day

WHOSE, EN = "Whoever runs the system", "en"


def restored(asked: Asked) -> Evidence:
    """The last backup that was restored in a drill (SEC-16: each quarter)."""
    drill, taken = drills.last(current_district()), log.last_of(Act.BACKUP_TAKEN)
    wrong = _amiss(drill, asked.at)
    days = (asked.on - district_day(drill.at)).days if drill else None
    says = f"{said(days or 0, 'day', 'days')} since a backup was restored in a drill" if drill else "No backup restored"
    return Evidence(
        says, stands(wrong), number=days, why=wrong, whose=WHOSE if wrong else "",
        since=district_day(drill.at) if drill else None, parts=tuple(_days(drill, taken)),
    )  # fmt: skip


def _days(drill: Drill | None, taken: datetime | None) -> Iterator[Part]:
    if drill is not None:
        fared = "came back whole" if drill.ok else "did not come back whole"
        yield Part(
            f"The backup taken on {spoken_day(drill.taken_at, EN)} was tried on {spoken_day(drill.at, EN)}, and {fared}"
        )
    if taken is not None:
        yield Part(f"The last backup was taken on {spoken_day(taken, EN)}")


def _amiss(drill: Drill | None, at: datetime) -> str:
    """Why the last drill does not do; empty: it does."""
    if drill is None:
        return "No backup was ever restored to see whether it can be"
    if not drill.ok:
        return "The last backup that was tried did not come back whole"
    if at - drill.at > QUARTER or at - drill.taken_at > QUARTER:
        return "The last drill, or the backup it tried, is more than a quarter of a year old"
    return ""


def rounds(asked: Asked) -> Evidence:
    """The rounds that nobody asks for: attention where one did not go through the last time, or goes no more.

    The one that keeps the night is noted when it has ended, and does not judge itself: that it keeps is how it goes."""
    noted = rounds_noted.of(current_district())
    wrong = rounds_noted.amiss(noted, at=asked.at, started_at=asked.keeping_since)
    if asked.keeping_since:
        wrong.pop(Round.POLICY, None)
    says = "; ".join(f"{CALLED[it]} {says}" for it, says in wrong.items())
    why = says if noted or not says else "None of them has gone yet"
    well = {it.round for it in noted} - wrong.keys() | ({Round.POLICY} if asked.keeping_since else set())
    return Evidence(
        "rounds that the program goes by itself went well the last time", stands(why),
        number=len(well), of=len(Round), why=why, whose=WHOSE if why else "",
        since=min((district_day(it.good_at or it.ended_at) for it in noted if it.round in wrong), default=None),
        parts=tuple(Part(f"{CALLED[it.round]}, last on {spoken_day(it.ended_at, EN)}") for it in noted),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {"safekeeping.restored": restored, "safekeeping.rounds": rounds}
