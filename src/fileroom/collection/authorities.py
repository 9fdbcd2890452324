"""Whether the law somebody declares an exception under is that exception's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from fileroom.law.exceptions import DeclaredException

# As lawyers shorten them, without their dots; each stands for the first of its row.
BOOKS = {
    "USC": ("USC", "USCA"), "CFR": ("CFR",), "FR": ("FR", "FED REG"), "ED": ("ED", "EDUC", "EDUCATION", "EC"),
    "PENAL": ("PENAL", "PEN", "PC"), "ESSA": ("ESSA", "ESEA"),
}  # fmt: skip
BOOK_OF = {said: book for book, these in BOOKS.items() for said in these}
SECTION = re.compile(
    rf"(?:(?:(?P<title>\d+) )?\b(?P<book>{'|'.join(sorted(BOOK_OF, key=len, reverse=True))})\b[^\d]{{0,20}}?)?"
    r"(?<![\w.-])(?P<number>B1-1|\d+(?:\.\d+)?[A-Z]?)(?![\w-])(?: ?\([^)]*\))*"
)
Section = tuple[str, str]
# Between two sections of one book; before a number of a book that is not known stands another word.
ALONE = re.compile(
    r"[\s,;/&()-]*(?:(?:AND|OR|TO|OF|THE|TITLE|US|CODE|SECTIONS?|SECS?|FORM)[\s.,]*)*(?:\([A-Z0-9]+\)[\s,;]*)*"
)
OTHER = "another book"
_KEPT = files("fileroom.collection").joinpath("authorities.toml")
_ALSO: dict[str, list[str]] = tomllib.loads(_KEPT.read_text("utf-8"))


def is_its_own(given: str, exception: DeclaredException) -> bool:
    """Whether one of the sections named is the exception's; a number without its book is taken at its word."""
    own = _own(exception)
    numbers = {number for _, number in own}
    return any((book, number) in own if book else number in numbers for book, number in _sections(given))


@cache
def _own(exception: DeclaredException) -> frozenset[Section]:
    also = _ALSO.get(exception.name, [])
    return frozenset(it for each in (exception.authority.text, *also) for it in _sections(each))


def _sections(text: str) -> Iterator[Section]:
    """The sections a text names: the book, where it says so or said so before, and the number."""
    plain = " ".join(re.sub(r"(?<=[A-Z])\.", "", text.upper().replace("§", " ")).split())
    book, end = "", 0
    for found in SECTION.finditer(plain):
        if found["book"]:
            book = " ".join(filter(None, (found["title"], BOOK_OF[found["book"]])))
        elif not ALONE.fullmatch(plain, end, found.start()):
            book = OTHER
        yield book, found["number"]
        end = found.end()
