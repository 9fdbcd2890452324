"""The root key: 32 random bytes in a file of its own, apart from both databases. Everything else hangs on it.

It is never used as it is: HKDF-SHA-256 gives one key for wrapping, one for each purpose of an archive, and an id that
tells two root keys apart without telling anything of them.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fileroom.seal.envelope import KEY_BYTES, DataKey, bound
from fileroom.seal.faults import NotConfigured

SETTING = "FILEROOM_ROOT_KEY_FILE"


class Root:
    """The root key of this process. Holds the secret; shows only its id."""

    __slots__ = ("_secret", "wrapping")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise NotConfigured(f"The root key named by {SETTING} must be exactly {KEY_BYTES} bytes.")
        self._secret = secret
        self.wrapping = DataKey(UUID(bytes=self._derive("root-id")[:16]), self._derive("root-wrapping"))

    def __repr__(self) -> str:
        return f"Root(id={self.wrapping.id})"

    def archive_key(self, district: str, purpose: str) -> bytes:
        """32 bytes for the archives of one purpose ("keys", "records" …) of one district."""
        return self._derive("archive", district, purpose)

    def _derive(self, *info: str) -> bytes:
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=bound(info)).derive(self._secret)


def read_root(path: str | None = None) -> Root:
    """The root key in the file that FILEROOM_ROOT_KEY_FILE (or `path`) names; NotConfigured says what is amiss."""
    where = path if path is not None else os.environ.get(SETTING, "")
    if not where:
        raise NotConfigured(f"{SETTING} is not set: it must name a file of {KEY_BYTES} random bytes, mode 0600.")
    try:
        with open(where, "rb") as file:
            _refuse_open_doors(os.fstat(file.fileno()), where)
            secret = file.read(KEY_BYTES + 1)
    except OSError as error:
        raise NotConfigured(f"The file {where!r} named by {SETTING} cannot be read: {error.strerror}.") from None
    if len(secret) != KEY_BYTES:
        raise NotConfigured(f"The file {where!r} named by {SETTING} must hold exactly {KEY_BYTES} bytes.")
    return Root(secret)


def _refuse_open_doors(about: os.stat_result, where: str) -> None:
    if not stat.S_ISREG(about.st_mode):
        raise NotConfigured(f"{where!r} named by {SETTING} is not a file.")
    if about.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        mode = stat.S_IMODE(about.st_mode)
        raise NotConfigured(f"The file {where!r} named by {SETTING} has mode {mode:04o}: make it 0600.")


def make_root_file(path: Path) -> None:
    """Write a new random root key, readable by its owner alone; FileExistsError rather than touch one that stands."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(os.urandom(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
