"""A number that a page of a PDF shows, or its file holds, is found, or the file is not called clean."""

from __future__ import annotations

import zlib

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from tests.screening.files import bytes_of, pdf, saved
from tests.screening.test_hidden_in_pictures import line
from tests.screening.test_nowhere_to_hide import NUMBER, found, never_clean, screened

WORDS = "Welcome to our school. The office is open every day from eight to four."
CARD = line(f"Student SSN: {NUMBER}", size=(1000, 340), high=56)


def show(made: pikepdf.Pdf, page: int, picture: pikepdf.Object, box: tuple[int, int, int, int]) -> None:
    """Put a picture on a page: left, bottom, width, height."""
    left, bottom, width, height = box
    made.pages[page].Resources.XObject = pikepdf.Dictionary(Im1=picture)
    add(made, page, f"q {width} 0 0 {height} {left} {bottom} cm /Im1 Do Q".encode())


def add(made: pikepdf.Pdf, page: int, content: bytes) -> None:
    """Draw something on a page."""
    made.pages[page].contents_add(made.make_stream(content))


def dots(made: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Object:
    """A picture as an object of a PDF."""
    return made.make_stream(
        picture.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width,
        Height=picture.height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip


def shown(
    *boxes: tuple[int, int, int, int],
    picture: Image.Image = CARD,
    size: tuple[int, int] = (612, 792),
    words: str = WORDS,
) -> bytes:
    """A PDF with a page of text for each box, and the same picture in it."""
    made = pdf(*(words for _ in boxes))
    one = made.make_indirect(dots(made, picture))
    for number, box in enumerate(boxes):
        made.pages[number].MediaBox = pikepdf.Array([0, 0, *size])
        show(made, number, one, box)
    return bytes_of(made)


@pytest.mark.parametrize("width", [360, 216, 180])
def test_a_small_picture_beside_text_is_read(width: int) -> None:
    assert found(shown((72, 300, width, width * 34 // 100)), "a.pdf")


def test_a_card_on_a_large_sheet_is_read() -> None:
    card = Image.new("L", (1012, 638), 230)
    ImageDraw.Draw(card).text((60, 250), "SOCIAL SECURITY", fill=0, font=ImageFont.load_default(70))
    ImageDraw.Draw(card).text((250, 400), NUMBER, fill=0, font=ImageFont.load_default(80))
    assert found(shown((72, 300, 243, 153), picture=card, size=(792, 1224)), "a.pdf")


def test_a_picture_that_was_a_stamp_on_one_page_is_read_where_it_fills_the_next() -> None:
    assert found(shown((72, 300, 14, 5), (72, 300, 468, 159)), "a.pdf")


def test_the_same_picture_on_many_pages_is_read_once() -> None:
    assert extract(shown(*((72, 300, 216, 73),) * 4), "a.pdf").ocr_pages == 1


def test_a_picture_within_the_page_s_own_text_is_read() -> None:
    made = pdf(WORDS)
    small = CARD.resize((500, 170))
    packed = small.tobytes().hex().encode()
    add(made, 0, b"q 400 0 0 136 72 300 cm BI /W 500 /H 170 /BPC 8 /CS /G /F /AHx ID " + packed + b">\nEI Q")
    assert found(bytes_of(made), "a.pdf")


def strokes(words: str) -> bytes:
    """A line of writing as so many short black strokes, two for each three points."""
    shape = line(words, size=(400, 40), high=26).point(lambda grey: 255 * (grey > 128))
    black = [(x, y) for y in range(shape.height) for x in range(shape.width) if not shape.getpixel((x, y))]
    return "".join(f"{100 + 0.7 * x:.1f} {500 - 0.7 * y:.1f} 0.75 0.75 re f\n" for x, y in black).encode()


def test_a_number_drawn_with_strokes_is_read() -> None:
    made = pdf(WORDS)
    add(made, 0, strokes(NUMBER))
    assert found(bytes_of(made), "a.pdf")


def test_frames_rules_and_tables_are_not_taken_for_letters() -> None:
    made = pdf(WORDS)
    cells = "".join(
        f"{72 + 90 * column} {200 + 14 * row} 90 0.5 re f {72 + 90 * column} {200 + 14 * row} 0.5 14 re f\n"
        for column in range(5)
        for row in range(30)
    )
    boxes = "".join(f"40 {100 + 20 * row} 9 9 re S\n" for row in range(12))
    add(made, 0, (cells + boxes + "72 690 m 300 690 l S\n").encode())
    extracted = extract(bytes_of(made), "a.pdf")
    assert extracted.fully_examined and extracted.ocr_pages == 0


@pytest.mark.parametrize("header", [WORDS, "FAX 10/12/2020 14:22 Lincoln School Office page 1 of 3 received"])
def test_a_scan_that_nobody_can_read_is_told_whatever_stands_above_it(header: str) -> None:
    page = Image.new("L", (850, 1100), 255)
    draw = ImageDraw.Draw(page)
    for number, words in enumerate(["Name of student: Juan Perez", f"SSN: {NUMBER}", "Address: 12 Elm Street"]):
        draw.text((80, 200 + number * 120), words, fill=0, font=ImageFont.load_default(26))
    scan = page.filter(ImageFilter.GaussianBlur(5))
    result = screened(shown((0, 0, 612, 690), picture=scan, words=header), "a.pdf")
    assert result.outcome is not Outcome.CLEAN and not result.fully_examined


def later(body: bytes, words: str) -> bytes:
    """The file with another page's text put behind it."""
    start = int(body.rsplit(b"startxref", 1)[1].split()[0])
    first = body.index(b"stream")
    at = body.rindex(b" 0 obj", 0, first)
    name = body[body.rindex(b"\n", 0, at) + 1 : at]
    content = f"BT /F1 14 Tf 72 700 Td ({words}) Tj ET".encode()
    new = name + b" 0 obj\n<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream\nendobj\n"
    root = body[body.rindex(b"trailer") :].split(b"startxref")[0]
    if b"/Prev" in root:
        root = root[: root.index(b"/Prev")] + root[root.index(b"/Prev") + 6 :].lstrip(b"0123456789")
    root = root.replace(b"<<", b"<< /Prev %d " % start, 1)
    table = b"xref\n" + name + b" 1\n%010d 00000 n \n" % len(body)
    return body + new + table + root + b"startxref\n%d\n%%%%EOF\n" % (len(body) + len(new))


@pytest.mark.parametrize("versions", [1, 3, 4, 9])
def test_every_earlier_version_is_read(versions: int) -> None:
    body = bytes_of(pdf(f"Student SSN: {NUMBER}"), compress_streams=False)
    for number in range(versions):
        body = later(body, f"{WORDS} Version {number}.")
    assert found(body, "a.pdf")


def test_more_versions_than_are_read_are_told() -> None:
    body = bytes_of(pdf(f"Student SSN: {NUMBER}"), compress_streams=False)
    for number in range(62):
        body = later(body, f"{WORDS} Version {number}.")
    assert not screened(body, "a.pdf").fully_examined


@pytest.mark.parametrize("hidden", [f"Student SSN: {NUMBER}\n".encode(), b"Rar!\x1a\x07\x01\x00" + bytes(range(99))])
def test_what_stands_before_and_behind_a_pdf_is_not_passed_over(hidden: bytes) -> None:
    body = bytes_of(pdf(WORDS))
    assert screened(body + b"\r\n\x00\x00", "a.pdf").outcome is Outcome.CLEAN
    assert never_clean(body + hidden, "a.pdf")
    assert never_clean(hidden + body, "a.pdf")


@pytest.mark.parametrize(
    "packing",
    [pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode]), pikepdf.Name.Fl,
     pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])],
)  # fmt: skip
@pytest.mark.parametrize("as_script", [False, True])
def test_a_stream_that_unpacks_to_far_more_than_it_is_is_a_bomb(
    packing: pikepdf.Name | pikepdf.Array, as_script: bool
) -> None:
    made = pdf(WORDS)
    packed = zlib.compress(b"a" * 30_000_000, 9)
    if isinstance(packing, pikepdf.Array) and len(packing) == 2:
        packed = zlib.compress(packed, 9)
    stream = pikepdf.Stream(made, b"")
    stream.write(packed, filter=packing)
    if as_script:
        made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=made.make_indirect(stream))
    else:
        files = pikepdf.Dictionary(F=made.make_indirect(stream))
        spec = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a.txt", EF=files))
        made.Root.Spec = spec
    body = bytes_of(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert extract(body, "a.pdf").outcome is Outcome.BOMB


def test_an_attachment_is_read_however_it_is_packed() -> None:
    made = pdf(WORDS)
    made.attachments["a.txt"] = b"the attachment"
    made.attachments["b.png"] = saved(line("x"), "PNG")
    spec = made.attachments["a.txt"].obj.EF.F
    spec.write(zlib.compress(b"the attachment").hex().encode() + b">",
               filter=pikepdf.Array([pikepdf.Name.ASCIIHexDecode, pikepdf.Name.FlateDecode]))  # fmt: skip
    body = bytes_of(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert any(part.text == "the attachment" for part in extract(body, "a.pdf").parts)


def with_card(box: tuple[int, int, int, int] = (72, 300, 360, 122)) -> pikepdf.Pdf:
    """A page of text with a card on it, there or beside it."""
    made = pdf(WORDS)
    show(made, 0, made.make_indirect(dots(made, CARD)), box)
    return made


def under(content: bytes) -> pikepdf.Pdf:
    made = with_card()
    add(made, 0, content)
    return made


def cropped() -> pikepdf.Pdf:
    made = with_card()
    made.pages[0].CropBox = pikepdf.Array([0, 450, 612, 792])
    return made


def on_a_layer_that_is_off() -> pikepdf.Pdf:
    made = with_card()
    layer = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="L"))
    off = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
    made.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=off)
    made.pages[0].Resources.XObject.Im1.OC = layer
    return made


