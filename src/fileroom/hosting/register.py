"""The register of districts: a name and the hosts that lead to it. Nothing personal is kept here."""

from __future__ import annotations

import re
import time

from django.db import connection, connections, transaction

from fileroom.hosting import rounds_noted
from fileroom.hosting.current import checked_name
from fileroom.hosting.transactions import REGISTER, register_transaction

TABLES = f"""
CREATE SCHEMA IF NOT EXISTS {REGISTER};
CREATE TABLE IF NOT EXISTS {REGISTER}.district (
    name text PRIMARY KEY,
    added_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS {REGISTER}.host (
    host text PRIMARY KEY,
    district text NOT NULL REFERENCES {REGISTER}.district (name),
    main boolean NOT NULL
);
{rounds_noted.TABLE}"""

HOST = re.compile(r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*")
REMEMBERED_S = 60.0
_known: dict[str, tuple[float, str]] = {}  # host: believed until, its district


class BadHost(ValueError):
    """This can't be the name of a host."""


class HostTaken(ValueError):
    """Another district already answers at this host."""


def checked_host(host: str) -> str:
    """The host as a browser says it, in small letters, without port. Raises BadHost."""
    small = host.strip().lower()
    if not HOST.fullmatch(small):
        raise BadHost(f"{host!r} is not the name of a host: letters, digits, dots and hyphens, without a port.")
    return small


def found() -> None:
    """Create the register where there is none (owner's role). Safe to repeat."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(TABLES)


def check_free(name: str, *hosts: str) -> None:
    """Raises HostTaken where one of these hosts leads to another district than this (owner's role)."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f"SELECT host, district FROM {REGISTER}.host WHERE host = ANY(%s) AND district <> %s", [list(hosts), name]
        )
        for host, district in cursor.fetchall():
            raise HostTaken(f"{host} already leads to the district {district}. Choose another host.")


def add(name: str, *hosts: str) -> None:
    """Enter a district with its hosts, the main one first (owner's role).

    Raises BadDistrictName, BadHost, HostTaken.
    """
    hosts = tuple(map(checked_host, hosts))
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        check_free(name, *hosts)
        cursor.execute(
            f"INSERT INTO {REGISTER}.district (name) VALUES (%s) ON CONFLICT DO NOTHING", [checked_name(name)]
        )
        cursor.execute(f"DELETE FROM {REGISTER}.host WHERE district = %s", [name])
        cursor.executemany(
            f"INSERT INTO {REGISTER}.host (host, district, main) VALUES (%s, %s, %s)",
            [(host, name, place == 0) for place, host in enumerate(hosts)],
        )
    _known.clear()


def by_host(host: str) -> str | None:
    """The district that answers at this host, or None. What was found is remembered for a minute."""
    until, district = _known.get(host, (0.0, ""))
    if time.monotonic() < until:
        return district
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT district FROM host WHERE host = %s", [host])
        row = cursor.fetchone()
    if row is None:
        _known.pop(host, None)
        return None
    _known[host] = (time.monotonic() + REMEMBERED_S, row[0])
    return str(row[0])


def names() -> list[str]:
    """Every district of this installation, by name; none where the register has not been made yet."""
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('district')")
        if cursor.fetchone() == (None,):
            return []
        cursor.execute("SELECT name FROM district ORDER BY name")
        return [row[0] for row in cursor.fetchall()]


def host_of(name: str) -> str | None:
    """The main host at which a district answers."""
    with register_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT host FROM host WHERE district = %s AND main", [name])
        row = cursor.fetchone()
    return row[0] if row else None
