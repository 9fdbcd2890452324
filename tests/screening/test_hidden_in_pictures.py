"""A number that a picture shows, or its file holds, is found, or the file is not called clean."""

from __future__ import annotations

import io
import struct
import zlib

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont

from fileroom.screening.parts import Outcome
from tests.screening.files import saved
from tests.screening.test_nowhere_to_hide import NUMBER, found, never_clean, screened

WORDS = f"Student SSN: {NUMBER}"
HARMLESS = "Welcome to our school today"


def line(words: str = WORDS, *, size: tuple[int, int] = (900, 200), high: int = 40) -> Image.Image:
    """A picture with a line in black on white."""
    made = Image.new("L", size, 255)
    ImageDraw.Draw(made).text((10, max(-2, size[1] // 2 - high)), words, fill=0, font=ImageFont.load_default(high))
    return made


def clear(ink: tuple[int, ...]) -> Image.Image:
    """A line in this ink on nothing."""
    made = Image.new("RGBA", (900, 200), (0, 0, 0, 0))
    ImageDraw.Draw(made).text((20, 80), WORDS, fill=ink, font=ImageFont.load_default(40))
    return made


def fine(kind: type) -> Image.Image:
    """A line whose greys are finer than 256 steps, and all lighter than the lightest of those."""
    return Image.fromarray(numpy.where(numpy.asarray(line()) < 128, 4000, 60000).astype(kind))


@pytest.mark.parametrize("ink", [(255, 255, 255, 255), (0, 0, 0, 255), (128, 128, 128, 255)])
def test_what_is_written_on_glass_is_read_whatever_its_ink(ink: tuple[int, ...]) -> None:
    assert found(saved(clear(ink), "PNG"), "a.png")


@pytest.mark.parametrize(("kind", "form"), [(numpy.uint16, "PNG"), (numpy.uint16, "TIFF"), (numpy.float32, "TIFF"),
                                            (numpy.int32, "TIFF")])  # fmt: skip
def test_greys_of_many_steps_are_read(kind: type, form: str) -> None:
    assert found(saved(fine(kind), form), f"a.{form.lower()}")


@pytest.mark.parametrize(
    "strip",
    [
        line(size=(400, 11), high=9),
        line(size=(600, 38), high=18),
        line(size=(600, 38), high=18).rotate(90, expand=True),
    ],
)
def test_a_narrow_strip_is_read_or_told(strip: Image.Image) -> None:
    assert never_clean(saved(strip, "PNG"), "a.png")


@pytest.mark.parametrize("size", [(900, 3), (600, 8), (16, 16), (39, 39)])
def test_a_rule_or_a_bullet_is_not_doubted(size: tuple[int, int]) -> None:
    shade = Image.linear_gradient("L").resize(size)
    assert screened(saved(shade, "PNG"), "a.png").outcome is Outcome.CLEAN


def test_words_behind_the_dots_of_a_picture_are_read() -> None:
    body = saved(line(HARMLESS), "PNG")
    said = b"tEXtComment\0" + WORDS.encode()
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    end = body.rindex(b"IEND") - 4
    assert found(body[:end] + chunk + body[end:], "a.png")


RAR = b"Rar!\x1a\x07\x01\x00" + bytes(range(200))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
@pytest.mark.parametrize("behind", [RAR, RAR + b"\xff\xd9\x01\x02", RAR + b"\x00IEND\xaeB`\x82;", WORDS.encode()])
def test_what_lies_behind_a_picture_is_never_passed_over(kind: str, behind: bytes) -> None:
    body = saved(line(HARMLESS), kind)
    assert screened(body).outcome is Outcome.CLEAN
    assert screened(body + bytes(8)).outcome is Outcome.CLEAN
    assert screened(body + behind).outcome is Outcome.REJECTED


def test_a_picture_behind_a_picture_is_read() -> None:
    first = saved(line(HARMLESS), "JPEG")
    assert found(first + saved(line(), "JPEG"), "a.jpg")
    assert screened(first + saved(line("See you there"), "JPEG"), "a.jpg").outcome is Outcome.CLEAN


def test_a_picture_with_a_picture_of_itself_in_its_head_ends_where_it_ends() -> None:
    out = io.BytesIO()
    thumb = saved(line(HARMLESS, size=(160, 40), high=10), "JPEG")
    line(HARMLESS).save(out, "JPEG", exif=b"Exif\x00\x00" + thumb, progressive=True)
    assert screened(out.getvalue(), "a.jpg").outcome is Outcome.CLEAN


@pytest.mark.parametrize("head", [b"\x1c\x02\x78" + len(WORDS).to_bytes(2, "big"), b"by hand: "])
def test_the_caption_of_a_photograph_is_read(head: bytes) -> None:
    caption = head + WORDS.encode()
    block = b"8BIM\x04\x04\x00\x00" + len(caption).to_bytes(4, "big") + caption + b"\x00" * (len(caption) % 2)
    segment = b"Photoshop 3.0\x00" + block
    body = saved(line(HARMLESS), "JPEG")
    body = body[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + body[2:]
    assert found(body, "a.jpg")


def pale(made: Image.Image, span: int) -> Image.Image:
    """The same, its greys no further apart than that."""
    return made.point(lambda grey: 255 - (255 - grey) * span // 255)


@pytest.mark.parametrize("span", [24, 16, 8])
def test_pale_writing_is_read(span: int) -> None:
    assert found(saved(pale(line(), span), "PNG"), "a.png")


def test_an_empty_sheet_is_not_doubted() -> None:
    dice = numpy.random.default_rng(7)
    grain = dice.normal(246, 2, (1100, 850)) - numpy.linspace(0, 6, 850)
    for form in ("PNG", "JPEG"):
        sheet = saved(Image.fromarray(grain.clip(0, 255).astype(numpy.uint8)), form)
        assert screened(sheet, f"a.{form.lower()}").outcome is Outcome.CLEAN
