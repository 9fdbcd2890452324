"""No bytes make the opening of a document raise, hang or eat: whatever they are, there is an answer."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
import zlib
from functools import cache

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fileroom.screening.opening import extract, ocr
from fileroom.screening.opening.apart import Apart
from fileroom.screening.opening.identify import BEGINNINGS
from fileroom.screening.parts import Extracted, Limits, Outcome
from tests.screening.files import book, bytes_of, mail, office, paragraph, pdf, picture, saved, word, zipped

LIMITS = Limits(seconds=10, unpacked=16 << 20, characters=4_000_000, pixels=4_000_000, ocr_pages=2)
MOST_SECONDS = 20.0
# A whole document, changed in a few places, is what gets past the first look of a parser.
fuzzed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def good() -> dict[str, bytes]:
    """A good file of each format."""
    form = pdf("a page of words that the office reads")
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="parent", TU="hint", V="value", Opt=pikepdf.Array(["a", "b"]))
    form.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([form.make_indirect(field)]))
    form.attachments["a.txt"] = b"attached"
    return {
        "pdf": bytes_of(form),
        "docx": word(paragraph("a", "b") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", header=paragraph("h")),
        "xlsx": book('<row r="1"><c r="A1" t="s"><v>0</v></c><c><v>12</v></c></row>', strings="<si><t>a</t></si>"),
        "pptx": office({"ppt/slides/slide1.xml": "<s><p><t>a</t></p></s>", "ppt/charts/chart1.xml": "<c><v>1</v></c>"}),
        "eml": mail(("a.csv", b"a,b\n1,2\n"), ("b.eml", mail())),
        "html": b"<!doctype html><form><input name=a value=b><select><option>c</select><table><tr><td>d</table></form>",
        "rtf": rb"{\rtf1\ansi{\fonttbl{\f0 A;}}a \'e9\u8212?{\pict 89504e47}{\v b}\cell\row}",
        "csv": b'a;b\n"1;2";3\n4;5\n',
        "json": b'{"a": [1, {"b": null}, "c\\u0041"], "a": 2.50}',
        "xml": b'<?xml version="1.0"?><a b="c"><!-- d --><e>f</e>g</a>',
        "png": saved(picture("x", size=(60, 20)), "PNG"),
        "tiff": saved(picture("x", size=(60, 20)), "TIFF"),
        "gif": saved(picture("x", size=(60, 20)), "GIF"),
        "jpeg": saved(picture("x", size=(60, 20)), "JPEG"),
        "zip": zipped({"a.txt": "a", "b/c.zip": zipped({"d.csv": "a,b\n1,2\n"})}),
    }  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def quick() -> object:
    """What OCR reads is not looked at here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ocr, "engine", lambda: None)
        yield


def answered(body: bytes, name: str = "") -> Extracted:
    """The answer, which must come in time and say why where it is not whole."""
    began = time.monotonic()
    extracted = extract(body, name, LIMITS)
    assert time.monotonic() - began < MOST_SECONDS
    assert extracted.outcome is None or extracted.says
    assert all(0 <= start <= len(part.text) for part in extracted.parts for start, _ in part.places)
    assert all(
        [start for start, _ in part.places] == sorted(start for start, _ in part.places) for part in extracted.parts
    )
    return extracted


@fuzzed
@given(st.binary(max_size=2000), st.sampled_from(BEGINNINGS), st.text(max_size=20))
def test_any_bytes_have_an_answer(rest: bytes, beginning: tuple[bytes, object], name: str) -> None:
    answered(rest, name)
    answered(beginning[0] + rest, name)


@fuzzed
@given(
    st.text(max_size=2000),
    st.sampled_from(["{\\rtf1 ", "<html>", "<?xml version='1.0'?>", "{", "From: a\nTo: b\n", "a;b\n"]),
)
def test_any_text_has_an_answer(rest: str, beginning: str) -> None:
    answered((beginning + rest).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("kind", sorted(good()))
@fuzzed
@given(data=st.data())
def test_a_good_file_changed_in_places_has_an_answer(kind: str, data: st.DataObject) -> None:
    answered(changed(good()[kind], data))


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
@fuzzed
@given(data=st.data())
def test_an_office_file_whose_parts_are_changed_has_an_answer(kind: str, data: st.DataObject) -> None:
    """Changed inside the archive, so that its check sums hold and the parsers within see it."""
    with zipfile.ZipFile(io.BytesIO(good()[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    parts[name] = changed(parts[name], data)
    answered(zipped(parts))


@pytest.mark.parametrize("header", [b"Subject: =?u\xfff-8?Q?N=C3=BAmero?=", b"From: =?x?b?====?="])
def test_a_header_in_a_charset_that_is_none_keeps_no_mail_from_being_read(header: bytes) -> None:
    extracted = answered(header + b"\nTo: b@example.org\n\nThe words within.\n", "a.eml")
    assert extracted.outcome is None and any("The words within." in part.text for part in extracted.parts)


def test_a_damaged_line_of_json_is_said_and_what_stands_in_it_is_read() -> None:
    extracted = answered(b'{"note": "first"}\n{"note": "second}\n{"note": "third"}\n', "a.jsonl")
    text = "".join(part.text for part in extracted.parts)
    assert extracted.outcome is Outcome.DAMAGED and all(word in text for word in ("first", "second", "third"))


def test_a_line_of_json_ends_where_json_says() -> None:
    extracted = answered('{"note": "first\u2028\x85words"}\n{"note": "third"}\n'.encode(), "a.jsonl")
    assert extracted.outcome is None and "third" in "".join(part.text for part in extracted.parts)


def changed(body: bytes, data: st.DataObject) -> bytes:
    """The file with some bytes set, cut out, doubled or put in, or its end cut off."""
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body)))
        to = min(len(body), at + data.draw(st.integers(0, 40)))
        put = data.draw(
            st.one_of(st.binary(max_size=12), st.sampled_from([b"", body[at:to] * 3, b"<", b"\x00\xff", b"9" * 12]))
        )
        body = body[:at] if data.draw(st.integers(0, 9)) == 0 else body[:at] + put + body[to:]
    return body


@pytest.mark.parametrize("kind", sorted(set(good()) - {"csv", "html", "rtf", "json"}))
def test_a_file_cut_short_is_never_read_as_whole(kind: str) -> None:
    body = good()[kind]
    for share in (0.3, 0.6, 0.9):
        extracted = answered(body[: int(len(body) * share)])
        # An e-mail that ends early is an e-mail still: what of it there is, is read.
        assert not extracted.fully_examined or kind == "eml", (kind, share)


HUNDRED_THOUSAND = 100_000


def shown_by_fonts(said: bytes, pages: int = 3) -> bytes:
    """A PDF of a few pages, each with one font that says what its codes mean, and with forms that lie in each other."""
    made = pdf(*["a page of words that the office reads"] * pages)
    fonts, forms = made.pages[0].Resources.Font, made.make_indirect(pikepdf.Dictionary())
    fonts.F2 = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            ToUnicode=made.make_stream(said),
        )
    )  # fmt: skip
    for number in range(30):
        form = made.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=forms)
        forms[f"/X{number}"] = made.make_indirect(form)
    for page in made.pages:
        page.Resources = pikepdf.Dictionary(Font=fonts, XObject=forms)
    return bytes_of(made)


