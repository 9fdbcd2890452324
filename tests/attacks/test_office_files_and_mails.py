"""Office files and mails lie on a shelf as they came, sealed, and are given as files to save: nothing renders them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO

import pytest

from fileroom.screening import TextKind
from fileroom.screening.documents import DOCX, EML, ODT, PPTX, TEXT, XLSX, Kind, kind_of
from fileroom.screening.opening.identify import Format, identify
from fileroom.screening.parts import Part
from fileroom.screening.screened import in_part
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.disclosure.asking import entries
from tests.screening.files import LINKS, SHEET, W, paragraph, zipped

Handed = Callable[..., "tuple[int, str]"]
NUMBER = "318-44-7265"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DRAWN = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SLIDE = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {DRAWN}'
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
ODF += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def types(part: str, kind: str) -> str:
    """What a package says its main part is."""
    return f'<Types xmlns="{TYPES}"><Override PartName="/{part}" ContentType="{kind}"/></Types>'


def docx(text: str, kind: str = f"{DOCX.media_type}.main+xml", more: dict[str, bytes] | None = None) -> bytes:
    body = f"<w:document {W}><w:body>{paragraph(text)}</w:body></w:document>"
    return zipped({"[Content_Types].xml": types("word/document.xml", kind), "word/document.xml": body, **(more or {})})


def xlsx(text: str) -> bytes:
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    return zipped(
        {
            "[Content_Types].xml": types("xl/workbook.xml", f"{XLSX.media_type}.main+xml"),
            "xl/workbook.xml": f'<workbook {SHEET} xmlns:r="{LINKS}"><sheets><sheet name="Roll" sheetId="1" '
            'r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="rId1" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def pptx(text: str) -> bytes:
    said = f"<p:sp><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    return zipped(
        {
            "[Content_Types].xml": types("ppt/presentation.xml", f"{PPTX.media_type}.main+xml"),
            "ppt/presentation.xml": f"<p:presentation {SLIDE}/>",
            "ppt/slides/slide1.xml": f"<p:sld {SLIDE}><p:cSld><p:spTree>{said}</p:spTree></p:cSld></p:sld>",
        }
    )


def odt(text: str) -> bytes:
    out = BytesIO()
    content = f"<office:document-content {ODF}><office:body><office:text><text:p>{text}</text:p></office:text>"
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", ODT.media_type)
        package.writestr("content.xml", f"{content}</office:body></office:document-content>")
    return out.getvalue()


def eml(text: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "The meeting"
    message.set_content(f"{text}\n", cte="base64")
    return message.as_bytes()


MADE: list[tuple[Kind, Callable[[str], bytes]]] = [(DOCX, docx), (XLSX, xlsx), (PPTX, pptx), (ODT, odt), (EML, eml)]
each = pytest.mark.parametrize(("kind", "made"), MADE, ids=[kind.endings[0] for kind, _ in MADE])


@pytest.fixture
def hand_in(town: make.Town) -> Handed:
    """Hand a file in at the counter; returns the status and the page."""

    def hand_in(name: str, body: bytes) -> tuple[int, str]:
        file = BytesIO(body)
        file.name = name
        given = form(item="test_results", file=file, others="nobody")
        answer = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/", given)
        return answer.status_code, answer.content.decode()

    return hand_in


def kept() -> int:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        return Record.objects.count()


@each
def test_it_is_what_it_is_by_its_bytes(kind: Kind, made: Callable[[str], bytes]) -> None:
    body = made("Reads well.")
    assert kind_of(body, f"x{kind.endings[0]}") is kind
    assert kind_of(body, "x.zip") is (TEXT if kind is EML else kind), "a memo begins as a mail does: it is a text"


@each
def test_it_is_kept_sealed_as_it_came_and_given_as_a_file_to_save(
    town: make.Town, hand_in: Handed, kind: Kind, made: Callable[[str], bytes]
) -> None:
    body = made("Reads well and at length.")
    status, page = hand_in(f"results{kind.endings[0]}", body)
    assert (status, kept()) == (200, 1), page
    record = next(event.record for event in entries() if event.act == "record:collected")
    office = browser(town.registrar.by)
    assert kind.media_type not in office.get(f"/records/{record}/").content.decode(), "a page says it in words"
    answer = office.get(f"/records/{record}/document/")
    assert answer.content == body and answer["Content-Type"] == kind.media_type
    assert answer["Content-Disposition"] == f'attachment; filename="test_results{kind.endings[0]}"'
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]


@each
def test_what_may_not_be_collected_is_found_in_it(hand_in: Handed, kind: Kind, made: Callable[[str], bytes]) -> None:
    status, page = hand_in(f"results{kind.endings[0]}", made(f"Social Security number: {NUMBER}"))
    assert (status, kept()) == (403, 0)
    assert "49076.7" in page and NUMBER not in page


@each
def test_under_another_name_it_is_not_kept(hand_in: Handed, kind: Kind, made: Callable[[str], bytes]) -> None:
    status, page = hand_in("results.pdf", made("Reads well."))
    assert (status, kept()) == (422, 0) and "The name ends in .pdf" in page


UTF_7 = b"X-Note: <meta charset=utf-7>\r\nX-A: +AAoACg-\r\n"
HZ = b"X-Note: <meta charset=hz>\r\nX-A: a~\n"
BARE = "Ana Reyes 318447265 grade 5."


@pytest.mark.parametrize("head", [UTF_7, HZ, b"from: a@example.org\r\n", b""])
def test_what_is_a_mail_to_the_shelf_is_opened_as_one_whatever_its_head_says_of_letters(
    hand_in: Handed, head: bytes
) -> None:
    body = head + eml(f"Ana Reyes, Social Security number: {NUMBER}")
    assert kind_of(body, "x.eml") is EML and identify(body, "x.eml").format is Format.EMAIL
    assert hand_in("meeting.eml", body)[0] == 403 and kept() == 0


@pytest.mark.parametrize("begin", [b"BZh9: x\n", b"Salted__: x\n", b"From a@example.org\n", b"Rar!: x\n"])
def test_what_the_sieve_opens_as_something_else_is_no_mail(begin: bytes) -> None:
    body = begin + eml("Reads well.")
    is_mail = identify(body, "x.eml").format is Format.EMAIL
    assert (kind_of(body, "x.eml") is EML) is is_mail and not is_mail


@pytest.mark.parametrize("letters", ["utf-8", "us-ascii"])
def test_a_text_in_a_mail_is_in_the_letters_that_its_own_head_says(hand_in: Handed, letters: str) -> None:
    said = "<meta charset=hz>\nAna Reyes ~{318447265.~} grade 5.\n"
    head = f"From: a@example.org\nTo: b@example.org\nContent-Type: text/plain; charset={letters}\n\n"
    assert hand_in("meeting.eml", f"{head}{said}".encode())[0] == 403
    assert hand_in("meeting.txt", said.encode())[0] == 403 and kept() == 0


@pytest.mark.parametrize(("kind", "made"), [*MADE, (TEXT, str.encode)], ids=lambda it: getattr(it, "media_type", ""))
def test_a_bare_number_beside_a_name_is_refused_in_all_that_is_typed(
    hand_in: Handed, kind: Kind, made: Callable[[str], bytes]
) -> None:
    status, page = hand_in(f"results{kind.endings[0]}", made(BARE))
    assert (status, kept()) == (403, 0) and "49076.7" in page and "318447265" not in page


def test_of_a_mail_what_is_scanned_is_read_as_a_scan_and_what_is_typed_as_typed() -> None:
    typed = Part(BARE, TextKind.PROSE)
    assert in_part(typed, "x.eml", strict=True)
    for scan in (Part(BARE, TextKind.PROSE, page=1), Part(BARE, TextKind.PROSE, confidence=90.0)):
        assert in_part(scan, "x.eml", strict=True) == in_part(scan, "x.eml", strict=False)


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
PROJECT = "application/vnd.ms-office.vbaProject"
SHEETS = "application/vnd.ms-excel.macrosheet+xml"
MAIN = f"{DOCX.media_type}.main+xml"


def said(inside: str, before: str = "") -> bytes:
    """A package that says this of its parts."""
    types = f'{before}<Types xmlns="{TYPES}">{inside}</Types>'
    return zipped({"[Content_Types].xml": types, "word/document.xml": f"<w:document {W}/>"})


def with_macros(name: str) -> bytes:
    out = BytesIO(odt("Reads well."))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, "Sub Main\nEnd Sub")
    return out.getvalue()


def packed_as(method: int, *, torn: bool) -> bytes:
    """An office file packed in a way that none is."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        package.writestr("[Content_Types].xml", types("word/document.xml", MAIN) * 50)
    body = bytearray(out.getvalue())
    if torn:
        at = 30 + len("[Content_Types].xml")
        body[at + 4 : at + 9] = b"\xff" * 5
    return bytes(body)


