"""Spreadsheets (XLSX): every sheet, hidden or not, with what a cell shows, its formula, comments, names and lists."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from fileroom.screening.opening.markup import Element, left_over, local, xml_tree
from fileroom.screening.opening.number_formats import shown
from fileroom.screening.opening.opened import Opening, Trouble, told
from fileroom.screening.opening.tables import add_table
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})$")
# What stands beside the cells and is read as text: prompts of lists to choose from, headers and footers on paper.
BESIDE = {
    "dataValidation": ("prompt", "promptTitle", "error", "errorTitle"),
    "hyperlink": ("display", "tooltip", "location"),
    "protectedRange": ("name",),
}
OF_THE_BOOK = {"sheet": ("name",), "definedName": ("name", "comment")}
ON_PAPER = frozenset(
    ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter", "formula1", "formula2")
)
# What is said of each row and cell: where it stands, how it looks, of which kind it is. In which their texts stand.
OF_CELLS = frozenset(
    (
        "collapsed", "cm", "customFormat", "customHeight", "dyDescent", "hidden", "ht", "outlineLevel", "ph", "r",
        "ref", "s", "si", "space", "spans", "t", "thickBot", "thickTop", "vm",
    )
)  # fmt: skip
OF_A_CELL = re.compile(r"[A-Za-z]{0,12}[\d.:]{0,12}|[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}")
TEXTS_OF_CELLS = frozenset(("f", "t", "v"))
WIDEST = 16_384


@dataclass(frozen=True, slots=True)
class Workbook:
    """What sheets are read with: shared texts, the format of each style, each sheet's name by its file.

    `parts`: the files it was read from. `readings`: how letters of Asia are said, which no cell shows.
    """

    strings: Sequence[str] = ()
    formats: Sequence[tuple[int, str]] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    readings: Sequence[str] = ()
    shown: set[int] = field(default_factory=set)

    def left(self) -> list[str]:
        """Shared texts that no cell has shown."""
        return [*(text for at, text in enumerate(self.strings) if at not in self.shown), *self.readings]


def workbook(parts: Mapping[str, bytes], kinds: Mapping[str, str], opening: Opening) -> Workbook:
    """Read what the sheets share; the names that the workbook defines are texts of their own.

    `kinds`: the outermost element of each part. Where parts of one kind are many, the book's own links say which it is.
    """
    book = next((name for name, kind in kinds.items() if kind == "workbook"), "xl/workbook.xml")
    folder, own = posixpath.split(book)
    links = [*_nodes(_tree(parts, f"{folder}/_rels/{own}.rels".lstrip("/")), "Relationship")]
    targets = {link.get("Id", ""): _target(folder, link.get("Target", "")) for link in links}
    strings, styles = (
        next((name for name in [*targets.values(), *kinds] if kinds.get(name) == kind), "")
        for kind in ("sst", "styleSheet")
    )
    names = _sheet_names(_tree(parts, book), targets, opening)
    shared = _tree(parts, strings)
    _said_beside(parts, (book, strings), opening)
    readings = [words_of(text) for reading in _nodes(shared, "rPh") for text in reading]
    used = frozenset((book, strings)) & parts.keys()
    texts = [words_of(node) for node in _nodes(shared, "si")]
    return Workbook(texts, _formats(_tree(parts, styles)), names, used, readings)


def _said_beside(parts: Mapping[str, bytes], names: Sequence[str], opening: Opening) -> None:
    """What stands in the parts that sheets are read with and is no sheet's name and no shared text."""
    for name in names:
        root = _tree(parts, name)
        read = {id(node) for tag in ("t", "definedName") for node in _nodes(root, tag)}
        said = left_over(root, parts[name], read, OF_THE_BOOK) if root is not None else ()
        opening.add("\n".join(dict.fromkeys(said)), TextKind.PROSE, "said of the workbook")


def _target(folder: str, target: str) -> str:
    """The name of the file that a link leads to, from the package's root or from where the link stands."""
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _sheet_names(root: Element | None, targets: Mapping[str, str], opening: Opening) -> dict[str, str]:
    names: dict[str, str] = {}
    for node in _nodes(root, "sheet"):
        link = next((value for key, value in node.attrib.items() if local(key) == "id"), "")
        names[targets.get(link, link)] = node.get("name", "")
        opening.add(node.get("name", ""), TextKind.PROSE, "sheet name")
    for node in _nodes(root, "definedName"):
        opening.add(f"{node.get('name', '')}: {node.text or ''}", TextKind.FORM_ANSWERS, "defined name")
        opening.add(node.get("comment", ""), TextKind.PROSE, "defined name")
    return names


def _tree(parts: Mapping[str, bytes], name: str) -> Element | None:
    return xml_tree(parts[name]) if name in parts else None


def _nodes(root: Element | None, tag: str) -> Iterator[Element]:
    return (node for node in root.iter() if local(node.tag) == tag) if root is not None else iter(())


