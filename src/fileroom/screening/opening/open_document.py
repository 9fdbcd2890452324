"""OpenDocument: paragraphs whole however they are cut into spans, tables as tables, and what stands in attributes."""

from __future__ import annotations

from collections.abc import Iterator

from fileroom.screening.opening.markup import NUMBER, Element, add_lines, beside, local, xml_tree
from fileroom.screening.opening.opened import Opening, told
from fileroom.screening.opening.tables import add_table
from fileroom.screening.reading import TextKind

PARAGRAPHS = frozenset(("p", "h"))
CELLS = frozenset(("table-cell", "covered-table-cell"))
# What begins a line of its own within a paragraph: a box, a note, what a picture is called.
APART = frozenset(("p", "h", "annotation", "note", "text-box", "title", "desc"))
SIGNS = {"tab": "\t", "line-break": "\n"}
MOST_SPACES = 100
# Attributes that hold words of people, or what a field is called and holds.
SPOKEN = frozenset(
    (
        "label",
        "title",
        "name",
        "value",
        "string-value",
        "current-value",
        "default-value",
        "formula",
        "href",
        "help-text",
    )
)
WIDEST = 16_384


def read_open_document(body: bytes, opening: Opening, place: str) -> None:
    """One XML part of an OpenDocument file."""
    root = xml_tree(body)
    read: set[int] = set()
    lines: list[tuple[str, str]] = []
    tables = 0
    for node in root.iter():
        tag = local(node.tag)
        if id(node) in read:
            continue
        if tag == "table":
            tables += 1
            read.update(map(id, node.iter()))
            _table(node, opening, node_name(node), f"table {tables}")
        elif tag in PARAGRAPHS:
            read.update(map(id, node.iter()))
            lines.append((_words(node), place))
        elif text := (node.text or "").strip():
            lines.append((text, place))
        lines += ((tail, place) for child in node if (tail := (child.tail or "").strip()))
    lines += ((words, "comment") for words in beside(body))
    add_lines(opening, lines, TextKind.PROSE)
    spoken = dict.fromkeys(words for node in root.iter() for words in _spoken(node))
    add_lines(opening, [(words, f"{place}, field") for words in spoken], TextKind.FORM_ANSWERS)


def node_name(table: Element) -> str:
    """What a sheet or table is called."""
    return next((value for key, value in table.attrib.items() if local(key) == "name"), "")


def _spoken(node: Element) -> Iterator[str]:
    for key, value in node.attrib.items():
        if (local(key) in SPOKEN or NUMBER.search(value)) and value.strip():
            yield f"{local(node.tag)}: {local(key)}: {value}"


def _words(paragraph: Element) -> str:
    """A paragraph's text, put together again."""
    words: list[str] = [paragraph.text or ""]
    stack: list[Element | str] = [paragraph[at] for at in reversed(range(len(paragraph)))]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            words.append(node)
            continue
        tag = local(node.tag)
        around = "\n" if tag in APART else ""
        spaces = next((value for key, value in node.attrib.items() if local(key) == "c"), "1") if tag == "s" else "0"
        words += (around, SIGNS.get(tag, ""), " " * min(int(spaces) if spaces.isdigit() else 1, MOST_SPACES))
        words.append(node.text or "")
        stack.append(around + (node.tail or ""))
        stack.extend(node[at] for at in reversed(range(len(node))))
    return "".join(words)


def _table(table: Element, opening: Opening, title: str, otherwise: str) -> None:
    name = told(title) or otherwise
    rows: list[tuple[int, dict[int, str]]] = []
    for number, row in enumerate((node for node in table.iter() if local(node.tag) == "table-row"), start=1):
        cells: dict[int, str] = {}
        column = 0
        for cell in (node for node in row if local(node.tag) in CELLS):
            if words := _cell(cell):
                cells[column] = words
            column += _times(cell)
            if column > WIDEST:
                break
        rows.append((number, cells))
        opening.tick()
    used = sorted({column for _, cells in rows for column in cells})
    full = [(number, [cells.get(column, "") for column in used]) for number, cells in rows]
    add_table(opening, full, lambda row, column: f"{name}, row {row}, column {used[column] + 1}", title=title)


def _cell(cell: Element) -> str:
    """What a cell shows, and its value where that shows less."""
    within: set[int] = set()
    words: list[str] = []
    for node in cell.iter():
        if local(node.tag) in PARAGRAPHS and id(node) not in within:
            within.update(map(id, node.iter()))
            words.append(_words(node))
    shown = " ".join(words)
    value = next((value for key, value in cell.attrib.items() if local(key) == "value"), "")
    return f"{shown} {value}".strip() if NUMBER.search(value) and value not in shown else shown


def _times(cell: Element) -> int:
    times = next((value for key, value in cell.attrib.items() if local(key) == "number-columns-repeated"), "1")
    return max(1, int(times)) if times.isdigit() and len(times) < 8 else 1
