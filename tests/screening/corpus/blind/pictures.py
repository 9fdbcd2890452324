"""Pictures of typed pages, drawn with the font that comes with Pillow; noise is seeded."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDE, HIGH = 1275, 1650


def typed(lines: Sequence[str], *, size: int = 30, top: int = 120) -> Image.Image:
    """A letter page at 150 dpi with these lines typed on it."""
    page = Image.new("L", (WIDE, HIGH), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=size)
    for number, line in enumerate(lines):
        pen.text((110, top + number * int(size * 1.9)), line, font=font, fill=0)
    return page


def strip(page: Image.Image, lines: Sequence[str], *, left: int, top: int, step: int, size: int) -> None:
    """Type a machine-readable strip: every letter in a cell of its own, as on the paper."""
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=size)
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            pen.text((left + column * step + step // 2, top + row * size * 2), letter, font=font, fill=0, anchor="ma")


def scanned(page: Image.Image, *, seed: int, turn: float, specks: int) -> Image.Image:
    """What a tired scanner makes of a page: a little turned, soft, specked."""
    soft = page.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.7))
    dice = random.Random(seed)
    pen = ImageDraw.Draw(soft)
    for _ in range(specks):
        x, y = dice.randrange(WIDE), dice.randrange(HIGH)
        pen.point((x, y), fill=dice.randrange(0, 150))
    return soft


def saved(page: Image.Image, form: str, **settings: object) -> bytes:
    """The bytes of a picture in a format."""
    out = io.BytesIO()
    page.save(out, form, **settings)
    return out.getvalue()
