"""Word files: what stands in the header, a comment, a deletion, a box, a hidden run, a property, a file within."""

from __future__ import annotations

from tests.screening.corpus.documents import document
from tests.screening.corpus.open.documents_office_book import Sheet, book
from tests.screening.corpus.open.documents_office_parts import (
    HEAD,
    KIND,
    OFFICE,
    Part,
    paragraph,
    run,
    table,
    word,
    word_part,
)

SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'


@document(
    "transfer_packet_header.docx",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "header")],
    slice="docx",
)
def transfer_packet_header() -> bytes:
    """A harmless packet; each page is headed by a line that asks for the number."""
    head = paragraph("Pupil: ______________   Soc. Sec. No.: ______________   Room: ____")
    body = paragraph("Inter-district transfer, packet B") + table(
        [
            ["Last school", "City", "Last day there"],
            ["", "", ""],
            ["Siblings with us", "Grade", "Teacher"],
            ["", "", ""],
        ]
    )
    return word(body + SECTION, [word_part("header", "hdr", head)])


@document(
    "study_team_draft.docx",
    outcome="findings",
    decision="block",
    expect=[("immigration_status", "value", "comment"), ("a_number", "value", "deleted tracked text")],
    slice="docx",
)
def study_team_draft() -> bytes:
    """Minutes whose comment tells a father's detention and whose deleted words keep a number."""
    gone = (
        '<w:del w:id="4" w:author="R. Tolan" w:date="2024-08-12T07:30:00Z">'
        '<w:r><w:delText xml:space="preserve"> Back of the shot card: A# 244-190-386.</w:delText></w:r></w:del>'
    )
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    body = paragraph("Student study team, Malik, grade 5. Present: teacher, aunt, counselor.") + paragraph(
        run("Reading is at grade level; math facts are slow."), gone, run(" Next meeting in six weeks."), mark
    )
    note = (
        '<w:comment w:id="0" w:author="Counselor" w:date="2024-08-12T07:30:00Z" w:initials="C">'
        + paragraph("Aunt came because his father was taken into immigration custody last Friday.")
        + "</w:comment>"
    )
    return word(body, [word_part("comments", "comments", note)])


@document(
    "marching_band_trip.docx",
    outcome="findings",
    decision="block",
    expect=[("immigration_document", "solicit", "text box")],
    slice="docx",
)
def marching_band_trip() -> bytes:
    """A trip letter with a box in the margin that wants the papers of those not born here."""
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="box" style="width:180pt;height:60pt">'
        "<v:textbox><w:txbxContent>"
        + paragraph("Not born in the U.S.? Hand in a copy of your green card or I-94 with this slip.")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    body = paragraph("Marching band, Rose Festival. Bus leaves at 4:45 a.m. from the north lot.") + paragraph(
        "Bring the cleaned uniform, black socks, two lunches and $20 for the boardwalk.", box
    )
    return word(body)


@document(
    "nurse_intake_runs.docx",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "table cell, split and hidden runs")],
    slice="docx",
)
def nurse_intake_runs() -> bytes:
    """A number in a table cell, broken over four runs, the last of them hidden."""
    hidden = "<w:vanish/>"
    parts = paragraph(run("Mother, ins. holder "), run("53", "<w:b/>"), run("9-2"), run("6-41"), run("87", hidden))
    cells = f"<w:tr><w:tc>{paragraph('Emergency')}</w:tc><w:tc>{parts}</w:tc></w:tr>"
    body = paragraph("Health office intake, kindergarten") + f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>"
    return word(body)


@document(
    "welcome_letter_property.docx",
    outcome="findings",
    decision="block",
    expect=[("a_number", "value", "custom property"), ("immigration_status", "value", "custom XML")],
    slice="docx",
)
def welcome_letter_property() -> bytes:
    """A merge letter: the page says nothing, the properties and the data bound to it say all."""
    custom = Part(
        "docProps/custom.xml",
        f"{KIND}custom-properties+xml",
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Alien Number">'
        "<vt:lpwstr>A228417903</vt:lpwstr></property></Properties>",
    )
    data = Part(
        "customXml/item1.xml",
        "application/xml",
        f"{HEAD}<mergeRow><pupil>Selam</pupil><grade>2</grade><immigStatus>asylee</immigStatus></mergeRow>",
    )
    body = paragraph("Dear family of Selam,") + paragraph("Welcome to second grade. Her teacher is Mx. Orlov, Room 6.")
    return word(body, [("customXml", data)], [("custom-properties", custom)])


@document(
    "fall_census_memo.docx",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "embedded workbook"), ("ssn", "value", "embedded workbook")],
    slice="docx",
)
def fall_census_memo() -> bytes:
    """A memo with a sheet embedded behind a small icon; the sheet holds the numbers."""
    rows: list[list[str | int]] = [["Guardian", "SS Number", "Room"], ["Bexley, T.", "346-71-9028", "4"]]
    inner = book([Sheet("Sheet1", rows)])
    place = Part("word/embeddings/Sheet1.xlsx", f"{KIND}spreadsheetml.sheet", inner)
    body = paragraph("Census day memo. Counts are due by two o'clock; the helper sheet is attached below.") + (
        f'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{OFFICE}" '
        'Type="Embed" ProgID="Excel.Sheet.12" r:id="rId1"/></w:object></w:r></w:p>'
    )
    return word(body, [("package", place)])


@document("board_packet_november.docx", outcome="clean", decision="allow", slice="docx")
def board_packet_november() -> bytes:
    """A board packet: warrants, vendor numbers, counts by group, a policy that names what is never asked."""
    warrants = table(
        [
            ["Warrant", "Vendor", "Vendor no.", "Amount"],
            ["204418873", "Lowe & Tran Paving", "318-20-4471", "$41,208.19"],
            ["204418874", "Blue Heron Paper", "600418220", "$2,117.00"],
            ["204418901", "Visa corporate card", "ending 4471", "$864.33"],
        ]
    )
    foot = (
        '<w:footnote w:id="2">'
        + paragraph("Zip+4 for the payee is 95991-3306; case 24-CV-0318 is closed.")
        + "</w:footnote>"
    )
    body = (
        paragraph("REGULAR MEETING, NOVEMBER. Item 7.2, warrants.")
        + warrants
        + paragraph("Item 8.1. Enrollment by ethnicity, district totals: Latino 2,204; Asian 611; White 590; other 88.")
        + paragraph(
            "Item 9. First reading, BP 5145.13. Staff shall not solicit Social Security numbers, citizenship or "
            "immigration status of pupils or their families.",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
        )
    )
    return word(body, [word_part("footnotes", "footnotes", foot)])


@document("us_history_syllabus_unit6.docx", outcome="clean", decision="allow", slice="docx")
def us_history_syllabus_unit6() -> bytes:
    """A syllabus on the history of immigration, full of the words and of nobody's data."""
    weeks = table(
        [
            ["Week", "Topic", "Reading"],
            ["1", "Chinese Exclusion and certificates of residence", "pp. 204-218"],
            ["2", "Quotas of 1924: nationality as a number", "pp. 219-233"],
            ["3", "Braceros, deportation drives and green cards", "pp. 240-261"],
            ["4", "Undocumented youth and DACA: the court cases", "handout 6D"],
        ]
    )
    head = paragraph("U.S. History, Unit 6: Who may stay?   Ms. Delacroix, Room 118")
    body = weeks + paragraph(
        "Essay: should a passport decide who a citizen is? 800 words, two sources, due on the 14th."
    )
    return word(body + SECTION, [word_part("header", "hdr", head)])
