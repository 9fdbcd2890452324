"""What a PDF draws where it says that other words are meant (/ActualText): one reads the one and copies the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from fileroom.screening.opening.opened import Opening, Spent, Trouble
from fileroom.screening.opening.pdf_objects import dictionaries
from fileroom.screening.opening.pdf_streams import unpacked

SAID, UNSAID = b"/ActualText", b"/Actualtext"


def as_drawn(body: bytes, opening: Opening) -> bytes | None:
    """The same PDF without what it says is meant; None where it says nothing of the kind."""
    with pikepdf.open(io.BytesIO(body), suppress_warnings=True) as made:
        any_said = False
        for stream in _drawing(made):
            opening.tick()
            content = _content(stream, opening)
            if SAID in content:
                any_said = True
                stream.write(content.replace(SAID, UNSAID))
        for named in [it for thing in made.objects for it in dictionaries(thing) if _is_named(it)]:
            any_said = True
            del named[SAID.decode()]
        if not any_said:
            return None
        out = io.BytesIO()
        made.save(out, encryption=False)
        return out.getvalue()


def _drawing(made: pikepdf.Pdf) -> Iterator[Any]:
    """What pages and the forms they are put together from are drawn by."""
    for page in made.pages:
        content = page.obj.get("/Contents")
        yield from (it for it in (content if isinstance(content, pikepdf.Array) else [content]) if _is_stream(it))
    yield from (it for it in made.objects if _is_stream(it) and it.get("/Subtype") == "/Form")


def _content(stream: Any, opening: Opening) -> bytes:
    """Nothing of what no reader could draw either; that is told where objects are read."""
    try:
        return unpacked(stream, opening)
    except Spent:
        raise
    except (Trouble, pikepdf.PdfError, ValueError):
        return b""


def _is_named(thing: Any) -> bool:
    """Whether it is said of something drawn, and not of the outline that screen readers go by (there it has a kind)."""
    return isinstance(thing, pikepdf.Dictionary) and SAID.decode() in thing and "/S" not in thing


def _is_stream(thing: object) -> bool:
    return isinstance(thing, pikepdf.Stream)
