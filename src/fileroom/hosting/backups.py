"""One district's tables, written out as they stood at one moment, and read back under the same name.

The dump holds names and birth dates in clear: whoever takes it seals it before it touches a disk. Sessions stay out.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import LiteralString

import psycopg
from django.db import connections
from psycopg import errors, sql

from fileroom.hosting.current import checked_name
from fileroom.hosting.postgres_programs import Program, fed_to, fitting, owners_way, written_by

UNFINISHED = "fileroom: being restored"
WRITERS_S = 15  # for transactions that are under way to end
# Receipts in the key store follow their transaction's commit by milliseconds.
SETTLE_S = 0.3


class Busy(RuntimeError):
    """Writers did not pause in time; nothing was done."""


class NotEmpty(RuntimeError):
    """Rows stand where a backup was to be restored."""


class Standing(Enum):
    """What lies under a district's name."""

    ABSENT = auto()
    EMPTY = auto()
    UNFINISHED = auto()
    FILLED = auto()


class Moment:
    """A district at one moment. Its writers wait until `let_go`; `dump` shows the moment also after that."""

    def __init__(self, district: str, writers: psycopg.Connection, snapshot: str, program: Program) -> None:
        self._district, self._writers, self._snapshot, self._program = district, writers, snapshot, program

    @property
    def dumped_by(self) -> int:
        """The major version of the pg_dump that writes it."""
        return self._program.major

    def let_go(self) -> None:
        """Let the writers go on. Safe to repeat."""
        self._writers.rollback()

    def dump(self) -> Iterator[bytes]:
        """The district's tables in pg_dump's custom format."""
        wanted = [f"--schema={self._district}", "--strict-names", "--exclude-table-data=*.django_session"]
        form = ["--format=custom", "--compress=1", "--no-owner", "--no-privileges"]
        return written_by(self._program, [*wanted, *form, f"--snapshot={self._snapshot}"])


@contextmanager
def one_moment(district: str, *, quiet: str) -> Iterator[Moment]:
    """Hold every transaction that writes to the table `quiet` back, and take a snapshot.

    Raises Busy, and NoFittingProgram where what is dumped here could not be read back.
    """
    program = fitting("pg_dump")
    loader(program.major)
    table = sql.Identifier(checked_name(district), quiet)
    with _connect() as writers, _connect() as reader:
        writers.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(sql.Literal(f"{WRITERS_S}s")))
        try:
            writers.execute(sql.SQL("LOCK TABLE {} IN SHARE MODE").format(table))
        except errors.LockNotAvailable:
            raise Busy(f"{district} was being written to for {WRITERS_S} seconds. Try again later.") from None
        time.sleep(SETTLE_S)
        reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        row = reader.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        yield Moment(district, writers, row[0], program)


def standing(district: str, *, besides: Collection[str]) -> Standing:
    """What lies under the name; rows of the tables `besides` do not count."""
    with _connect() as owner:
        return _standing(owner, checked_name(district), besides)


def begin(district: str, *, besides: Collection[str]) -> None:
    """An empty schema marked as unfinished, in place of none, of an empty one, or of what an interrupted restore left.

    Raises NotEmpty.
    """
    name = checked_name(district)
    with _connect() as owner:
        if _standing(owner, name, besides) is Standing.FILLED:
            raise NotEmpty(f"{district} holds records. A backup is restored only where there is none.")
        owner.execute(_in("DROP SCHEMA IF EXISTS {} CASCADE", name))
        owner.execute(_in("CREATE SCHEMA {}", name))
        owner.execute(_in("COMMENT ON SCHEMA {} IS ", name) + sql.Literal(UNFINISHED))


def loader(dumped_by: int) -> Program:
    """What reads a dump of a pg_dump of this major version back into this server. Raises NoFittingProgram."""
    return fitting("pg_restore", reads=dumped_by)


def load(district: str, dump: Iterable[bytes], *, program: Program) -> None:
    """Read a dump into the schema that `begin` made: all or nothing. Raises ProgramFailed, and what `dump` does."""
    wanted = [f"--schema={checked_name(district)}", f"--dbname={connections['owner'].settings_dict['NAME']}"]
    how = ["--format=custom", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    fed_to(program, [*wanted, *how], dump)


def finish(district: str) -> None:
    """Take the mark away: the district is whole."""
    with _connect() as owner:
        owner.execute(_in("COMMENT ON SCHEMA {} IS NULL", checked_name(district)))


def give_up(district: str) -> None:
    """Remove what `begin` made and `finish` did not confirm; nothing else is ever removed."""
    name = checked_name(district)
    with _connect() as owner:
        if _mark(owner, name) == UNFINISHED:
            owner.execute(_in("DROP SCHEMA {} CASCADE", name))


def others_connected() -> int:
    """How many other processes are connected as the application's role. Our own connection is closed first."""
    connections["default"].close()
    role = connections["default"].settings_dict["USER"]
    asks = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = %s"
    found = 0
    with _connect() as owner:
        for _ in range(20):  # a connection that was closed just now is still listed for a moment
            ((found,),) = owner.execute(asks, [role]).fetchall()
            owner.rollback()  # the list is kept for the length of a transaction
            if not found:
                break
            time.sleep(0.1)
    return int(found)


def _standing(owner: psycopg.Connection, name: str, besides: Collection[str]) -> Standing:
    if owner.execute("SELECT FROM pg_namespace WHERE nspname = %s", [name]).fetchone() is None:
        return Standing.ABSENT
    if _mark(owner, name) == UNFINISHED:
        return Standing.UNFINISHED
    for (table,) in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [name]).fetchall():
        if table not in besides:
            row = owner.execute(_in("SELECT EXISTS (SELECT FROM {})", name, table)).fetchone()
            if row == (True,):
                return Standing.FILLED
    return Standing.EMPTY


def _mark(owner: psycopg.Connection, name: str) -> str | None:
    row = owner.execute(
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s", [name]
    ).fetchone()
    return row[0] if row else None


def _in(statement: LiteralString, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(*names))


def _connect() -> psycopg.Connection:
    """A connection of the owner's role; leaving its block commits."""
    return psycopg.connect(**owners_way())
