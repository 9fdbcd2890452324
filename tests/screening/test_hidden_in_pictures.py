"""A number that a picture shows, or its file holds, is found, or the file is not called clean."""

from __future__ import annotations

import io
import struct
import zlib

import numpy
import pytest
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin, TiffImagePlugin

from fileroom.screening.opening import extract
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
    bullet = saved(Image.linear_gradient("L").resize((16, 16)), kind)  # no words: nothing to be read off it
    assert screened(bullet).outcome is Outcome.CLEAN
    assert screened(bullet + bytes(8)).outcome is Outcome.CLEAN
    assert screened(bullet + behind).outcome is Outcome.REJECTED


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


PLAIN = line(HARMLESS)


def segment(kind: int, words: str) -> bytes:
    """A piece of a JPEG that its readers pass over."""
    return bytes((0xFF, kind)) + (len(words) + 2).to_bytes(2, "big") + words.encode()


def of_jpeg(*more: bytes) -> bytes:
    body = saved(PLAIN, "JPEG")
    return body[:2] + b"".join(more) + body[2:]


def noted(form: str, tag: int) -> bytes:
    """A picture in whose file a tag has the words."""
    out, tags = io.BytesIO(), Image.Exif()
    tags[tag] = WORDS
    PLAIN.save(out, form, exif=tags)
    return out.getvalue()


def of_tiff(tag: int, **how: object) -> bytes:
    out, tags = io.BytesIO(), TiffImagePlugin.ImageFileDirectory_v2()
    tags[tag] = WORDS
    PLAIN.save(out, "TIFF", tiffinfo=tags, **how)
    return out.getvalue()


def of_png(*texts: str, packed: bool = False) -> bytes:
    out, said = io.BytesIO(), PngImagePlugin.PngInfo()
    for words in texts:
        said.add_text("Comment", words, zip=packed)
    PLAIN.save(out, "PNG", pnginfo=said)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (of_jpeg(segment(0xFE, WORDS), segment(0xFE, "nothing")), "a.jpg"), (of_jpeg(segment(0xE9, WORDS)), "a.jpg"),
        (noted("JPEG", 0x010F), "a.jpg"), (noted("JPEG", 0x0131), "a.jpg"), (noted("WEBP", 0x0131), "a.webp"),
        (of_tiff(269), "a.tif"), (of_tiff(285), "a.tif"), (of_tiff(285, compression="tiff_lzw"), "a.tif"),
        (saved(PLAIN, "TIFF") + WORDS.encode(), "a.tif"),
        (of_png(WORDS, "nothing"), "a.png"), (of_png(WORDS, "nothing", packed=True), "a.png"),
        (of_jpeg(segment(0xE9, WORDS.encode("utf-16-le").decode("latin-1"))), "a.jpg"),
    ],
)  # fmt: skip
def test_what_stands_in_a_picture_s_file_is_read_whatever_it_is_called(body: bytes, name: str) -> None:
    assert found(body, name)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_the_file_of_a_photograph_says_nothing_by_chance(form: str) -> None:
    dice = numpy.random.default_rng(11)
    noise = Image.fromarray(dice.integers(0, 256, (300, 400, 3), dtype=numpy.uint8))
    parts = extract(saved(noise, form), f"a.{form.lower()}").parts
    assert not [part.text for part in parts if part.confidence is None]


def test_a_comment_of_a_gif_is_read_in_one_piece() -> None:
    body = saved(PLAIN, "GIF")
    words = WORDS.encode()
    note = b"\x21\xfe" + bytes((20,)) + words[:20] + bytes((len(words) - 20,)) + words[20:] + b"\x00"
    assert found(body[:-1] + note + body[-1:], "a.gif")
