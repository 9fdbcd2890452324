"""What a sweep has answered, line after line in a file that only grows; the same sweep goes on from it after a kill.

A line is its check sum, a blank, and JSON; the first says which sweep it is. What a kill or a power failure tore off at
the end is cut away, and those files are looked into again. Where a path or a digest stands is kept in a database of
the moment, on disk too, so that the size of an archive makes no difference to memory.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sqlite3
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Record = dict[str, Any]
EVERY_S, EVERY_RECORDS = 1.0, 256  # how much a power failure may take
CACHE_KIB = 8192
CHUNK = 1 << 16
TABLES = """
    CREATE TABLE paths (path BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE digests (digest BLOB, at INTEGER, PRIMARY KEY (digest, at)) WITHOUT ROWID;
"""


class Another(Exception):
    """The file is no journal, or that of another sweep, or a sweep is writing it. `str()` says what to do."""


class Unkept(Exception):
    """The journal cannot be written or read. `str()` says why."""


@contextmanager
def _kept(path: Path | None) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or error
        where = path or "the folder for temporary files"
        raise Unkept(f"{where}: the journal cannot be written or read ({why}).") from None


class Journal:
    """One sweep's answers. `of`: which sweep it is; a file that says otherwise is not gone on with.

    Raises Unkept, whatever is done with it.
    """

    def __init__(self, path: Path | None, of: Record) -> None:
        """Open or begin it; without a path in a file of the moment. Raises Another too."""
        self._path = path
        with _kept(path):
            self._begin(of, path)

    def _begin(self, of: Record, path: Path | None) -> None:
        self._file = _opened(path)
        self._at = 0
        self._unsynced, self._synced_at = 0, time.monotonic()
        self._index = sqlite3.connect("", isolation_level=None)
        self._index.executescript(f"PRAGMA cache_size = -{CACHE_KIB}; PRAGMA journal_mode = OFF; {TABLES} BEGIN")
        try:
            self.of = self._begun(of, path)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Make sure of what was written, and let go."""
        with _kept(self._path):
            os.fsync(self._file)
            os.close(self._file)
            self._index.close()

    def add(self, record: Record) -> int:
        """Write down an answer; returns where it stands."""
        with _kept(self._path):
            at = self._written(record)
            self._noted(record, at)
            if self._unsynced >= EVERY_RECORDS or time.monotonic() - self._synced_at >= EVERY_S:
                os.fsync(self._file)
                self._unsynced, self._synced_at = 0, time.monotonic()
            return at

    @property
    def end(self) -> int:
        """Where the next answer will stand."""
        return self._at

    def read(self, at: int) -> Record:
        """What stands there."""
        with _kept(self._path):
            record = _record(next(self._lines(at)))
            if record is None:
                raise OSError(f"it is damaged at byte {at}")
            return record

    def of_path(self, path: str) -> int | None:
        """Where the latest answer for this file stands."""
        found = self._index.execute("SELECT at FROM paths WHERE path = ?", (_key(path),)).fetchone()
        return int(found[0]) if found else None

    def of_digest(self, digest: str, most: int) -> list[int]:
        """Where answers stand for files of these bytes that were looked into; the first so many."""
        rows = self._index.execute(
            "SELECT at FROM digests WHERE digest = ? ORDER BY at LIMIT ?", (bytes.fromhex(digest), most)
        )
        return [int(at) for (at,) in rows]

    def _begun(self, of: Record, path: Path | None) -> Record:
        """Read through what there is, or write the first line. Returns what the first line says."""
        first: Record | None = None
        for line in self._lines(0):
            record = _record(line)
            if record is None:
                self._is_torn_at(self._at, path)
                break
            if first is None:
                first = _same_sweep(record, of, path)
            else:
                self._noted(record, self._at)
            self._at += len(line)
        if first is None:
            if os.fstat(self._file).st_size:
                raise Another(f"{path} is no journal of a sweep. Name a file that is not there yet.")
            self._written(of)
            os.fsync(self._file)
            return of
        os.ftruncate(self._file, self._at)
        return first

    def _is_torn_at(self, at: int, path: Path | None) -> None:
        """Only the end may be torn. Raises Another where an answer stands behind: that is damage, and stays."""
        lines = self._lines(at)
        next(lines)
        if at and any(_record(line) for line in lines):
            raise Another(f"{path}: the journal is damaged at byte {at}. Take a copy of it, or begin a new one.")

    def _lines(self, at: int) -> Iterator[bytes]:
        """The lines from there on, the last perhaps without its end."""
        rest = b""
        while chunk := os.pread(self._file, CHUNK, at):
            at += len(chunk)
            *whole, rest = (rest + chunk).split(b"\n")
            yield from (line + b"\n" for line in whole)
        if rest:
            yield rest

    def _written(self, record: Record) -> int:
        said = json.dumps(record, separators=(",", ":")).encode()
        line = b"%08x %s\n" % (zlib.crc32(said), said)
        at = self._at
        while line:
            gone = os.pwrite(self._file, line, self._at)
            self._at, line = self._at + gone, line[gone:]
        self._unsynced += 1
        return at

    def _noted(self, record: Record, at: int) -> None:
        self._index.execute("INSERT OR REPLACE INTO paths VALUES (?, ?)", (_key(record["path"]), at))
        if record["digest"] and record["copy_of"] is None:
            self._index.execute("INSERT INTO digests VALUES (?, ?)", (bytes.fromhex(record["digest"]), at))


def _opened(path: Path | None) -> int:
    if path is None:
        with tempfile.TemporaryFile() as file:
            return os.dup(file.fileno())
    opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(opened)
        raise Another(f"{path}: a sweep is writing this journal now.") from None
    return opened


def _record(line: bytes) -> Record | None:
    """What a line says; None where it is torn."""
    said = line[9:-1]
    if not line.endswith(b"\n") or line[:9] != b"%08x " % zlib.crc32(said):
        return None
    record = json.loads(said)
    return record if isinstance(record, dict) else None


def _same_sweep(first: Record, of: Record, path: Path | None) -> Record:
    """The first line, where it is this sweep's: all but the day on which it began must be the same."""
    differs = [name for name in sorted(of.keys() | first.keys()) if name != "on" and first.get(name) != of.get(name)]
    if differs:
        raise Another(f"{path} is the journal of another sweep ({', '.join(differs)}). Begin one in a new file.")
    return first


def _key(path: str) -> bytes:
    return hashlib.blake2b(path.encode("utf-8", "surrogateescape"), digest_size=16).digest()
