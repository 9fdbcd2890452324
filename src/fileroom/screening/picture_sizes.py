"""How large a picture is to be, told by the paper it would fit: no passport is wanted then, nor shown."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit

A_PASSPORT = re.compile(r"pasaporte|ho chieu")
SIZED = re.compile(
    r"\b(?:foto|fotografia|retrato|anh|hinh)s?\b[^.;\n]{0,12} (?:tamano|formato|kich (?:co|thuoc)) (?:de |cua )?$"
)
BEFORE = 40  # characters before the paper in which the picture is named


def is_a_size(text: str, hit: Hit) -> bool:
    """Whether a passport is named to say how large a picture is: "foto tamaño pasaporte"."""
    if A_PASSPORT.match(text, hit.start) is None:
        return False
    return SIZED.search(text, max(0, hit.start - BEFORE), hit.start) is not None
