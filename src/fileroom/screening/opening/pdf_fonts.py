"""Whether a font of a PDF says other digits than it draws: a page that shows a number may say a word, or another.

Only a font that draws by the names of its letters can be asked; what one of glyph numbers draws, its own file knows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import pikepdf

from fileroom.screening.opening.opened import Opening
from fileroom.screening.opening.pdf_streams import unpacked

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
BY_NAMES = ("/MMType1", "/TrueType", "/Type1")
ITS_OWN_FILE = ("/FontFile", "/FontFile2", "/FontFile3")
SINGLE, RANGES = b"bfchar", b"bfrange"
ONE = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\[\]]*)\])")
WITHIN = re.compile(rb"<([0-9A-Fa-f\s]*)>")


class Fonts:
    """The fonts of one PDF: each is asked once, on however many pages it stands."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._asked: dict[tuple[int, int], bool] = {}

    def say_other_digits(self, resources: Any) -> bool:
        """Whether a page's fonts, or those of the forms it is put together from, say other digits than they draw.

        Raises what pikepdf does of a PDF that is damaged.
        """
        left, seen = [resources], set()
        while left:
            these = left.pop()
            if not isinstance(these, pikepdf.Dictionary):
                continue
            if any(self._lies(font) for font in _values(these.get("/Font"))):
                return True
            for form in _values(these.get("/XObject")):
                if isinstance(form, pikepdf.Stream) and form.objgen not in seen:
                    self._opening.tick()
                    seen.add(form.objgen)
                    left.append(form.get("/Resources"))
        return False

    def _lies(self, font: Any) -> bool:
        if not font.is_indirect:
            return _lies(font, self._opening)
        if font.objgen not in self._asked:
            self._asked[font.objgen] = True  # where nobody can say, as of one that lies
            self._asked[font.objgen] = _lies(font, self._opening)
        return self._asked[font.objgen]


def _values(named: Any) -> list[Any]:
    return list(named.values()) if isinstance(named, pikepdf.Dictionary) else []


def _lies(font: Any, opening: Opening) -> bool:
    said = font.get("/ToUnicode")
    if str(font.get("/Subtype", "")) not in BY_NAMES or not isinstance(said, pikepdf.Stream):
        return False
    drawn = _digits_by_code(font)
    if not drawn:
        return False
    return any(drawn[code] != words for code, words in _said(unpacked(said, opening), drawn, opening))


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


def _said(cmap: bytes, drawn: Collection[int], opening: Opening) -> Iterator[tuple[int, str]]:
    """What a font says each of these codes means."""
    for block in _blocks(cmap, SINGLE):
        for single in ONE.finditer(block):
            opening.tick()
            if (code := int(single[1], 16)) in drawn:
                yield code, _words(single[2])
    for block in _blocks(cmap, RANGES):
        for found in RANGE.finditer(block):
            opening.tick()
            low, high = int(found[1], 16), min(int(found[2], 16), 255)
            codes = [code for code in drawn if low <= code <= high]
            each = WITHIN.findall(found[4] or b"")
            yield from ((code, _words(each[code - low])) for code in codes if code - low < len(each))
            if words := _words(found[3] or b""):
                yield from ((code, words[:-1] + chr(ord(words[-1]) + code - low)) for code in codes)


def _blocks(cmap: bytes, name: bytes) -> Iterator[bytes]:
    """What stands between each beginning of this name and its end."""
    at = 0
    while (begin := cmap.find(b"begin" + name, at)) >= 0 and (end := cmap.find(b"end" + name, begin)) >= 0:
        yield cmap[begin + len(b"begin" + name) : end]
        at = end


def _words(digits: bytes) -> str:
    packed = b"".join(digits.split())
    return bytes.fromhex(packed.decode("ascii").zfill(-(-len(packed) // 4) * 4)).decode("utf-16-be", "replace")
