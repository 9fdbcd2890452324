"""How each of the rounds that nobody asks for went last, district by district. In the register of districts: nothing
personal, and a failure only by its kind and place."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db import connection

from fileroom.hosting.transactions import REGISTER, district_transaction, register_transaction

TABLE = f"""
CREATE TABLE IF NOT EXISTS {REGISTER}.round (
    district text NOT NULL,
    round text NOT NULL,
    ended_at timestamptz NOT NULL,
    good_at timestamptz,
    fault text NOT NULL,
    PRIMARY KEY (district, round)
);
"""
NOTED = f"""
INSERT INTO {REGISTER}.round AS noted VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (district, round) DO UPDATE
SET ended_at = EXCLUDED.ended_at, good_at = COALESCE(EXCLUDED.good_at, noted.good_at), fault = EXCLUDED.fault
"""


class Noted(NamedTuple):
    """One round in one district: when it ended last, when it last went well, and what stopped it; empty: nothing."""

    round: str
    ended_at: datetime
    good_at: datetime | None
    fault: str


def note(district: str, round_: str, fault: str, *, at: datetime) -> None:
    """Note how it went; `fault` empty: well."""
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute(NOTED, [district, round_, at, None if fault else at, fault])


def of(district: str) -> tuple[Noted, ...]:
    """Every round that was ever noted of the district being served, by name. Joins a transaction."""
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{REGISTER}.round"])
        if cursor.fetchone() == (None,):
            return ()  # nothing has served here since this release
        cursor.execute(
            f"SELECT round, ended_at, good_at, fault FROM {REGISTER}.round WHERE district = %s ORDER BY round",
            [district],
        )
        return tuple(Noted(*row) for row in cursor.fetchall())
