"""Workbooks, written part by part: sheets, notes on cells, number formats, names and split shared strings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.screening.corpus.open.documents_office_parts import HEAD, KIND, OFFICE, SHEET, Part, links, package

Cell = str | int


@dataclass(frozen=True)
class Sheet:
    """A sheet: its rows, whether it is shown, notes on cells, formulas by cell, cells with number format 1."""

    name: str
    rows: Sequence[Sequence[Cell]]
    state: str = "visible"
    notes: dict[str, str] = field(default_factory=dict)
    formulas: dict[str, tuple[str, str]] = field(default_factory=dict)
    formatted: frozenset[str] = frozenset()


def address(row: int, column: int) -> str:
    """The name of a cell, counted from nought."""
    return f"{chr(65 + column)}{row + 1}"


def cell(sheet: Sheet, where: str, value: Cell, strings: list[str]) -> str:
    """One cell: a number, a formula with its last result, or a shared string (raw when it holds runs)."""
    style = ' s="1"' if where in sheet.formatted else ""
    if where in sheet.formulas:
        formula, result = sheet.formulas[where]
        return f'<c r="{where}" t="str"><f>{escape(formula)}</f><v>{escape(result)}</v></c>'
    if isinstance(value, int):
        return f'<c r="{where}"{style}><v>{value}</v></c>'
    shown = value if value.startswith("<r>") else f'<t xml:space="preserve">{escape(value)}</t>'
    if shown not in strings:
        strings.append(shown)
    return f'<c r="{where}" t="s"{style}><v>{strings.index(shown)}</v></c>'


def sheet_xml(sheet: Sheet, strings: list[str]) -> str:
    """The part that holds the rows."""
    rows = "".join(
        f'<row r="{at + 1}">'
        + "".join(cell(sheet, address(at, column), value, strings) for column, value in enumerate(row))
        + "</row>"
        for at, row in enumerate(sheet.rows)
    )
    return f'{HEAD}<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheetData>{rows}</sheetData></worksheet>'


def notes_xml(sheet: Sheet) -> str:
    """The part that holds the notes on cells."""
    rows = "".join(
        f'<comment ref="{where}" authorId="0"><text><t xml:space="preserve">{escape(text)}</t></text></comment>'
        for where, text in sheet.notes.items()
    )
    return (
        f'{HEAD}<comments xmlns="{SHEET}"><authors><author>Office</author></authors><commentList>{rows}</commentList>'
        "</comments>"
    )


def styles_xml(number_format: str) -> str:
    """Two styles: plain, and one number format."""
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f'{HEAD}<styleSheet xmlns="{SHEET}"><numFmts count="1"><numFmt numFmtId="164" '
        f'formatCode="{escape(number_format, {chr(34): "&quot;"})}"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        "<borders count='1'><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        f'<cellStyleXfs count="1">{plain}</cellStyleXfs><cellXfs count="2">{plain}'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
    )


def workbook_xml(sheets: Sequence[Sheet], names: Iterable[tuple[str, str]]) -> str:
    """The list of sheets and of defined names."""
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" state="{sheet.state}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    named = "".join(f'<definedName name="{name}">{escape(where)}</definedName>' for name, where in names)
    named = f"<definedNames>{named}</definedNames>" if named else ""
    return f'{HEAD}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>{named}</workbook>'


def book(sheets: Sequence[Sheet], names: Sequence[tuple[str, str]] = (), number_format: str = "0") -> bytes:
    """An XLSX of these sheets, with shared strings, styles, notes on cells and defined names."""
    kind = f"{KIND}spreadsheetml."
    strings: list[str] = []
    parts, targets, relations = [], [], {}
    for number, sheet in enumerate(sheets, 1):
        path = f"xl/worksheets/sheet{number}.xml"
        parts.append(Part(path, f"{kind}worksheet+xml", sheet_xml(sheet, strings)))
        targets.append(("worksheet", f"worksheets/sheet{number}.xml"))
        if sheet.notes:
            parts.append(Part(f"xl/comments{number}.xml", f"{kind}comments+xml", notes_xml(sheet)))
            relations[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = links(("comments", f"../comments{number}.xml"))
    shared = f'{HEAD}<sst xmlns="{SHEET}">{"".join(f"<si>{text}</si>" for text in strings)}</sst>'
    parts += [
        Part("xl/workbook.xml", f"{kind}sheet.main+xml", workbook_xml(sheets, names)),
        Part("xl/sharedStrings.xml", f"{kind}sharedStrings+xml", shared),
        Part("xl/styles.xml", f"{kind}styles+xml", styles_xml(number_format)),
    ]
    relations["_rels/.rels"] = links(("officeDocument", "xl/workbook.xml"))
    relations["xl/_rels/workbook.xml.rels"] = links(
        *targets, ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
    )
    return package(parts, relations)
