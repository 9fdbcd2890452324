"""Every place in a document where words can stand is read, and told."""

from __future__ import annotations

import pikepdf
import pytest

from fileroom.screening.opening import extract
from fileroom.screening.opening.number_formats import shown
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind
from tests.screening.files import book, bytes_of, mail, office, opened, paragraph, pdf, places, texts, word, zipped

BOX = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"


def test_runs_of_a_word_document_are_joined_and_hidden_ones_read() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r></w:p>"
    assert texts(word(paragraph("one ", "wo", "rd") + hidden)) == "one word\nhidden words"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (word(paragraph("marked")), "body"),
        (word("", header=paragraph("marked")), "header"),
        (word("", footer2=paragraph("marked")), "footer"),
        (word("", footnotes=f"<w:footnote>{paragraph('marked')}</w:footnote>"), "footnote"),
        (word("", comments=f"<w:comment>{paragraph('marked')}</w:comment>"), "comment"),
        (word(BOX.format(paragraph("marked"))), "text box"),
        (word(TABLE.format(paragraph("a"), paragraph("marked"))), "table 1, row 1, cell 2"),
        (word("<w:p><w:del><w:r><w:delText>marked</w:delText></w:r></w:del></w:p>"), "body, deleted text"),
        (word(BOX.format(TABLE.format(paragraph("x"), BOX.format(paragraph("marked"))))), "text box"),
        (word('<w:p><w:sdt><w:sdtPr><w:alias w:val="marked"/></w:sdtPr></w:sdt></w:p>'), "body, field"),
        (word("<w:p><w:r><w:instrText>MERGEFIELD marked</w:instrText></w:r></w:p>"), "body, field code"),
        (office({"word/document.xml": "<d/>", "customXml/item1.xml": "<a><b>marked</b></a>"}), "custom XML a/b"),
        (office({"docProps/core.xml": "<c><title>marked</title></c>"}), "property c/title"),
        (word(paragraph("a"), glossary=paragraph("marked")), "part"),
    ],
)
def test_no_place_in_a_word_document_is_left_out(body: bytes, place: str) -> None:
    assert places(body, "marked") == [place]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pupil: ____________  Room: ____", TextKind.FORM_ANSWERS),
        ("Name\n\n------------\n\nGrade\n\n------\n", TextKind.FORM_ANSWERS),
        ("☐ lunch ☐ milk", TextKind.FORM_ANSWERS),
        ("A letter of several lines\nthat tells\nof many things\nand ends\nwith a name: ________", TextKind.PROSE),
        ("A row of dashes\n--------------------------------\nand nothing else", TextKind.PROSE),
    ],
)
def test_a_text_with_blanks_to_fill_in_is_a_form(text: str, kind: TextKind) -> None:
    assert [part.kind for part in opened(text.encode(), "a.txt").parts] == [kind]


def test_a_file_embedded_in_a_document_is_opened_where_it_stands() -> None:
    body = office({"word/embeddings/a.xlsx": book('<row r="7"><c r="C7" t="str"><v>marked</v></c></row>')})
    assert places(body, "marked") == ["embedded a.xlsx › Roll!C7"]


def test_a_program_in_a_document_leaves_it_not_fully_examined() -> None:
    extracted = extract(office({"word/document.xml": "<d/>", "word/vbaProject.bin": b"\x01"}))
    assert extracted.outcome is Outcome.QUARANTINE


def cell(content: str, address: str = "B2") -> str:
    """A row with one cell."""
    return f'<row r="2"><c r="{address}" {content}</c></row>'


RUNS = "<si><r><t>mar</t></r><r><t>ked</t></r></si>"
DIGITS = (
    '<numFmts><numFmt numFmtId="164" formatCode="000\\-00\\-0000"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
)
NAMED = '<definedNames><definedName name="marked">1</definedName></definedNames>'
COMMENT = "<comments><comment><text><r><t>marked</t></r></text></comment></comments>"


