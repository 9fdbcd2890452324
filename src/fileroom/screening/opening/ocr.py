"""Reading pictures: tesseract where its language data is on the machine, else RapidOCR, which brings its models."""

from __future__ import annotations

import contextlib
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from fileroom.screening.opening import as_seen
from fileroom.screening.opening.likeness import agree, is_language, letters_of

# Where Debian, Fedora, Homebrew and the makers put the data.
DATA_PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tesseract*/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
LANGUAGES = ("eng", "spa", "vie", "chi_sim", "chi_tra", "kor")
# Below the first, the page may lie on its side; below the second, it may be in another language (screening, 6).
UPRIGHT = 70.0
KNOWN_LANGUAGE = 75.0
TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)
# Dark dots that a short word has at 150 dots an inch.
LEAST_INK = 250
# For one pass over a page; a dense page takes 1,500.
MOST_MILLISECONDS = 15_000
# A few lines, which no drawing is read as.
MANY_LETTERS = 40
# Of fewer letters none says that a page lies on its side.
A_WORD = 3


@dataclass(frozen=True, slots=True)
class Read:
    """What OCR read. `confidence`: 0 to 100, the mean of its words; 0 where it read none.

    `guessed`: it says letters, and another thing at every look.
    """

    text: str
    confidence: float
    guessed: bool = False


class Engine(Protocol):
    """Something that reads a grey picture."""

    name: str

    def read(self, picture: Image.Image) -> Read:
        """The text on it, lines in reading order. Raises TimeoutError where that takes too long."""


class Tesseract:
    """Tesseract through tesserocr: the models stay loaded between pages."""

    name = "tesseract"

    def __init__(self, data: Path) -> None:
        import tesserocr

        self._module: Any = tesserocr
        self._data = data
        self._languages = "+".join(name for name in LANGUAGES if (data / f"{name}.traineddata").exists())
        self._english = self._api("eng")
        self._all: Any = None
        # It opens its file of messages for writing at the first of them, which behind the walls would end it. A ring on
        # an empty page makes it say that there are no words.
        ring = Image.new("L", (200, 200), 255)
        ImageDraw.Draw(ring).ellipse((50, 50, 150, 150), outline=0, width=6)
        self._pass(self._english, ring, tesserocr.PSM.AUTO)

    def _api(self, languages: str) -> Any:
        api = self._module.PyTessBaseAPI(path=str(self._data), lang=languages, oem=self._module.OEM.LSTM_ONLY)
        api.SetVariable("debug_file", os.devnull)
        return api

    def read(self, picture: Image.Image) -> Read:
        """Upright in English first; then turned, then in all languages, as far as the confidence asks for it."""
        best, seen = self._turned(picture)
        api = self._english
        if best.confidence < KNOWN_LANGUAGE and self._languages != "eng":
            self._all = self._all or self._api(self._languages)
            # What is no English may seem more of it on its side than upright.
            for way in (seen,) if seen is picture else (seen, picture):
                read = self._whole(self._all, way)
                if read.confidence > best.confidence:
                    best, seen, api = read, way, self._all
        return _looked_at_again(best, seen, lambda larger: self._whole(api, larger))

    def _turned(self, picture: Image.Image) -> tuple[Read, Image.Image]:
        best, best_picture = self._whole(self._english, picture), picture
        for turn in TURNS:
            if best.confidence >= UPRIGHT:
                break
            turned = picture.transpose(turn)
            read = self._whole(self._english, turned)
            letters = len(letters_of(read.text))
            if read.confidence > best.confidence and letters >= max(A_WORD, len(letters_of(best.text)) / 2):
                best, best_picture = read, turned
        return best, best_picture

    def _whole(self, api: Any, picture: Image.Image) -> Read:
        """A page by its columns and blocks; then whatever ink is left, piece by piece: blanks to fill in are read over.

        The confidence is the blocks': what is left is rules, stamps and drawings as often as it is words. Not where it
        has as much ink and as many letters as they, so many as no drawing has: a headline over what a hand wrote.
        """
        blocks = self._pass(api, picture, self._module.PSM.AUTO)
        ink = ImageOps.invert(api.GetThresholdedImage().convert("L"))
        all_ink = ink.histogram()[255]
        for box in self._lines(api):
            ink.paste(0, box)
        ink_left = ink.histogram()[255]
        if ink_left < LEAST_INK:
            return blocks
        left = picture.copy()
        left.paste(255, mask=ImageOps.invert(ink.filter(ImageFilter.MaxFilter(5))))
        rest = self._pass(api, left, self._module.PSM.SPARSE_TEXT)
        confidence = blocks.confidence or rest.confidence
        letters = len(letters_of(rest.text))
        if 2 * ink_left >= all_ink and letters >= max(MANY_LETTERS, len(letters_of(blocks.text))):
            confidence = min(confidence, rest.confidence)
        return Read(f"{blocks.text}\n{rest.text}", confidence)

    def _pass(self, api: Any, picture: Image.Image, mode: int) -> Read:
        api.SetPageSegMode(mode)
        api.SetImage(picture)
        if not api.Recognize(MOST_MILLISECONDS):
            raise TimeoutError("a page that takes too long to read")
        text = api.GetUTF8Text()
        if not text.strip():
            return Read("", 0.0)
        words = [(len(word), sure) for word, sure in api.MapWordConfidences() if any(map(str.isalnum, word))]
        letters = sum(length for length, _ in words)
        return Read(text, sum(length * sure for length, sure in words) / letters if letters else 0.0)

    def _lines(self, api: Any) -> list[tuple[int, int, int, int]]:
        level = self._module.RIL.TEXTLINE
        found = api.GetIterator()
        boxes = [line.BoundingBox(level) for line in self._module.iterate_level(found, level)] if found else []
        return [box for box in boxes if box]


