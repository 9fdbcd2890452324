"""One embedded PostgreSQL server: start, stop, and what to do about one that an earlier run left behind."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from fileroom.hosting.embedded import cluster, programs
from fileroom.hosting.embedded.account import server_account
from fileroom.hosting.embedded.cluster import Urls
from fileroom.hosting.embedded.home import home_in
from fileroom.hosting.embedded.leftover import end_leftover

PATIENCE_S = 15.0  # for a start after a crash, or for an earlier run to let go
LARGEST_LOG = 16 * 1024 * 1024
# Only the server's own trouble is logged: no statement, no parameter, no detail, for these quote what records hold.
QUIET = {
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_statement": "none",
    "log_checkpoints": "off",
}


class CannotStart(RuntimeError):
    """PostgreSQL did not come up; the end of its log is in the words."""


class AlreadyRunning(RuntimeError):
    """Another process runs this server."""


class EmbeddedServer:
    """PostgreSQL for one checkout's `var`; data are kept between runs.

    `log_statements` writes every statement with its values to `log_path`; `fsync=False` trades safety for speed.
    Both are for tests.
    """

    def __init__(self, var: Path, *, log_statements: bool = False, fsync: bool = True) -> None:
        self.home = home_in(var.resolve(), server_account())
        self.account = self.home.account
        self.settings = QUIET | {"fsync": "on" if fsync else "off"}
        if log_statements:
            self.settings |= {
                "log_statement": "all", "log_parameter_max_length": "-1", "log_line_prefix": "%m [%p] %u ",
                "log_error_verbosity": "default",  # values that are bound apart from their statement are a detail
            }  # fmt: skip
        self._process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None
        self._socket_folder = self.home.at / "socket"

    @property
    def log_path(self) -> Path:
        """The server's log."""
        return self.home.log

    def bin(self, name: str) -> Path:
        """One of PostgreSQL's own programs: pg_dump, pg_restore, psql …"""
        return programs.bin_folder(programs.packages()) / name

    def start(self) -> Urls:
        """Start, and return the ways in. Raises AlreadyRunning, CannotStart, WrongMajor, NoAccount, NoPrograms."""
        self._take_lock()
        try:
            where = programs.reachable(self.account, self.home.at)
            cluster.found(self.home, where)
            end_leftover(self.home.data, patience_s=PATIENCE_S)
            self._socket_folder = self.home.socket_folder()
            self._bring_up(where)
            ways_in = cluster.urls(self.home, self._socket_folder)
            cluster.settle(self.home, ways_in.superuser)
            self.home.open_at.write_text(str(self._socket_folder))
        except BaseException:
            self.stop()
            raise
        return ways_in

    def running(self) -> Urls | None:
        """The ways in to this server if another process runs it; one that is starting is waited for. None if none does.

        Raises CannotStart if the other process does not bring it up.
        """
        deadline = time.monotonic() + PATIENCE_S
        while self._held_elsewhere():
            with suppress(FileNotFoundError):
                return cluster.urls(self.home, Path(self.home.open_at.read_text()))
            if time.monotonic() > deadline:
                raise CannotStart(f"Another process has {self.home.at} and does not bring its database up.")
            time.sleep(0.1)
        return None

    def _held_elsewhere(self) -> bool:
        with self.home.lock.open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def stop(self) -> None:
        """Stop cleanly: fast, then without waiting for a checkpoint, then by force. Safe to repeat."""
        if self._process is not None:
            for sign, seconds in ((signal.SIGINT, 6.0), (signal.SIGQUIT, 2.0), (signal.SIGKILL, 2.0)):
                self._process.send_signal(sign)
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(seconds)
                    break
        self._let_go()

    def kill(self) -> None:
        """End the server as a power cut would. For tests."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._let_go()

    def ended(self) -> bool:
        """Whether a started server is no longer there."""
        return self._process is not None and self._process.poll() is not None

    def _let_go(self) -> None:
        self._process = None
        self.home.leave(self._socket_folder)
        if self._lock is not None:
            self.home.open_at.unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def _take_lock(self) -> None:
        """Be the one process that runs this server; an earlier one that is ending gets a moment."""
        lock = self.home.lock.open("a+")
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    lock.seek(0)
                    who = lock.read().strip()
                    lock.close()
                    raise AlreadyRunning(f"Process {who} runs the database in {self.home.at}. Stop it first.") from None
                time.sleep(0.1)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        self._lock = lock
        self.home.open_at.unlink(missing_ok=True)

    def _bring_up(self, where: Path) -> None:
        """Start the postmaster; after a crash its last backends may still be going, so try again."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            with self._open_log() as log:
                begin = log.tell()
                self._process = self.account.spawn(self._command(where), log=log)
            if self._ready():
                return
            if time.monotonic() > deadline:
                words = self.home.log.read_bytes()[begin:].decode(errors="replace")
                raise CannotStart(f"PostgreSQL did not start. Its words ({self.home.log}):\n{words}")
            time.sleep(0.3)

    def _command(self, where: Path) -> list[str | Path]:
        settings = self.settings | {
            "listen_addresses": "",
            "unix_socket_directories": str(self._socket_folder),
            "unix_socket_permissions": "0700",
        }
        chosen = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [where / "postgres", "-D", self.home.data, *chosen]

    def _open_log(self) -> IO[bytes]:
        log = self.home.log
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.rename(log.with_suffix(".log.1"))
        return open(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")

    def _ready(self) -> bool:
        """Wait until the postmaster takes connections (True) or has ended (False)."""
        process = self._process
        file = self.home.data / "postmaster.pid"
        while process is not None and process.poll() is None:
            with suppress(FileNotFoundError):
                lines = file.read_text().split("\n")
                # Line 1 is the postmaster's number, line 8 its state (miscadmin.h, pidfile.h).
                if len(lines) > 7 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
                    return True
            time.sleep(0.02)
        return False


@contextmanager
def throwaway(*, log_statements: bool = False, fsync: bool = False) -> Iterator[tuple[EmbeddedServer, Urls]]:
    """A server of its own for a test run, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="fileroom-"))
    if os.geteuid() == 0:
        folder.chmod(0o711)
    server = EmbeddedServer(folder, log_statements=log_statements, fsync=fsync)
    try:
        yield server, server.start()
    finally:
        server.stop()
        shutil.rmtree(server.home.at, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
