"""PDF: the text of every page, OCR where the text layer is none or cannot be believed, and all the objects beside."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from fileroom.screening.opening.identify import FILLING
from fileroom.screening.opening.likeness import is_language
from fileroom.screening.opening.opened import Opening, OpenWithin, Trouble
from fileroom.screening.opening.pdf_beside import beside_the_pages
from fileroom.screening.opening.pdf_covered import covered, hides, is_plain, on_paper
from fileroom.screening.opening.pdf_drawn import FEWEST_LETTERS, Box, Drawn, around, drawn_on, without_text
from fileroom.screening.opening.pdf_objects import Objects
from fileroom.screening.opening.pdf_said import as_drawn
from fileroom.screening.opening.pictures import LEAST_LONGER, read_picture
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

DOTS_PER_INCH = 150
POINTS_PER_INCH = 72
# Pictures that cover so much of a page may be its contents: all of it is looked at.
PICTURE_TELLS = 0.04
# Pictures that cover so much of it are its contents, and a line of text beside them proves nothing.
PICTURE_RULES = 0.25
# A page with fewer letters and something else on it may be drawn, not written.
FEW_LETTERS = 24
# Versions before the last that are read; what has more is told.
MOST_VERSIONS = 60
# A page larger than this in points a side is rendered smaller.
LARGEST_SIDE = 1600.0
# What stands beside a picture says what it shows: so many points of the page around it are read with it.
AROUND = 24.0
END = b"%%EOF"
# All pictures that no page shows are one page of those that OCR may read.
BESIDE = 0


def read_pdf(body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    """A PDF. Raises Trouble where it is encrypted or damaged past reading; one cut short is read and told."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or b"/Encrypt" in body:
            raise Trouble(Outcome.ENCRYPTED, "It opens with a password only.") from error
        raise Trouble(Outcome.DAMAGED, "The PDF is damaged.") from error
    if END not in body[-4096:]:
        opening.trouble(Outcome.DAMAGED, "The PDF is cut short.")
    # What stands before its head and behind its end is no part of it, and a reader of another format may begin there.
    open_within(body[: max(0, body[:1024].find(b"%PDF-"))], "", "before the PDF")
    if END in body:
        open_within(body[body.rindex(END) + len(END) :].strip(FILLING), "", "behind the PDF")
    objects = Objects(body, opening)
    pages = _Pages(opening)
    try:
        for number in range(len(document)):
            opening.spend_page()
            pages.read(document, number, objects)
    finally:
        document.close()
    _drawn_and_not_said(body, pages)
    _earlier(body, pages, objects, open_within)
    objects.read(open_within)
    _beside(body, pages)


def _drawn_and_not_said(body: bytes, pages: _Pages) -> None:
    try:
        drawn = as_drawn(body, pages.opening)
        document = pypdfium2.PdfDocument(drawn) if drawn else None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, RuntimeError):
        # What is damaged is told by whoever reads its objects.
        return
    try:
        for number in range(len(document) if document else 0):
            pages.opening.tick()
            pages.read_letters(document, number)
    finally:
        if document:
            document.close()


def _earlier(body: bytes, pages: _Pages, objects: Objects, open_within: OpenWithin) -> None:
    """What earlier versions of the file held: what was added to a PDF stands behind what it was before."""
    opening = pages.opening
    ends = [found.end() for found in re.finditer(END, body)][:-1]
    if len(ends) > MOST_VERSIONS:
        opening.trouble(Outcome.QUARANTINE, "It has more earlier versions than are read.")
    for end in ends[-MOST_VERSIONS:]:
        opening.tick()
        try:
            document = pypdfium2.PdfDocument(body[:end])
        except pypdfium2.PdfiumError:
            continue
        before = Objects(body[:end], opening, after=objects)
        try:
            for number in range(min(len(document), opening.limits.pages)):
                opening.tick()
                pages.read(document, number, before, version=", earlier version")
        finally:
            document.close()
        before.read(open_within)


def _beside(body: bytes, pages: _Pages) -> None:
    """What no page draws: pictures and forms that lie in the file all the same."""
    try:
        beside = beside_the_pages(body, pages.dots, pages.opening)
        document = pypdfium2.PdfDocument(beside.body) if beside else None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, RuntimeError, AttributeError):
        pages.opening.trouble(Outcome.DAMAGED, "What the PDF holds beside its pages is damaged.")
        return
    if beside is None or document is None:
        return
    try:
        for number in beside.forms:
            pages.opening.tick()
            pages.read_letters(document, number, "form that no page draws")
        for number in beside.pictures:
            pages.read_dots(document, number)
        for number, mask in beside.masked:
            pages.read_veiled(document, number, mask)
    finally:
        document.close()


