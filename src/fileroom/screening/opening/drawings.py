"""DrawingML and its kin: the texts of slides, notes, shapes, charts and comments in any office file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.opening.markup import Element, add_lines, left_over, local, xml_tree
from fileroom.screening.opening.opened import Opening
from fileroom.screening.opening.sheets import words_of
from fileroom.screening.opening.tables import add_table
from fileroom.screening.reading import TextKind

# Where a chart takes its values from.
ADDRESS = re.compile(r"[^!]*!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")
SPOKEN = {"cNvPr": ("descr", "title"), "docPr": ("descr", "title"), "tag": ("name", "val"), "hlinkClick": ("tooltip",)}
# Shapes as they were drawn before that: what is written along one, and what it is called.
CALLED = ("alt", "title")
VML = {
    "textpath": ("string",), "imagedata": CALLED, "shape": CALLED, "rect": CALLED, "roundrect": CALLED, "oval": CALLED,
    "line": CALLED, "polyline": CALLED, "curve": CALLED, "arc": CALLED, "image": CALLED, "group": CALLED,
}  # fmt: skip
# Attributes that hold words of people, in the parts of spreadsheets beside the sheets.
NAMED = {
    "tableColumn": ("name", "totalsRowLabel"),
    "cacheField": ("name", "caption"),
    "pivotField": ("name",),
    "dataField": ("name",),
    "s": ("v",),
    "n": ("v",),
    "connection": ("name", "description"),
    "dbPr": ("command",),
    "person": ("displayName",),
    "cmAuthor": ("name",),
}


def read_drawing(body: bytes, opening: Opening, place: str) -> None:
    """One XML part: its paragraphs, its tables, its cached values, what its shapes are called."""
    root = xml_tree(body)
    lines: list[tuple[str, str]] = []
    values: list[str] = []
    skipped: set[int] = set()
    read: set[int] = set()
    called: set[str] = set()
    for node in root.iter():
        tag = local(node.tag)
        if id(node) in skipped:
            continue
        if tag == "tbl":
            skipped.update(id(inner) for inner in node.iter())
            read.update(id(run) for inner in node.iter() if local(inner.tag) == "p" for run in _runs(inner))
            _table(node, opening, place)
        elif tag in ("p", "si", "comment"):
            words = _paragraph(node)
            if words.strip():
                lines.append((words, place))
                skipped.update(id(inner) for inner in node.iter())
                read.update(map(id, _runs(node)))
        elif tag in ("v", "f", "text") and node.text:
            read.add(id(node))
            if not ADDRESS.fullmatch(node.text):
                values.append(node.text)
        elif tag not in SPOKEN and tag not in NAMED and node.text and node.text.strip() and not len(node):
            read.add(id(node))
            lines.append((node.text.strip(), place))
        called.update(_names(node, tag, opening, place))
    add_lines(opening, lines, TextKind.PROSE)
    opening.add("\n".join(values), TextKind.NOTE, f"{place}, values")
    left = dict.fromkeys(left_over(root, body, read, {}))
    opening.add("\n".join(words for words in left if words not in called), TextKind.PROSE, f"{place}, beside the text")


def _runs(node: Element) -> Iterator[Element]:
    return (inner for inner in node.iter() if local(inner.tag) == "t")


def _paragraph(node: Element) -> str:
    words: list[str] = []
    for inner in node.iter():
        tag = local(inner.tag)
        if tag == "t":
            words.append(inner.text or "")
        elif tag == "br":
            words.append("\n")
    return "".join(words) if local(node.tag) == "p" else words_of(node)


def _table(table: Element, opening: Opening, place: str) -> None:
    rows = []
    for number, row in enumerate((node for node in table.iter() if local(node.tag) == "tr"), start=1):
        cells = [node for node in row if local(node.tag) == "tc"]
        rows.append((number, [" ".join(_paragraph(p) for p in cell.iter() if local(p.tag) == "p") for cell in cells]))
    add_table(opening, rows, lambda row, column: f"{place}, table row {row}, cell {column + 1}")


def _names(node: Element, tag: str, opening: Opening, place: str) -> Iterator[str]:
    for names in (SPOKEN.get(tag, ()), VML.get(tag, ()), NAMED.get(tag, ())):
        for key, value in node.attrib.items():
            if local(key) in names and value.strip():
                opening.add(value, TextKind.FORM_FIELD, f"{place}, {tag}")
                yield " ".join(value.split())
