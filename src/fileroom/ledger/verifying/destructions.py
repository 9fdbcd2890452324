"""Keys that were destroyed: each must have its entry, for what is gone can't be asked any more."""

from __future__ import annotations

from itertools import islice
from uuid import UUID

from fileroom.ledger import sql
from fileroom.ledger.acts import Act
from fileroom.ledger.keys import Keys
from fileroom.ledger.streams import rows
from fileroom.ledger.verifying.report import Fault, Finding, Report
from fileroom.seal.store import key_store

AMONG = 10_000
UNSAID = "A key was destroyed, and the ledger has no entry of a destruction for it."


def part_of(item: str, data_key: UUID) -> str:
    """What the entry of a destruction names: the item, and the one key that goes for it."""
    return f"{item}/{data_key}"


def hold_destructions(keys: Keys, report: Report) -> None:
    """Each destroyed key has an entry of a destruction that names it; of an entry that is lost its receipt tells.

    Receipts do not say what an entry was to name, so that of a lost one speaks for a single key.
    """
    shreds = key_store().shredded_by(keys.district)
    lost: set[UUID] = set()
    while batch := list(islice(shreds, AMONG)):
        entries = rows(sql.DESTRUCTIONS_AMONG, ([event for _, event, _ in batch if event],))
        named = {event: act == Act.RECORD_SHREDDED and part for event, act, part in entries}
        for key, event, receipt_stands in batch:
            if event in named:
                said = str(named[event]).endswith(part_of("", key))
            else:
                said = event is not None and receipt_stands and event not in lost
                lost |= {event} if event else set()
            if not said:
                report.add(Finding(Fault.DESTROYED, UNSAID, entry=str(event or "")))
