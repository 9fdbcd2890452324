"""The register of districts: a name and the hosts that lead to it. Nothing personal is kept here."""

from __future__ import annotations

from django.db import connection, connections

from fileroom.hosting.current import checked_name
from fileroom.hosting.transactions import REGISTER, register_transaction

TABLE = f"""
CREATE SCHEMA IF NOT EXISTS {REGISTER};
CREATE TABLE IF NOT EXISTS {REGISTER}.district (
    name text PRIMARY KEY,
    host text NOT NULL UNIQUE,
    added_at timestamptz NOT NULL DEFAULT now()
);
"""

_known: dict[str, str] = {}


class HostTaken(ValueError):
    """Another district already answers at this host."""


def found() -> None:
    """Create the register where there is none (owner's role). Safe to repeat."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLE)


def add(name: str, host: str) -> None:
    """Enter a district (owner's role). Raises BadDistrictName, HostTaken."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT name FROM {REGISTER}.district WHERE host = %s", [host])
        taken = cursor.fetchone()
        if taken and taken[0] != name:
            raise HostTaken(f"{host} already leads to the district {taken[0]}. Choose another host.")
        cursor.execute(
            f"INSERT INTO {REGISTER}.district (name, host) VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET host = %s",
            [checked_name(name), host, host],
        )
    _known.clear()


def by_host(host: str) -> str | None:
    """The district that answers at this host, or None. A host that was found once is remembered."""
    if host not in _known:
        with register_transaction(), connection.cursor() as cursor:
            cursor.execute("SELECT name FROM district WHERE host = %s", [host])
            row = cursor.fetchone()
        if row is None:
            return None
        _known[host] = row[0]
    return _known[host]


def names() -> list[str]:
    """Every district of this installation, by name."""
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT name FROM district ORDER BY name")
        return [row[0] for row in cursor.fetchall()]


def host_of(name: str) -> str | None:
    """The host at which a district answers."""
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT host FROM district WHERE name = %s", [name])
        row = cursor.fetchone()
    return row[0] if row else None
