"""Pictures read where documents are read in earnest: in a worker, behind its walls."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from fileroom.screening.opening.apart import Apart
from fileroom.screening.screened import screen_extracted
from tests.screening.files import bytes_of, pdf, picture, saved

LINES = ("Student enrollment form", "Parent name: Maria Lopez", "SSN: 318-44-7265", "Please return to the office")


@pytest.fixture(scope="module", params=["fileroom.screening.opening.worker", "tests.screening.rapid_worker"])
def apart(request: pytest.FixtureRequest) -> Iterator[Apart]:
    """A worker with the engine of this machine, and one with RapidOCR."""
    with pytest.MonkeyPatch.context() as patch, Apart(request.param) as one:
        patch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])
        yield one


def signed() -> Image.Image:
    """A page with nothing on it but a signature."""
    page = Image.new("L", (1275, 1650), 255)
    waves = [(300 + 14 * at, 800 + (at * at * 37) % 90 * (-1 if at % 2 else 1)) for at in range(24)]
    ImageDraw.Draw(page).line(waves, fill=0, width=4)
    return page


def turned() -> Image.Image:
    """A form that was put on the glass askew."""
    return picture(*LINES).rotate(7, expand=True, fillcolor=255)


def of_pages(*shots: Image.Image) -> bytes:
    """A PDF of these pictures, a page each, and a last page with a text layer."""
    made = pdf(*[""] * len(shots), "Please return it. SSN of the mother: 536-90-4271")
    for page, shot in zip(made.pages, shots, strict=False):
        dots = made.make_stream(
            shot.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=shot.width,
            Height=shot.height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        page.Resources.XObject = pikepdf.Dictionary(Im1=dots)
        page.contents_add(made.make_stream(b"q 612 0 0 700 0 40 cm /Im1 Do Q"))
    return bytes_of(made)


def test_a_page_that_makes_the_ocr_say_a_word_does_not_end_it(apart: Apart) -> None:
    for shot in (signed(), turned()):
        extracted = apart.extract(saved(shot, "PNG"), "page.png")
        assert "broke" not in extracted.says and extracted.ocr_pages == 1


def test_what_stands_on_the_pages_beside_a_signature_is_told(apart: Apart) -> None:
    extracted = apart.extract(of_pages(picture(*LINES), turned(), signed()), "pages.pdf")
    assert "broke" not in extracted.says and (extracted.pages, extracted.ocr_pages) == (4, 3)
    found = screen_extracted(extracted, "pages.pdf").findings
    assert {1, 4} <= {one.page for one in found if one.category == "ssn"}
