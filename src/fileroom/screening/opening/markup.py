"""XML and JSON: every name, attribute and value, on a line of its own after the names it stands under."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from xml.etree import ElementTree

from fileroom.screening.opening.opened import Opening, Trouble, told
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

Element = ElementTree.Element
Line = tuple[str, str]
# In the parts of an office package such attributes name shapes, styles and links to its other parts.
DULL = frozenset(("id", "rsidR", "rsidRDefault", "rsidP", "space", "schemaLocation", "xmlns", "style", "Requires"))
# What could be what is looked for, whatever the attribute is called.
NUMBER = re.compile(r"\d(?:[-._ ]?\d){6}")
# Names above a value that are told with it. What is nested deeper still has each name told once.
LONGEST_WAY = 30
# What is cut into runs, in whatever format: a paragraph, a shared text.
OF_RUNS = frozenset(("p", "si", "text"))
# What programs write for programs: marks of their savings, kinds of fonts, names that none but they give.
OF_PROGRAMS = frozenset(
    (
        "csb0", "csb1", "durableId", "nsid", "panose", "panose1", "paraId", "rsid", "rsidDel", "rsidP", "rsidR",
        "rsidRDefault", "rsidRPr", "rsidRoot", "rsidSect", "rsidTr", "textId", "tmpl", "tplc", "usb0", "usb1", "usb2",
        "usb3",
    )
)  # fmt: skip
HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{8}|[0-9A-Fa-f]{20}")
GUID = re.compile(r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?")
LETTER = re.compile(r"[^\W\d_]")
NAME_SPACE = re.compile(rb"xmlns[^>=]{0,60}=[^>]{0,200}\d[^>]?\d")


def xml_tree(body: bytes) -> Element:
    """The root of an XML document. Raises Trouble where it is damaged or declares entities."""
    head = body[:65536].replace(b"\x00", b"")
    if b"<!ENTITY" in head:
        raise Trouble(Outcome.REJECTED, "An XML file in it declares entities, which no record needs.")
    try:
        return ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        raise Trouble(Outcome.DAMAGED, "An XML file in it is damaged.") from error


def root_name(body: bytes) -> str:
    """The name of an XML document's outermost element; "" where it has none that can be read."""
    if b"<!ENTITY" in body[:65536].replace(b"\x00", b""):
        return ""
    try:
        return next((local(node.tag) for _, node in ElementTree.iterparse(io.BytesIO(body), events=("start",))), "")
    except (ElementTree.ParseError, ValueError, LookupError):
        return ""


def local(tag: object) -> str:
    """An element's or attribute's name without its namespace; "" for comments and instructions."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def walk(root: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """Every element with the names above it, in the document's order; no depth of nesting is too much for it."""
    stack: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while stack:
        element, above = stack.pop()
        yield element, above
        if len(element):
            way = (*above[1 - LONGEST_WAY :], local(element.tag))
            stack.extend((child, way) for child in reversed(element))


def read_xml(body: bytes, opening: Opening, *, place: str = "", of_package: bool = False) -> None:
    """An XML document's values, as `names: name: value` a line: elements, attributes, comments, text between elements.

    `of_package`: it is a part of an office file, where some attributes say nothing to a reader.
    """
    root = xml_tree(body)
    lines = list(_values(root, of_package=of_package))
    lines += _joined(root)
    lines += ((words, "comment") for words in beside(body))
    add_lines(opening, lines, TextKind.FORM_ANSWERS, place)
    inner = dict.fromkeys(local(element.tag) for element in root.iter() if len(element))
    add_lines(opening, [(name, "name") for name in inner if name], TextKind.FORM_FIELD, place)


def _said(way: tuple[str, ...], words: str) -> str:
    """A value after its names. Its own stands apart: a student's id is not a "student id" before it is looked at."""
    return ": ".join(filter(None, (".".join(way[:-1]), f"{way[-1]}: {words}")))


def _values(root: Element, *, of_package: bool) -> Iterator[Line]:
    for element, above in walk(root):
        name = local(element.tag)
        text = (element.text or "").strip()
        where = "/".join((*above[-1:], name))
        if name and (text or not len(element)):
            yield _said((*above, name), text), where
        elif text:
            yield text, "comment"
        yield from attributes(element, ".".join((*above, name)), where, of_package=of_package)
        if tail := (element.tail or "").strip():
            yield tail, "/".join(above[-2:])


