"""Who does the work: this process, some processes of this machine, or (`scheduler.py`) those of many machines.

A crew may lose a worker over an item. It says so by `Ended`, and goes on with the next.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

Result = TypeVar("Result")
AHEAD = 3  # batches a process may have waiting


class Ended(Exception):
    """A worker ended while it had this."""


class OutOfReach(Exception):
    """The crew is gone. `str()` says what is amiss and what to do."""


class Crew(Protocol):
    """What takes work and answers it, some at a time."""

    patience: float | None  # seconds after which one that waits for an answer looks round

    @property
    def ahead(self) -> int:
        """How many batches it is given before one must be done."""

    def submit(self, work: Callable[..., Result], *given: object) -> Future[Result]:
        """Begin a piece of work."""

    def result(self, future: Future[Result]) -> Result:
        """What came of a piece that is done. Raises Ended, OutOfReach, or what the work raised."""

    def alone(self, work: Callable[..., Result], *given: object) -> Result:
        """Do a piece of work with nothing else beside it. Raises as `result`."""

    def look_round(self) -> None:
        """Raise OutOfReach where nobody is left to do anything."""

    def close(self) -> None:
        """Send everybody home; what was not begun is not done."""


class Here:
    """This process itself: one piece at a time."""

    ahead = 1
    patience: float | None = None

    def submit(self, work: Callable[..., Result], *given: object) -> Future[Result]:
        """As the crew's."""
        future: Future[Result] = Future()
        future.set_result(work(*given))
        return future

    def result(self, future: Future[Result]) -> Result:
        """As the crew's."""
        return future.result()

    def alone(self, work: Callable[..., Result], *given: object) -> Result:
        """As the crew's."""
        return work(*given)

    def look_round(self) -> None:
        """It is always there."""

    def close(self) -> None:
        """There is nobody to send home."""


class Processes:
    """So many processes of this machine. A pool that lost one is given up, and another takes its place."""

    patience: float | None = None

    def __init__(self, jobs: int) -> None:
        self.ahead = jobs * AHEAD
        self._jobs = jobs
        self._pool = _pool(jobs)
        self._single: ProcessPoolExecutor | None = None

    def submit(self, work: Callable[..., Result], *given: object) -> Future[Result]:
        """As the crew's."""
        try:
            return self._pool.submit(work, *given)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(work, *given)

    def result(self, future: Future[Result]) -> Result:
        """As the crew's."""
        try:
            return future.result()
        except BrokenProcessPool as error:
            raise Ended from error

    def alone(self, work: Callable[..., Result], *given: object) -> Result:
        """As the crew's."""
        if self._single is None:
            self._single = _pool(1)
        try:
            return self._single.submit(work, *given).result()
        except BrokenProcessPool as error:
            self._single = None
            raise Ended from error

    def look_round(self) -> None:
        """A process that ends is noticed by its pool."""

    def close(self) -> None:
        """As the crew's."""
        for pool in filter(None, (self._pool, self._single)):
            pool.shutdown(wait=True, cancel_futures=True)


def crew_of(jobs: int) -> Crew:
    """So many processes; for one job, this one."""
    return Here() if jobs == 1 else Processes(jobs)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A terminal's Ctrl-C reaches them all: who asked ends them when what they have at work is done.
    forked = multiprocessing.get_context("forkserver")
    return ProcessPoolExecutor(jobs, forked, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
