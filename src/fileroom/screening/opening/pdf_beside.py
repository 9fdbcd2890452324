"""What a PDF holds and draws on no page: pictures, forms and patterns, each put on a page of its own to be read.

A picture may lie in the file and be named nowhere, stand for another on paper, or be what makes another clear as glass;
a form may be drawn by nobody. Whoever opens the file takes them out of it all the same.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from fileroom.screening.opening.opened import Opening
from fileroom.screening.parts import Outcome

Dictionary, Name = pikepdf.Dictionary, pikepdf.Name
# A picture's dots are so many points of its page, at most so large.
POINTS_A_DOT, LARGEST = 72 / 150, 1600.0
FORM_SIDE = 1000
# What makes a picture clear in places or shows it to some alone.
VEILS = ("/SMask", "/Mask", "/OC", "/Alternates", "/SMaskInData")
# How its dots become a picture.
COLOURS = ("/BitsPerComponent", "/ColorSpace", "/Decode", "/DecodeParms", "/Filter", "/Height", "/ImageMask", "/Width")


@dataclass
class Beside:
    """A PDF of the same objects with pages of their own: the numbers of those pages.

    `masked`: of a picture that a page shows, and of what makes it clear, where that could hold what it does not.
    """

    body: bytes = b""
    pictures: list[int] = field(default_factory=list)
    masked: list[tuple[int, int]] = field(default_factory=list)
    forms: list[int] = field(default_factory=list)


def beside_the_pages(body: bytes, shown: Collection[bytes], opening: Opening) -> Beside | None:
    """Put on pages what no page draws; None where there is nothing. `shown`: digests of pictures that were looked at.

    Raises what pikepdf does of a PDF that is damaged.
    """
    beside = Beside()
    with pikepdf.open(io.BytesIO(body), suppress_warnings=True) as made:
        streams = [thing for thing in made.objects if isinstance(thing, pikepdf.Stream)]
        masks = {mask.objgen for it in streams if isinstance(mask := it.get("/SMask"), pikepdf.Stream)}
        sure = _shown_in_its_colours(streams, shown, opening)
        for thing in streams:
            opening.tick()
            kind = thing.get("/Subtype")
            try:
                if kind == "/Image" and thing.objgen not in masks:
                    _picture(made, thing, beside, sure, opening)
                elif kind == "/Form" or thing.get("/PatternType") == 1:
                    beside.forms.append(_form_page(made, thing))
            except (pikepdf.PdfError, ValueError, TypeError, AttributeError, OverflowError):
                # One that is written as it should not be keeps none of the others from being read.
                opening.trouble(Outcome.DAMAGED, "A picture or form of the PDF is damaged.")
        if not beside.pictures and not beside.masked and not beside.forms:
            return None
        out = io.BytesIO()
        made.save(out, encryption=False)
    beside.body = out.getvalue()
    return beside


def _shown_in_its_colours(streams: list[Any], shown: Collection[bytes], opening: Opening) -> set[tuple[int, int]]:
    """The pictures of whose dots a page was seen, where all of the same dots are drawn alike.

    Of the same dots a page may show white ones, while others hold a number in black.
    """
    digests: dict[tuple[int, int], bytes] = {}
    colours: dict[bytes, set[bytes]] = {}
    for thing in streams:
        opening.tick()
        if thing.get("/Subtype") != "/Image":
            continue
        try:
            digest = hashlib.sha256(bytes(thing.read_raw_bytes())).digest()
            said = bytes(Dictionary({key: thing[key] for key in COLOURS if key in thing}).unparse())
        except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
            opening.trouble(Outcome.DAMAGED, "A picture or form of the PDF is damaged.")
            continue
        digests[thing.objgen] = digest
        colours.setdefault(digest, set()).add(said)
    return {which for which, digest in digests.items() if digest in shown and len(colours[digest]) == 1}


def _picture(
    made: pikepdf.Pdf, thing: Any, beside: Beside, sure: Collection[tuple[int, int]], opening: Opening
) -> None:
    mask = thing.get("/SMask")
    is_shown = thing.objgen in sure
    if is_shown and not isinstance(mask, pikepdf.Stream):
        return
    for veil in VEILS:
        if veil in thing:
            del thing[veil]
    number = _picture_page(made, thing, opening)
    veiled = _picture_page(made, mask, opening) if isinstance(mask, pikepdf.Stream) else None
    if number is not None and veiled is not None:
        beside.masked.append((number, veiled))
    if number is not None and not is_shown:
        beside.pictures.append(number)
    if number is None and veiled is not None:
        beside.pictures.append(veiled)


def _picture_page(made: pikepdf.Pdf, thing: Any, opening: Opening) -> int | None:
    """A page that shows a picture whole, in its own dots."""
    wide, high = (int(thing.get(key, 0)) for key in ("/Width", "/Height"))
    if wide * high > opening.limits.pixels:
        opening.trouble(Outcome.TOO_BIG, "A picture has more pixels than are read.")
        return None
    if wide < 1 or high < 1:
        return None
    scale = POINTS_A_DOT * min(1.0, LARGEST / POINTS_A_DOT / max(wide, high))
    across, up = max(3.0, wide * scale), max(3.0, high * scale)
    drawn = f"q {across:.2f} 0 0 {up:.2f} 0 0 cm /It Do Q"
    return _page(made, thing, drawn, across, up)


def _form_page(made: pikepdf.Pdf, thing: Any) -> int:
    thing.Type, thing.Subtype = Name.XObject, Name.Form
    if "/OC" in thing:
        del thing["/OC"]
    return _page(made, thing, "/It Do", FORM_SIDE, FORM_SIDE)


def _page(made: pikepdf.Pdf, thing: Any, drawn: str, wide: float, high: float) -> int:
    page = made.add_blank_page(page_size=(wide, high))
    page.Resources = Dictionary(XObject=Dictionary(It=thing))
    page.Contents = made.make_stream(drawn.encode())
    return len(made.pages) - 1
