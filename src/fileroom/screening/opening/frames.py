"""What goes between a worker and those it works for: lengths, JSON and bytes. Nothing in it can run."""

from __future__ import annotations

import dataclasses
import json
import math
import select
import struct
from typing import IO

from fileroom.screening.parts import Extracted, Limits, Outcome, Part
from fileroom.screening.reading import TextKind

HEAD = struct.Struct(">II")
LEAST_MOST = 16 << 20


def most_of_an_answer(limits: Limits) -> int:
    """More bytes no honest answer has: a letter is six in JSON, and what stands beside the texts is less than they."""
    return 8 * limits.characters + LEAST_MOST


def is_ready(pipe: int, seconds: float) -> bool:
    """Whether something comes through a pipe, or it closes, within so many seconds; however many files are open."""
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    return bool(waiting.poll(max(0, math.ceil(seconds * 1000))))


def write_question(stream: IO[bytes], number: int, body: bytes, name: str, limits: Limits) -> None:
    """Ask for a document to be opened. `number`: what its answer must begin with."""
    about = json.dumps({"number": number, "name": name, "limits": dataclasses.asdict(limits)}).encode()
    stream.write(HEAD.pack(len(about), len(body)))
    stream.write(about)
    stream.write(body)
    stream.flush()


def read_question(stream: IO[bytes]) -> tuple[int, bytes, str, Limits] | None:
    """The next document to open, after its question's number; None where no more come."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    about_size, body_size = HEAD.unpack(head)
    about = json.loads(stream.read(about_size))
    return about["number"], stream.read(body_size), about["name"], Limits(**about["limits"])


def packed(extracted: Extracted) -> bytes:
    """An answer as bytes."""
    parts = [
        [it.text, it.kind, it.places, it.page, it.confidence, it.title, it.asks_nobody, it.again]
        for it in extracted.parts
    ]
    return json.dumps(
        [parts, extracted.outcome, extracted.pages, extracted.ocr_pages, extracted.says, extracted.of_the_whole]
    ).encode()


def unpacked(answer: bytes) -> Extracted:
    """An answer from its bytes. Raises ValueError where it is none: a worker may have been taken over."""
    try:
        parts, outcome, pages, ocr_pages, says, of_the_whole = json.loads(answer)
        return Extracted(
            parts=tuple(map(_part, parts)),
            outcome=None if outcome is None else Outcome(outcome),
            pages=int(pages),
            ocr_pages=int(ocr_pages),
            says=str(says),
            of_the_whole=bool(of_the_whole),
        )
    except (TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("no answer of a worker") from error


def _part(said: list[object]) -> Part:
    text, kind, places, page, confidence, title, asks_nobody, again = said
    if not isinstance(places, list) or not isinstance(again, int):
        raise ValueError("a part that is none")
    return Part(
        text=str(text),
        kind=TextKind(str(kind)),
        places=tuple((int(start), str(where)) for start, where in places),
        page=page if isinstance(page, int) else None,
        confidence=float(confidence) if isinstance(confidence, int | float) else None,
        title=str(title),
        asks_nobody=bool(asks_nobody),
        again=again,
    )
