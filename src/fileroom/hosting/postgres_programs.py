"""PostgreSQL's client programs as the owner's role: pg_dump and pg_restore, of a version that fits the server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from django.db import connections
from psycopg.pq import Conninfo

from fileroom.hosting.embedded import programs

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

PIECE = 1024 * 1024
# From this major on the programs speak and write what no server and no program before it understands: pg_restore sets
# `transaction_timeout`, and pg_dump writes archives of a later format.
WATERSHED = 17
# Where Debian and Red Hat put the programs of each version; what the search path finds may be only one of them.
SYSTEMS = (Path("/usr/lib/postgresql"), "*/bin"), (Path("/usr"), "pgsql-*/bin")


class NoFittingProgram(RuntimeError):
    """This machine has no pg_dump or pg_restore for the server, or there is none for this server and this dump."""


class ProgramFailed(RuntimeError):
    """One of the programs gave up. The words never quote a row."""


@dataclass(frozen=True, order=True)
class Program:
    """One of PostgreSQL's programs on this machine, and its major version."""

    major: int
    place: Path


def written_by(program: Program, arguments: list[str]) -> Iterator[bytes]:
    """What a program writes, piece by piece; raises ProgramFailed at the end if it did not end well."""
    with tempfile.TemporaryFile() as said:
        with _started(program, arguments, said, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            try:
                while piece := process.stdout.read(PIECE):
                    yield piece
            except BaseException:
                process.kill()
                raise
        _ended_well(program, process.returncode, said)


def fed_to(program: Program, arguments: list[str], pieces: Iterable[bytes]) -> None:
    """Feed a program; it is killed, in the middle of its transaction, if the pieces turn out to be no good."""
    with tempfile.TemporaryFile() as said:
        with _started(program, arguments, said, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
            try:
                with suppress(BrokenPipeError):  # it gave up; its exit status says so
                    _write_all(process, pieces)
            except BaseException:
                process.kill()
                raise
        _ended_well(program, process.returncode, said)


def _started(
    program: Program, arguments: list[str], said: IO[bytes], *, stdin: int, stdout: int
) -> subprocess.Popen[bytes]:
    # Without a buffer nothing waits to be written when the program is killed or has given up.
    return subprocess.Popen(
        [program.place, *arguments], stdin=stdin, stdout=stdout, stderr=said, env=_environment(), bufsize=0
    )


def _write_all(process: subprocess.Popen[bytes], pieces: Iterable[bytes]) -> None:
    assert process.stdin is not None
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            rest = rest[process.stdin.write(rest) :]
    process.stdin.close()


def _ended_well(program: Program, status: int, said: IO[bytes]) -> None:
    if status:
        said.seek(0)
        first = said.readline().decode(errors="replace")
        # Behind ERROR: the server may quote the very row it stumbled over.
        raise ProgramFailed(
            f"{program.place.name} ended with {status}: {first.partition('ERROR:')[0].strip() or 'no word'}"
        )


def _environment() -> dict[str, str]:
    """The owner's way in, for libpq. Not in the arguments: every account of the machine can read those."""
    way = owners_way()
    names = {it.keyword.decode(): it.envvar.decode() for it in Conninfo.get_defaults() if it.envvar}
    return dict(os.environ) | {names[option]: str(value) for option, value in way.items() if option in names}


def owners_way() -> dict[str, Any]:
    """The owner's way in as libpq's options, with whatever the URL says of TLS."""
    owner = connections["owner"].settings_dict
    ways = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    return {theirs: owner[ours] for theirs, ours in ways.items() if owner[ours]} | dict(owner["OPTIONS"])


def fitting(name: str, *, reads: int = 0) -> Program:
    """The one of this machine's programs that is right for the server, and for an archive of pg_dump `reads`.

    Raises NoFittingProgram.
    """
    server = int(cast("DatabaseWrapper", connections["owner"]).pg_version) // 10_000
    return nearest(name, _here(name), server=server, reads=reads)


def nearest(name: str, here: Iterable[Program], *, server: int, reads: int) -> Program:
    """The program nearest to the server's major version, on the server's side of the watershed, and not older.

    Raises NoFittingProgram.
    """
    if server < WATERSHED <= reads:
        raise NoFittingProgram(
            f"This backup was written by pg_dump {reads}, and PostgreSQL {server} cannot take it back: "
            f"restore it on PostgreSQL {WATERSHED} or newer."
        )
    oldest = max(server, reads)
    fits = [it for it in here if it.major >= oldest and (it.major >= WATERSHED) == (server >= WATERSHED)]
    if not fits:
        wanted = f"{oldest} or newer" if server >= WATERSHED else f"{oldest}, or newer and before {WATERSHED},"
        raise NoFittingProgram(
            f"There is no {name} of PostgreSQL {wanted} here, as the server needs it. "
            f"Install the client programs of PostgreSQL {oldest} (Debian: postgresql-client-{oldest})."
        )
    return min(fits)


def _here(name: str) -> list[Program]:
    """The program in each version that this machine has: the system's, and the embedded server's own."""
    found = [Path(path)] if (path := shutil.which(name)) else []
    found += [folder / name for root, each in SYSTEMS for folder in root.glob(each) if (folder / name).exists()]
    with suppress(programs.NoPrograms):
        found.append(programs.bin_folder(programs.packages()) / name)
    return [Program(_major(place), place) for place in found]


def _major(program: Path) -> int:
    """18 for "pg_dump (PostgreSQL) 18.6"; 0 for a program that does not run."""
    # Debian's pg_dump chooses a version by its surroundings: asked in the same, it tells the one that will run.
    asked = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, env=_environment())
    version = asked.stdout.rpartition("(PostgreSQL) ")[2].partition(".")[0].strip()
    return int(version) if version.isdigit() else 0
