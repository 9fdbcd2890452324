"""Which backups were restored, when, and whether it went well. In the register of districts: nothing personal."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection, connections

from fileroom.hosting import register
from fileroom.hosting.current import checked_name
from fileroom.hosting.transactions import REGISTER, district_transaction

# SEC-16: a backup is restored in a drill each quarter.
QUARTER = timedelta(days=92)

TABLE = f"""
CREATE TABLE IF NOT EXISTS {REGISTER}.drill (
    district text NOT NULL,
    taken_at timestamptz NOT NULL,
    at timestamptz NOT NULL,
    ok boolean NOT NULL
)"""


class Drill(NamedTuple):
    """A restore for practice or in earnest: of the backup taken when, tried when, with what success."""

    taken_at: datetime
    at: datetime
    ok: bool


def record(district: str, drill: Drill) -> None:
    """Note one (owner's role). A drill may be all that was ever done here, so the register is made where it is not."""
    register.found()
    role = connections["owner"].ops.quote_name(str(connections["default"].settings_dict["USER"]))
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLE)
        cursor.execute(f"GRANT USAGE ON SCHEMA {REGISTER} TO {role}; GRANT SELECT ON {REGISTER}.drill TO {role}")
        cursor.execute(f"INSERT INTO {REGISTER}.drill VALUES (%s, %s, %s, %s)", [checked_name(district), *drill])


def last(district: str) -> Drill | None:
    """The newest, or None where no backup of the district being served was ever restored. Joins a transaction."""
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{REGISTER}.drill"])
        if cursor.fetchone() == (None,):
            return None
        cursor.execute(
            f"SELECT taken_at, at, ok FROM {REGISTER}.drill WHERE district = %s ORDER BY at DESC LIMIT 1", [district]
        )
        row = cursor.fetchone()
    return Drill(*row) if row else None