def _looked_at_again(first: Read, picture: Image.Image, read: Callable[[Image.Image], Read]) -> Read:
    """A reading that is none too sure, or one of the picture enlarged; by both is told whether it was guessed."""
    if first.confidence >= KNOWN_LANGUAGE:
        return first
    try:
        again = read(as_seen.enlarged(picture))
    except TimeoutError:
        return replace(first, guessed=True)
    best = max(first, again, key=_confidence)
    is_clear = again.confidence >= KNOWN_LANGUAGE and len(letters_of(again.text)) >= len(letters_of(first.text))
    is_sure = is_clear or (agree(first.text, again.text) and is_language(best.text))
    return replace(best, guessed=best.guessed or not is_sure)


def _confidence(read: Read) -> float:
    return read.confidence


# Of its greys, what is ink.
DARK = 128
# One thread; and no picture is blown up to look for lines in it: as it comes, a narrow strip grows until its shorter
# side has 736 dots, which takes ten times as long and finds no more. Nor is a page made smaller: a word alone is lost.
SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Det.limit_type": "max",
    "Det.limit_side_len": 2000,
    "Global.log_level": "critical",
}


class Rapid:
    """RapidOCR: slower, reads Latin and Chinese letters, needs nothing on the machine."""

    name = "rapidocr"

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._read: Callable[..., Any] = RapidOCR(params=SETTINGS)
        self._read(numpy.full((64, 64, 3), 255, numpy.uint8))  # loads its models now, and not behind the walls

    def read(self, picture: Image.Image) -> Read:
        """Boxes joined to lines."""
        return _looked_at_again(self._once(picture), picture, self._once)

    def _once(self, picture: Image.Image) -> Read:
        found = self._read(numpy.asarray(picture.convert("RGB")))
        if not found.txts:
            return Read("", 0.0)
        boxes = [(box.tolist(), text) for box, text in zip(found.boxes, found.txts, strict=True)]
        confidence = 100 * statistics.fmean(found.scores)
        # Of Korean it takes most lines for no writing at all, and the others for Chinese, none too sure.
        guessed = confidence < KNOWN_LANGUAGE and _most_ink_is_outside(numpy.asarray(picture), [it for it, _ in boxes])
        return Read(_lines(boxes), confidence, guessed)


def _most_ink_is_outside(dots: as_seen.Dots, boxes: Sequence[Sequence[Sequence[float]]]) -> bool:
    ink = dots < DARK
    inside = numpy.zeros_like(ink)
    for box in boxes:
        across, down = [[max(0, round(it[at])) for it in box] for at in (0, 1)]
        inside[min(down) : max(down) + 1, min(across) : max(across) + 1] = True
    return bool(2 * (ink & inside).sum() < ink.sum())


def _lines(found: Sequence[tuple[Sequence[Sequence[float]], str]]) -> str:
    """Boxes whose middles are within half a height of each other stand on one line."""
    lines: list[tuple[float, float, list[tuple[float, str]]]] = []
    for box, text in sorted(found, key=lambda item: sum(point[1] for point in item[0])):
        middle = sum(point[1] for point in box) / 4
        height = max(point[1] for point in box) - min(point[1] for point in box)
        if lines and abs(lines[-1][0] - middle) < max(lines[-1][1], height) / 2:
            lines[-1][2].append((box[0][0], text))
        else:
            lines.append((middle, height, [(box[0][0], text)]))
    return "\n".join("  ".join(text for _, text in sorted(words)) for _, _, words in lines)


def data_place() -> Path | None:
    """The folder with tesseract's English data; None where there is none."""
    places = (place for pattern in DATA_PLACES for place in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True))
    return next((place for place in places if (place / "eng.traineddata").is_file()), None)


def _tesseract() -> Engine | None:
    place = data_place()
    return Tesseract(place) if place else None


# What is tried, in this order.
ENGINES: list[Callable[[], Engine | None]] = [_tesseract, Rapid]


@cache
def engine() -> Engine | None:
    """The engine of this machine; None where it has none, and pictures cannot be examined."""
    for begun in ENGINES:
        with contextlib.suppress(ImportError, RuntimeError):
            if one := begun():
                return one
    return None


def do_without() -> None:
    """Read no picture from here on, in this process."""
    ENGINES.clear()
    engine.cache_clear()
