"""A number in an office file is found, whatever its part is called and however its paragraph is cut."""

from __future__ import annotations

import pytest

from fileroom.screening.findings import Mode
from fileroom.screening.parts import Outcome
from tests.screening.files import LINKS, SHEET, W, office, paragraph, saved, word, zipped
from tests.screening.files import book as with_rows
from tests.screening.test_hidden_in_pictures import line
from tests.screening.test_nowhere_to_hide import NUMBER, PLAIN, found, never_clean, screened

DOCUMENT = f"<w:document {W}><w:body>{paragraph('Welcome to school.')}</w:body></w:document>"
CELL = '<c r="{0}" t="s"><v>{1}</v></c>'
ROWS = "".join(f'<row r="{at + 1}">{CELL.format(f"A{at + 1}", 2 * at)}{CELL.format(f"B{at + 1}", 2 * at + 1)}</row>'
               for at in range(2))  # fmt: skip


def word_of(inner: str) -> str:
    """A document with this in its body."""
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def sheet_of(rows: str, beside: str = "") -> bytes:
    """A workbook with these rows, and this beside them."""
    sheet = f"<worksheet {SHEET}><sheetData>{rows}</sheetData>{beside}</worksheet>"
    return office({"xl/workbook.xml": f"<workbook {SHEET}/>", "xl/worksheets/sheet1.xml": sheet})


def texts(*words: str) -> str:
    """The texts that cells share."""
    return f"<sst {SHEET}>{''.join(f'<si><t>{text}</t></si>' for text in words)}</sst>"


def book(name: str, strings: str, rows: str = ROWS, *, sheet: str = "worksheets/sheet1.xml") -> bytes:
    """A workbook whose parts are called so."""
    rel = f'<Relationship Id="rId1" Target="{sheet}"/><Relationship Id="rId2" Target="{strings}"/>'
    return office(
        {
            f"xl/{name}": f'<workbook {SHEET} xmlns:r="{LINKS}"><sheets><sheet name="Roll" r:id="rId1"/></sheets>'
            "</workbook>",
            f"xl/_rels/{name}.rels": f'<Relationships xmlns="x">{rel}</Relationships>',
            f"xl/{sheet}": f"<worksheet {SHEET}><sheetData>{rows}</sheetData></worksheet>",
            f"xl/{strings}": texts("Name", "SSN", "Juan Perez", PLAIN),
        }
    )


@pytest.mark.parametrize("name", ["workbook.xml", "workbook2.xml", "book.xml"])
@pytest.mark.parametrize("strings", ["sharedStrings.xml", "words.xml"])
@pytest.mark.parametrize("sheet", ["worksheets/sheet1.xml", "leaf.xml"])
def test_the_parts_of_a_workbook_may_be_called_anything(name: str, strings: str, sheet: str) -> None:
    held = screened(book(name, strings, sheet=sheet), "a.xlsx").findings
    assert [it.where for it in held if it.mode is Mode.VALUE] == ["Roll!B2"]


def test_a_shared_text_that_no_cell_shows_is_read() -> None:
    one = f'<row r="1">{CELL.format("A1", 0)}</row>'
    parts = {"xl/workbook.xml": f"<workbook {SHEET}/>", "xl/sharedStrings.xml": texts("Name", f"SSN: {NUMBER}")}
    leaf = {"xl/worksheets/sheet1.xml": f"<worksheet {SHEET}><sheetData>{one}</sheetData></worksheet>"}
    assert found(office({**parts, **leaf}), "a.xlsx")
    reading = f"<sst {SHEET}><si><t>x</t><rPh><t>SSN: {NUMBER}</t></rPh></si></sst>"
    assert found(office({**parts, **leaf, "xl/sharedStrings.xml": reading}), "a.xlsx")


LEVEL = f'<w:numbering {W}><w:abstractNum><w:lvl><w:lvlText w:val="{{}} %1"/></w:lvl></w:abstractNum></w:numbering>'


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("word/embeddings/notes.ttf", f"Student SSN: {NUMBER}"),
        ("word/fonts/font1.odttf", saved(line(), "PNG")),
        ("xl/printerSettings/printerSettings1.bin", zipped({"a.txt": f"Student SSN: {NUMBER}"})),
        ("word/numbering.xml", LEVEL.format(f"Student SSN: {NUMBER}")),
        ("word/numbering.xml", LEVEL.format(NUMBER)),
        ("word/styles.xml", f'<w:styles {W}><w:style><w:name w:val="Student SSN: {NUMBER}"/></w:style></w:styles>'),
        ("word/theme/theme1.xml", f"<theme><note>Student SSN: {NUMBER}</note></theme>"),
        (f"word/{NUMBER}.xml", f"<w:document {W}/>"),
        ("word/other.dat", DOCUMENT.replace("Welcome to school.", f"Student SSN: {NUMBER}")),
    ],
)
def test_no_part_is_passed_over_for_its_name(name: str, body: str | bytes) -> None:
    assert found(office({"word/document.xml": DOCUMENT, name: body}), "a.docx")