@pytest.mark.parametrize("torn", [True, False])
@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_package_packed_as_none_is_is_none_and_raises_nothing(hand_in: Handed, method: int, torn: bool) -> None:
    assert kind_of(packed_as(method, torn=torn), "x.docx") is None
    assert hand_in("x.docx", packed_as(method, torn=torn))[0] == 422


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("macros.docx", docx("x", MACROS)),
        ("macros.docm", docx("x", MACROS)),
        ("none.docx", zipped({"word/document.xml": f"<w:document {W}/>"})),
        ("both.docx", docx("x", f'{DOCX.media_type}.main+xml"/><Override ContentType="{XLSX.media_type}.main+xml')),
        ("torn.docx", docx("Reads well.")[:-30]),
        ("any.zip", zipped({"a.txt": "Reads well."})),
        ("many.docx", zipped({f"{number:>060}": "" for number in range(12_000)} | {"[Content_Types].xml": "x"})),
        ("sheet.ods", odt("x").replace(b"opendocument.text", b"opendocument.shee")),
        ("no.eml", b"\x00" + eml("Reads well.")),
        ("basic.odt", with_macros("Basic/Standard/Module1.xml")),
        ("low.odt", with_macros("basic/script-lc.xml")),
        ("here.odt", with_macros("./Basic/Standard/Module1.xml")),
        ("scripts.odt", with_macros("Scripts/python/x.py")),
        ("comment.docx", said(f'<!-- ContentType="{MAIN}" --><Override ContentType="{MACROS[:-4]}&#43;xml"/>')),
        ("entity.docx", said(f'<Override ContentType="{MAIN}"/><Override ContentType="{MACROS[:-4]}&#43;xml"/>')),
        ("doctype.docx", said(f'<Override ContentType="{MAIN}"/>', "<!DOCTYPE x>")),
        ("project.docx", said(f'<Override ContentType="{MAIN}"/><Default ContentType="{PROJECT}" Extension="bin"/>')),
        ("sheet.xlsx", said(f'<Override ContentType="{XLSX.media_type}.main+xml"/><Override ContentType="{SHEETS}"/>')),
        ("cut.docx", said(f'<Override ContentType="{MAIN}"/>{" " * 2**18}<Override ContentType="{MACROS}"/>')),
        ("no.docx", said(f'<Override ContentType="{MAIN}"/>', "<x>")),
    ],
)
def test_a_package_that_does_not_say_what_it_is_or_has_macros_is_none(name: str, body: bytes) -> None:
    assert kind_of(body, name) is None


def test_a_package_whose_directory_lies_about_its_length_is_none() -> None:
    body = bytearray(docx("Reads well."))
    struct.pack_into("<I", body, body.rfind(b"PK\x05\x06") + 12, 2**31)
    assert kind_of(bytes(body), "x.docx") is None


def test_a_bomb_in_an_office_file_is_not_kept(hand_in: Handed) -> None:
    status, page = hand_in("bomb.docx", docx("Reads well.", more={"word/media/x.xml": b" " * (200 * 2**20)}))
    assert (status, kept()) == (422, 0) and "Nothing was kept" in page


def test_a_text_that_begins_as_a_mail_stays_a_text(town: make.Town, hand_in: Handed) -> None:
    memo = b"To: the office\nFrom: T. Abara\nSubject: results\n\nReads well.\n"
    assert kind_of(memo, "memo.txt") is TEXT and kind_of(memo, "memo.eml") is EML
    assert hand_in("memo.txt", memo)[0] == 200
