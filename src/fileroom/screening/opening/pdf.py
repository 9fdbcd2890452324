"""PDF: the text of every page, OCR where the text layer is none or cannot be believed, and all the objects beside."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from fileroom.screening.opening.likeness import is_language
from fileroom.screening.opening.opened import Opening, OpenWithin, Trouble
from fileroom.screening.opening.pdf_objects import Objects
from fileroom.screening.opening.pictures import read_picture
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

DOTS_PER_INCH = 150
POINTS_PER_INCH = 72
# Pictures that cover so much of a page may be its contents; all the less is a logo.
PICTURE_TELLS = 0.04
# A page with fewer letters and something else on it may be drawn, not written.
FEW_LETTERS = 24
# Versions before the last that are read too.
MOST_VERSIONS = 3
# A page larger than this in points a side is rendered smaller.
LARGEST_SIDE = 1600.0


def read_pdf(body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    """A PDF. Raises Trouble where it is encrypted or damaged past reading; one cut short is read and told."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or b"/Encrypt" in body:
            raise Trouble(Outcome.ENCRYPTED, "It opens with a password only.") from error
        raise Trouble(Outcome.DAMAGED, "The PDF is damaged.") from error
    if b"%%EOF" not in body[-4096:]:
        opening.trouble(Outcome.DAMAGED, "The PDF is cut short.")
    try:
        objects = Objects(body, opening)
        known: set[str] = set()
        for number in range(len(document)):
            opening.spend_page()
            known.update(_page(document, number, objects, opening).splitlines())
        _earlier(body, known, opening)
        objects.read(open_within)
    finally:
        document.close()


def _earlier(body: bytes, known: set[str], opening: Opening) -> None:
    """Lines that earlier versions of the file held: what was added to a PDF stands behind what it was before."""
    ends = [found.end() for found in re.finditer(rb"%%EOF", body)]
    for end in ends[-1 - MOST_VERSIONS : -1]:
        opening.tick()
        try:
            document = pypdfium2.PdfDocument(body[:end])
        except pypdfium2.PdfiumError:
            continue
        try:
            for number in range(min(len(document), opening.limits.pages)):
                lines = document[number].get_textpage().get_text_range().splitlines()
                gone = [line for line in lines if line not in known]
                known.update(gone)
                opening.add("\n".join(gone), TextKind.PROSE, f"page {number + 1}, earlier version", page=number + 1)
        except pypdfium2.PdfiumError:
            continue
        finally:
            document.close()


def _page(document: Any, number: int, objects: Objects, opening: Opening) -> str:
    """Read a page; its text is returned as the text layer has it."""
    try:
        page = document[number]
        words = page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        opening.trouble(Outcome.DAMAGED, "A page of the PDF is damaged.")
        return ""
    opening.add(words.replace("\r\n", "\n"), TextKind.PROSE, f"page {number + 1}", page=number + 1)
    if objects.has_drawn_notes(number):
        page = _drawn(document, page, number, words, opening)
    if _needs_eyes(page, words, objects.has_pictures(number)):
        # A page that has believable text is not doubted for a photograph on it that says nothing.
        sure = len(words.strip()) < FEW_LETTERS or not is_language(words)
        read_picture(_rendered(page), opening, place=f"page {number + 1}, OCR", page=number + 1, sure=sure)
    page.close()
    return str(words)


def _drawn(document: Any, page: Any, number: int, words: str, opening: Opening) -> Any:
    """The page with its notes and fields drawn into it: what they show need not be what they say they hold."""
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_FAIL:
        opening.trouble(Outcome.DAMAGED, "A page of the PDF is damaged.")
        return page
    page.close()
    # What was drawn into it is seen once the page is loaded anew.
    page = document[number]
    known = set(words.splitlines())
    drawn = [line for line in page.get_textpage().get_text_range().splitlines() if line not in known]
    opening.add("\n".join(drawn), TextKind.PROSE, f"page {number + 1}, drawn", page=number + 1)
    return page


def _needs_eyes(page: Any, words: str, pictures: bool) -> bool:
    """Whether the text layer is not all there is to read on a page."""
    if pictures and _picture_share(page) >= PICTURE_TELLS:
        return True
    if len(words.strip()) < FEW_LETTERS:
        return int(raw.FPDFPage_CountObjects(page)) > 0
    return not is_language(words)


def _picture_share(page: Any) -> float:
    width, height = page.get_size()
    covered = 0.0
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=6):
        left, bottom, right, top = thing.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return float(covered / max(1.0, width * height))


def _rendered(page: Any) -> Image.Image:
    dots = DOTS_PER_INCH / POINTS_PER_INCH
    scale = dots * min(1.0, LARGEST_SIDE / max(1.0, *page.get_size()))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    assert isinstance(picture, Image.Image)
    return picture
