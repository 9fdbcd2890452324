"""Pictures that a page does not show as they are: drawn over, cropped off, beside it, on a layer that is off.

Whoever opens the file takes such a picture out of it whole, so its own dots are read too.
"""

from __future__ import annotations

import ctypes
from typing import Any

import numpy
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from fileroom.screening.opening.pdf_drawn import Box

# Page and picture are compared as so many fields a side; by how many greys a field may differ, and how many may.
FIELDS, DIFFERENT, MOST_DIFFERENT = 48, 48, 0.01
# A picture of which more lies outside the page is not shown as it is.
MOST_OUTSIDE = 0.05
WHITE = 255


def covered(document: Any, page: Any, pictures: dict[object, tuple[Any, Box]], seen: Image.Image) -> list[Image.Image]:
    """Those of the pictures that the page, `seen` as it is rendered, does not show as they are: their own dots."""
    return [
        own
        for thing, box in pictures.values()
        if not _is_shown(document, page, thing, box, seen)
        and (own := _bitmap(raw.FPDFImageObj_GetBitmap(thing))) is not None
    ]


def _is_shown(document: Any, page: Any, thing: Any, box: Box, seen: Image.Image) -> bool:
    place = _on(page, box, seen.size)
    own = _bitmap(raw.FPDFImageObj_GetRenderedBitmap(document.raw, page.raw, thing))
    if place is None or own is None:
        return False
    turned = own.rotate(-90 * raw.FPDFPage_GetRotation(page.raw), expand=True)
    apart = numpy.abs(_fields(seen.crop(place)) - _fields(turned)) > DIFFERENT
    return bool(apart.mean() <= MOST_DIFFERENT)


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
