"""ZIP archives and the office files that are such, written part by part so that every run gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VENDOR = "application/vnd.openxmlformats-officedocument."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

Parts = dict[str, "str | bytes"]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts in their order, deflated, all dated at the first day ZIP knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def content_types(overrides: Mapping[str, str]) -> str:
    """The part that names the type of every other part."""
    listed = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="xlsx" ContentType="{VENDOR}spreadsheetml.sheet"/>{listed}</Types>'
    )


def relations(targets: Iterable[tuple[str, str]]) -> str:
    """A relationships part: rId1, rId2, … to (kind, target)."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELS}">{listed}</Relationships>'


def core_properties(title: str, subject: str = "") -> str:
    """The part that holds a file's title and subject."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:subject>{escape(subject)}</dc:subject></cp:coreProperties>"
    )


def run(text: str, properties: str = "") -> str:
    """A run of a Word paragraph."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A Word paragraph; a piece that is no XML becomes a run."""
    return "<w:p>" + "".join(piece if piece.startswith("<w:") else run(piece) for piece in runs) + "</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A Word table."""
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(rows[0])}</w:tblGrid>{cells}</w:tbl>"


def word_part(root: str, inner: str) -> str:
    """A part of a Word file: document, header, comments, footnotes."""
    return (
        f'{HEAD}<w:{root} xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
        f'xmlns:o="urn:schemas-microsoft-com:office:office">{inner}</w:{root}>'
    )


def docx(
    body: str,
    *,
    section: str = "",
    links: Sequence[tuple[str, str]] = (),
    parts: Mapping[str, str | bytes] | None = None,
    overrides: Mapping[str, str] | None = None,
    title: str = "",
) -> bytes:
    """A Word file: its body, the parts linked from it (rId1 on), and any others."""
    wordml = f"{VENDOR}wordprocessingml."
    types = {
        "word/document.xml": f"{wordml}document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{
            f"word/{target}": f"{wordml}{kind}+xml"
            for kind, target in links
            if target.endswith(".xml") and "/" not in target
        },
        **(overrides or {}),
    }
    root = [("officeDocument", "word/document.xml"), (f"{RELS}/metadata/core-properties", "docProps/core.xml")]
    if parts and "docProps/custom.xml" in parts:
        root.append(("custom-properties", "docProps/custom.xml"))
    inside: Parts = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relations(root),
        "docProps/core.xml": core_properties(title),
        "word/document.xml": word_part("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"),
        "word/_rels/document.xml.rels": relations(links),
        **(parts or {}),
    }
    return zipped(inside)


def cell(address: str, value: str | int | None, *, style: int = 0, formula: str = "") -> str:
    """A cell: text in place, a number, or a formula whose stored result is `value`."""
    if formula:
        return f'<c r="{address}" t="str"><f>{escape(formula)}</f><v>{escape(str(value or ""))}</v></c>'
    if value is None:
        return f'<c r="{address}" s="{style}"/>'
    if isinstance(value, int):
        return f'<c r="{address}" s="{style}"><v>{value}</v></c>'
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet(rows: Sequence[Sequence[str | int | None]], extra: Mapping[str, str] | None = None) -> str:
    """A worksheet of plain values; `extra` puts a ready cell in the place of its address."""
    shown = []
    for number, row in enumerate(rows, 1):
        addresses = [f"{chr(65 + column)}{number}" for column in range(len(row))]
        cells = "".join((extra or {}).get(at) or cell(at, value) for at, value in zip(addresses, row, strict=True))
        shown.append(f'<row r="{number}">{cells}</row>')
    return f'{HEAD}<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheetData>{"".join(shown)}</sheetData></worksheet>'


def xlsx(
    sheets: Mapping[str, str],
    *,
    states: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    formats: Sequence[str] = (),
    strings: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    overrides: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook: sheets by title, their states, defined names, number formats (style 1 on), shared strings."""
    spread = f"{VENDOR}spreadsheetml."
    listed = "".join(
        f'<sheet name="{title}" sheetId="{number}" state="{(states or {}).get(title, "visible")}" r:id="rId{number}"/>'
        for number, title in enumerate(sheets, 1)
    )
    defined = "".join(f'<definedName name="{name}">{area}</definedName>' for name, area in (names or {}).items())
    files = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    links = [("worksheet", file) for file in files] + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    types = {
        "xl/workbook.xml": f"{spread}sheet.main+xml",
        "xl/styles.xml": f"{spread}styles+xml",
        "xl/sharedStrings.xml": f"{spread}sharedStrings+xml",
        **{f"xl/{file}": f"{spread}worksheet+xml" for file in files},
        **(overrides or {}),
    }
    inside: Parts = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        f"{f'<definedNames>{defined}</definedNames>' if defined else ''}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(links),
        "xl/styles.xml": styles(formats),
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{SHEET}">{strings}</sst>',
        **{f"xl/{file}": content for file, content in zip(files, sheets.values(), strict=True)},
        **(parts or {}),
    }
    return zipped(inside)


def styles(formats: Sequence[str]) -> str:
    """The styles part of a workbook: style 0 is plain, each number format has the next."""
    coded = "".join(f'<numFmt numFmtId="{163 + n}" formatCode="{escape(code)}"/>' for n, code in enumerate(formats, 1))
    crossed = "".join(
        f'<xf numFmtId="{163 + n if n else 0}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for n in range(len(formats) + 1)
    )
    counted = f'<numFmts count="{len(formats)}">{coded}</numFmts>' if formats else ""
    return (
        f'{HEAD}<styleSheet xmlns="{SHEET}">{counted}'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(formats) + 1}">{crossed}</cellXfs></styleSheet>'
    )
