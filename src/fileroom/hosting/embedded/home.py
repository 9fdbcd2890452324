"""Where the database lives: under var/, or, as root where the server's account cannot go there, under /var/lib."""

from __future__ import annotations

import secrets
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fileroom.hosting.embedded.account import Account, owner_of

SYSTEM = Path("/var/lib/fileroom")
# The kernel cuts the path of a socket off: 108 bytes on Linux, 104 elsewhere, with the closing zero.
LONGEST_SOCKET = 107 if sys.platform == "linux" else 103
SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Home:
    """The folders of one server. `at` is ours and may be walked through, not listed; what lies in it is private."""

    at: Path
    account: Account

    @property
    def data(self) -> Path:
        """The database cluster: the account's, 0700."""
        return self.at / "data"

    @property
    def passwords(self) -> Path:
        """Passwords of the database roles, beside the data they belong to: ours, 0600."""
        return self.at / "passwords.json"

    @property
    def log(self) -> Path:
        """The server's own log: ours, 0600."""
        return self.at / "server.log"

    @property
    def lock(self) -> Path:
        """Held by the one process that runs this server."""
        return self.at / "lock"

    @property
    def open_at(self) -> Path:
        """Names the socket's folder while the server takes connections."""
        return self.at / "open-at"

    def socket_folder(self) -> Path:
        """A 0700 folder of the account for the socket: here, or in the temporary folder where this path is too long."""
        folder = self.at / "socket"
        if len(bytes(folder / SOCKET_NAME)) <= LONGEST_SOCKET:
            return self.account.private_folder(folder)
        short = Path(tempfile.mkdtemp(prefix="fileroom-", dir="/tmp"))
        self.account.own(short)
        return short

    def leave(self, socket_folder: Path) -> None:
        """Remove a socket folder that was made outside."""
        if socket_folder.parent != self.at:
            shutil.rmtree(socket_folder, ignore_errors=True)


def home_in(var: Path, account: Account) -> Home:
    """The server's home for a checkout's `var`; the same one each time."""
    var.mkdir(parents=True, exist_ok=True)
    account = owner_of(var / "database" / "data", account)
    inside = _walkable(var / "database", account)
    if account.can("-x", inside):
        return Home(inside, account)
    inside.rmdir()
    _walkable(SYSTEM, account)
    return Home(_walkable(SYSTEM / _token(var), account), account)


def _walkable(folder: Path, account: Account) -> Path:
    """A folder of ours that a lesser account may pass through; no folder that others made is ever changed."""
    if not folder.exists():
        folder.mkdir(mode=0o700)
        folder.chmod(0o711 if account.lesser else 0o700)
    return folder


def _token(var: Path) -> str:
    """This checkout's own name under /var/lib/fileroom: random, so that a new clone at an old path starts afresh."""
    keep = var / "database-name"
    if not keep.exists():
        keep.write_text(secrets.token_hex(8))
    return keep.read_text()
