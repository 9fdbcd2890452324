"""The worker: a process that has everything loaded and, for each document, makes a copy of itself behind walls.

The worker itself never looks at a document: it hands it to the copy, watches the clock, and takes the answer. The copy
reads one document and ends, so nothing of one document can reach the next.

    python -m fileroom.screening.opening.worker     questions on standard input, answers on standard output
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

from fileroom.screening.opening import ocr
from fileroom.screening.opening.extract import extract
from fileroom.screening.opening.frames import HEAD, is_ready, most_of_an_answer, packed, read_question
from fileroom.screening.opening.reach import close_to_others
from fileroom.screening.opening.walls import end_with_parent, raise_walls
from fileroom.screening.parts import BROKE, IN_TIME, Extracted, Limits, Outcome

Read = Callable[[bytes, str, Limits], Extracted]
# A copy may take a little longer than its document, to say that it took too long.
GRACE = 2.0
OUT_OF_MEMORY = 3
CHUNK = 1 << 20


def serve(questions: BinaryIO, answers: BinaryIO, read: Read = extract) -> None:
    """Answer questions until no more come: the worker ends when whoever asks has ended.

    It does not ask the kernel to end it with its parent, as a copy does: to the kernel that is the thread that began
    it, and a thread of a web server goes while the others still ask.
    """
    gc.collect()
    gc.freeze()
    while (question := read_question(questions)) is not None:
        number, body, name, limits = question
        answer = _by_a_copy(body, name, limits, read, (questions.fileno(), answers.fileno()))
        answers.write(HEAD.pack(number, len(answer)))
        answers.write(answer)
        answers.flush()


def _by_a_copy(body: bytes, name: str, limits: Limits, read: Read, ways: tuple[int, ...]) -> bytes:
    ours, theirs = os.pipe()
    copy = os.fork()
    if copy == 0:
        # A parser that is taken over could answer for the next document through the worker's own ways.
        for way in (ours, *ways):
            os.close(way)
        _answer(theirs, body, name, limits, read)
    os.close(theirs)
    answer, in_time = _listen(ours, time.monotonic() + limits.seconds + GRACE, most_of_an_answer(limits))
    os.close(ours)
    if not in_time:
        os.kill(copy, signal.SIGKILL)
    _, status = os.waitpid(copy, 0)
    return answer if in_time and status == 0 else packed(_unanswered(in_time, status))


def _answer(pipe: int, body: bytes, name: str, limits: Limits, read: Read) -> None:
    """In the copy: read the document, write the answer, end without tidying up what is not ours."""
    status = 1
    try:
        end_with_parent()
        raise_walls(limits.memory, limits.seconds)
        answer = packed(read(body, name, limits))
        while answer:
            answer = answer[os.write(pipe, answer) :]
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    finally:
        os._exit(status)


def _listen(pipe: int, until: float, most: int) -> tuple[bytes, bool]:
    """What comes through a pipe until it closes, and whether it closed in time."""
    chunks: list[bytes] = []
    size = 0
    while (left := until - time.monotonic()) > 0 and size <= most:
        if is_ready(pipe, left):
            chunk = os.read(pipe, CHUNK)
            if not chunk:
                return b"".join(chunks), True
            chunks.append(chunk)
            size += len(chunk)
    return b"", False


def _unanswered(in_time: bool, status: int) -> Extracted:
    if not in_time or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return Extracted((), Outcome.TOO_BIG, 0, 0, IN_TIME, of_the_whole=True)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == OUT_OF_MEMORY:
        return Extracted((), Outcome.TOO_BIG, 0, 0, "It needs more memory than it may have.", of_the_whole=True)
    return Extracted((), Outcome.QUARANTINE, 0, 0, BROKE, of_the_whole=True)


def main(read: Read = extract) -> None:
    """Serve standard input and output; whatever else writes to standard output writes to standard error."""
    close_to_others()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ocr.engine()
    serve(sys.stdin.buffer, answers, read)


if __name__ == "__main__":
    main()
