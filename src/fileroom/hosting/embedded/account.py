"""Whose account PostgreSQL runs under: our own, or, since it refuses root, an unprivileged one of this machine."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

# An account without privileges, in the order of liking; each system has one of them.
UNPRIVILEGED = ("fileroom", "postgres", "_postgres", "nobody")
PR_SET_PDEATHSIG = 1  # linux/prctl.h


class NoAccount(RuntimeError):
    """Root was to start PostgreSQL and this machine has no account without privileges."""


@dataclass(frozen=True)
class Account:
    """An account that programs are run under; `lesser` where it is not the one we run under ourselves."""

    name: str
    uid: int
    gid: int
    lesser: bool

    def own(self, path: Path) -> None:
        """Give a file or folder to this account, if it is not ours already."""
        if self.lesser:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def private_folder(self, path: Path) -> Path:
        """Make `path` (parents must exist): this account's, open to no other."""
        path.mkdir(mode=0o700, exist_ok=True)
        path.chmod(0o700)
        self.own(path)
        return path

    def can(self, test: str, path: Path) -> bool:
        """Whether this account itself finds `path` readable (-r), searchable or runnable (-x) …; tried, not guessed."""
        return self.run(["test", test, path], check=False).returncode == 0

    def run(self, command: list[str | Path], *, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a short program as this account; raises CalledProcessError with what it printed."""
        return subprocess.run(
            command, check=check, capture_output=True, text=True, stdin=subprocess.DEVNULL, **self._as()
        )

    def spawn(self, command: list[str | Path], *, log: IO[bytes]) -> subprocess.Popen[bytes]:
        """Start a server as this account: a direct child, away from our terminal, that ends when we are killed.

        The system ends it with the thread that calls this; call from one that stays.
        """
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=ends_with_us(signal.SIGINT),
            **self._as(),
        )

    def _as(self) -> dict[str, Any]:
        """What subprocess needs to become the account: no group of ours stays, nothing made is open to others."""
        common: dict[str, Any] = {"cwd": "/", "umask": 0o077}
        if not self.lesser:
            return common
        return common | {"user": self.uid, "group": self.gid, "extra_groups": []}


def ends_with_us(sign: signal.Signals) -> Callable[[], None] | None:
    """For `preexec_fn`: ask the kernel to send the child `sign` when we die, however we die. None where it cannot."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def server_account() -> Account:
    """Our own account, or the first unprivileged one if we are root. Raises NoAccount."""
    if os.geteuid() != 0:
        return Account("", os.geteuid(), os.getegid(), lesser=False)
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return Account(name, entry.pw_uid, entry.pw_gid, lesser=True)
    raise NoAccount(
        "PostgreSQL will not run as root, and this machine has none of the accounts "
        f"{', '.join(UNPRIVILEGED)}. Run Fileroom as an ordinary user, or add an account: useradd --system fileroom"
    )


def owner_of(data: Path, otherwise: Account) -> Account:
    """As root, the account that owns a data folder already: an ordinary user may have begun it."""
    if not otherwise.lesser or not data.exists():
        return otherwise
    entry = pwd.getpwuid(data.stat().st_uid)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, lesser=entry.pw_uid != 0)
