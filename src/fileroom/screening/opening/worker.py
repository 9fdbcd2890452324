"""The worker: a process that has everything loaded and, for each document, makes a copy of itself behind walls.

The worker itself never looks at a document: it hands it to the copy, watches the clock, and takes the answer. The copy
reads one document and ends, so nothing of one document can reach the next. Where it breaks, a second copy reads the
document once more without OCR, the likeliest to have broken: what the letters say is told, and the outcome stays.

    python -m fileroom.screening.opening.worker     questions on standard input, answers on standard output
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from fileroom.screening.opening import ocr
from fileroom.screening.opening.extract import extract
from fileroom.screening.opening.frames import HEAD, is_ready, most_of_an_answer, packed, read_question
from fileroom.screening.opening.reach import close_to_others
from fileroom.screening.opening.walls import end_with_parent, raise_walls
from fileroom.screening.parts import BROKE, IN_TIME, STANDS, Extracted, Limits, Outcome

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
    until = time.monotonic() + limits.seconds + GRACE
    answer = _copied(lambda: read(body, name, limits), limits, ways, until)
    if isinstance(answer, bytes):
        return answer
    if answer.says == BROKE and ocr.engine() is not None:
        again = _copied(lambda: _broken(_without_ocr(read, body, name, limits)), limits, ways, until)
        if isinstance(again, bytes):
            return again
    return packed(answer)


def _without_ocr(read: Read, body: bytes, name: str, limits: Limits) -> Extracted:
    ocr.do_without()
    return read(body, name, limits)


def _broken(extracted: Extracted) -> Extracted:
    """What was read the second time; what is wrong with it is that it broke, but for what is graver."""
    if extracted.outcome in STANDS:
        return extracted
    return replace(extracted, outcome=Outcome.QUARANTINE, says=BROKE, of_the_whole=True)


def _copied(work: Callable[[], Extracted], limits: Limits, ways: tuple[int, ...], until: float) -> bytes | Extracted:
    """The answer of a copy of this process, or what is wrong where none came."""
    ours, theirs = os.pipe()
    copy = os.fork()
    if copy == 0:
        # A parser that is taken over could answer for the next document through the worker's own ways.
        for way in (ours, *ways):
            os.close(way)
        _answer(theirs, work, limits)
    os.close(theirs)
    answer, in_time = _listen(ours, until, most_of_an_answer(limits))
    os.close(ours)
    if not in_time:
        os.kill(copy, signal.SIGKILL)
    _, status = os.waitpid(copy, 0)
    return answer if in_time and status == 0 else _unanswered(in_time, status)


def _answer(pipe: int, work: Callable[[], Extracted], limits: Limits) -> None:
    """In the copy: read the document, write the answer, end without tidying up what is not ours."""
    status = 1
    try:
        end_with_parent()
        raise_walls(limits.memory, limits.seconds)
        answer = packed(work())
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
