"""What no tree covers yet: entries that wait for their number, and the key store's receipts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from uuid import UUID

from fileroom.hosting import durable
from fileroom.ledger import sql
from fileroom.ledger.events import FIELDS
from fileroom.ledger.keys import Keys
from fileroom.ledger.streams import copied_out, rows
from fileroom.ledger.verifying.report import Fault, Finding, Report
from fileroom.ledger.verifying.walk import SEPARATOR, valid
from fileroom.seal.store import key_store

LOG = FIELDS.index("log")
AMONG = 10_000  # ids asked for in one statement


def hold_pending(keys: Keys, report: Report) -> None:
    """Each entry without a leaf must carry a valid MAC."""
    for line in copied_out(sql.UNSEQUENCED):
        text, salt, proof = line.split(b"\t")
        values = text.split(SEPARATOR)
        report.pending += 1
        if valid(values, salt, proof, keys.mac) is None:
            entry = values[0].decode()
            report.suspect(entry)
            says = "This waiting event is not the one that was noted: its MAC does not fit."
            report.add(Finding(Fault.ALTERED, says, values[LOG].decode(), None, entry))


def receipts_without_entry(keys: Keys, report: Report) -> list[UUID]:
    """Receipts that stand while their event does not. Both lists come sorted, so neither is held in memory."""
    missing, ids = [], _event_ids()
    current = next(ids, None)
    for receipt in key_store().receipts(keys.district):
        report.receipts += 1
        name = receipt.event.hex.encode()
        report.known(receipt.event)
        while current is not None and current < name:
            current = next(ids, None)
        if current != name and not receipt.cancelled:
            missing.append(receipt.event)
    for _ in ids:  # the connection is free again only when the list is read to its end
        pass
    return missing


def _event_ids() -> Iterator[bytes]:
    return copied_out(sql.EVENT_IDS)


def name_dropped(missing: list[UUID], keys: Keys, report: Report, patience: float) -> None:
    """Name the entries that are gone. One that was being written just now gets `patience` seconds to appear."""
    until = time.monotonic() + patience
    while missing and time.monotonic() < until:
        time.sleep(min(0.2, patience))
        missing = _still_missing(missing, keys)
    for entry in missing:
        says = (
            "The key store has its receipt, the ledger has no such entry: it was removed, or the server died writing."
        )
        report.add(Finding(Fault.DROPPED, says, entry=str(entry)))


def _still_missing(missing: list[UUID], keys: Keys) -> list[UUID]:
    present: set[UUID] = set()
    with durable():
        for first in range(0, len(missing), AMONG):
            present.update(found[0] for found in rows(sql.EVENTS_AMONG, (missing[first : first + AMONG],)))
    rest = set(missing) - present
    taken_back = {receipt.event for receipt in key_store().receipts(keys.district) if receipt.cancelled}
    return sorted(rest - taken_back)
