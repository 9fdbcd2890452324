"""Where what was written may be found afterwards: dumps, the program's log, and tables that no log has."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from fileroom.hosting.embedded import EmbeddedServer, Urls


def dumped(server: EmbeddedServer, urls: Urls) -> bytes:
    """pg_dump of both databases, as text."""
    taken = b""
    for dbname in ("fileroom", "fileroom_keys"):
        parts = conninfo_to_dict(make_conninfo(urls.superuser, dbname=dbname))
        environment = {"PATH": os.environ["PATH"], "PGPASSWORD": str(parts.pop("password"))}
        where = make_conninfo(**{name: str(value) for name, value in parts.items()})
        taken += subprocess.run(
            [server.bin("pg_dump"), "--inserts", "-d", where],
            check=True, capture_output=True, env=environment, timeout=120,
        ).stdout  # fmt: skip
    return taken


class Written(logging.Handler):
    """The program's log as it would be printed."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("{asctime} {levelname} {name} {message}", style="{"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def waiting_rows_reach_the_disk(superuser: str) -> Iterator[None]:
    """The tables where a bundle waits are no part of the write-ahead log, and their pages are written when memory is
    short or the server stops. Here all that passes through them is."""
    with psycopg.connect(make_conninfo(superuser, dbname="fileroom"), autocommit=True) as owner:
        tables = owner.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'alder_creek' AND starts_with(tablename, 'bundle_')"
        ).fetchall()
        assert tables
        for (table,) in tables:
            owner.execute(f"ALTER TABLE alder_creek.{table} SET LOGGED")
        yield
        for (table,) in tables:
            owner.execute(f"ALTER TABLE alder_creek.{table} SET UNLOGGED")
