"""Pictures of typed pages: drawn with Pillow's own font, worn by a generator with a seed."""

import io
import random
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

PAGE = (1275, 1650)
DPI = 150


def page(lines: Sequence[str], *, size: int = 30, top: int = 120, left: int = 110, ink: int = 20) -> Image.Image:
    """A white letter page with the lines typed on it."""
    picture = Image.new("L", PAGE, 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size)
    for row, line in enumerate(lines):
        pen.text((left, top + row * int(size * 1.7)), line, fill=ink, font=font)
    return picture


def strip(
    picture: Image.Image, lines: Sequence[str], *, top: int, left: int = 70, step: int = 25, size: int = 32
) -> None:
    """Type lines in cells of one width, as a machine-readable strip is."""
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size)
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            pen.text((left + column * step + step // 2, top + row * 60), letter, fill=0, font=font, anchor="ma")


def worn(picture: Image.Image, *, seed: int, specks: int = 9000, tilt: float = 0.8) -> Image.Image:
    """The page after a bad copier: tilted, specked, a little out of focus, grey."""
    chance = random.Random(seed)
    turned = picture.rotate(tilt, fillcolor=250, resample=Image.Resampling.BILINEAR)
    for _ in range(specks):
        spot = (chance.randrange(PAGE[0]), chance.randrange(PAGE[1]))
        turned.putpixel(spot, chance.randrange(60, 200))
    return turned.filter(ImageFilter.GaussianBlur(0.7)).point([max(35, min(245, value)) for value in range(256)])


def packed(picture: Image.Image, kind: str, **how: Any) -> bytes:
    """The bytes of the picture in a format; no time is written into it."""
    out = io.BytesIO()
    picture.save(out, kind, dpi=(DPI, DPI), **how)
    return out.getvalue()


def check_digit(field: str) -> str:
    """The check digit of a field of a machine-readable strip (ICAO 9303)."""
    values = [0 if letter == "<" else int(letter, 36) for letter in field]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def passport_strip(state: str, name: str, number: str, born: str, sex: str, ends: str) -> tuple[str, str]:
    """The two lines of a passport; dates as YYMMDD."""
    top = f"P<{state}{name}".ljust(44, "<")
    number = number.ljust(9, "<")
    personal = "<" * 14
    inner = (
        number + check_digit(number),
        born + check_digit(born),
        ends + check_digit(ends),
        personal + check_digit(personal),
    )
    total = check_digit("".join(inner))
    return top, f"{inner[0]}{state}{inner[1]}{sex}{inner[2]}{inner[3]}{total}"
