"""Streams of a PDF, unpacked within the limits, however their packings are named and put one over another."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf

from fileroom.screening.opening.opened import Opening, Trouble
from fileroom.screening.parts import Outcome

# Names of packings, also the short ones; the first kind is undone here, step by step; the second makes less of more.
INFLATES = frozenset(("/FlateDecode", "/Fl"))
DIGITS = frozenset(("/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85"))
# What runs of one byte, and no more, can come to for each packed one.
MOST_OF_RUNS = 128
RUNS = frozenset(("/RunLengthDecode", "/RL"))
# Other packings may be undone where so few bytes are packed that it cannot come to much.
LITTLE = 64 * 1024


def unpacked(stream: Any, opening: Opening) -> bytes:
    """A stream's bytes. Raises Trouble where they are far more than they were packed, or nobody can say how many."""
    packings = _packings(stream.get("/Filter"))
    packed = bytes(stream.read_raw_bytes())
    if packings and set(packings) <= INFLATES and not _has_parameters(stream):
        body = packed
        for _ in packings:
            body = _inflated(body, len(packed), opening)
    else:
        _weigh(packings, packed, opening)
        body = bytes(stream.read_bytes())
    opening.spend_bytes(len(body))
    return body


def _packings(named: Any) -> list[str]:
    if named is None:
        return []
    return [str(name) for name in named] if isinstance(named, pikepdf.Array) else [str(named)]


def _has_parameters(stream: Any) -> bool:
    parameters = stream.get("/DecodeParms", stream.get("/DP"))
    each = parameters if isinstance(parameters, pikepdf.Array) else [parameters]
    return any(isinstance(one, pikepdf.Dictionary) and len(one.keys()) for one in each)


def _most(packed: int, opening: Opening) -> int:
    return min(opening.bytes_left(), max(opening.limits.ratio_from, packed * opening.limits.ratio))


def _inflated(body: bytes, packed: int, opening: Opening) -> bytes:
    most = _most(packed, opening)
    try:
        out = zlib.decompressobj().decompress(body, most + 1)
    except zlib.error as error:
        raise ValueError("a stream that does not unpack") from error
    if len(out) > most:
        raise Trouble(Outcome.BOMB, "A file attached to it unpacks to far more than it is.")
    return out


def _weigh(packings: list[str], packed: bytes, opening: Opening) -> None:
    """Raise Trouble where the packings, undone together, could come to more than may be unpacked."""
    most = _most(len(packed), opening)
    size = len(packed)
    for number, packing in enumerate(packings):
        if packing in INFLATES and number == 0:
            size = len(_inflated(packed, len(packed), opening))
        elif packing in RUNS:
            size *= MOST_OF_RUNS
        elif packing not in DIGITS and size > LITTLE:
            raise Trouble(Outcome.QUARANTINE, "A file attached to it is packed in a way that is not read.")
    if size > most:
        raise Trouble(Outcome.BOMB, "A file attached to it unpacks to far more than it is.")
