"""Rows that stand twice. A unique constraint forbids it; whoever owns the database can drop a constraint."""

from __future__ import annotations

from fileroom.ledger import sql
from fileroom.ledger.streams import rows
from fileroom.ledger.verifying.report import Fault, Finding, Report

TWICE = {
    "event": "Its event stands twice: the row was inserted again.",
    "leaf": "It has more than one leaf: it was numbered again.",
    "tile": "A tile stands twice: the row was inserted again.",
    "checkpoint": "A checkpoint stands twice: the row was inserted again.",
}


def hold_once(report: Report) -> None:
    """Each event, each entry's leaf, each tile and each checkpoint is there once. In the open transaction."""
    for what, log, position, entry in rows(sql.TWICE):
        report.add(Finding(Fault.ADDED, TWICE[what], log or "", position, str(entry or "")))
