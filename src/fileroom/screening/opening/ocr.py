"""Reading pictures: tesseract where its language data is on the machine, else RapidOCR, which brings its models."""

from __future__ import annotations

import contextlib
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy
import numpy.typing
from PIL import Image, ImageDraw, ImageFilter, ImageOps

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
# What every grey of a page lies within when there is nothing on it.
BLANK_WITHIN = 24
# Dots a side that are taken together, and of those a side that are compared; by how much ink is darker than its paper;
# and how many of the first a short word has.
FEW, MANY, PALEST, FEWEST = 4, 8, 2.5, 20
# Dark dots that a short word has at 150 dots an inch.
LEAST_INK = 250
# For one pass over a page; a dense page takes 1,500.
MOST_MILLISECONDS = 15_000
LONGEST, SHORT, LOW = 2600, 1000, 24


@dataclass(frozen=True, slots=True)
class Read:
    """What OCR read. `confidence`: 0 to 100, the mean of its words; 0 where it read none."""

    text: str
    confidence: float


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
        best, picture = self._turned(picture)
        if best.confidence >= KNOWN_LANGUAGE or self._languages == "eng":
            return best
        self._all = self._all or self._api(self._languages)
        return max(best, self._whole(self._all, picture), key=_confidence)

    def _turned(self, picture: Image.Image) -> tuple[Read, Image.Image]:
        best, best_picture = self._whole(self._english, picture), picture
        for turn in TURNS:
            if best.confidence >= UPRIGHT:
                break
            turned = picture.transpose(turn)
            read = self._whole(self._english, turned)
            if read.confidence > best.confidence and len(read.text) * 2 > len(best.text):
                best, best_picture = read, turned
        return best, best_picture

    def _whole(self, api: Any, picture: Image.Image) -> Read:
        """A page by its columns and blocks; then whatever ink is left, piece by piece: blanks to fill in are read over.

        The confidence is the blocks': what is left is rules, stamps and drawings as often as it is words.
        """
        blocks = self._pass(api, picture, self._module.PSM.AUTO)
        ink = ImageOps.invert(api.GetThresholdedImage().convert("L"))
        for box in self._lines(api):
            ink.paste(0, box)
        if ink.histogram()[255] < LEAST_INK:
            return blocks
        left = picture.copy()
        left.paste(255, mask=ImageOps.invert(ink.filter(ImageFilter.MaxFilter(5))))
        rest = self._pass(api, left, self._module.PSM.SPARSE_TEXT)
        return Read(f"{blocks.text}\n{rest.text}", blocks.confidence or rest.confidence)

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


def _confidence(read: Read) -> float:
    return read.confidence


ONE_THREAD = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.log_level": "critical",
}


class Rapid:
    """RapidOCR: slower, reads Latin and Chinese letters, needs nothing on the machine."""

    name = "rapidocr"

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._read: Callable[..., Any] = RapidOCR(params=ONE_THREAD)
        self._read(numpy.full((64, 64, 3), 255, numpy.uint8))  # loads its models now, and not behind the walls

    def read(self, picture: Image.Image) -> Read:
        """Boxes joined to lines."""
        found = self._read(numpy.asarray(picture.convert("RGB")))
        if not found.txts:
            return Read("", 0.0)
        boxes = [(box.tolist(), text) for box, text in zip(found.boxes, found.txts, strict=True)]
        return Read(_lines(boxes), 100 * statistics.fmean(found.scores))


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


def papers(picture: Image.Image) -> list[Image.Image]:
    """The picture as it is seen: where one sees through it, on white paper, on black, and as if nobody did."""
    if picture.mode not in ("RGBA", "LA", "PA", "La", "RGBa") and "transparency" not in picture.info:
        return [picture]
    whole = picture.convert("RGBA")
    if whole.getchannel("A").getextrema() == (255, 255):
        return [whole.convert("RGB")]
    seen = [Image.new("RGBA", whole.size, colour) for colour in ("white", "black")]
    for paper in seen:
        paper.alpha_composite(whole)
    return [*(paper.convert("RGB") for paper in seen), whole.convert("RGB")]