@pytest.mark.parametrize(
    ("body", "words", "place"),
    [
        (book(cell('t="s"><v>0</v>'), strings=RUNS), "marked", "Roll!B2"),
        (book(cell('t="inlineStr"><is><t>marked</t></is>'), state="veryHidden"), "marked", "Roll!B2"),
        (book(cell('><f>IF(A1,"marked","")</f><v>0</v>')), "marked", "Roll!B2, formula"),
        (book("", beside=NAMED), "marked", "defined name"),
        (book(cell('s="1"><v>12345678</v>'), formats=DIGITS), "012-34-5678", "Roll!B2"),
        (office({"xl/comments1.xml": COMMENT}), "marked", "cell comment 1"),
        (office({"xl/tables/table1.xml": '<t><tableColumn name="marked"/></t>'}), "marked", "table 1, tableColumn"),
        (office({"ppt/slides/slide3.xml": '<sld show="0"><p><t>mar</t><t>ked</t></p></sld>'}), "marked", "slide 3"),
        (office({"ppt/notesSlides/notesSlide2.xml": "<n><p><t>marked</t></p></n>"}), "marked", "notes of slide 2"),
        (office({"ppt/charts/chart1.xml": "<c><v>marked</v></c>"}), "marked", "chart 1, values"),
        (zipped({"mimetype": "x", "content.xml": "<a><p>marked</p></a>"}), "marked", "body"),
    ],
)
def test_no_place_in_a_sheet_or_slide_is_left_out(body: bytes, words: str, place: str) -> None:
    assert places(body, words) == [place]


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        ("12345678", "000000000", "012345678"),
        ("12345678", "000\\-00\\-0000", "012-34-5678"),
        ("12345678", '000"-"00"-"0000;@', "012-34-5678"),
        ("318447265", "General", "318447265"),
        ("3.18447265E8", "", "318447265"),
        ("1234.5", "0.00", "1234.5"),
        ("45000", "yyyy-mm-dd", "2023-03-15"),
        ("words", "000", "words"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(value: str, number_format: str, seen: str) -> None:
    assert shown(value, number_format) == seen


def test_lines_above_a_header_are_a_title() -> None:
    def row(number: int, columns: str) -> str:
        cells = "".join(f'<c r="{column}{number}" t="str"><v>{column}{number}</v></c>' for column in columns)
        return f'<row r="{number}">{cells}</row>'

    rows = row(1, "A") + row(3, "AB") + row(4, "AB")
    table = next(part for part in opened(book(rows)).parts if part.kind is TextKind.TABLE)
    assert table.text == "A3\tB3\nA4\tB4\n" and table.title == "Roll\nA1"


def test_no_part_of_a_mail_is_left_out() -> None:
    body = mail(("a.csv", b"a,b,marked\n1,2,3\n4,5,6\n"), ("deep.eml", mail(("b.txt", b"innermost"))))
    assert places(body, "the subject", "a.eml") == ["header", "attachment deep.eml › header"]
    assert places(body, "the plain part")[0] == "body"
    assert places(body, "the HTML part")[0] == "HTML part"
    assert places(body, "the hint")[0] == "HTML part p title"
    assert places(body, "marked", "a.eml") == ["attachment a.csv › row 1, column 3"]
    assert places(body, "innermost", "a.eml") == ["attachment deep.eml › attachment b.txt › text"]


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("<p>marked</p>", "page"),
        ("<input placeholder=marked>", "input placeholder"),
        ("<label>marked<input></label>", "label"),
        ("<table><tr><td>a<td>marked</table>", "table 1, row 1, cell 2"),
        ("<input name=marked>", "input name"),
        ("<input type=hidden name=x value=marked>", "field x"),
        ("<select><option>a<option>marked</select>", "page"),
        ("<img alt=marked>", "img alt"),
        ("<div data-ask=marked></div>", "div data-ask"),
        ("<!-- marked -->", "comment"),
        ("<script>let a = 'marked'</script>", "script"),
        ("<p>&#109;arked</p>", "page"),
    ],
)
def test_no_place_in_a_page_is_left_out(page: str, place: str) -> None:
    assert place in places(f"<!doctype html><body>{page}</body>".encode(), "marked")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_table_is_read_in_whatever_encoding_it_is(encoding: str) -> None:
    body = 'Niño;Año;Núm\nBegoña;3;4\n"a;b";5;6\n'.encode(encoding)
    assert opened(body, "a.csv").parts[0].text == "Niño\tAño\tNúm\nBegoña\t3\t4\na;b\t5\t6\n"


