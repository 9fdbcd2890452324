"""The ledger's own page: how the log stands, and the check that walks all of it. Shows positions and ids, no names."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger


@dataclass(frozen=True)
class Stand:
    """The open log: how many entries, how many wait for a number, the last signed note and the key that checks it."""

    entries: int
    pending: int
    checkpoint: str
    signed_at: datetime | None
    public_key: str


def stand() -> Stand:
    """How the log stands now."""
    state = entries.state()
    return Stand(state.entries, state.pending, state.checkpoint or "", state.signed_at, ledger.verifier_key())


def check() -> dict[str, Any]:
    """Walk the whole ledger now; the report as the page shows it."""
    begin = time.monotonic()
    report = ledger.verify()
    findings = [finding.says for finding in report.findings]
    first = report.findings[0] if report.findings else None
    return {
        "ok": report.ok,
        "entries": report.entries,
        "seconds": round(time.monotonic() - begin, 1),
        "first_bad": {"entry": first.entry or first.position, "says": first.says} if first else None,
        "findings": findings,
    }
