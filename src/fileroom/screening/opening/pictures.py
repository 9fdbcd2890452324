"""Pictures: what they say is read by OCR; what is written into their file beside them is read too."""

from __future__ import annotations

import hashlib
import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from fileroom.screening.opening import ocr
from fileroom.screening.opening.opened import Opening, Trouble
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

Image.MAX_IMAGE_PIXELS = None  # The limit is ours, counted before a pixel is unpacked.
FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
# What ends a whole file; a reader goes without it, and shows what it has.
ENDS = ((b"\x89PNG", b"IEND"), (b"\xff\xd8\xff", b"\xff\xd9"), (b"GIF8", b"\x3b"))
TAIL = 65_536
# A picture so small holds no line of writing: a bullet, a rule, a spacer.
LEAST_WIDTH, LEAST_HEIGHT = 40, 12
# Below it nobody can say what stands on a page.
LEAST_CONFIDENCE = 45.0
DESCRIBES = (0x010E, 0x013B, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F)
USER_COMMENT, EXIF = 0x9286, 0x8769


def read_image(body: bytes, opening: Opening, *, place: str = "picture") -> None:
    """A picture file: every frame of it, and what its file says of it."""
    if any(body.startswith(head) and end not in body[-TAIL:] for head, end in ENDS):
        opening.trouble(Outcome.DAMAGED, "A picture is cut short.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(body), formats=FORMATS)
            _check(image, opening)
            _described(image, opening)
            for number in range(getattr(image, "n_frames", 1)):
                image.seek(number)
                _check(image, opening)
                image.load()
                opening.spend_page()
                frame = ImageOps.exif_transpose(image) if number == 0 else image
                read_picture(frame.copy(), opening, place=place, page=opening.pages if opening.depth == 0 else None)
    except UnidentifiedImageError as error:
        raise Trouble(Outcome.UNREADABLE, "It is a picture of a kind that is not read, or damaged.") from error
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, IndexError, OverflowError) as error:
        raise Trouble(Outcome.DAMAGED, "A picture is damaged or cut short.") from error


def _check(image: Image.Image, opening: Opening) -> None:
    width, height = image.size
    if width * height > opening.limits.pixels:
        raise Trouble(Outcome.TOO_BIG, "A picture has more pixels than are read.")


def _described(image: Image.Image, opening: Opening) -> None:
    for key, value in image.info.items():
        words = value.decode("utf-8", "ignore") if isinstance(value, bytes) and key in ("comment", "xmp") else value
        if isinstance(words, str):
            opening.add(words, TextKind.PROSE, f"picture's {str(key)[:20]}")
    exif = image.getexif()
    said = [exif.get(tag) for tag in DESCRIBES] + [exif.get_ifd(EXIF).get(USER_COMMENT)]
    for value in said:
        words = value.replace(b"\x00", b"").decode("utf-8", "ignore") if isinstance(value, bytes) else value
        if isinstance(words, str):
            opening.add(words, TextKind.PROSE, "picture's description")


def read_picture(picture: Image.Image, opening: Opening, *, place: str, page: int | None, sure: bool = True) -> None:
    """Read what stands on a picture. `sure`: say so where it cannot be read (a page; not a photograph in a text)."""
    if picture.width < LEAST_WIDTH or picture.height < LEAST_HEIGHT:
        return
    grey = ocr.ready(picture)
    if ocr.is_blank(grey):
        return
    key = hashlib.sha256(grey.tobytes() + repr(grey.size).encode()).digest()
    if key in opening.pictures_read:
        return
    opening.pictures_read.add(key)
    engine = ocr.engine()
    if engine is None:
        opening.trouble(Outcome.QUARANTINE, "It holds pictures, and this machine has no OCR to read them.")
        return
    opening.spend_ocr()
    try:
        read = engine.read(grey)
    except TimeoutError:
        opening.trouble(Outcome.QUARANTINE, "A page or picture takes too long to read.")
        return
    opening.add(read.text, TextKind.PROSE, place, page=page, confidence=read.confidence)
    if sure and read.confidence < LEAST_CONFIDENCE:
        opening.trouble(Outcome.QUARANTINE, "A page or picture could not be read well enough to say what is on it.")
