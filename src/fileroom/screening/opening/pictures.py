"""Pictures: what they say is read by OCR; what is written into their file beside them is read too."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageFile, ImageOps, IptcImagePlugin, UnidentifiedImageError

from fileroom.screening.opening import as_seen, ocr
from fileroom.screening.opening.beside_dots import Span, said_beside
from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.ends import GIF, JPEG, PNG, end_of_picture
from fileroom.screening.opening.identify import FILLING
from fileroom.screening.opening.opened import Opening, Trouble, told
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

Image.MAX_IMAGE_PIXELS = None  # The limit is ours, counted before a pixel is unpacked.
FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
# No line of writing is so short, or so low: a bullet, a rule, a spacer.
LEAST_LONGER, LEAST_SHORTER = 40, 6
# What is lower than this and has no letter on it is a rule or a border, not a line that could not be read.
LEAST_HEIGHT = 12
# Below it nobody can say what stands on a page.
LEAST_CONFIDENCE = 45.0
DESCRIBES = (0x010E, 0x013B, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F)
CAPTION = 0x0404
# How it is packed, as those say who read it.
OF_PROGRAMS = ("compression",)
# Where a TIFF has its dots, and how long they are: in strips, or in tiles.
STRIPS, BITS, PACKING, ROWS = ((273, 279), (324, 325)), 258, 259, 278
USER_COMMENT, EXIF = 0x9286, 0x8769


def read_image(body: bytes, opening: Opening, *, place: str = "picture") -> None:
    """A picture file: every frame of it, and what its file says of it."""
    end = end_of_picture(body)
    if end is None and body.startswith((PNG, JPEG, *GIF)):
        opening.trouble(Outcome.DAMAGED, "A picture is cut short.")
    _read_frames(body, opening, place)
    rest = body[end:].lstrip(FILLING) if end is not None else b""
    if rest.startswith(JPEG):
        # A telephone packs a second picture behind the first: the same with more light, or from its other eye.
        opening.spend_item()
        read_image(rest, opening, place=place)


def _read_frames(body: bytes, opening: Opening, place: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(body), formats=FORMATS)
            said: set[str] = set()
            dots: list[Span] = []
            for number in range(getattr(image, "n_frames", 1)):
                image.seek(number)
                _check(image, opening)
                image.load()
                # Some of what is said of it stands behind the dots.
                _described(image, opening, said)
                dots += _dots(image, body)
                opening.spend_page()
                frame = ImageOps.exif_transpose(image) if number == 0 else image
                read_picture(frame.copy(), opening, place=place, page=opening.pages if opening.depth == 0 else None)
            _beside(body, dots, opening, said)
    except UnidentifiedImageError as error:
        raise Trouble(Outcome.UNREADABLE, "It is a picture of a kind that is not read, or damaged.") from error
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, IndexError, OverflowError) as error:
        raise Trouble(Outcome.DAMAGED, "A picture is damaged or cut short.") from error


def _check(image: Image.Image, opening: Opening) -> None:
    width, height = image.size
    if width * height > opening.limits.pixels:
        raise Trouble(Outcome.TOO_BIG, "A picture has more pixels than are read.")


def _described(image: ImageFile.ImageFile, opening: Opening, said: set[str]) -> None:
    for key, value in image.info.items():
        words = value.decode("utf-8", "ignore") if isinstance(value, bytes) and key in ("comment", "xmp") else value
        if key not in OF_PROGRAMS:
            _say(words, f"picture's {told(str(key))[:20]}", opening, said)
    exif = image.getexif()
    for value in [exif.get(tag) for tag in DESCRIBES] + [exif.get_ifd(EXIF).get(USER_COMMENT)]:
        words = value.replace(b"\x00", b"").decode("utf-8", "ignore") if isinstance(value, bytes) else value
        _say(words, "picture's description", opening, said)
    for words in _captions(image):
        _say(words, "picture's caption", opening, said)


def _dots(image: ImageFile.ImageFile, body: bytes) -> list[Span]:
    """Where the dots of a picture lie in its file, for the formats of which only their reader knows that."""
    wide, high = image.size
    if image.format == "BMP":
        start, deep, packed = (int.from_bytes(body[at : at + 4], "little") for at in (10, 28, 34))
        return [(start, start + ((wide * (deep & 0xFFFF) + 31) // 32 * 4 * high if not deep >> 16 else packed))]
    tags = getattr(image, "tag_v2", {})
    # What is not packed is as long as its rows; what stands behind them is no dots.
    row = (wide * sum(tags.get(BITS, (1,))) + 7) // 8 if tags.get(PACKING, 1) == 1 else len(body)
    longest = row * tags.get(ROWS, high)
    return [
        (start, start + min(length, longest))
        for starts, lengths in STRIPS
        for start, length in zip(tags.get(starts, ()), tags.get(lengths, ()), strict=False)
    ]


def _beside(body: bytes, dots: list[Span], opening: Opening, said: set[str]) -> None:
    """All else that stands in the file, but for what was said already."""
    known = "\n".join(said)
    lines = [words for words in dict.fromkeys(said_beside(body, dots, opening)) if words not in known]
    opening.add("\n".join(lines), TextKind.PROSE, "picture's file, beside its dots")


def _captions(image: ImageFile.ImageFile) -> Iterator[str]:
    """What an agency, a photographer or an office wrote into it (IPTC)."""
    try:
        said = IptcImagePlugin.getiptcinfo(image) or {}
    except SyntaxError:  # written in another way than was agreed: its letters as they are
        said = {(2, 0): image.info["photoshop"][CAPTION]}
    for value in said.values():
        for words in value if isinstance(value, list) else [value]:
            if isinstance(words, bytes):
                yield decode(words) or words.decode("latin-1")


def _say(words: object, place: str, opening: Opening, said: set[str]) -> None:
    if isinstance(words, str) and words not in said:
        said.add(words)
        opening.add(words, TextKind.PROSE, place)


def read_picture(picture: Image.Image, opening: Opening, *, place: str, page: int | None, sure: bool = True) -> None:
    """Read what stands on a picture. `sure`: say so where it cannot be read (a page; not a photograph in a text)."""
    if max(picture.size) < LEAST_LONGER or min(picture.size) < LEAST_SHORTER:
        return
    reads = [
        read for paper in as_seen.papers(picture) if (read := _read(as_seen.ready(paper), opening, page)) is not None
    ]
    for read in reads:
        opening.add(read.text, TextKind.PROSE, place, page=page, confidence=read.confidence)
    if min(picture.size) < LEAST_HEIGHT and not any(read.text.strip() for read in reads):
        return
    # What is clear as glass may be meant for one paper only: it is enough that it can be read on that.
    if sure and reads and all(read.guessed or read.confidence < LEAST_CONFIDENCE for read in reads):
        opening.trouble(Outcome.QUARANTINE, "A page or picture could not be read well enough to say what is on it.")


def _read(grey: Image.Image, opening: Opening, page: int | None) -> ocr.Read | None:
    """What OCR reads; None where there is nothing on it, it was read before, or cannot be, which is told."""
    pale = as_seen.is_blank(grey)
    if pale:
        writing = as_seen.brought_out(grey)
        if writing is None:
            return None
        grey = writing
    key = hashlib.sha256(grey.tobytes() + repr(grey.size).encode()).digest()
    if key in opening.pictures_read:
        return None
    opening.pictures_read.add(key)
    engine = ocr.engine()
    if engine is None:
        opening.trouble(Outcome.QUARANTINE, "It holds pictures, and this machine has no OCR to read them.")
        return None
    opening.spend_ocr(page)
    try:
        read = engine.read(grey)
    except TimeoutError:
        opening.trouble(Outcome.QUARANTINE, "A page or picture takes too long to read.")
        return None
    # What was brought out of a page without contrast and is no writing is a stain on it.
    return None if pale and read.confidence < LEAST_CONFIDENCE else read
