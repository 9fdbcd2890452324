"""A sheet is one page, however much there is to say; the same words give the same bytes; it is read out once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from fileroom.letters.sheets import Printed, Sheet, Size, compose_sheet, square

ADDRESS = "https://alder-creek.example/if-an-officer-comes/"
SHORT = Printed(
    "en", "Alder Creek Unified", "Please wait.", "Please write.", "Please wait.", ("Call.", "Write it down."),
    (("Superintendent’s office", "(559) 555-0134"),), 3, date(2026, 10, 19), ADDRESS,
)  # fmt: skip
SAY = ("Please wait here until I have called. " * 8)[:299]
STEP = ("Stay where you are and write down what is said. " * 5)[:239]
LONGEST = replace(
    SHORT, say=SAY, say_far=SAY, spoken=SAY, steps=(STEP,) * 10, language="es",
    calls=(("The office of the district, or whoever stands in for it", "(559) 555-0134 x 1234"),) * 6,
)  # fmt: skip
EVERY = [(sheet, size) for sheet in Sheet for size in Size]


@pytest.mark.parametrize(("sheet", "size"), EVERY)
@pytest.mark.parametrize("printed", [SHORT, LONGEST], ids=["short", "longest"])
def test_it_is_one_page_and_says_all_of_it(sheet: Sheet, size: Size, printed: Printed) -> None:
    pdf = pypdfium2.PdfDocument(compose_sheet(printed, sheet, size))
    assert len(pdf) == 1
    said = " ".join(pdf[0].get_textpage().get_text_range().split())
    times = 10 if sheet is Sheet.WALLET else 1
    numbers = min(3, len(printed.calls)) * 10 if sheet is Sheet.WALLET else len(printed.calls)
    assert said.count(printed.calls[0][1]) == numbers
    assert said.count(printed.say.split(".")[0]) >= times
    if sheet is Sheet.POSTER:
        assert all(step in said for step in printed.steps)
        assert ("Version 3, approved October 19, 2026" in said) == (printed.language == "en")


@pytest.mark.parametrize(("sheet", "size"), EVERY)
def test_the_same_words_give_the_same_bytes(sheet: Sheet, size: Size) -> None:
    assert compose_sheet(SHORT, sheet, size) == compose_sheet(SHORT, sheet, size)
    assert compose_sheet(SHORT, sheet, size) != compose_sheet(replace(SHORT, say="Another."), sheet, size)


@pytest.mark.parametrize("sheet", list(Sheet))
def test_it_has_a_title_a_language_and_words_for_its_code(sheet: Sheet) -> None:
    with pikepdf.open(BytesIO(compose_sheet(SHORT, sheet, Size.LETTER))) as pdf:
        assert str(pdf.Root.Lang) == "en" and pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/Title"]) == "If an officer or agent comes"
        alts = [str(it.Alt) for it in pdf.objects if isinstance(it, pikepdf.Dictionary) and "/Alt" in it]
        assert alts == [f"Square code that opens {ADDRESS}"], "ten cards are read once"


def test_another_address_is_another_code() -> None:
    assert square(ADDRESS) != square(ADDRESS.replace("alder", "mesa"))
