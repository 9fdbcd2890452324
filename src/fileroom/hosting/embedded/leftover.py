"""A postmaster that outlived the run that started it, or only its number that did."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


class DoesNotEnd(RuntimeError):
    """An earlier postmaster of this data folder cannot be made to end."""


def end_leftover(data: Path, *, patience_s: float) -> None:
    """Clear the way for a new postmaster on `data`; call only while holding the server's lock.

    A living postmaster is asked to end and waited for. A process number that now belongs to somebody else (a
    restarted container hands them out again) must not stand in the way: PostgreSQL takes the number of its own
    parent for stale, so ours is put in its place. The rest of the file, by which it makes sure that no old backend
    lives, stays. A file that a full disk or a power cut left empty or torn names nobody.
    """
    file = data / "postmaster.pid"
    if not file.exists():
        return
    first, *rest = file.read_text().splitlines(keepends=True) or [""]
    if first.strip().isdecimal() and _runs_on(int(first), data):
        _end(int(first), data, patience_s)
    else:
        file.write_text("".join([f"{os.getpid()}\n", *rest]))


def _end(pid: int, data: Path, patience_s: float) -> None:
    """Fast for most of the time, then without a checkpoint. Raises DoesNotEnd."""
    begin = time.monotonic()
    while _runs_on(pid, data):
        waited = time.monotonic() - begin
        if waited > patience_s:
            raise DoesNotEnd(f"An earlier PostgreSQL (process {pid}) does not end. End it, then start again.")
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGINT if waited < patience_s * 0.7 else signal.SIGQUIT)
        time.sleep(0.2)


def _runs_on(pid: int, data: Path) -> bool:
    """Whether that process is a postmaster of this data folder, by its command line."""
    if PROC.exists():
        with suppress(OSError):
            return bytes(data) in (PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
        return False
    listed = subprocess.run(["ps", "-o", "args=", "-p", str(pid)], capture_output=True, check=False)
    return bytes(data) in listed.stdout
