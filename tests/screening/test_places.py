"""Where something was found is told without what was found, whatever the place is called."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from fileroom.screening.opening import extract
from fileroom.screening.opening.opened import Opening, told
from fileroom.screening.parts import LIMITS
from tests.screening.files import bytes_of, pdf, zipped
from tests.screening.test_hidden_in_office_files import odt
from tests.screening.test_nowhere_to_hide import NUMBER


def with_field(name: str) -> bytes:
    """A PDF with a field and a property of this name."""
    made = pdf("Welcome")
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=name, V="Ana", Opt=[name])
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[made.make_indirect(field)])
    made.docinfo["/Producer"] = "x"
    made.docinfo[f"/{name}"] = f"SSN {name}"
    return bytes_of(made)


def with_key(name: str) -> bytes:
    """A picture of which a word of this name is said."""
    said = PngInfo()
    said.add_text(name, f"SSN: {name}")
    out = BytesIO()
    Image.new("L", (9, 9), 255).save(out, "PNG", pnginfo=said)
    return out.getvalue()


TABLE = (
    f'<table:table table:name="{NUMBER}"><table:table-row><table:table-cell><text:p>SSN</text:p></table:table-cell>'
    f"</table:table-row><table:table-row><table:table-cell><text:p>{NUMBER}</text:p></table:table-cell>"
    "</table:table-row></table:table>"
)


@pytest.mark.parametrize(
    "body",
    [with_field(NUMBER), with_field(f"Lopez {NUMBER}"), with_key(NUMBER), odt(TABLE, "spreadsheet"),
     zipped({f"Lopez {NUMBER}/a.txt": f"SSN: {NUMBER}"})],
)  # fmt: skip
def test_no_place_repeats_the_number(body: bytes) -> None:
    places = [place for part in extract(body).parts for _, place in part.places]
    assert places and not [place for place in places if NUMBER in place or NUMBER[-4:] in place]


def test_a_place_that_nobody_thought_of_repeats_no_number_either() -> None:
    opening = Opening(LIMITS)
    assert opening.place(f"field {NUMBER}, row 123456") == "field …, row 123456"


@pytest.mark.parametrize("mark", ["–", "·", "•", " - ", "--", "/", " ", "\u00a0", "−", "_", " › "])
def test_no_mark_between_its_groups_lets_a_part_of_a_number_stand(mark: str) -> None:
    name = f"Lopez {mark.join(NUMBER.split('-'))} a"
    assert told(name) == Opening(LIMITS).place(name) == "Lopez … a"
    body = zipped({f"{name.replace('/', '-')}.txt": f"SSN: {NUMBER}", "b.bin": bytes(range(5)) * 40})
    extracted = extract(body)
    said = [extracted.says, *(place for part in extracted.parts for _, place in part.places)]
    assert not [it for it in said if any(group in it for group in NUMBER.split("-"))]


@pytest.mark.parametrize("zero", ["\u2070", "\u2080", "\uff10", "\u24ea"])
def test_digits_set_high_or_low_or_in_rings_are_digits(zero: str) -> None:
    high = {"\u2071": "\u00b9", "\u2072": "\u00b2", "\u2073": "\u00b3"}
    rings = zero == "\u24ea"
    name = "".join(
        it if it == "-" else "\u24ea" if rings and it == "0" else chr(0x245F + int(it)) if rings
        else high.get(made := chr(ord(zero) + int(it)), made)
        for it in NUMBER
    )  # fmt: skip
    assert told(f"Lopez {name} a") == Opening(LIMITS).place(f"Lopez {name} a") == "Lopez … a"
    assert told("CO\u2082 and x\u00b2") == "CO\u2082 and x\u00b2"
