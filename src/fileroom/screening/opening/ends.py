"""Where a picture's file really ends, by its own blocks: what lies behind that is something else."""

from __future__ import annotations

PNG, JPEG, GIF, WEBP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a"), b"WEBP"
# Markers of a JPEG that stand alone, without a length: fill bytes, TEM and the restarts.
ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
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
    at = 2
    while True:
        if body[at] != 0xFF:
            return None
        while body[at] == 0xFF:
            at += 1
        marker = body[at]
        at += 1
        if marker == END_OF_IMAGE:
            return at
        if marker not in ALONE:
            at += int.from_bytes(body[at : at + 2], "big")
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
    at = 13 + _colours(body[10])
    while True:
        kind = body[at]
        if kind == 0x3B:
            return at + 1
        if kind == 0x2C:
            at += 11 + _colours(body[at + 9])
        elif kind == 0x21:
            at += 2
        else:
            return None
        while body[at]:
            at += 1 + body[at]
        at += 1


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
