"""A number that a PDF holds and no page shows is found: in pictures, forms and texts that nothing leads to."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from fileroom.screening.opening import extract
from fileroom.screening.parts import Outcome
from tests.screening.files import bytes_of, pdf
from tests.screening.test_hidden_in_pdfs import CARD, WORDS, add, dots, show
from tests.screening.test_nowhere_to_hide import NUMBER, found, screened

Dictionary, Name, Array, String = pikepdf.Dictionary, pikepdf.Name, pikepdf.Array, pikepdf.String
PLACED = b"q 360 0 0 122 72 300 cm /Im1 Do Q"
BAR = b" q 1 g 60 290 400 140 re f Q"
SAID = f"Student SSN: {NUMBER}"


def with_form(inner: bytes, *, box: tuple[int, ...] = (0, 0, 612, 792), drawn: bytes = b"/Fm1 Do") -> pikepdf.Pdf:
    """A page of text with a form on it in which a card stands."""
    made = pdf(WORDS)
    form = made.make_stream(inner, Type=Name.XObject, Subtype=Name.Form, BBox=Array(box))
    card = made.make_indirect(dots(made, CARD))
    form.Resources = Dictionary(XObject=Dictionary(Im1=card), Font=made.pages[0].Resources.Font)
    made.pages[0].Resources.XObject = Dictionary(Fm1=form)
    add(made, 0, drawn)
    return made


@pytest.mark.parametrize(
    "made",
    [
        with_form(PLACED), with_form(PLACED + BAR), with_form(PLACED, drawn=b"/Fm1 Do" + BAR),
        with_form(PLACED, box=(0, 0, 50, 50)), with_form(PLACED, box=(0, 0, 300, 792)),
        with_form(b"BT /F1 14 Tf 72 300 Td (%s) Tj ET" % SAID.encode(), drawn=b""),
    ],
    ids=["shown", "under a bar in it", "under a bar on the page", "cut off", "half cut off", "text that nobody draws"],
)  # fmt: skip
def test_what_a_form_holds_is_read_whether_or_not_it_is_seen(made: pikepdf.Pdf) -> None:
    assert found(bytes_of(made), "a.pdf")


def test_a_form_that_its_page_shows_is_read_there_alone() -> None:
    parts = extract(bytes_of(with_form(PLACED)), "a.pdf").parts
    assert not [place for part in parts for _, place in part.places if "not shown" in place or "no page" in place]


def orphan(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    made.Root.Kept = card


def named(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    made.pages[0].Resources.XObject = Dictionary(Im1=card)


def patterned(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    pattern = made.make_stream(
        PLACED, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 612, 792]), XStep=612,
        YStep=792, Resources=Dictionary(XObject=Dictionary(Im1=card)),
    )  # fmt: skip
    made.pages[0].Resources.Pattern = Dictionary(P1=pattern)
    add(made, 0, b"/Pattern cs /P1 scn 60 290 400 140 re f")


def thumbnail(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    made.pages[0].obj.Thumb = card


def on_paper_alone(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    grey = made.make_indirect(dots(made, Image.new("L", CARD.size, 200)))
    grey.Alternates = Array([Dictionary(Image=card)])
    show(made, 0, grey, (72, 300, 360, 122))


def as_a_veil(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    white = made.make_indirect(dots(made, Image.new("L", CARD.size, 255)))
    white.SMask = card
    show(made, 0, white, (72, 300, 360, 122))


def under_a_veil(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    card.SMask = made.make_indirect(dots(made, Image.new("L", CARD.size, 0)))
    show(made, 0, card, (72, 300, 360, 122))


def half_under_a_veil(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    veil = Image.new("L", CARD.size, 255)
    veil.paste(0, (300, 0, *CARD.size))
    card.SMask = made.make_indirect(dots(made, veil))
    show(made, 0, card, (72, 300, 360, 122))


def beside_a_white_one_of_its_dots(made: pikepdf.Pdf, card: pikepdf.Object) -> None:
    orphan(made, card)
    white = made.make_indirect(dots(made, CARD))
    white.ColorSpace = Array([Name.Indexed, Name.DeviceGray, 255, String(b"\xff" * 256)])
    show(made, 0, white, (72, 300, 360, 122))


@pytest.mark.parametrize(
    "put",
    [
        orphan, named, patterned, thumbnail, on_paper_alone, as_a_veil, under_a_veil, half_under_a_veil,
        beside_a_white_one_of_its_dots,
    ],
)  # fmt: skip
def test_a_picture_that_no_page_shows_is_read(put: Callable[[pikepdf.Pdf, pikepdf.Object], None]) -> None:
    made = pdf(WORDS)
    put(made, made.make_indirect(dots(made, CARD)))
    assert found(bytes_of(made), "a.pdf")


def test_a_picture_that_is_damaged_keeps_no_other_from_being_read() -> None:
    made = pdf(WORDS)
    broken = made.make_indirect(dots(made, CARD))
    broken.Width = Name.Wide
    made.Root.Broken = broken
    orphan(made, made.make_indirect(dots(made, CARD)))
    assert found(bytes_of(made), "a.pdf") and not screened(bytes_of(made), "a.pdf").fully_examined


def test_a_logo_with_clear_edges_is_read_once() -> None:
    made = pdf(WORDS)
    logo = CARD.point(lambda grey: 255 if grey < 128 else 0)
    card = made.make_indirect(dots(made, Image.new("L", CARD.size, 0)))
    card.SMask = made.make_indirect(dots(made, Image.new("L", CARD.size, 255)))
    show(made, 0, card, (72, 300, 360, 122))
    assert screened(bytes_of(made), "a.pdf").outcome is Outcome.CLEAN
    picture = made.make_indirect(dots(made, logo))
    picture.SMask = made.make_indirect(dots(made, logo))
    show(made, 0, picture, (72, 300, 360, 122))
    assert extract(bytes_of(made), "a.pdf").fully_examined


def page_label(made: pikepdf.Pdf) -> None:
    made.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(SAID))]))


def layer(made: pikepdf.Pdf) -> None:
    made.Root.OCProperties = Dictionary(OCGs=Array([made.make_indirect(Dictionary(Name=String(SAID)))]), D=Dictionary())


def signature(made: pikepdf.Pdf) -> None:
    signed = Dictionary(Type=Name.Sig, Reason=String(SAID), ByteRange=Array([0, 1, 2, 3]), Contents=String("\x01\x02"))
    made.Root.AcroForm = Dictionary(Fields=Array([made.make_indirect(Dictionary(FT=Name.Sig, T="sig", V=signed))]))


def property_of_ones_own(made: pikepdf.Pdf) -> None:
    made.trailer.Info = made.make_indirect(Dictionary(Note=String(SAID)))


def author_of_a_note(made: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 20, 20]), T=String(SAID), NM=String(NUMBER))
    made.pages[0].Annots = Array([made.make_indirect(note)])


def of_a_program(made: pikepdf.Pdf) -> None:
    made.pages[0].PieceInfo = Dictionary(App=Dictionary(LastModified=String("D:2020"), Private=String(SAID)))


def named_place(made: pikepdf.Pdf) -> None:
    made.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(SAID), Array([made.pages[0].obj, Name.Fit])])))


def in_a_date(made: pikepdf.Pdf) -> None:
    made.trailer.Info = made.make_indirect(Dictionary(CreationDate=String(SAID)))


@pytest.mark.parametrize(
    "put", [page_label, layer, signature, property_of_ones_own, author_of_a_note, of_a_program, named_place, in_a_date]
)
def test_a_text_is_read_whatever_its_key_is_called(put: Callable[[pikepdf.Pdf], None]) -> None:
    made = pdf(WORDS)
    put(made)
    assert found(bytes_of(made), "a.pdf")


def test_dates_and_ids_of_programs_are_not_told() -> None:
    made = pdf(WORDS)
    made.trailer.Info = made.make_indirect(Dictionary(CreationDate=String("D:20190411120000-07'00'"), Producer="x"))
    made.trailer.ID = Array([String("\x01" * 16), String("\x02" * 16)])
    assert [part.text for part in extract(bytes_of(made, deterministic_id=True), "a.pdf").parts[1:]] == ["x"]
