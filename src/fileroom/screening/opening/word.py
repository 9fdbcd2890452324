"""Word documents: every paragraph of every part, with what was deleted, boxed, tabled, hidden and noted."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from fileroom.screening.opening.drawings import VML
from fileroom.screening.opening.markup import Element, left_over, local, xml_tree
from fileroom.screening.opening.opened import Opening
from fileroom.screening.opening.tables import add_table
from fileroom.screening.reading import TextKind

BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{2,4}")
BLOCKS, RUNS, CODES = ("p", "tbl"), ("t", "delText"), ("instrText", "delInstrText")
# What a person sees of a field to fill in, or only the form's maker does: its name, hint, tag, alternative text.
SPOKEN = {
    "alias": ("val",),
    "tag": ("val",),
    "name": ("val",),
    "helpText": ("val",),
    "statusText": ("val",),
    "default": ("val",),
    "docPr": ("descr", "title"),
    "cNvPr": ("descr", "title"),
    "listItem": ("displayText", "value"),
    "listEntry": ("val",),
    "tblCaption": ("val",),
    "tblDescription": ("val",),
    "bookmarkStart": ("name",),
    "docVar": ("name", "val"),
    **VML,
}


@dataclass
class _Paragraph:
    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    changed: bool = False

    def write(self, text: str, *, inserted: bool, deleted: bool) -> None:
        if not deleted:
            self.now.append(text)
        if not inserted:
            self.before.append(text)
        self.changed |= deleted


class _Reader:
    """Reads one part of a Word document."""

    def __init__(self, opening: Opening, place: str) -> None:
        self.opening = opening
        self.place = place
        self.spoken: list[str] = []
        self.codes: list[str] = []
        self.boxes: deque[Element] = deque()
        self.told: set[tuple[str, str]] = set()
        self.heading = ""
        self.tables = 0

    def part(self, root: Element) -> None:
        """All of it. Boxes stand in paragraphs, and may hold boxes: they wait until the text around them is read."""
        self.block(root, self.place)
        while self.boxes:
            self.block(self.boxes.popleft(), "text box")
        for node in root.iter():
            self.names(node, local(node.tag))
        for words in dict.fromkeys(self.spoken):
            self.opening.add(words, TextKind.FORM_FIELD, f"{self.place}, field")
        self.opening.add("\n".join(dict.fromkeys(self.codes)), TextKind.PROSE, f"{self.place}, field code")

    def block(self, element: Element, place: str) -> None:
        """A body, a cell, a box: paragraphs and tables."""
        lines: list[str] = []
        old: list[str] = []
        for child in _blocks(element):
            if local(child.tag) == "tbl":
                self.table(child)
                continue
            paragraph = self.paragraph(child)
            words = "".join(paragraph.now)
            lines.append(words)
            self.heading = words.strip() or self.heading
            if paragraph.changed:
                old.append("".join(paragraph.before))
        # A box is written twice, for readers old and new: twice the same is told once.
        text = "\n".join(lines)
        if (place, text) not in self.told:
            self.told.add((place, text))
            self.opening.add(text, TextKind.PROSE, place)
        self.opening.add("\n".join(old), TextKind.PROSE, f"{place}, deleted text")

    def table(self, table: Element) -> None:
        """A table: its cells' texts as rows; what is boxed, deleted or tabled in a cell apart."""
        self.tables += 1
        number = self.tables
        rows = []
        title = self.heading[:200]
        for at, row in enumerate(_within(table, "tr"), start=1):
            cells = [self.cell(cell) for cell in _within(row, "tc")]
            rows.append((at, cells))
        place = f"{self.place}, table {number}" if self.place != "body" else f"table {number}"
        add_table(self.opening, rows, lambda row, column: f"{place}, row {row}, cell {column + 1}", title=title)

    def cell(self, cell: Element) -> str:
        """A cell's text on one line."""
        words: list[str] = []
        for child in _blocks(cell):
            if local(child.tag) == "tbl":
                self.table(child)
                continue
            paragraph = self.paragraph(child)
            words.append("".join(paragraph.now))
            if paragraph.changed:
                self.opening.add("".join(paragraph.before), TextKind.PROSE, "table cell, deleted text")
        return " ".join(words)

    def paragraph(self, element: Element) -> _Paragraph:
        """A paragraph as it stands, and as it stood before what is marked as deleted was."""
        paragraph = _Paragraph()
        stack: list[tuple[Element, bool, bool]] = [(element, False, False)]
        while stack:
            node, inserted, deleted = stack.pop()
            tag = local(node.tag)
            inserted = inserted or tag in ("ins", "moveTo")
            deleted = deleted or tag in ("del", "moveFrom")
            if tag == "txbxContent":
                self.boxes.append(node)
                continue
            if tag in RUNS:
                paragraph.write(node.text or "", inserted=inserted, deleted=deleted or tag == "delText")
            elif tag == "sym":
                paragraph.write(_sign(node), inserted=inserted, deleted=deleted)
            elif tag in BREAKS and node is not element and not node.get("val"):
                paragraph.write(BREAKS[tag], inserted=inserted, deleted=deleted)
            stack.extend((child, inserted, deleted) for child in reversed(node))
        return paragraph

    def names(self, node: Element, tag: str) -> None:
        """What a node says beside the text: field codes, and what a field is called."""
        if tag in CODES and node.text:
            self.codes.append(node.text.strip())
        elif tag == "fldSimple":
            self.codes += (value for key, value in node.attrib.items() if local(key) == "instr")
        elif tag in SPOKEN:
            self.spoken += (v for k, v in node.attrib.items() if local(k) in SPOKEN[tag] and not v.startswith("_"))


def _blocks(element: Element) -> list[Element]:
    """The paragraphs and outermost tables in an element, in order, however they are wrapped."""
    found: list[Element] = []
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if local(node.tag) in BLOCKS:
            found.append(node)
        else:
            stack.extend(reversed(node))
    return found


def _within(element: Element, tag: str) -> list[Element]:
    """The outermost elements of this name in an element."""
    found: list[Element] = []
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if local(node.tag) == tag:
            found.append(node)
        elif local(node.tag) != "tbl":
            stack.extend(reversed(node))
    return found


def read_word(body: bytes, opening: Opening, place: str) -> None:
    """One XML part with Word's text: the document, a header, footer, note, comment or building block."""
    root = xml_tree(body)
    _Reader(opening, place).part(root)
    read = {id(node) for part in root.iter() if local(part.tag) in BLOCKS for node in part.iter() if _is_run(node)}
    read |= {id(node) for node in root.iter() if local(node.tag) in CODES}
    left = dict.fromkeys(left_over(root, body, read, SPOKEN | {"fldSimple": ("instr",)}))
    opening.add("\n".join(left), TextKind.PROSE, f"{place}, beside the text")


def _sign(node: Element) -> str:
    """A letter by its number in a font; fonts of signs have theirs at U+F000 and on."""
    said = next((value for key, value in node.attrib.items() if local(key) == "char"), "")
    number = int(said, 16) if HEXADECIMAL.fullmatch(said) else 0
    return chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number) if number else ""


def _is_run(node: Element) -> bool:
    return local(node.tag) in RUNS
