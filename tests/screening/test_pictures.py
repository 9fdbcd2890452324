"""What stands on a picture is read; where it cannot be, nobody says that there is nothing."""

from __future__ import annotations

import io

import numpy
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from fileroom.screening.opening import extract, ocr
from fileroom.screening.parts import Limits, Outcome
from tests.screening.files import bytes_of, paragraph, pdf, picture, saved, zipped

LINES = ("Student enrollment form", "Parent name: Maria Lopez", "Number: 318-44-7265", "Please return to the office")
HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'


def scan(*, words: str = "", share: float = 1.0) -> bytes:
    """A PDF with a picture of a page over that share of its height, and a text layer."""
    made = pdf(words)
    page = made.pages[0]
    shot = picture(*LINES)
    stream = made.make_stream(
        shot.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=shot.width, Height=shot.height,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    page.Resources.XObject = pikepdf.Dictionary(Im1=stream)
    page.contents_add(made.make_stream(f"q 612 0 0 {432 * share} 0 50 cm /Im1 Do Q".encode()))
    return bytes_of(made)


@pytest.fixture(params=["tesseract", "rapidocr"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each engine in turn; tesseract where its data is on the machine."""
    place = ocr.data_place()
    if request.param == "tesseract" and place is None:
        pytest.skip("no tesseract data on this machine")
    one = ocr.Tesseract(place) if request.param == "tesseract" and place else ocr.Rapid()
    monkeypatch.setattr(ocr, "engine", lambda: one)
    return one.name


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP", "PDF"])
def test_a_picture_of_a_page_is_read(kind: str) -> None:
    extracted = extract(saved(picture(*LINES), kind))
    assert extracted.fully_examined and (extracted.pages, extracted.ocr_pages) == (1, 1)
    part = next(part for part in extracted.parts if "318-44-7265" in part.text)
    assert part.page == 1 and part.confidence is not None and part.confidence > 70


def test_each_engine_reads_a_page_and_says_how_sure_it_is(engine: str) -> None:
    extracted = extract(saved(picture(*LINES), "PNG"))
    part = extracted.parts[0]
    assert "318-44-7265" in part.text and "Maria Lopez" in part.text
    assert part.confidence is not None and part.confidence > 70


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_on_its_side_is_read(turns: int) -> None:
    assert "318-44-7265" in extract(saved(picture(*LINES).rotate(90 * turns, expand=True), "PNG")).parts[0].text


def test_blanks_to_fill_in_do_not_hide_what_they_ask_for() -> None:
    lines = ("EMERGENCY CARD", "Student: ____________________ Grade: ____", "Mother: _____________________")
    read = extract(saved(picture(*lines, "Number of passport: ____________", "Father: _____________________"), "PNG"))
    assert "passport" in read.parts[0].text and "Father" in read.parts[0].text


@pytest.mark.parametrize(
    "words", ["", "Lunch menu: burrito, noodles, salad and a piece of fruit every day of the week"]
)
@pytest.mark.parametrize("share", [1.0, 0.6])
def test_a_scan_is_read_whatever_its_text_layer_says(words: str, share: float) -> None:
    extracted = extract(scan(words=words, share=share))
    assert extracted.ocr_pages == 1 and any("318-44-7265" in part.text for part in extracted.parts)


def test_a_page_of_swapped_letters_is_looked_at() -> None:
    words = "Uqf xpgt lxdztk gy ziol hxhos ol fgz ztss fgw vioei zioful voss zit gyyoet ziol vttap"
    assert extract(bytes_of(pdf(words))).ocr_pages == 1
    assert (
        extract(
            bytes_of(pdf("The office will tell you which things your child can bring to school this week"))
        ).ocr_pages
        == 0
    )


def test_a_blank_page_needs_no_ocr() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    extracted = extract(bytes_of(made))
    assert (extracted.pages, extracted.ocr_pages) == (1, 0)


def test_a_picture_packed_in_a_document_is_read_once() -> None:
    shot = saved(picture(*LINES), "PNG")
    body = zipped({"[Content_Types].xml": "<a/>", "word/document.xml": f"{HEAD}{paragraph('x')}</w:document>",
                   "word/media/a.png": shot, "word/media/b.png": shot})  # fmt: skip
    extracted = extract(body)
    assert extracted.ocr_pages == 1 and any("318-44-7265" in part.text for part in extracted.parts)


def test_what_is_written_into_a_picture_file_is_read() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "a word in the file")
    out = io.BytesIO()
    picture("x y z").save(out, "PNG", pnginfo=told)
    assert any(part.text == "a word in the file" for part in extract(out.getvalue()).parts)


def test_without_ocr_a_picture_is_not_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "engine", lambda: None)
    extracted = extract(saved(picture(*LINES), "PNG"))
    assert extracted.outcome is Outcome.QUARANTINE and not extracted.fully_examined


def test_a_page_that_nobody_can_read_is_not_examined() -> None:
    dice = numpy.random.default_rng(5)  # chance writes a letter, too, once in many hundred pages
    noise = Image.fromarray(dice.normal(128, 120, (400, 600)).clip(0, 255).astype(numpy.uint8))
    assert extract(saved(noise, "PNG")).outcome is Outcome.QUARANTINE


PRINT = (
    "Lincoln School enrollment record. Please print clearly.",
    "Student name: Ana Ruiz    Grade 4    Room 12",
    "Parent or guardian: Maria Ruiz, 559-555-0147",
    "Social Security Number of parent (optional): 536-90-4271",
    "Does your child ride the bus? Please return by Friday",
)


def test_what_is_guessed_off_a_page_is_not_examined(engine: str) -> None:
    mirrored = picture(*PRINT).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    fine = picture()
    for number, line in enumerate(PRINT):
        ImageDraw.Draw(fine).text((110, 120 + 14 * number), line, font=ImageFont.load_default(8), fill=20)
    for shot in (mirrored, fine):
        extracted = extract(saved(shot, "PNG"))
        assert extracted.outcome is Outcome.QUARANTINE and not extracted.fully_examined


def test_a_graph_a_logo_and_a_page_of_figures_are_read(engine: str) -> None:
    graph = picture(size=(1000, 700))
    pen, font = ImageDraw.Draw(graph), ImageFont.load_default(22)
    for at in range(8):
        pen.rectangle((120 + 100 * at, 560 - 40 * (at * at % 9), 170 + 100 * at, 600), fill=60 + 20 * at)
        pen.text((125 + 100 * at, 610), str(2015 + at), fill=0, font=font)
    logo = picture(size=(500, 300))
    ImageDraw.Draw(logo).ellipse((20, 20, 280, 280), outline=0, width=12)
    ImageDraw.Draw(logo).text((290, 120), "ACE", fill=0, font=ImageFont.load_default(80))
    figures = picture(*(f"{row * 731 % 997}.5     {row * 317 % 883}.2     {row * 541 % 977}.8" for row in range(1, 12)))
    for shot in (graph, logo, figures):
        assert extract(saved(shot, "PNG")).fully_examined


def test_a_headline_does_not_answer_for_what_a_hand_wrote_below(monkeypatch: pytest.MonkeyPatch) -> None:
    place = ocr.data_place()
    if place is None:
        pytest.skip("no tesseract data on this machine")
    one = ocr.Tesseract(place)
    hand = "hn mwe ar ot riw nmo tu wer nih mnw oa eur thn wmr aei"
    reads = iter(
        [ocr.Read("ENROLLMENT", 96.0), ocr.Read(hand, 21.0), ocr.Read("PICNIC", 96.0), ocr.Read("o ^ l", 21.0)]
    )
    page = picture("ENROLLMENT", "a line", "another line", "and one more of them")
    one._english.SetImage(page)
    monkeypatch.setattr(one, "_pass", lambda *_: next(reads))
    monkeypatch.setattr(one, "_lines", lambda _: [])
    assert one._whole(one._english, page).confidence == 21.0
    assert one._whole(one._english, page).confidence == 96.0


def test_a_picture_of_too_many_dots_is_not_unpacked() -> None:
    body = saved(Image.new("1", (20_000, 20_000)), "PNG")
    assert extract(body, limits=Limits(pixels=1_000_000)).outcome is Outcome.TOO_BIG
