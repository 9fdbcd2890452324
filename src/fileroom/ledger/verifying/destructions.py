"""Keys that were destroyed: each must have its entry, for what is gone can't be asked any more."""

from __future__ import annotations

from itertools import islice
from uuid import UUID

from fileroom.ledger import sql
from fileroom.ledger.events import Act
from fileroom.ledger.keys import Keys
from fileroom.ledger.streams import rows
from fileroom.ledger.verifying.report import Fault, Finding, Report
from fileroom.seal.store import key_store

AMONG = 10_000
UNSAID = "A key was destroyed, and the ledger has no entry of a destruction for it."


def hold_destructions(keys: Keys, report: Report) -> None:
    """Each destroyed key's event is an entry of a destruction; of an entry that is lost its receipt tells."""
    shreds = key_store().shredded_by(keys.district)
    while batch := list(islice(shreds, AMONG)):
        acts: dict[UUID, str] = dict(rows(sql.ACTS_AMONG, ([event for _, event, _ in batch if event],)))
        for _, event, receipt_stands in batch:
            act = acts.get(event) if event else None
            if act != Act.RECORD_SHREDDED and not (act is None and receipt_stands):
                report.add(Finding(Fault.DESTROYED, UNSAID, entry=str(event or "")))
