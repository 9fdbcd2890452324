"""Rows of the ledger altered by a database superuser, and what the check then says, for tests."""

from __future__ import annotations

from typing import LiteralString

import psycopg
from psycopg import sql

from fileroom.ledger import services as ledger

# Which arrival an event had, and which was last when a checkpoint was signed, only tells the sequencer where to look
# first; each day's first call looks at everything. No proof rests on them.
HINTS = {("ledger_event", "arrival"), ("ledger_checkpoint", "arrived")}


OTHER_VALUE = {
    "bigint": "{0} + 1000000",
    "smallint": "{0} + 7",
    "boolean": "NOT {0}",
    "bytea": "sha256({0})",
    "text": "{0} || 'x'",
    "timestamp with time zone": "{0} + interval '1 second'",
    "uuid": "gen_random_uuid()",
}


COLUMNS = {
    "ledger_event": [
        "id", "act", "student", "record", "part", "account", "role", "door", "client", "purpose", "outcome", "rules",
        "law_digest", "at", "sealed", "salt", "mac",
    ],
    "ledger_leaf": ["log", "position", "event", "label", "number", "hash", "head"],
    "ledger_tile": ["log", "level", "number", "hashes", "root"],
    "ledger_checkpoint": [
        "size", "root", "note", "index_root", "labels", "sealed_size", "sealed_root", "salt", "entries", "at",
    ],
}  # fmt: skip


def found(outside: str | None = None) -> ledger.Report:
    report = ledger.verify(checkpoint=outside, patience=0.05)
    assert report.ok is not bool(report.findings)
    return report


def alter(owner: psycopg.Connection, table: str, column: str, where: LiteralString, value: object) -> None:
    """Give one column of one row another value."""
    kind = owner.execute(
        "SELECT data_type FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = %s AND column_name = %s",
        [table, column],
    ).fetchone()
    assert kind is not None
    other = sql.SQL(OTHER_VALUE[kind[0]]).format(sql.Identifier(column))
    statement = sql.SQL("UPDATE {} SET {} = {} WHERE ").format(sql.Identifier(table), sql.Identifier(column), other)
    assert owner.execute(statement + sql.SQL(where), [value]).rowcount == 1
