"""PostgreSQL's client programs as the owner's role: pg_dump and pg_restore, of a version that fits the server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from django.db import connections

from fileroom.hosting.embedded import programs

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

PIECE = 1024 * 1024


class NoFittingProgram(RuntimeError):
    """This machine has no pg_dump or pg_restore that can speak to the server."""


class ProgramFailed(RuntimeError):
    """One of the programs gave up. The words never quote a row."""


def written_by(name: str, arguments: list[str]) -> Iterator[bytes]:
    """What a program writes, piece by piece; raises ProgramFailed at the end if it did not end well."""
    with tempfile.TemporaryFile() as said:
        with _started(name, arguments, said, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            try:
                while piece := process.stdout.read(PIECE):
                    yield piece
            except BaseException:
                process.kill()
                raise
        _ended_well(name, process.returncode, said)


def fed_to(name: str, arguments: list[str], pieces: Iterable[bytes]) -> None:
    """Feed a program; it is killed, in the middle of its transaction, if the pieces turn out to be no good."""
    with tempfile.TemporaryFile() as said:
        with _started(name, arguments, said, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
            try:
                with suppress(BrokenPipeError):  # it gave up; its exit status says so
                    _write_all(process, pieces)
            except BaseException:
                process.kill()
                raise
        _ended_well(name, process.returncode, said)


def _started(name: str, arguments: list[str], said: IO[bytes], *, stdin: int, stdout: int) -> subprocess.Popen[bytes]:
    # Without a buffer nothing waits to be written when the program is killed or has given up.
    return subprocess.Popen(
        [str(fitting(name)), *arguments], stdin=stdin, stdout=stdout, stderr=said, env=_environment(), bufsize=0
    )


def _write_all(process: subprocess.Popen[bytes], pieces: Iterable[bytes]) -> None:
    assert process.stdin is not None
    for piece in pieces:
        rest = memoryview(piece)
        while rest:
            rest = rest[process.stdin.write(rest) :]
    process.stdin.close()


def _ended_well(name: str, status: int, said: IO[bytes]) -> None:
    if status:
        said.seek(0)
        first = said.readline().decode(errors="replace")
        # Behind ERROR: the server may quote the very row it stumbled over.
        raise ProgramFailed(f"{name} ended with {status}: {first.partition('ERROR:')[0].strip() or 'no word'}")


def _environment() -> dict[str, str]:
    """The owner's way in, for libpq. Not in the arguments: every account of the machine can read those."""
    owner = connections["owner"].settings_dict
    ways = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    return dict(os.environ) | {theirs: str(owner[ours]) for theirs, ours in ways.items() if owner[ours]}


def fitting(name: str) -> Path:
    """The program nearest to the server's major version among ours and the system's, and not older than the server.

    Raises NoFittingProgram.
    """
    server = int(cast("DatabaseWrapper", connections["owner"]).pg_version) // 10_000
    found = [Path(path)] if (path := shutil.which(name)) else []
    with suppress(programs.NoPrograms):
        found.append(programs.bin_folder(programs.packages()) / name)
    majors = [(major, place) for place in found if (major := _major(place)) >= server]
    if not majors:
        raise NoFittingProgram(f"There is no {name} of PostgreSQL {server} or newer here. Install its client programs.")
    return min(majors)[1]


def _major(program: Path) -> int:
    """18 for "pg_dump (PostgreSQL) 18.6"; 0 for a program that does not run."""
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    version = told.rpartition("(PostgreSQL) ")[2].partition(".")[0].strip()
    return int(version) if version.isdigit() else 0