def _grey(picture: Image.Image) -> Image.Image:
    """Its greys; of finer steps than 256 by their darkest and lightest: cut off, all would be white."""
    if not picture.mode.startswith(("I", "F")):
        return picture.convert("L")
    dots = numpy.nan_to_num(numpy.asarray(picture, dtype=numpy.float64))
    low, high = float(dots.min()), float(dots.max())
    return Image.fromarray(((dots - low) * (255 / max(high - low, 1.0))).astype(numpy.uint8))


def ready(picture: Image.Image) -> Image.Image:
    """Grey, of a size that is read well, single specks of dust gone."""
    grey = _grey(picture)
    longest = max(grey.size)
    if longest > LONGEST:
        grey = grey.resize(_scaled(grey.size, LONGEST / longest), Image.Resampling.BOX)
    elif longest < SHORT:
        grey = grey.resize(_scaled(grey.size, 3.0 if min(grey.size) < LOW else 2.0), Image.Resampling.BICUBIC)
    return median(grey)


def median(grey: Image.Image) -> Image.Image:
    """Each dot becomes the median of itself and its neighbours: Pillow's own filter takes twenty times as long."""
    dots = numpy.asarray(grey)
    if min(dots.shape) < 3:
        return grey
    low, middle, high = _sorted(dots[:-2], dots[1:-1], dots[2:])
    lows = numpy.maximum(numpy.maximum(low[:, :-2], low[:, 1:-1]), low[:, 2:])
    highs = numpy.minimum(numpy.minimum(high[:, :-2], high[:, 1:-1]), high[:, 2:])
    _, middles, _ = _sorted(middle[:, :-2], middle[:, 1:-1], middle[:, 2:])
    out = dots.copy()
    out[1:-1, 1:-1] = _sorted(lows, middles, highs)[1]
    return Image.fromarray(out)


Dots = numpy.typing.NDArray[numpy.uint8]


def _sorted(one: Dots, two: Dots, three: Dots) -> tuple[Dots, Dots, Dots]:
    """The least, the middle and the greatest of three, dot by dot."""
    less, more = numpy.minimum(one, two), numpy.maximum(one, two)
    rest = numpy.minimum(more, three)
    return numpy.minimum(less, three), numpy.maximum(less, rest), numpy.maximum(more, three)


def _scaled(size: tuple[int, int], by: float) -> tuple[int, int]:
    return max(1, round(size[0] * by)), max(1, round(size[1] * by))


def brought_out(grey: Image.Image) -> Image.Image | None:
    """A picture without contrast, with what is written on it in pale ink brought out; None where that is nothing.

    Grain of the paper goes when a few dots are taken together, and shadows lie over more than a line of writing.
    """
    dots = numpy.asarray(grey, dtype=numpy.float32)
    high, wide = (side // (FEW * MANY) * MANY for side in dots.shape)
    if not high or not wide:
        return None
    few = dots[: high * FEW, : wide * FEW].reshape(high, FEW, wide, FEW).mean((1, 3))
    around = few.reshape(high // MANY, MANY, wide // MANY, MANY).mean((1, 3)).repeat(MANY, 0).repeat(MANY, 1)
    if (numpy.abs(few - around) >= PALEST).sum() < FEWEST:
        return None
    low, top = float(dots.min()), float(dots.max())
    return Image.fromarray(((dots - low) * (255 / max(top - low, 1.0))).astype(numpy.uint8))


def is_blank(grey: Image.Image) -> bool:
    """Whether there is nothing on it."""
    low, high = grey.getextrema()
    return isinstance(low, int | float) and isinstance(high, int | float) and high - low <= BLANK_WITHIN
