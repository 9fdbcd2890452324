"""Whether a font of a PDF says other digits than it draws: a page that shows a number may say a word, or another.

Only a font that draws by the names of its letters can be asked; what one of glyph numbers draws, its own file knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from fileroom.screening.opening.opened import Opening
from fileroom.screening.opening.pdf_streams import unpacked

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
BY_NAMES = ("/MMType1", "/TrueType", "/Type1")
ITS_OWN_FILE = ("/FontFile", "/FontFile2", "/FontFile3")
SINGLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
ONE = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
WITHIN = re.compile(rb"<([0-9A-Fa-f\s]*)>")
DEEPEST = 5


def says_other_digits(resources: Any, opening: Opening, depth: int = 0) -> bool:
    """Whether a page's fonts, or those of the forms it is put together from, say other digits than they draw.

    Raises what pikepdf does of a PDF that is damaged.
    """
    if not isinstance(resources, pikepdf.Dictionary) or depth > DEEPEST:
        return False
    if any(_lies(font, opening) for font in _values(resources.get("/Font"))):
        return True
    forms = (it for it in _values(resources.get("/XObject")) if isinstance(it, pikepdf.Stream))
    return any(says_other_digits(form.get("/Resources"), opening, depth + 1) for form in forms)


def _values(named: Any) -> list[Any]:
    return list(named.values()) if isinstance(named, pikepdf.Dictionary) else []


def _lies(font: Any, opening: Opening) -> bool:
    said = font.get("/ToUnicode")
    if str(font.get("/Subtype", "")) not in BY_NAMES or not isinstance(said, pikepdf.Stream):
        return False
    drawn = _digits_by_code(font)
    return bool(drawn) and any(code in drawn and drawn[code] != words for code, words in _said(unpacked(said, opening)))


def _digits_by_code(font: Any) -> dict[int, str]:
    """Which digit a font draws for which code, as far as its names of letters tell."""
    encoding, about = font.get("/Encoding"), font.get("/FontDescriptor")
    has_file = isinstance(about, pikepdf.Dictionary) and any(key in about for key in ITS_OWN_FILE)
    is_named = encoding is not None and not (
        isinstance(encoding, pikepdf.Dictionary) and "/BaseEncoding" not in encoding
    )
    drawn = {} if has_file and not is_named else {ord(digit): digit for digit in "0123456789"}
    code = 0
    for it in encoding.get("/Differences", []) if isinstance(encoding, pikepdf.Dictionary) else []:
        if not isinstance(it, pikepdf.Name):
            code = int(it)
            continue
        drawn.pop(code, None)
        if (name := str(it)[1:]) in NAMES:
            drawn[code] = str(NAMES.index(name))
        code += 1
    return drawn


def _said(cmap: bytes) -> Iterator[tuple[int, str]]:
    """What a font says each code means."""
    for block in SINGLE.findall(cmap):
        yield from ((int(code, 16), _words(words)) for code, words in ONE.findall(block))
    for block in RANGES.findall(cmap):
        for first, last, start, each in RANGE.findall(block):
            low, high = int(first, 16), min(int(last, 16), 255)
            if each:
                yield from zip(range(low, high + 1), map(_words, WITHIN.findall(each)), strict=False)
            elif start.strip():
                words = _words(start)
                yield from ((low + at, words[:-1] + chr(ord(words[-1]) + at)) for at in range(high - low + 1) if words)


def _words(digits: bytes) -> str:
    packed = b"".join(digits.split())
    return bytes.fromhex(packed.decode("ascii").zfill(-(-len(packed) // 4) * 4)).decode("utf-16-be", "replace")