class _Pages:
    """The pages of a PDF and of what it was before. What stands on several is read once."""

    def __init__(self, opening: Opening) -> None:
        self.opening = opening
        self._known: set[str] = set()
        self._seen: set[object] = set()
        # Digests of the pictures that a page has drawn, by their dots as they are packed.
        self.dots: set[bytes] = set()

    def read(self, document: Any, number: int, objects: Objects, *, version: str = "") -> None:
        """Read a page: its text layer, and what it shows beside it."""
        try:
            page = document[number]
            words = page.get_textpage().get_text_range()
        except pypdfium2.PdfiumError:
            if not version:
                self.opening.trouble(Outcome.DAMAGED, "A page of the PDF is damaged.")
            return
        self._say(words, number, version)
        if objects.has_drawn_notes(number):
            page = self._flat(document, page, number, version)
        drawn = drawn_on(page)
        held = objects.pictures(number) if drawn.pictures else frozenset()
        self.dots.update(key[0] for key in drawn.own)
        fresh = {key: it for key, it in drawn.own.items() if ("own", key) not in self._seen}
        believed = not objects.says_other_digits(number) and is_language(words)
        self._look(page, words, drawn, held, f"page {number + 1}{version}, OCR", number + 1, believed=believed)
        if fresh:
            for picture in covered(document, page, fresh.values(), _rendered(page, POINTS_PER_INCH)):
                place = f"page {number + 1}{version}, picture that is not shown whole"
                read_picture(on_paper(picture), self.opening, place=place, page=number + 1, sure=False)
            self._seen.update(("own", key) for key in fresh)
        page.close()

    def read_letters(self, document: Any, number: int, place: str = "") -> None:
        """Read the letters that a page draws, where it says others are meant, or that stand on none."""
        with contextlib.suppress(pypdfium2.PdfiumError):
            words = document[number].get_textpage().get_text_range()
            self._say(words, number, ", drawn", whole=False, place=place)

    def read_dots(self, document: Any, number: int) -> None:
        """Read a picture that was put on a page of its own."""
        self.opening.tick()
        with contextlib.suppress(pypdfium2.PdfiumError):
            picture = on_paper(_rendered(document[number]))
            read_picture(picture, self.opening, place="picture that no page shows", page=BESIDE, sure=False)

    def read_veiled(self, document: Any, number: int, mask: int) -> None:
        """Read a picture where what makes it clear covers something; and that, where it alone is to be seen."""
        self.opening.tick()
        try:
            own, veil = (_rendered(document[at], POINTS_PER_INCH) for at in (number, mask))
        except pypdfium2.PdfiumError:
            return
        if is_plain(own):
            self.read_dots(document, mask)
        elif hides(own, veil):
            self.read_dots(document, number)

    def _say(self, words: str, number: int, version: str, *, whole: bool = True, place: str = "") -> None:
        """Add a page's text; of what was drawn or stood there before, the lines that are new."""
        lines = words.splitlines()
        said = words.replace("\r\n", "\n")
        if version or not whole:
            said = "\n".join(line for line in lines if line not in self._known)
        self._known.update(lines)
        if place:
            self.opening.add(said, TextKind.PROSE, place)
        else:
            self.opening.add(said, TextKind.PROSE, f"page {number + 1}{version}", page=number + 1)

    def _flat(self, document: Any, page: Any, number: int, version: str) -> Any:
        """The page with its notes and fields drawn into it: what they show need not be what they say they hold."""
        if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_FAIL:
            if not version:
                self.opening.trouble(Outcome.DAMAGED, "A page of the PDF is damaged.")
            return page
        page.close()
        # What was drawn into it is seen once the page is loaded anew.
        page = document[number]
        self._say(page.get_textpage().get_text_range(), number, version or ", drawn", whole=False)
        return page

    def _look(
        self,
        page: Any,
        words: str,
        drawn: Drawn,
        held: frozenset[object] | None,
        place: str,
        number: int,
        *,
        believed: bool,
    ) -> None:
        """Read what the text layer does not say, as far as no page before it showed the same."""
        new = {key: box for key, box in drawn.pictures.items() if held is None or not {key, *held} <= self._seen}
        letters = {key: box for key, box in drawn.letters.items() if key not in self._seen}
        share = drawn.share(page)
        few = len(words.strip()) < FEW_LETTERS
        written = not few and believed
        if new and share >= PICTURE_RULES and written:
            with without_text(drawn.texts):
                read_picture(_rendered(page), self.opening, place=place, page=number)
        if (new and share >= PICTURE_TELLS) or not written:
            if not few or _count(page):
                read_picture(_rendered(page), self.opening, place=place, page=number, sure=not written)
        else:
            boxes = [*new.values(), *(letters.values() if len(letters) >= FEWEST_LETTERS else ())]
            if boxes and not self._read_around(page, around(boxes), place, number):
                return
        self._seen.update(new, letters, held or ())

    def _read_around(self, page: Any, box: Box, place: str, number: int) -> bool:
        """Read a part of a page, from edge to edge; False where it is too small to hold a line."""
        left, bottom, right, top = box
        if max(right - left, top - bottom) * DOTS_PER_INCH / POINTS_PER_INCH < LEAST_LONGER:
            return False
        picture = _rendered(page)
        scale = picture.height / max(1.0, page.get_height())
        upper, lower = page.get_height() - top - AROUND, page.get_height() - bottom + AROUND
        part = (0, max(0, int(upper * scale)), picture.width, min(picture.height, int(lower * scale) + 1))
        if part[1] < part[3]:
            read_picture(picture.crop(part), self.opening, place=place, page=number, sure=False)
        return True


def _count(page: Any) -> int:
    return int(raw.FPDFPage_CountObjects(page))


def _rendered(page: Any, dots_per_inch: int = DOTS_PER_INCH) -> Image.Image:
    scale = dots_per_inch / POINTS_PER_INCH * min(1.0, LARGEST_SIDE / max(1.0, *page.get_size()))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    assert isinstance(picture, Image.Image)
    return picture