NOISE = bytes((7 * at * at + at // 3) % 251 for at in range(4000))
FONT = b"\x00\x01\x00\x00\x00\x07\x00@\x00\x02\x000" + b"".join(
    tag + NOISE[:12]
    for tag in (b"OS/2", b"cmap", b"cvt ", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name")
)
FOR_SLIDES = (4000).to_bytes(4, "little") + NOISE[:30] + b"LP" + NOISE[: 4000 - 36]
OF_A_PRINTER = (
    "Office printer".encode("utf-16-le").ljust(64, b"\x00") + b"\x01\x04\x00\x06\xdc\x00\x00\x00" + NOISE[:400]
)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("word/fonts/font1.ttf", FONT + NOISE), ("word/fonts/font1.odttf", NOISE[:32] + FONT[32:] + NOISE),
        ("ppt/fonts/font1.fntdata", FOR_SLIDES), ("xl/printerSettings/printerSettings1.bin", OF_A_PRINTER),
    ],
)  # fmt: skip
def test_a_font_or_a_printers_settings_are_not_doubted(name: str, body: bytes) -> None:
    assert screened(office({"word/document.xml": DOCUMENT, name: body}), "a.docx").outcome is Outcome.CLEAN


@pytest.mark.parametrize("body", [b"\x00\x00\x00\x18ftypheic" + NOISE, NOISE])
@pytest.mark.parametrize(
    "name", ["word/fonts/card.ttf", "word/fonts/font1.odttf", "ppt/fonts/font1.fntdata", "xl/printerSettings/p1.bin"]
)
def test_what_is_called_a_font_and_is_none_is_told(name: str, body: bytes) -> None:
    assert never_clean(office({"word/document.xml": DOCUMENT, name: body}), "a.docx")


VML = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="{alt}"><v:textpath string="{string}"/>'
    '<v:imagedata title="{title}"/></v:shape></w:pict></w:r></w:p>'
)


@pytest.mark.parametrize("place", ["alt", "string", "title"])
def test_what_is_written_along_a_shape_of_the_older_kind_is_read(place: str) -> None:
    said = VML.format(**{"alt": "", "string": "", "title": "", place: f"Student SSN: {NUMBER}"})
    assert found(word(said), "a.docx") and found(word("", header1=said), "a.docx")
    assert found(
        office({"word/document.xml": DOCUMENT, "xl/drawings/vmlDrawing1.vml": said.replace("w:", "")}), "a.xlsx"
    )


def odt(inner: str, name: str = "text") -> bytes:
    """An OpenDocument file with this in its body."""
    spaces = 'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:b" xmlns:draw="urn:d" xmlns:svg="urn:s"'
    body = f"<office:document-content {spaces}><office:body>{inner}</office:body></office:document-content>"
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{name}", "content.xml": body})


@pytest.mark.parametrize(
    "inner",
    [
        f"<text:p>Student SSN: {NUMBER}</text:p>",
        "<text:p>Student SSN: <text:span>536-</text:span><text:span>90-42</text:span>71</text:p>",
        "<text:p>Juan Perez 536-<text:span><text:span>90-42</text:span></text:span>71</text:p>",
        '<text:p>Juan Perez 536<text:s text:c="1"/>90<text:s/>4271, SSN</text:p>',
        f"<text:p>Logo<draw:frame><svg:title>SSN: {NUMBER}</svg:title></draw:frame></text:p>",
        f'<text:p><draw:control draw:name="SSN: {NUMBER}"/></text:p>',
        f"<text:p>Hello<office:annotation><text:p>Student SSN: {NUMBER}</text:p></office:annotation></text:p>",
        "<table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell>"
        "<text:p>SSN</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Juan"
        f"</text:p></table:table-cell><table:table-cell><text:p>{PLAIN}</text:p></table:table-cell></table:table-row>"
        "</table:table>",
    ],
)
def test_a_number_in_an_open_document_is_found_however_it_is_cut(inner: str) -> None:
    assert found(odt(inner), "a.odt")


def test_an_ordinary_office_file_is_clean() -> None:
    assert (
        screened(word(paragraph("Welcome to school."), styles=paragraph("Normal")), "a.docx").outcome is Outcome.CLEAN
    )
    assert screened(odt("<text:p>Welcome <text:span>to</text:span> school.</text:p>"), "a.odt").outcome is Outcome.CLEAN


SPLIT = paragraph("Juan Perez 536-", "90-", "4271")
SLIDE = (
    '<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>Juan Perez 536-</a:t></a:r><a:r><a:t>90-4271</a:t></a:r>'
    "</a:p></p:sld>"
)
OTHER = f'<x:any xmlns:x="urn:x">{SPLIT.replace("w:", "x:")}</x:any>'


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Word/document.xml", word_of(SPLIT)),
        ("content/main.xml", word_of(SPLIT)),
        ("ppt/slides/Slide1.xml", SLIDE),
        ("slides/intro.xml", SLIDE),
        ("word/diagrams/drawing1.xml", SLIDE),
        ("anything/at/all.xml", OTHER),
    ],
)
def test_a_paragraph_is_put_together_whatever_its_part_is_called(name: str, body: str) -> None:
    assert found(office({name: body}), "a.docx")