def with_text(text: bytes) -> bytes:
    """A picture with a piece that should be a packed text."""
    plain = saved(picture("x", size=(60, 20)), "PNG")
    piece = len(text).to_bytes(4, "big") + b"zTXt" + text + zlib.crc32(b"zTXt" + text).to_bytes(4, "big")
    return plain[:33] + piece + plain[33:]


REPEATED = {
    "tags": b"<html>" + b"<" * HUNDRED_THOUSAND,
    "comments": b"<html>" + b"<!--" * HUNDRED_THOUSAND,
    "sections": b"<html>" + b"<![CDATA[" * HUNDRED_THOUSAND,
    "cells": b"<html><table>" + b"<tr><td>" * HUNDRED_THOUSAND,
    "attributes": b"<html><a " + b'x="' * HUNDRED_THOUSAND,
    "groups": b"{\\rtf1" + b"{" * HUNDRED_THOUSAND,
    "lists": b"[" * HUNDRED_THOUSAND + b"]" * HUNDRED_THOUSAND,
    "elements": b"<?xml version='1.0'?>" + b"<a>" * HUNDRED_THOUSAND + b"</a>" * HUNDRED_THOUSAND,
    "quotes": b'a,"b\n' * HUNDRED_THOUSAND,
    "headers": b"From: a\nTo: b\n" + b"X-A: b\n" * HUNDRED_THOUSAND,
    "mails": b"From: a\nTo: b\n" + b"Content-Type: message/rfc822\n\n" * 3000,
    "boxes": word("<w:p><w:r><w:txbxContent>" * 2000 + paragraph("x") + "</w:txbxContent></w:r></w:p>" * 2000),
    "tables": word("<w:tbl><w:tr><w:tc>" * 2000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 2000),
    "ranges of a font": shown_by_fonts(b"beginbfrange" + b"<0><0>[" * HUNDRED_THOUSAND + b"endbfrange"),
    "codes of a font": shown_by_fonts(b"beginbfchar" * HUNDRED_THOUSAND),
    "marks of a header": b"From: a\nTo: b\nReceived: " + b"<" * HUNDRED_THOUSAND + b"\n\nx\n",
    "gzip files": gzip.compress(b"") * HUNDRED_THOUSAND + gzip.compress(b"x"),
    "letters of a picture": with_text(b"\x78" * 2 * HUNDRED_THOUSAND),
    "far cells": book('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>' * 2000),
}


@pytest.mark.parametrize("what", sorted(REPEATED))
def test_nothing_repeated_without_end_is_walked_again_and_again(what: str, apart: Apart) -> None:
    began = time.monotonic()
    extracted = apart.extract(REPEATED[what], limits=Limits(seconds=30))
    assert time.monotonic() - began < 30
    assert extracted.says and "seconds" not in extracted.says


@pytest.fixture(scope="module")
def apart() -> object:
    """A worker for them all."""
    with Apart() as worker:
        yield worker


def test_a_section_of_a_page_that_no_parser_knows_is_read_as_a_remark() -> None:
    found = extract(b"<html><p>Lunch <![CD [ssn 219-09-9999]]> is at noon.</p></html>", "", LIMITS)
    assert found.outcome is None
    said = [part.text for part in found.parts]
    assert any("219-09-9999" in it for it in said), said
    assert any("is at noon" in it for it in said), said


def test_a_file_without_a_name_in_an_archive_is_read() -> None:
    nameless = zipped({"": "ssn 219-09-9999"})
    found = extract(nameless, "", LIMITS)
    assert "failed" not in (found.says or "")
    assert any("219-09-9999" in part.text for part in found.parts), (found.outcome, found.says)
