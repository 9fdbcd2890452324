"""Word, Excel and PowerPoint files of the blind part."""

from __future__ import annotations

from tests.screening.corpus.blind.packing import (
    HEAD,
    SHEET,
    VENDOR,
    cell,
    docx,
    paragraph,
    relations,
    run,
    sheet,
    table,
    word_part,
    xlsx,
)
from tests.screening.corpus.blind.registry import document


def deleted(text: str) -> str:
    """Text that was struck out with changes tracked, and is still in the file."""
    return (
        '<w:del w:id="7" w:author="rgalindo" w:date="2026-09-02T10:11:00Z"><w:r>'
        f'<w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def boxed(text: str) -> str:
    """A text box that floats beside a paragraph."""
    return (
        '<w:r><w:pict><v:shape id="box1" style="width:200pt;height:60pt"><v:textbox><w:txbxContent>'
        f"{paragraph(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


@document(
    "cumulative_card.docx", outcome="findings", decision="block", slice="docx",
    expect=(
        ("ssn", "value", "header"), ("ssn_last4", "solicit", "comment"),
        ("immigration_status", "value", "deleted text"), ("immigration_document", "value", "text box"),
    ),
)  # fmt: skip
def cumulative_card() -> bytes:
    """A record card that looks harmless on the screen: all that matters is in its margins."""
    body = (
        paragraph("CUMULATIVE RECORD - Millie Stout - Room 15")
        + table([["Year", "Grade", "Teacher", "Citizenship", "SS"], ["2024-25", "3", "Paek", "O", "B+"],
                 ["2025-26", "4", "Salcedo", "S", "A-"]])
        + paragraph("Lives with grandmother", deleted(", father is undocumented and away"), ". Rides the 12.")
        + paragraph(boxed("Photocopy of resident alien card in back pocket, no. SRC2290417733, exp. 05/19/2033"))
        + paragraph('<w:commentRangeStart w:id="0"/>', "Portal password was reset on 10/4.",
                    '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>')
    )  # fmt: skip
    remark = paragraph("Next time make her give the last 4 of her social before you reset it. - Dee")
    parts: dict[str, str | bytes] = {
        "word/header1.xml": word_part(
            "hdr", paragraph("Stout, M.   born 6/3/2016   Soc. Sec. No. 318-92-0461   perm 15")
        ),
        "word/footer1.xml": word_part("ftr", paragraph("Form C-11, rev. 2019. Keep in the blue cabinet.")),
        "word/comments.xml": word_part(
            "comments", f'<w:comment w:id="0" w:author="Dee" w:initials="D">{remark}</w:comment>'
        ),
    }
    section = (
        '<w:headerReference w:type="first" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:titlePg/>'
    )
    links = (("header", "header1.xml"), ("footer", "footer1.xml"), ("comments", "comments.xml"))
    return docx(body, section=section, links=links, parts=parts, title="Cumulative record")


@document(
    "intake_letter.docx", outcome="findings", decision="block", slice="docx",
    expect=(
        ("ssn", "solicit", "body, split runs"), ("a_number", "value", "hidden run"),
        ("immigration_document", "solicit", "footnote"), ("ssn", "value", "custom property"),
        ("ssn_last4", "value", "embedded workbook"), ("immigration_status", "value", "custom XML"),
    ),
)  # fmt: skip
def intake_letter() -> bytes:
    """A letter whose words are cut in runs, with things behind it that the eye does not see."""
    asking = paragraph(
        run("On the dotted line write your child's So"), run("cial Sec", "<w:b/>"), run("ur", "<w:b/><w:i/>"),
        run("ity num", "<w:b/>"), run("ber, then sign below."), '<w:r><w:footnoteReference w:id="2"/></w:r>',
    )  # fmt: skip
    body = (
        paragraph("Dear family of Rami, welcome to Tule Elementary!")
        + asking
        + paragraph(
            "The bus will stop at the corner of 7th and Linden at 7:26. ",
            run("mom A-number 215-883-046", "<w:vanish/>"),
        )
        + paragraph(
            '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s1" r:id="rId2"/>'
            "</w:object></w:r>"
        )
    )
    note = paragraph("Also staple a photocopy of the parents' I-94 or work permit behind this page.")
    log = xlsx({"Calls": sheet([["Caller", "Verified by", "Pupil"], ["R. Haddad", "ssn ends in 7719", "Rami"]])})
    fmtid = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    custom = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{fmtid}" pid="2" name="MergeField_FatherSSN">'
        "<vt:lpwstr>459-02-8817</vt:lpwstr></property></Properties>"
    )
    parts: dict[str, str | bytes] = {
        "word/footnotes.xml": word_part("footnotes", f'<w:footnote w:id="2">{note}</w:footnote>'),
        "word/embeddings/log1.xlsx": log,
        "docProps/custom.xml": custom,
        "customXml/item1.xml": f'{HEAD}<intake xmlns="urn:tule:intake"><pupil>Rami</pupil>'
        "<pupilCitizenship>Syria</pupilCitizenship></intake>",
    }
    links = (
        ("footnotes", "footnotes.xml"),
        ("package", "embeddings/log1.xlsx"),
        ("customXml", "../customXml/item1.xml"),
    )
    overrides = {"docProps/custom.xml": f"{VENDOR}custom-properties+xml"}
    return docx(body, links=links, parts=parts, overrides=overrides, title="Welcome letter")


@document("syllabus.docx", outcome="clean", decision="allow", slice="docx")
def syllabus() -> bytes:
    """A course on the history of immigration: every word that alarms, about nobody's file."""
    weeks = [
        ["Week", "Topic", "Pages", "Points"],
        ["1-2", "Who was a citizen in 1790? Naturalization by statute", "11-58", "40"],
        ["3", "Exclusion, the 1892 certificate, and paper sons", "61-94", "35"],
        ["4-5", "Quotas by national origin: reading a table of 1924", "97-140", "60"],
        ["6", "Braceros; green cards, visas, and how the words changed", "143-171", "35"],
        ["7", "Asylum and the word alien in law and in film", "174-202", "35"],
        ["8", "Plyler v. Doe: may a school ask? (mock argument)", "205-231", "95"],
    ]
    body = (
        paragraph("US HISTORY ELECTIVE: COMING TO AMERICA, 1790 TO NOW")
        + paragraph("Ms. Petrosyan, room 214, periods 2 and 5. Office hours Tuesday 2:50 to 3:40. Section 204153301.")
        + table(weeks)
        + paragraph(
            "Grading: 300 points. 90 percent is an A. Late work: minus 5 a day. Citizenship is marked apart, O to U."
        )
        + paragraph(
            "The family story in week 6 is fiction. Nobody writes about a real relative's papers or status; invent one."
        )
        + paragraph("Text: ISBN 9780132531870, eleven copies on reserve; Social Security Act excerpt, handout 9.")
    )
    parts: dict[str, str | bytes] = {
        "word/header1.xml": word_part("hdr", paragraph("Coming to America - syllabus - fall 2026"))
    }
    section = '<w:headerReference w:type="default" r:id="rId1"/>'
    return docx(
        body, section=section, links=(("header", "header1.xml"),), parts=parts, title="Syllabus: immigration history"
    )


@document(
    "bridge.xlsx", outcome="findings", decision="block", slice="xlsx",
    expect=(
        ("ssn", "solicit", "Bridge!C1, shared string in runs"), ("ssn", "value", "Bridge!D2, number format"),
        ("a_number", "value", "Bridge!E2, formula"), ("immigration_status", "value", "Bridge!B3, comment"),
        ("immigration_status", "value", "Codes!B2, very hidden sheet"), ("ssn_last4", "solicit", "defined name"),
    ),
)  # fmt: skip
def bridge() -> bytes:
    """A summer list: what matters is in the header's runs, a format, a formula, a remark, a sheet nobody can unhide."""
    rows: list[list[str | int | None]] = [
        ["Student", "Grade", None, "Ref", "Memo", "Shirt"],
        ["Ellis Boudreaux", 6, None, None, None, "M"],
        ["Abril Montaño", 6, None, None, None, "S"],
    ]
    extra = {
        "C1": '<c r="C1" t="s"><v>0</v></c>',
        "D2": cell("D2", 48317205, style=1),
        "E2": cell("E2", "", formula='IF(B2>9,"mother A# 218-904-337","")'),
    }
    strings = "<si><r><t>Mother's So</t></r><r><rPr><b/></rPr><t>cial Secu</t></r><r>"
    strings += '<t xml:space="preserve">rity No. </t></r></si>'
    codes = sheet([["pupil", "parent status"], ["Abril Montaño", "DACA, expires 3/27"], ["Ellis Boudreaux", None]])
    remark = "<r><t>Dad was deported in June, per the aunt. Call her only.</t></r>"
    comments = (
        f'{HEAD}<comments xmlns="{SHEET}"><authors><author>jr</author></authors><commentList>'
        f'<comment ref="B3" authorId="0"><text>{remark}</text></comment></commentList></comments>'
    )
    return xlsx(
        {"Bridge": sheet(rows, extra), "Codes": codes},
        states={"Codes": "veryHidden"},
        names={"Guardian_SSN_Last4": "Bridge!$G$2:$G$60"},
        formats=("000-00-0000",),
        strings=strings,
        parts={
            "xl/comments1.xml": comments,
            "xl/worksheets/_rels/sheet1.xml.rels": relations([("comments", "../comments1.xml")]),
        },
        overrides={"xl/comments1.xml": f"{VENDOR}spreadsheetml.comments+xml"},
    )


@document("roster.xlsx", outcome="clean", decision="allow", slice="xlsx")
def roster() -> bytes:
    """A roster full of numbers of nine digits, none of which is anybody's Social Security number."""
    people = [
        ("Haddad, Rami", 318447265), ("Sandoval, Noemi", 318447266), ("Vu, Kevin", 318447301),
        ("Stout, Millie", 549127736),
        ("Okafor, Ngozi", 531862204), ("Rusk, Tobin", 531862211), ("Fong, Hazel", 607429918),
        ("Doyle, Fern", 607429920),
    ]  # fmt: skip
    rows: list[list[str | int | None]] = [
        ["SSID", "Local ID", "Student", "SS", "Citizenship", "Bus", "ZIP+4", "Locker combo"]
    ]
    for number, (name, local) in enumerate(people):
        rows.append([f"88104437{20 + number}", local, name, "ABBC"[number % 4], "OSSN"[number % 4], 12 + number % 3,
                     f"93721-30{40 + number}", f"31-{70 + number}-47"])  # fmt: skip
    totals = sheet([["Home language", "Students"], ["English", 212], ["Spanish", 174], ["Hmong", 31], ["Arabic", 14]])
    marks = sheet(
        [
            ["code", "means"],
            ["O", "outstanding"],
            ["S", "satisfactory"],
            ["N", "needs to improve"],
            ["U", "unsatisfactory"],
        ]
    )
    return xlsx({"Roster": sheet(rows), "Totals": totals, "Marks": marks}, states={"Marks": "hidden"},
                names={"SS_Marks": "Roster!$D$2:$D$9"})  # fmt: skip
