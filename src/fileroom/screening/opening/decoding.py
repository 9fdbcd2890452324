"""Bytes to text: which encoding a text without a label is in."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Of the encodings of East Asia the first that fits wins, where what Western letters it would be looks like no writing.
EAST_ASIAN = ("gb18030", "big5", "euc_kr", "shift_jis")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Two accented letters or signs side by side stand in hardly any Western text, and in nearly all of an East Asian one.
PAIRS_OF_HIGH = re.compile(rb"[\x80-\xff]{2}")


def decode(body: bytes, label: str | None = None) -> str | None:
    """The text that these bytes are, or None where they are no text. `label`: the encoding somebody says it is in."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding) or _loosely(body[len(mark) :], encoding)
    wide = _wide(body)
    if wide is not None:
        return wide
    if body.count(b"\x00", 0, 65536):
        return None
    for encoding in filter(None, ("utf-8", _known(label))):
        text = _strictly(body, encoding)
        if text is not None:
            return None if _is_binary(text) else text
    return _by_the_look(body)


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
    high = sum(len(pair) for pair in PAIRS_OF_HIGH.findall(body[:65536]))
    if high > 8 and high * 2 > sum(byte > 0x7F for byte in body[:65536]):
        for encoding in EAST_ASIAN:
            better = _strictly(body, encoding)
            if better is not None and not _is_binary(better):
                return better
    return text if text.count("\ufffd") * 50 < len(text) else None


def _is_binary(text: str) -> bool:
    sample = text[:65536]
    return len(CONTROLS.findall(sample)) * 100 > len(sample)