@pytest.mark.parametrize(
    "made",
    [
        under(b"q 0 g 72 300 360 122 re f Q"), under(b"q 0 g 200 300 232 122 re f Q"),
        under(b"q 1 g 200 300 232 122 re f Q"), with_card((700, 300, 360, 122)), cropped(), on_a_layer_that_is_off(),
    ],
    ids=["black", "half", "white", "beside", "cropped", "off"],
)  # fmt: skip
def test_a_picture_that_its_page_does_not_show_is_read(made: pikepdf.Pdf) -> None:
    assert found(bytes_of(made), "a.pdf")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_picture_that_its_page_shows_as_it_is_is_read_there_alone(turn: int) -> None:
    made = with_card()
    made.pages[0].Rotate = turn
    made.pages[0].CropBox = pikepdf.Array([40, 250, 612, 792])
    places = {place for part in extract(bytes_of(made), "a.pdf").parts for _, place in part.places}
    assert not [place for place in places if "not shown" in place]


def meaning(how: str) -> pikepdf.Pdf:
    """A page that draws a number, and says that other words are meant: there, in its resources, in a form."""
    made = pdf(WORDS)
    said = pikepdf.Dictionary(ActualText="the bus leaves at eight")
    mark = b"<</ActualText (the bus leaves at eight)>>" if how != "named" else b"/MC0"
    drawn = b"/Span %s BDC BT /F1 14 Tf 72 500 Td (%s) Tj ET EMC" % (mark, f"Student SSN {NUMBER}".encode())
    if how == "form":
        form = made.make_stream(drawn, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 612, 792])
        form.Resources = pikepdf.Dictionary(Font=made.pages[0].Resources.Font)
        made.pages[0].Resources.XObject = pikepdf.Dictionary(Fm1=form)
        drawn = b"/Fm1 Do"
    made.pages[0].Resources.Properties = pikepdf.Dictionary(MC0=made.make_indirect(said))
    add(made, 0, drawn)
    return made


@pytest.mark.parametrize("how", ["there", "named", "form"])
def test_what_is_drawn_where_other_words_are_meant_is_read(how: str) -> None:
    assert found(bytes_of(meaning(how)), "a.pdf")
