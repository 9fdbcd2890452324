"""A picture as OCR is to see it: on paper, in greys, of a size that is read well, what is pale brought out."""

from __future__ import annotations

import numpy
import numpy.typing
from PIL import Image

# What every grey of a page lies within when there is nothing on it.
BLANK_WITHIN = 24
# Dots a side that are taken together, and of those a side that are compared; by how much ink is darker than its paper;
# and how many of the first a short word has.
FEW, MANY, PALEST, FEWEST = 4, 8, 2.5, 20
LONGEST, SHORT, LOW = 2600, 1000, 24
MOST_ENLARGED = 3400


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


def enlarged(grey: Image.Image) -> Image.Image:
    """Twice as large; what is large already, less."""
    by = min(2.0, MOST_ENLARGED / max(grey.size))
    return grey.resize(_scaled(grey.size, by), Image.Resampling.BICUBIC)


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
