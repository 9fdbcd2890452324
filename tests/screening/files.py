"""Small files of each format, with a marked word in every place where a word can stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

import pikepdf
from PIL import Image, ImageDraw, ImageFont

from fileroom.screening.opening import extract
from fileroom.screening.parts import Extracted

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(files: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name), body, packing)
    return out.getvalue()


def office(parts: Mapping[str, str | bytes]) -> bytes:
    """An office package of these parts."""
    return zipped({"[Content_Types].xml": TYPES, **parts})


def word(body: str, **parts: str) -> bytes:
    """A Word document; `parts` are further parts under word/, by name without the ending."""
    further = {f"word/{name}.xml": f"<w:{name} {W}>{inner}</w:{name}>" for name, inner in parts.items()}
    return office({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **further})


def paragraph(*texts: str) -> str:
    """A paragraph of runs."""
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def book(rows: str, *, strings: str = "", formats: str = "", state: str = "visible", beside: str = "") -> bytes:
    """A workbook with one sheet."""
    return office(
        {
            "xl/workbook.xml": f'<workbook {SHEET} xmlns:r="{LINKS}"><sheets><sheet name="Roll" state="{state}" '
            f'r:id="rId1"/></sheets>{beside}</workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="rId1" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}><sheetData>{rows}</sheetData></worksheet>",
            "xl/sharedStrings.xml": f"<sst {SHEET}>{strings}</sst>",
            "xl/styles.xml": f"<styleSheet {SHEET}>{formats}</styleSheet>",
        }
    )


def mail(*attached: tuple[str, bytes]) -> bytes:
    """An e-mail with a text, an HTML text and attachments."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "the subject line"
    message.set_content("the plain part\n", cte="quoted-printable")
    message.add_alternative("<p title='the hint'>the HTML part</p>", subtype="html", cte="base64")
    for name, body in attached:
        message.add_attachment(body, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def picture(*lines: str, size: tuple[int, int] = (1275, 900)) -> Image.Image:
    """A page with these lines in black on white."""
    page = Image.new("L", size, 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(28)
    for number, line in enumerate(lines):
        draw.text((90, 90 + 60 * number), line, font=font, fill=0)
    return page


def saved(image: Image.Image, kind: str) -> bytes:
    """A picture's file."""
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def pdf(*pages: str) -> pikepdf.Pdf:
    """A PDF with a line of text a page."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for words in pages:
        page = made.add_blank_page(page_size=(612, 792))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(font)))
        page.Contents = made.make_stream(f"BT /F1 14 Tf 72 700 Td ({words}) Tj ET".encode())
    return made


def bytes_of(made: pikepdf.Pdf, **options: object) -> bytes:
    """A PDF's file."""
    out = io.BytesIO()
    made.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def opened(body: bytes, name: str = "") -> Extracted:
    """A file opened, all of it examined."""
    extracted = extract(body, name)
    assert extracted.fully_examined, extracted.says
    return extracted


def texts(body: bytes, name: str = "") -> str:
    """All the texts in a file."""
    return "\n".join(part.text for part in opened(body, name).parts)


def places(body: bytes, words: str, name: str = "") -> list[str | None]:
    """The places where these words stand in a file."""
    parts = opened(body, name).parts
    return [part.place_of(part.text.index(words)) for part in parts if words in part.text]