def words_of(node: Element) -> str:
    """The text of a shared string, comment or cell: its runs joined, without the readings of Asian letters."""
    words: list[str] = []
    stack = [node]
    while stack:
        element = stack.pop()
        if local(element.tag) == "t":
            words.append(element.text or "")
        elif local(element.tag) != "rPh":
            stack.extend(reversed(element))
    return "".join(words)


def _formats(root: Element | None) -> list[tuple[int, str]]:
    named = {node.get("numFmtId", ""): node.get("formatCode", "") for node in _nodes(root, "numFmt")}
    styles = [style for group in _nodes(root, "cellXfs") for style in group if local(style.tag) == "xf"]
    numbers = [style.get("numFmtId", "0") for style in styles]
    return [(int(number) if number.isdigit() else 0, named.get(number, "")) for number in numbers]


def read_sheet(body: bytes, name: str, book: Workbook, opening: Opening) -> None:
    """One sheet: its cells as a table, its formulas and what stands beside the cells as texts."""
    sheet = book.names.get(name) or posixpath.basename(name).removesuffix(".xml")
    rows: list[tuple[int, dict[int, str]]] = []
    formulas: list[tuple[str, str]] = []
    beside: dict[str, None] = {}
    if b"<!ENTITY" in body[:65536].replace(b"\x00", b""):
        raise Trouble(Outcome.REJECTED, "An XML file in it declares entities, which no record needs.")
    try:
        events: Any = ElementTree.iterparse(io.BytesIO(body), events=("end",))
        for _, node in events:
            tag = local(node.tag)
            if tag == "row":
                number = int(node.get("r") or (rows[-1][0] + 1 if rows else 1))
                rows.append((number, _row(node, number, book, formulas)))
                beside.update(dict.fromkeys(_of_no_cell(node)))
                node.clear()
                opening.tick()
            elif tag in BESIDE:
                for key in BESIDE[tag]:
                    opening.add(node.get(key, ""), TextKind.FORM_FIELD, f"{told(sheet)}!{node.get('sqref', tag)}")
            elif tag in ON_PAPER:
                opening.add(node.text or "", TextKind.PROSE, f"{told(sheet)}, {tag}")
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Trouble(Outcome.DAMAGED, "A sheet in it is damaged.") from error
    read = {id(node) for node in events.root.iter() if local(node.tag) in ON_PAPER}
    beside.update(dict.fromkeys(left_over(events.root, body, read, BESIDE)))
    opening.add("\n".join(beside), TextKind.PROSE, f"{told(sheet)}, beside the cells")
    place = told(sheet)
    # Columns that are empty all the way are left out: a lone cell at the far end is no reason to write the way to it.
    used = sorted({column for _, cells in rows for column in cells})
    full = ((number, [cells.get(column, "") for column in used]) for number, cells in rows)
    add_table(opening, full, lambda row, column: f"{place}!{_letters(used[column])}{row}", title=sheet)
    for address, formula in formulas:
        opening.add(formula, TextKind.FORM_ANSWERS, f"{place}!{address}, formula")


def _row(row: Element, number: int, book: Workbook, formulas: list[tuple[str, str]]) -> dict[int, str]:
    cells: dict[int, str] = {}
    last = -1
    for cell in row:
        if local(cell.tag) != "c":
            continue
        address = ADDRESS.match(cell.get("r", ""))
        column = _column(address[1]) if address else last + 1
        if column >= WIDEST:
            raise ValueError("a column beyond the last")
        last = column
        if words := _cell(cell, book):
            cells[column] = f"{cells[column]} {words}" if column in cells else words
        for formula in cell:
            if local(formula.tag) == "f" and formula.text:
                formulas.append((f"{_letters(column)}{number}", formula.text))
    return cells


def _of_no_cell(row: Element) -> Iterator[str]:
    """What stands in a row and no cell shows: what is said of it and of its cells, and what else lies in them."""
    for node in row.iter():
        tag = local(node.tag)
        for key, value in node.attrib.items():
            if local(key) not in OF_CELLS or not (OF_A_CELL.fullmatch(value) or ADDRESS.match(value)):
                yield value
        if tag not in TEXTS_OF_CELLS and (node.text or "").strip():
            yield (node.text or "").strip()
        if (node.tail or "").strip():
            yield (node.tail or "").strip()


def _cell(cell: Element, book: Workbook) -> str:
    """What a cell shows, and whatever else is written in it."""
    inline = cell.get("t") == "inlineStr"
    values = [node.text or "" for node in cell if local(node.tag) == "v"][0 if inline else 1 :]
    texts = [] if inline else [words_of(node) for node in cell if local(node.tag) == "is"]
    return " ".join(filter(None, (_shown(cell, book), *values, *texts)))


def _shown(cell: Element, book: Workbook) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return words_of(cell)
    value = next((node.text or "" for node in cell if local(node.tag) == "v"), "")
    if kind == "s":
        at = int(value) if value.isdecimal() else -1
        book.shown.add(at)
        return book.strings[at] if 0 <= at < len(book.strings) else value
    if kind != "n" or not value:
        return value
    style = int(cell.get("s", "0") or 0)
    number, code = book.formats[style] if 0 <= style < len(book.formats) else (0, "")
    return shown(value, code, number)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
