"""XML and JSON: every name, attribute and value, on a line of its own after the name it stands under."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree

from fileroom.screening.opening.opened import Opening, Trouble, told
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

Element = ElementTree.Element
# What such attributes hold is told to no reader: shapes, styles, links between the parts of a package.
DULL = frozenset(("id", "rsidR", "rsidRDefault", "rsidP", "space", "schemaLocation", "xmlns", "style", "Requires"))


def xml_tree(body: bytes) -> Element:
    """The root of an XML document. Raises Trouble where it is damaged or declares entities."""
    head = body[:65536].replace(b"\x00", b"")
    if b"<!ENTITY" in head:
        raise Trouble(Outcome.REJECTED, "An XML file in it declares entities, which no record needs.")
    try:
        return ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise Trouble(Outcome.DAMAGED, "An XML file in it is damaged.") from error


def local(tag: object) -> str:
    """An element's or attribute's name without its namespace; "" for comments and instructions."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def walk(root: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Every element with the names above it, in the document's order; no depth of nesting is too much for it."""
    stack: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while stack:
        element, above = stack.pop()
        yield element, above
        way = (*above[-3:], local(element.tag))
        stack.extend((child, way) for child in reversed(element))


def read_xml(body: bytes, opening: Opening, *, place: str = "") -> None:
    """An XML document's values, as `name: value` a line: elements, attributes, comments, text between elements."""
    lines: list[tuple[str, str]] = []
    for element, above in walk(xml_tree(body)):
        name = local(element.tag)
        text = (element.text or "").strip()
        where = "/".join((*above[-1:], name))
        if name and (text or not len(element)):
            lines.append((f"{name}: {text}", where))
        elif text:
            lines.append((text, "comment"))
        lines += (
            (f"{name} {local(key)}: {value}", f"{where}@{local(key)}")
            for key, value in element.attrib.items()
            if value.strip() and local(key) not in DULL
        )
        if tail := (element.tail or "").strip():
            lines.append((tail, "/".join(above[-2:])))
    lines += ((comment, "comment") for comment in _comments(body))
    add_lines(opening, lines, TextKind.FORM_ANSWERS, place)


def _comments(body: bytes) -> Iterator[str]:
    """ElementTree drops comments while it reads: they are read from its events."""
    if b"<!--" not in body.replace(b"\x00", b""):
        return
    for _, element in ElementTree.iterparse(io.BytesIO(body), events=("comment",)):
        if element.text and element.text.strip():
            yield element.text.strip()


def add_lines(opening: Opening, lines: list[tuple[str, str]], kind: TextKind, place: str = "") -> None:
    """Add a text of lines, each with its place."""
    places: list[tuple[int, str]] = []
    offset = 0
    for text, where in lines:
        told_of = told(where)
        places.append((offset, f"{place} {told_of}".strip()))
        offset += len(text) + 1
    opening.add("\n".join(text for text, _ in lines), kind, places=places or None)


def read_json(text: str, opening: Opening) -> None:
    """A JSON document's values, as `name: value` a line, escapes undone; one document, or one a line."""
    try:
        documents = [_parsed(text)]
    except ValueError:
        documents = [_line(line, opening) for line in text.split("\n") if line.strip()]
    lines: list[tuple[str, str]] = []
    for document in documents:
        lines += _leaves(document)
    add_lines(opening, lines, TextKind.FORM_ANSWERS)


def _line(line: str, opening: Opening) -> object:
    """A line's document; the line itself where it is damaged: what stands in it is looked at all the same."""
    try:
        return _parsed(line)
    except ValueError:
        opening.trouble(Outcome.DAMAGED, "A line of its JSON is damaged.")
        return line


class _Members(list[tuple[str, object]]):
    """An object's members as they stand, a name that comes twice twice."""


def _parsed(text: str) -> object:
    try:
        return json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=_Members)
    except RecursionError as error:
        raise Trouble(Outcome.BOMB, "Its JSON is nested deeper than is read.") from error


def _leaves(document: object) -> Iterator[tuple[str, str]]:
    stack: list[tuple[tuple[str, ...], object]] = [((), document)]
    while stack:
        way, value = stack.pop()
        if isinstance(value, _Members):
            stack.extend(((*way[-2:], name), inner) for name, inner in reversed(value))
            if not value and way:
                yield f"{way[-1]}:", ".".join(way)
        elif isinstance(value, list):
            stack.extend((way, inner) for inner in reversed(value))
            if not value and way:
                yield f"{way[-1]}:", ".".join(way)
        else:
            name = way[-1] if way else ""
            words = "" if value is None else str(value)
            yield (f"{name}: {words}" if name else words), ".".join(way)