SAID = f"Student SSN: {NUMBER}"
RUN = "<w:r><w:t>{}</w:t></w:r>"
IN_WORD = [
    f"<w:body>{RUN.format(SAID)}<w:p/></w:body>",
    f"<!-- {SAID} --><w:body/>",
    f'<w:body><w:p w:note="{SAID}"/></w:body>',
    f'<w:body><w:p><w:hyperlink w:anchor="x" w:tooltip="{SAID}">{RUN.format("Hi")}</w:hyperlink></w:p></w:body>',
    f'<w:body><w:p><w:ins w:author="{SAID}">{RUN.format("Hi")}</w:ins></w:p></w:body>',
    f"<w:body><w:p>{SAID}</w:p></w:body>",
    "<w:body><w:p><w:r><w:t>Juan Perez </w:t>"
    + "".join(f'<w:sym w:char="F0{ord(it):02X}"/>' for it in NUMBER)
    + "</w:r></w:p></w:body>",
]


@pytest.mark.parametrize("inner", IN_WORD)
def test_what_no_reader_looks_for_in_a_document_is_read_all_the_same(inner: str) -> None:
    assert found(office({"word/document.xml": f"<w:document {W}>{inner}</w:document>"}), "a.docx")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("word/theme/t.xml", f"<a>SSN:{PLAIN}</a>"),
        ("word/people.xml", f'<w:people {W}><w:person w:author="{SAID}"/></w:people>'),
        ("word/_rels/document.xml.rels", f'<Relationships xmlns="x"><Relationship Target="{SAID}"/></Relationships>'),
        ("ppt/slides/slide1.xml", f'<sld><p note="{SAID}"/></sld>'),
    ],
)
def test_no_attribute_of_a_part_is_left_out(name: str, body: str) -> None:
    assert found(office({"word/document.xml": DOCUMENT, name: body}), "a.docx")


FILTER = f'<autoFilter><filterColumn colId="0"><filters><filter val="{SAID}"/></filters></filterColumn></autoFilter>'


@pytest.mark.parametrize(
    "beside",
    [
        FILTER,
        f'<conditionalFormatting><cfRule type="containsText" text="{SAID}"/></conditionalFormatting>',
        f'<conditionalFormatting><cfRule><formula>A1="{SAID}"</formula></cfRule></conditionalFormatting>',
        f'<scenarios><scenario name="{SAID}"/></scenarios>',
        f"<!-- {SAID} -->",
    ],
)
def test_what_stands_beside_the_cells_of_a_sheet_is_read(beside: str) -> None:
    assert found(sheet_of("", beside), "a.xlsx")


@pytest.mark.parametrize(
    "row",
    [
        f'<row r="2" note="{SAID}"><c r="A2"><v>1</v></c></row>',
        f'<row r="2"><c r="A2" note="{SAID}"><v>1</v></c></row>',
        f'<row r="2"><c r="A2" t="s"><v>{SAID}</v></c></row>',
        f'<row r="2"><c r="A2"><v>1</v><v>{SAID}</v></c></row>',
        f'<row r="2"><c r="A2"><x>{SAID}</x></c></row>',
        f'<row r="2"><c r="A2" t="inlineStr"><is/><v>{SAID}</v></c></row>',
    ],
)
def test_whatever_stands_in_a_row_is_read(row: str) -> None:
    assert found(sheet_of(row), "a.xlsx")


@pytest.mark.parametrize(
    "code", ["&quot;536-90-&quot;0000", "\\5\\3\\6-\\9\\0-####", "&quot;SSN: 536-90-&quot;General"]
)
def test_digits_that_a_format_writes_are_read(code: str) -> None:
    formats = (
        f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>'
    )
    assert found(with_rows('<row r="1"><c r="A1" s="1"><v>4271</v></c></row>', formats=formats), "a.xlsx")


@pytest.mark.parametrize("more", [f'<fileSharing userName="{SAID}"/>', f'<customWorkbookView name="{SAID}"/>'])
def test_what_is_said_of_a_workbook_is_read(more: str) -> None:
    assert found(with_rows("", beside=more), "a.xlsx")


def test_marks_of_programs_are_not_told() -> None:
    marked = f'<w:p w:rsidR="00A12345" w:paraId="A1234567">{RUN.format("Welcome to school.")}</w:p>'
    body = f"<w:document {W}><w:body>{marked}</w:body></w:document>"
    marks = f'<w:settings {W}><w:rsids><w:rsid w:val="A1234567"/></w:rsids></w:settings>'
    assert screened(office({"word/document.xml": body, "word/settings.xml": marks}), "a.docx").outcome is Outcome.CLEAN