def attributes(element: Element, way: str, where: str, *, of_package: bool) -> Iterator[Line]:
    """An element's attributes as lines."""
    for key, value in element.attrib.items():
        dull = of_package and local(key) in DULL and not NUMBER.search(value)
        if value.strip() and not dull:
            yield f"{way}@{local(key)}: {value}", f"{where}@{local(key)}"


def _joined(root: Element) -> Iterator[Line]:
    """A text that elements stand in the middle of is also read as one: a number may be half bold."""
    within: set[int] = set()
    for element in root.iter():
        if id(element) in within or not len(element):
            continue
        mixed = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
        if mixed or local(element.tag) in OF_RUNS:
            within.update(map(id, element.iter()))
            yield " ".join("".join(element.itertext()).split()), local(element.tag)


def left_over(
    root: Element, body: bytes, taken: Container[int], spoken: Mapping[str, Collection[str]]
) -> Iterator[str]:
    """What a reader that knows what it looks for has not read: every other text and attribute, comments.

    `taken`: of which elements (by id) the text was read; `spoken`: which attributes of which elements were.
    """
    for element in root.iter():
        tag = local(element.tag)
        for key, value in element.attrib.items():
            name = local(key)
            if name not in spoken.get(tag, ()) and not (
                (name in OF_PROGRAMS or tag in OF_PROGRAMS) and HEXADECIMAL.fullmatch(value)
            ):
                yield from _could_speak(value)
        if id(element) not in taken:
            yield from _could_speak(element.text or "")
        yield from _could_speak(element.tail or "")
    yield from beside(body)


def _could_speak(value: str) -> Iterator[str]:
    words = " ".join((GUID.sub("", value) if "-" in value else value).split())
    if LETTER.search(words) or NUMBER.search(words):
        yield words


def beside(body: bytes) -> Iterator[str]:
    """Comments, instructions and names of name spaces: no tree has them, they are read from the parser's events."""
    bare = body.replace(b"\x00", b"")
    if b"<!--" not in bare and bare.count(b"<?") < 2 and not NAME_SPACE.search(bare):
        return
    for event, found in ElementTree.iterparse(io.BytesIO(body), events=("comment", "pi", "start-ns")):
        words = found[1] if event == "start-ns" else found.text or ""
        if words.strip() and (event != "start-ns" or NUMBER.search(words)):
            yield words.strip()


def add_lines(opening: Opening, lines: Sequence[Line], kind: TextKind, place: str = "") -> None:
    """Add a text of lines, each with its place."""
    places: list[tuple[int, str]] = []
    offset = 0
    for text, where in lines:
        told_of = told(where)
        places.append((offset, f"{place} {told_of}".strip()))
        offset += len(text) + 1
    opening.add("\n".join(text for text, _ in lines), kind, places=places or None)


def read_json(text: str, opening: Opening) -> None:
    """A JSON document's values, as `names: name: value` a line, escapes undone; one document, or one a line."""
    try:
        documents = [_parsed(text)]
    except ValueError:
        documents = [_line(line, opening) for line in text.split("\n") if line.strip()]
    add_lines(opening, [line for document in documents for line in _leaves(document)], TextKind.FORM_ANSWERS)
    inner = dict.fromkeys(name for document in documents for name in _inner(document))
    add_lines(opening, [(name, "name") for name in inner], TextKind.FORM_FIELD)


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


def _leaves(document: object) -> Iterator[Line]:
    stack: list[tuple[tuple[str, ...], object]] = [((), document)]
    while stack:
        way, value = stack.pop()
        if isinstance(value, _Members):
            stack.extend(((*way[1 - LONGEST_WAY :], name), inner) for name, inner in reversed(value))
        elif isinstance(value, list):
            stack.extend((way, inner) for inner in reversed(value))
        if (value == [] and way) or not isinstance(value, list):
            words = "" if value is None or value == [] else str(value)
            yield _said(way, words) if way else words, ".".join(way[-3:])


def _inner(document: object) -> Iterator[str]:
    """Names under which more names stand."""
    stack: list[tuple[str, object]] = [("", document)]
    while stack:
        name, value = stack.pop()
        if isinstance(value, _Members):
            stack.extend(reversed(value))
        elif isinstance(value, list):
            stack.extend((name, inner) for inner in reversed(value))
        if name and isinstance(value, list):
            yield name
