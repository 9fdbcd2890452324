"""Bytes to text: which encoding a text is in. A label that fits is believed; else the likeliest is looked for.

An encoding of East Asia that merely fits is no proof: Korean bytes fit the Chinese one, and read as gibberish in which
nothing is found. Where no encoding reads like writing, the bytes are no text that can be read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from fileroom.screening.opening.frequent import likeness

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EAST_ASIAN = ("gb18030", "cp949", "cp950", "big5hkscs", "cp932", "euc_jp")
# What goes by these labels is written with the letters of the larger sets too.
LARGER = {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932"}
# Of seven bits each byte: such a text is ASCII to whoever is not told.
SEVEN_BITS = (
    "hz",
    "utf-7",
    "iso2022_kr",
    "iso2022_jp",
    "iso2022_jp_1",
    "iso2022_jp_2",
    "iso2022_jp_3",
    "iso2022_jp_ext",
)
SHIFTED = {rb"\x1b\$\)C": "iso2022_kr", rb"\x1b\$[@BA(]": "iso2022_jp_2"}
# They fit whatever comes, so a label that names one says nothing.
FIT_ALL = ("ascii", "cp1252", "iso8859-1", "iso8859-15")
# What a page or an XML file says of itself, at its head.
OWN_LABEL = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.I,
)
HEAD = 4096
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Looked at in pieces: behind a long text a picture is a small part of the whole.
PIECE = 65536
# Two accented letters or signs side by side stand in hardly any Western text, and in nearly all of an East Asian one;
# one sign again and again is a line that somebody drew.
PAIRS_OF_HIGH = re.compile(rb"([\x80-\xff])(?!\1)[\x80-\xff]")
# Letters of four bytes: digits stand in them, so that two high bytes are never side by side.
OF_FOUR = re.compile(rb"(?:[\x81-\xfe][0-9]){2}")
FEWEST_PAIRS, FEW_PAIRS = 2, 5
LIKE_WRITING = 0.3


def decode(body: bytes, label: str | None = None) -> str | None:
    """The text that these bytes are, or None where they are no text. `label`: the encoding somebody says it is in."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding) or _loosely(body[len(mark) :], encoding)
    wide = _wide(body)
    if wide is not None:
        return wide
    body = body.rstrip(b"\x00\x1a")
    if b"\x00" in body:
        return None
    shifted = b"\x1b$" in body
    for encoding in _said_and_tried(body, label, shifted=shifted):
        text = _strictly(body, encoding)
        if text is not None:
            return None if _is_binary(text) else text
    return None if shifted else _by_the_look(body)


def _said_and_tried(body: bytes, label: str | None, *, shifted: bool) -> Iterator[str]:
    """The encodings that a text is in if it fits at all.

    Of seven bits everything may be read as something else: where a mail says which letters it is in, what a page in it
    says is believed by nobody.
    """
    own = OWN_LABEL.search(body[:HEAD])
    said = [known for it in (label, own and (own[1] or own[2]).decode("ascii")) if (known := _known(it))]
    yield from (it for it in said[: 1 if label else None] if it in SEVEN_BITS)
    if shifted:
        yield from (encoding for shift, encoding in SHIFTED.items() if re.search(shift, body))
        return
    yield "utf-8"
    yield from (LARGER.get(it, it) for it in said if it not in FIT_ALL)


def _known(label: str | None) -> str | None:
    try:
        return codecs.lookup(label).name if label and codecs.lookup(label)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _loosely(body: bytes, encoding: str) -> str | None:
    text = body.decode(encoding, "replace")
    return text if text.count("\ufffd") * 50 < len(text) else None


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = body[:4096]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros * 10 >= half * 6 and others * 20 <= half:
            text = _strictly(body[: len(body) // 2 * 2], encoding)
            return text if text is not None and not _is_binary(text) else None
    return None


def _by_the_look(body: bytes) -> str | None:
    text = body.decode("cp1252", "replace")
    if _is_binary(text):
        return None
    pairs = sum(1 for _ in PAIRS_OF_HIGH.finditer(body))
    fours = sum(1 for _ in OF_FOUR.finditer(body))
    if fours >= FEW_PAIRS or (pairs >= FEWEST_PAIRS and pairs * 4 > len(body.translate(None, bytes(range(0x80))))):
        read = [it for encoding in EAST_ASIAN if (it := _loosely(body, encoding)) is not None and not _is_binary(it)]
        like, best = max(((likeness(it), it) for it in read), default=(0.0, ""))
        if like >= LIKE_WRITING:
            return best
        if max(pairs, fours) >= FEW_PAIRS:
            return None
    return _loosely(body, "cp1252")


def _is_binary(text: str) -> bool:
    starts = [*range(0, max(1, len(text) - PIECE), PIECE), max(0, len(text) - PIECE)]
    pieces = (text[start : start + PIECE] for start in starts)
    return any(len(CONTROLS.findall(piece)) * 100 > len(piece) for piece in pieces)
