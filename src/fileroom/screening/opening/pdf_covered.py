"""Pictures that a page does not show as they are: drawn over, cropped off, beside it, on a layer that is off.

Whoever opens the file takes such a picture out of it whole, so its own dots are read too.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import numpy
import pypdfium2
from PIL import Image, ImageOps
from pypdfium2 import raw

from fileroom.screening.opening.pdf_drawn import Box

# Page and picture are compared as so many fields a side; by how many greys a field may differ, and how many may.
FIELDS, DIFFERENT, MOST_DIFFERENT = 48, 48, 0.01
# A letter that is cut off is more fields than this.
MOST_CUT = 1
# A picture of which more lies outside the page is not shown as it is.
MOST_OUTSIDE = 0.05
WHITE = 255
# A picture of which so much is of nearly one grey shows nothing itself.
PLAIN, NEAR_GREYS = 0.98, 32
# Where what makes a picture clear is darker than this, nobody sees it.
UNSEEN = 64
MARGIN = 20


def covered(document: Any, page: Any, pictures: Iterable[tuple[Any, Box]], seen: Image.Image) -> list[Image.Image]:
    """Those of the pictures that the page, `seen` as it is rendered, does not show as they are: their own dots."""
    return [
        own
        for thing, box in pictures
        if not _is_shown(document, page, thing, box, seen)
        and (own := _bitmap(raw.FPDFImageObj_GetBitmap(thing))) is not None
    ]


def is_plain(picture: Image.Image) -> bool:
    """Whether a picture is of one grey, so that what makes it clear is all there is to see."""
    return _of_one_grey(numpy.asarray(picture))


def hides(own: Image.Image, veil: Image.Image) -> bool:
    """Whether a picture has something where what makes it clear lets nobody see it."""
    unseen = numpy.asarray(own)[numpy.asarray(veil.resize(own.size)) < UNSEEN]
    return bool(unseen.size) and not _of_one_grey(unseen)


def _of_one_grey(dots: Any) -> bool:
    greys = numpy.histogram(dots, bins=256, range=(0, 256))[0]
    near = numpy.convolve(greys, numpy.ones(NEAR_GREYS, dtype=int), mode="valid")
    return bool(near.max() >= greys.sum() * PLAIN)


def on_paper(picture: Image.Image) -> Image.Image:
    """A picture with the margin that a page has: what is cut close is often read upside down."""
    return ImageOps.expand(picture, max(MARGIN, min(picture.size) // 2), WHITE)


def _is_shown(document: Any, page: Any, thing: Any, box: Box, seen: Image.Image) -> bool:
    place = _on(page, box, seen.size)
    own = _bitmap(raw.FPDFImageObj_GetRenderedBitmap(document.raw, page.raw, thing))
    if place is None or own is None or _is_cut(thing, own):
        return False
    turned = own.rotate(-90 * raw.FPDFPage_GetRotation(page.raw), expand=True)
    apart = numpy.abs(_fields(seen.crop(place)) - _fields(turned)) > DIFFERENT
    return bool(apart.mean() <= MOST_DIFFERENT)


def _is_cut(thing: Any, own: Image.Image) -> bool:
    """Whether a path cuts off something of a picture: it is not what its dots are, however they are turned."""
    if raw.FPDFClipPath_CountPaths(raw.FPDFPageObj_GetClipPath(thing)) < 1:
        return False
    dots = _bitmap(raw.FPDFImageObj_GetBitmap(thing))
    if dots is None:
        return True
    whole, cut = _fields(dots), _fields(own)
    ways = (numpy.rot90(way, turn) for way in (whole, whole[:, ::-1]) for turn in range(4))
    return not any((numpy.abs(way - cut) > DIFFERENT).sum() <= MOST_CUT for way in ways)


def _on(page: Any, box: Box, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """Where a box of the page is on its picture; None where it is not on it, or not whole."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for across, up in ((box[0], box[1]), (box[2], box[3])):
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, across, up, x, y)
        corners.append((x.value, y.value))
    (left, upper), (right, lower) = (tuple(map(function, *corners)) for function in (min, max))
    within = max(0, left), max(0, upper), min(size[0], right), min(size[1], lower)
    area, shown = (max(0, it[2] - it[0]) * max(0, it[3] - it[1]) for it in ((left, upper, right, lower), within))
    return within if shown and shown >= area * (1 - MOST_OUTSIDE) else None


def _fields(picture: Image.Image) -> Any:
    return numpy.asarray(picture.resize((FIELDS, FIELDS), Image.Resampling.BOX), dtype=numpy.int16)


def _bitmap(made: Any) -> Image.Image | None:
    """A bitmap in greys, on white where one sees through it."""
    if not made:
        return None
    picture = pypdfium2.PdfBitmap.from_raw(made).to_pil()
    if picture.mode in ("RGBA", "LA"):
        paper = Image.new("RGBA", picture.size, (WHITE,) * 4)
        paper.alpha_composite(picture.convert("RGBA"))
        picture = paper
    grey = picture.convert("L")
    assert isinstance(grey, Image.Image)
    return grey
