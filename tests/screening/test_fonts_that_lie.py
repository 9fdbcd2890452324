"""A page of a PDF whose font says other digits than it draws is read by what it shows."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from fileroom.screening.opening import extract
from fileroom.screening.opening.pdf_fonts import NAMES
from tests.screening.files import bytes_of, pdf
from tests.screening.test_hidden_in_pdfs import WORDS, add
from tests.screening.test_nowhere_to_hide import NUMBER, found

LIES = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n%s\nendcmap"


def saying(cmap: bytes, words: str, **of_the_font: Any) -> pikepdf.Pdf:
    """A page with a line in a font that says other letters than it draws."""
    made = pdf(WORDS)
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        ToUnicode=made.make_stream(LIES % cmap), **of_the_font,
    )  # fmt: skip
    made.pages[0].Resources.Font.F2 = made.make_indirect(font)
    add(made, 0, f"BT /F1 14 Tf 72 500 Td (Student SSN: ) Tj /F2 14 Tf 90 0 Td ({words}) Tj ET".encode())
    return made


def each(codes: str, letters: str) -> bytes:
    lines = b"".join(b"<%02x> <%04x>\n" % (ord(code), ord(letter)) for code, letter in zip(codes, letters, strict=True))
    return b"11 beginbfchar\n" + lines + b"endbfchar"


NAMED = pikepdf.Array([97, *(pikepdf.Name(f"/{name}") for name in NAMES)])


@pytest.mark.parametrize(
    ("cmap", "words", "encoding"),
    [
        (each("0123456789-", "etaoinshrle"), NUMBER, None), (each("0123456789-", "9876543210 "), NUMBER, None),
        (b"1 beginbfrange <30> <39> <0061> endbfrange", NUMBER, None),
        (each("abcdefghij-", "etaoinshrle"), "fdg-ja-echb", pikepdf.Dictionary(Differences=NAMED)),
    ],
    ids=["letters for digits", "digits for digits", "a range", "digits by their names"],
)  # fmt: skip
def test_digits_that_a_font_draws_and_does_not_say_are_read(cmap: bytes, words: str, encoding: object) -> None:
    made = saying(cmap, words, **({"Encoding": encoding} if encoding else {}))
    assert found(bytes_of(made), "a.pdf")


def test_a_font_that_says_what_it_draws_is_believed() -> None:
    made = saying(b"1 beginbfrange <20> <7e> <0020> endbfrange", "by bus at 8")
    assert extract(bytes_of(made), "a.pdf").ocr_pages == 0
