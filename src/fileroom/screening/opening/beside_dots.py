"""What stands in the file of a picture beside its dots, read as letters, whatever it is called: all of it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from fileroom.screening.opening.ends import GIF, JPEG, PNG, WEBP, blocks_of_gif, segments_of_jpeg
from fileroom.screening.opening.markup import NUMBER
from fileroom.screening.opening.opened import Opening, Trouble
from fileroom.screening.parts import Outcome

Span = tuple[int, int]
# Letters side by side, as ASCII or UTF-8, or each in two bytes, either first. Fewer stand among bytes by chance.
FEWEST = 6
LETTERS = re.compile(rb"(?:[\x20-\x7e\t\r\n]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){%d,}" % FEWEST)
OF_TWO_BYTES = (
    (re.compile(rb"(?:[\x20-\x7e\t\r\n]\x00){%d,}" % FEWEST), "utf-16-le"),
    (re.compile(rb"(?:\x00[\x20-\x7e\t\r\n]){%d,}" % FEWEST), "utf-16-be"),
)
WORD = re.compile(r"[A-Za-z]{3}")
DOTS_OF_PNG, PACKED = (b"IDAT", b"fdAT"), (b"iCCP", b"iTXt", b"zTXt")
PACKED_BEGINS = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
DOTS_OF_WEBP = (b"VP8 ", b"VP8L", b"ALPH", b"ANMF")
HUFFMAN, OF_A_TABLE = "CDEFGHIJSTUVWXYZcdefghijstuvwxyz", 2
MOST_OF_A_TEXT = 1 << 22


def said_beside(body: bytes, dots: list[Span], opening: Opening) -> Iterator[str]:
    """The words in the file of a picture. `dots`: where they lie, for a format that does not say so itself."""
    for piece in _pieces(body, dots, opening):
        yield from words_in(piece)


def words_in(piece: bytes) -> Iterator[str]:
    """Runs of letters among bytes, as far as they could be words or numbers."""
    found = [(run.start(), run[0].decode("utf-8", "replace")) for run in LETTERS.finditer(piece)]
    for wide, encoding in OF_TWO_BYTES:
        found += ((run.start(), run[0].decode(encoding)) for run in wide.finditer(piece))
    for _, words in sorted(found):
        if (WORD.search(words) or NUMBER.search(words)) and not _is_a_table(words):
            yield words.strip()


def _is_a_table(words: str) -> bool:
    """Whether a run is what each JPEG has: how its dots are packed, and how coarse they are, on and on."""
    return len(set(words)) <= OF_A_TABLE or (HUFFMAN in words and len(words) <= 2 * len(HUFFMAN))


def _pieces(body: bytes, dots: list[Span], opening: Opening) -> Iterator[bytes]:
    if body.startswith(PNG):
        yield from _of_png(body, opening)
    elif body.startswith(JPEG):
        yield from segments_of_jpeg(body)
    elif body.startswith(GIF):
        yield b"".join(blocks_of_gif(body))
    elif body[:4] == b"RIFF" and body[8:12] == WEBP:
        yield from (piece for kind, piece in _chunks(body, 12, "little", 0) if kind not in DOTS_OF_WEBP)
    else:
        at = 0
        for start, end in sorted(dots):
            yield body[at:start]
            at = max(at, end)
        yield body[at:]


def _chunks(body: bytes, at: int, order: str, behind: int) -> Iterator[tuple[bytes, bytes]]:
    """Pieces with a name and a length: a PNG has the length first, and a sum behind each; RIFF the name."""
    while at + 8 <= len(body):
        first, second = body[at : at + 4], body[at + 4 : at + 8]
        kind, length = (second, first) if order == "big" else (first, second)
        size = int.from_bytes(length, "big" if order == "big" else "little")
        yield kind, body[at + 8 : at + 8 + size]
        at += 8 + size + behind + (size % 2 if order != "big" else 0)


def _of_png(body: bytes, opening: Opening) -> Iterator[bytes]:
    for kind, piece in _chunks(body, len(PNG), "big", 4):
        if kind in PACKED:
            yield from _packed(piece, opening)
        if kind not in DOTS_OF_PNG:
            yield piece


def _packed(piece: bytes, opening: Opening) -> Iterator[bytes]:
    """A text that is packed in a picture. It begins behind names, each with a zero at its end."""
    whole = memoryview(piece)
    for begins in PACKED_BEGINS.finditer(piece):
        opening.tick()
        inflating = zlib.decompressobj()
        try:
            text = inflating.decompress(whole[begins.start() :], MOST_OF_A_TEXT)
        except zlib.error:
            continue
        if inflating.unconsumed_tail:
            raise Trouble(Outcome.BOMB, "A text packed in a picture unpacks to far more than it is.")
        opening.spend_bytes(len(text))
        yield text
        return