def test_names_and_values_of_data_stand_together_with_escapes_undone() -> None:
    assert texts(b'{"a": {"ssn": "31\\u0038", "n": 12}, "l": [1, {"m": null}]}') == (
        "a: ssn: 318\na: n: 12\nl: 1\nl: m: \na\nl"
    )
    assert texts(b'<r ssn="1"><!-- note --><Name>A&amp;B</Name><Empty/></r>') == (
        "r@ssn: 1\nr: Name: A&B\nr: Empty: \nnote\nr"
    )


def test_rtf_is_read_with_its_escapes_undone_and_its_hidden_text() -> None:
    body = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}a\b b\b0 c \'e9 \u8212? \u55296?\par{\v hidden}{\*\x other}}"
    words = opened(body).parts[0].text
    assert words.splitlines()[-1] == "hiddenother" and words.startswith("abc é — ")


def test_no_place_in_a_pdf_is_left_out() -> None:
    made = pdf("words on page one, enough of them to be believed", "words on page two, enough of them to be believed")
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="parent", TU="the hint", V="the value")
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="the note")
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="the script")
    made.Root.AcroForm = pikepdf.Dictionary(Fields=made.make_indirect(pikepdf.Array([made.make_indirect(field)])))
    made.pages[0].Annots = pikepdf.Array([note])
    made.Root.OpenAction = action
    made.attachments["a.txt"] = b"the attachment"
    with made.open_metadata(set_pikepdf_as_editor=False) as data:
        data["dc:description"] = "the metadata"
    made.docinfo["/Title"] = "the title"
    body = bytes_of(made)
    expected = {
        "page one": "page 1",
        "page two": "page 2",
        "the hint (parent)": "field parent",
        "the hint: the value": "field parent",
        "the note": "annotation",
        "the script": "script",
        "the title": "title",
        "the attachment": "attachment a.txt › text",
        "the metadata": "property Alt/li",
    }
    assert {words: (places(body, words) or [None])[0] for words in expected} == expected
    assert [part.page for part in opened(body).parts if "words on page" in part.text] == [1, 2]


def test_a_name_that_holds_a_number_is_read_and_not_repeated_in_a_place() -> None:
    extracted = opened(zipped({"318-44-7265.txt": "words of a text"}), "x.zip")
    assert [part.text for part in extracted.parts] == ["318-44-7265.txt", "words of a text"]
    assert not [place for part in extracted.parts for _, place in part.places if "318" in place]


def test_what_a_later_version_of_a_pdf_took_away_is_read() -> None:
    first = bytes_of(pdf("a line of words that was taken away"), compress_streams=False)
    number = int(first.rsplit(b"startxref", 1)[1].split()[0])
    # The second version replaces the page's contents and leaves the first where it was.
    contents = first.index(b"stream")
    at = first.rindex(b" 0 obj", 0, contents)
    name = first[first.rindex(b"\n", 0, at) + 1 : at]
    stream = b"BT /F1 14 Tf 72 700 Td (a line of words that stands now) Tj ET"
    start = len(first)
    head = name + b" 0 obj\n<< /Length " + str(len(stream)).encode() + b" >>\nstream\n"
    body = head + stream + b"\nendstream\nendobj\n"
    root = first[first.rindex(b"trailer") :].split(b"startxref")[0]
    root = root.replace(b"<<", b"<< /Prev " + str(number).encode(), 1)
    table = b"xref\n" + name + b" 1\n" + f"{start:010} 00000 n \n".encode()
    updated = first + body + table + root + b"startxref\n" + str(start + len(body)).encode() + b"\n%%EOF\n"
    read = places(updated, "stands now") + places(updated, "was taken away")
    assert read == ["page 1", "page 1, earlier version"]


def test_what_a_note_is_drawn_with_is_read() -> None:
    made = pdf("a page of words that the office reads")
    font = made.pages[0].Resources.Font
    drawn = made.make_stream(
        b"BT /F1 12 Tf 5 5 Td (words of a stamp) Tj ET",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([0, 0, 200, 30]),
        Resources=pikepdf.Dictionary(Font=font),
    )
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        F=4,
        Rect=pikepdf.Array([72, 500, 272, 530]),
        AP=pikepdf.Dictionary(N=drawn),
    )
    made.pages[0].Annots = pikepdf.Array([stamp])
    assert places(bytes_of(made), "words of a stamp") == ["page 1, drawn"]
