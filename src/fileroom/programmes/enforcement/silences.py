"""Until when a court's paper says that nobody may be told, and on which day counsel is asked whether it still holds."""

from __future__ import annotations

from datetime import date

from fileroom.programmes.enforcement.encounters import Asker
from fileroom.programmes.enforcement.papers import Shown, forbids_word, in_doubt, may_forbid_word
from fileroom.programmes.models import EnforcementRequest


def unseen(row: EnforcementRequest) -> bool:
    """Is there a court's paper of which nobody has said whether it forbids telling?"""
    return any(may_forbid_word(Shown.from_json(it)) for it in row.papers)


def asked_on(row: EnforcementRequest, on: date) -> date | None:
    """When counsel says whether it holds: on its last day; the same day where something speaks against each paper that
    asks for it, or where by a later answer none does. None: a paper that stands says no last day."""
    return last_day(row) if _undoubted(row) else on


def last_day(row: EnforcementRequest) -> date | None:
    """The last day that the papers say themselves, of those against which nothing speaks; None: one of them says
    none, or there is none."""
    days = [it.until for it in _undoubted(row)]
    said = [it for it in days if it is not None]
    return max(said) if said and len(said) == len(days) else None


def moved(row: EnforcementRequest, due: date | None, on: date) -> bool:
    """Does the paper that was noted last ask for another day than this? One that says nothing of it does not, unless
    none does any more; and what is late already stays late."""
    those = _forbidding(row)
    if those and not forbids_word(Shown.from_json(row.papers[-1])):
        return False
    said = asked_on(row, on)
    return said is not None and said != due and (bool(_undoubted(row)) or due is None or due > on)


def _undoubted(row: EnforcementRequest) -> list[Shown]:
    served = row.asker == Asker.PROCESS_SERVER
    return [it for it in _forbidding(row) if not in_doubt(it, by_a_party=served)]


def _forbidding(row: EnforcementRequest) -> list[Shown]:
    return [it for it in map(Shown.from_json, row.papers) if forbids_word(it)]
