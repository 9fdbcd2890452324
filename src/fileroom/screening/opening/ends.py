"""Where a picture's file really ends, by its own blocks: what lies behind that is something else."""

from __future__ import annotations

from collections.abc import Iterator

PNG, JPEG, GIF, WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a"), b"WEBP"
# Markers of a JPEG that stand alone, without a length: fill bytes, TEM and the restarts.
ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
# Kinds of a GIF's parts: a frame, what is said, its end.
OF_DOTS, OF_WORDS, OF_DOTS_END = 0x2C, 0x21, 0x3B
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9


def end_of_picture(body: bytes) -> int | None:
    """The offset at which the picture at the head of these bytes ends; None where it has no end or is no such one."""
    try:
        if body.startswith(PNG):
            return _png(body)
        if body.startswith(JPEG):
            return _jpeg(body)
        if body.startswith(GIF):
            return _gif(body)
        if body[:4] == b"RIFF" and body[8:12] == WEBP:
            size = int.from_bytes(body[4:8], "little")
            return 8 + size + size % 2 if 8 + size <= len(body) else None
    except IndexError:
        return None
    return None


def _png(body: bytes) -> int | None:
    at = len(PNG)
    while at + 12 <= len(body):
        kind = body[at + 4 : at + 8]
        at += 12 + int.from_bytes(body[at : at + 4], "big")
        if kind == b"IEND":
            return at if at <= len(body) else None
    return None


def _jpeg(body: bytes) -> int | None:
    for _, end, marker in _marked(body):
        if marker == END_OF_IMAGE:
            return end
    return None


def segments_of_jpeg(body: bytes) -> Iterator[bytes]:
    """All pieces of a JPEG but its packed dots, as far as it can be followed."""
    try:
        for start, end, _ in _marked(body):
            yield body[start:end]
    except IndexError:
        return


def _marked(body: bytes) -> Iterator[tuple[int, int, int]]:
    """Each piece of a JPEG: where it begins and ends, and its marker; the end of the picture is the last."""
    at = 2
    while body[at] == 0xFF:
        while body[at] == 0xFF:
            at += 1
        marker = body[at]
        start = at = at + 1
        if marker not in (*ALONE, END_OF_IMAGE):
            at += int.from_bytes(body[at : at + 2], "big")
        yield start, at, marker
        if marker == END_OF_IMAGE:
            return
        if marker == START_OF_SCAN:
            at = _after_scan(body, at)


def _after_scan(body: bytes, at: int) -> int:
    """Where the packed dots end: at the first marker that may not stand among them."""
    while True:
        at = body.find(b"\xff", at)
        if at < 0:
            raise IndexError("a scan without an end")
        if body[at + 1] not in (0x00, *ALONE):
            return at
        at += 2


def _gif(body: bytes) -> int | None:
    for _, kind, at in _in_gif(body):
        if kind == OF_DOTS_END:
            return at
    return None


def blocks_of_gif(body: bytes) -> Iterator[bytes]:
    """What was noted in a GIF, and what programs wrote into it, each text in one piece: its blocks but the dots'."""
    try:
        for start, kind, end in _in_gif(body):
            at = start
            while kind == OF_WORDS and at < end and body[at]:
                yield body[at + 1 : at + 1 + body[at]]
                at += 1 + body[at]
            yield b"\x00"
    except IndexError:
        return


def _in_gif(body: bytes) -> Iterator[tuple[int, int, int]]:
    """Each part of a GIF: where its blocks begin, its kind and where it ends; nothing behind one of no kind known."""
    at = 13 + _colours(body[10])
    while (kind := body[at]) in (OF_DOTS, OF_WORDS):
        at += 11 + _colours(body[at + 9]) if kind == OF_DOTS else 2
        start = at
        while body[at]:
            at += 1 + body[at]
        at += 1
        yield start, kind, at
    if kind == OF_DOTS_END:
        yield at, kind, at + 1


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
