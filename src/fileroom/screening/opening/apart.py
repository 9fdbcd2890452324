"""Opening documents apart from this process: behind walls, by the clock, one copy of the worker a document."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
import time
from types import TracebackType
from typing import Self

from fileroom.screening.opening import scanner
from fileroom.screening.opening.frames import HEAD, is_ready, most_of_an_answer, unpacked, write_question
from fileroom.screening.opening.reach import close_to_others
from fileroom.screening.parts import BROKE, IN_TIME, LIMITS, Extracted, Limits, Outcome

WORKER = "fileroom.screening.opening.worker"
# To load the libraries and the OCR's models, the first time.
TO_BEGIN = 60.0
GRACE = 10.0
CHUNK = 1 << 20
MOST_ASKED = 1 << 32
# All that a worker is told of its surroundings, and where its code is: no address or password reaches it.
TOLD = {"LC_ALL": "C.UTF-8", "PATH": os.defpath, "OMP_THREAD_LIMIT": "1"}


class Apart:
    """A worker, started when it is first needed. It answers one at a time; for more at once, have more of them."""

    def __init__(self, program: str = WORKER) -> None:
        self._program = program
        self._worker: subprocess.Popen[bytes] | None = None
        self._asked = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            self._end()

    def extract(self, body: bytes, name: str = "", limits: Limits = LIMITS) -> Extracted:
        """As `opening.extract`, whatever the document does to the process that reads it. `name` is only context.

        Where a scanner for harmful programs is in use, only what it lets pass is opened.
        """
        if len(body) > limits.body:
            says = f"It is larger than {limits.body // 1024 // 1024} MB."
            return Extracted((), Outcome.TOO_BIG, 0, 0, says, of_the_whole=True)
        until = None if limits.within is None else time.monotonic() + limits.within
        if (harmful := _scanned(body, limits)) is not None:
            return harmful
        if not self._lock.acquire(timeout=-1 if until is None else max(0.0, until - time.monotonic())):
            says = "It could not be read in time: others were being read."
            return Extracted((), Outcome.QUARANTINE, 0, 0, says, of_the_whole=True)
        try:
            return self._extracted(body, name, limits, until)
        except TimeoutError:
            self._end()
            return Extracted((), Outcome.TOO_BIG, 0, 0, IN_TIME, of_the_whole=True)
        except (OSError, EOFError, ValueError):
            self._end()
            return Extracted((), Outcome.QUARANTINE, 0, 0, BROKE, of_the_whole=True)
        except BaseException:
            # Whoever is interrupted has an answer on its way, which must not become the next question's.
            self._end()
            raise
        finally:
            self._lock.release()

    def _extracted(self, body: bytes, name: str, limits: Limits, until: float | None) -> Extracted:
        worker = self._begun()
        self._asked = (self._asked + 1) % MOST_ASKED
        asking = threading.Thread(target=_ask, args=(worker, self._asked, body, name, limits), daemon=True)
        asking.start()
        until = until or time.monotonic() + TO_BEGIN + GRACE + limits.seconds
        return unpacked(self._answer(worker, until, most_of_an_answer(limits)))

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._worker is not None and self._worker.poll() is not None:
            self._end()
        if self._worker is None:
            # Who asks has sockets and keys that a parser which was taken over would look for.
            close_to_others()
            surroundings = TOLD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self._worker = subprocess.Popen(
                [sys.executable, "-m", self._program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=surroundings,
                cwd="/",
            )
        return self._worker

    def _answer(self, worker: subprocess.Popen[bytes], until: float, most: int) -> bytes:
        number, size = HEAD.unpack(self._read(worker, HEAD.size, until))
        if number != self._asked:
            raise ValueError("an answer to another question")
        if size > most:
            raise ValueError("an answer without end")
        return self._read(worker, size, until)

    @staticmethod
    def _read(worker: subprocess.Popen[bytes], size: int, until: float) -> bytes:
        assert worker.stdout is not None
        pipe = worker.stdout.fileno()
        chunks: list[bytes] = []
        while size:
            left = until - time.monotonic()
            if left <= 0 or not is_ready(pipe, left):
                raise TimeoutError("no answer in time")
            chunk = os.read(pipe, min(size, CHUNK))
            if not chunk:
                raise EOFError("the worker ended")
            chunks.append(chunk)
            size -= len(chunk)
        return b"".join(chunks)

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()


def _scanned(body: bytes, limits: Limits) -> Extracted | None:
    """What the scanner has against it; None where it has nothing, or none is in use."""
    seconds = scanner.SECONDS if limits.within is None else min(scanner.SECONDS, limits.within)
    named = scanner.in_use()
    return named.scan(body, seconds) if named else None


def _ask(worker: subprocess.Popen[bytes], number: int, body: bytes, name: str, limits: Limits) -> None:
    """Put a question; a worker that is gone is noticed where its answer is read."""
    assert worker.stdin is not None
    with contextlib.suppress(OSError, ValueError):
        write_question(worker.stdin, number, body, name, limits)


_shared: dict[int, Apart] = {}
_sharing = threading.Lock()


def extract_apart(body: bytes, name: str = "", limits: Limits = LIMITS) -> Extracted:
    """Open a document in this process's own worker, which is started when first needed and ends with the process."""
    with _sharing:
        apart = _shared.get(os.getpid())
        if apart is None:
            # What a parent process shared is its own: a copy of it must not read the other's answers.
            _shared.clear()
            apart = _shared[os.getpid()] = Apart()
            atexit.register(apart.close)
    return apart.extract(body, name, limits)
