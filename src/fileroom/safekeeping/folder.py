"""A backup on disk (docs/decisions/0020). One folder, one district, one moment.

    backup.json                 form, district, host, time, the ledger's signed checkpoint, hash of the keys' archive,
                                the major version of the pg_dump that wrote the records
    records/DISTRICT.sealed     sealed: the same JSON, the manifest of the object files, pg_dump's archive
    keys/DISTRICT.sealed        sealed: wrapped keys and receipts; may be carried off and kept in another place
    objects/NAME                object files as they are, which is sealed

`backup.json` is written last: a folder without it is no backup. All of it is for this account only.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path

from fileroom.hosting import BadDistrictName
from fileroom.hosting.current import checked_name
from fileroom.records.objects import write_whole
from fileroom.seal import Tampered
from fileroom.seal.archive import open_stream

VERSION = 2
PIECE = 1024 * 1024
TITLE = b"fileroom records 1"


class NoBackup(Exception):
    """The folder holds no backup."""


class Unusable(Exception):
    """A backup cannot be taken here, or this one cannot be restored here; the words say why."""


@dataclass(frozen=True)
class About:
    """What a backup says of itself in clear: nothing personal. `checkpoint` is a signed note."""

    version: int
    district: str
    host: str
    at: str
    checkpoint: str
    keys_sha256: str
    pg_dump: int

    @property
    def taken_at(self) -> datetime:
        """When it was taken."""
        return datetime.fromisoformat(self.at)

    def to_text(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), sort_keys=True)


def about_of(text: str | bytes) -> About:
    """What `About.to_text` wrote. Raises Unusable."""
    try:
        said = json.loads(text)
        if (form := said["version"]) != VERSION:
            raise Unusable(f"This backup has the form {form}; this Fileroom reads the form {VERSION}.")
        about = About(**said)
        checked_name(about.district)
        numbers = {"version", "pg_dump"}
        right = all(isinstance(value, int if name in numbers else str) for name, value in said.items())
        if about.taken_at.tzinfo is None or not right:
            raise ValueError
    except (ValueError, TypeError, AttributeError, KeyError, BadDistrictName):
        raise Unusable("backup.json is not one that Fileroom wrote.") from None
    return about


@dataclass(frozen=True)
class BackupFolder:
    """Where the parts of one backup lie."""

    at: Path

    def records(self, district: str) -> Path:
        """The sealed archive of tables."""
        return self.at / "records" / f"{district}.sealed"

    def keys(self, district: str) -> Path:
        """The sealed archive of keys."""
        return self.at / "keys" / f"{district}.sealed"

    def object(self, name: str) -> Path:
        """The copy of one object file."""
        return self.at / "objects" / name

    def make(self) -> None:
        """Make the folder; one that is there must be empty. Raises Unusable."""
        try:
            self.at.mkdir(mode=0o700, parents=True, exist_ok=True)
            if any(self.at.iterdir()):
                raise Unusable(f"{self.at} is not empty. Each backup has a folder of its own.")
            for name in ("records", "keys", "objects"):
                (self.at / name).mkdir(mode=0o700)
        except OSError as error:
            raise Unusable(f"No backup can be written to {self.at}: {error.strerror}.") from None

    def clear(self) -> None:
        """Remove a backup that was not finished."""
        for name in ("records", "keys", "objects"):
            shutil.rmtree(self.at / name, ignore_errors=True)

    def finish(self, about: About) -> None:
        """Say what it is, which makes it a backup."""
        write(self.at / "backup.json", [about.to_text().encode() + b"\n"])

    def about(self) -> About:
        """What backup.json says. Raises NoBackup, Unusable."""
        try:
            return about_of((self.at / "backup.json").read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            raise NoBackup(f"There is no backup in {self.at}: it has no backup.json.") from None
        except OSError as error:
            raise Unusable(f"{self.at / 'backup.json'} cannot be read: {error.strerror}.") from None


def write(path: Path, pieces: Iterable[bytes]) -> str:
    """A new file, on disk when this returns; returns its SHA-256 (hex)."""
    digest = sha256()

    def hashed() -> Iterator[bytes]:
        for piece in pieces:
            digest.update(piece)
            yield piece

    write_whole(path, hashed())
    return digest.hexdigest()


def read(path: Path) -> Iterator[bytes]:
    """A file, piece by piece. A part that is missing is damage: raises Tampered."""
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except FileNotFoundError:
        raise Tampered(f"The backup lacks {path.name}.") from None


def hash_of(path: Path) -> str:
    """SHA-256 (hex) of a file; empty where there is none."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


Manifest = dict[str, str]


def records_plain(about: About, objects: Manifest, dump: Iterable[bytes]) -> Iterator[bytes]:
    """What the archive of records holds, before it is sealed: title, about, a line for each object, a gap, the dump."""
    yield b"\n".join((TITLE, about.to_text().encode(), b""))
    for name, digest in objects.items():
        yield f"{digest} {name}\n".encode()
    yield b"\n"
    yield from dump


def opened_records(path: Path, key: bytes, about: About) -> tuple[Manifest, Iterator[bytes]]:
    """The manifest, and the dump as an iterator that must be read to its end to be trusted. Raises Tampered."""
    lines = _Lines(open_stream(read(path), key))
    if next(lines) != TITLE or next(lines) != about.to_text().encode():
        raise Tampered("backup.json and the archive of records do not belong together.")
    objects = {}
    while line := next(lines):
        digest, _, name = line.decode().partition(" ")
        objects[name] = digest
    return objects, lines.rest()


class _Lines:
    """Takes lines off the front of blocks, then the rest as it comes."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks, self._waiting = blocks, b""

    def __next__(self) -> bytes:
        while b"\n" not in self._waiting:
            self._waiting += next(self._blocks)
        line, _, self._waiting = self._waiting.partition(b"\n")
        return line

    def rest(self) -> Iterator[bytes]:
        yield self._waiting
        yield from self._blocks
