"""Office files (DOCX, XLSX, PPTX, OpenDocument): every part of the package is walked; none is left out unsaid."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.drawings import read_drawing
from fileroom.screening.opening.fonts import are_of_a_printer, is_font
from fileroom.screening.opening.identify import Format, identify
from fileroom.screening.opening.markup import local, read_xml, root_name, xml_tree
from fileroom.screening.opening.open_document import read_open_document
from fileroom.screening.opening.opened import Opening, OpenWithin, Trouble, may_be_a_number
from fileroom.screening.opening.sheets import Workbook, read_sheet, workbook
from fileroom.screening.opening.word import read_word
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

WORD_PLACES = (
    (re.compile(r"word/document\d*\.xml$"), "body"),
    (re.compile(r"word/header\d*\.xml$"), "header"),
    (re.compile(r"word/footer\d*\.xml$"), "footer"),
    (re.compile(r"word/footnotes\d*\.xml$"), "footnote"),
    (re.compile(r"word/endnotes\d*\.xml$"), "endnote"),
    (re.compile(r"word/comments\w*\.xml$"), "comment"),
    (re.compile(r"word/glossary/document\.xml$"), "building block"),
    (re.compile(r"word/[^/]+\.xml$"), "part"),
)
DRAWN = (
    (re.compile(r"ppt/slides/slide(\d+)\.xml$"), "slide"),
    (re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml$"), "notes of slide"),
    (re.compile(r"ppt/comments/\w*?(\d*)\.xml$"), "comment"),
    (re.compile(r"ppt/(?:slideMasters|slideLayouts|notesMasters|handoutMasters)/\w+?(\d+)\.xml$"), "layout"),
    (re.compile(r"(?:word|xl|ppt)/charts/chart\w*?(\d*)\.xml$"), "chart"),
    (re.compile(r"(?:word|xl|ppt)/diagrams/data(\d*)\.xml$"), "diagram"),
    (re.compile(r"xl/(?:comments|threadedComments)/?\w*?(\d*)\.xml$"), "cell comment"),
    (re.compile(r"xl/(?:tables|drawings|pivotCache|pivotTables|queryTables|persons)/\w*?(\d*)\.xml$"), "table"),
    (re.compile(r"(?:xl|ppt)/\w+?(\d*)\.(?:xml|vml)$"), "part"),
)
SHEET = re.compile(r"xl/(?:worksheets|chartsheets|dialogsheets|macrosheets)/[^/]+\.xml$")
SHEETS = frozenset(("worksheet", "chartsheet", "dialogsheet"))
# Looks, not words: of them is read what could be words all the same.
LOOKS_ONLY = re.compile(
    r"\[Content_Types\]\.xml$|(?:word|xl|ppt)/(?:theme/.*|styles\w*\.xml|fontTable\.xml|webSettings\.xml|numbering\.xml"
    r"|stylesWithEffects\.xml|presProps\.xml|viewProps\.xml|tableStyles\.xml|calcChain\.xml|metadata\.xml)$"
    r"|.*/(?:charts|diagrams)/(?:style|colors|layout|quickStyle)\d*\.xml$|.*\.(?:odttf|fntdata|ttf)$|.*printerSettings.*"
)
EXTERNAL = re.compile(r".*\.rels$")
WORDS = re.compile(r"\S\s\S|\d[-.]\d")
XML = re.compile(r".*\.(?:xml|rels|vml|rdf|xhtml)$")


def is_office(names: Mapping[str, object]) -> bool:
    """Whether an archive of these names is an office file."""
    return "[Content_Types].xml" in names or ("mimetype" in names and "content.xml" in names)


def read_office(parts: Mapping[str, bytes], opening: Opening, open_within: OpenWithin) -> None:
    """All parts of a package; `open_within(body, name, place)` opens what is embedded in it."""
    _refuse_locked(parts, opening)
    # What a part is, its contents say: its name is whatever who made the package called it.
    kinds = {name: root_name(body) for name, body in parts.items() if XML.match(name)}
    book = workbook(parts, kinds, opening)
    for name, body in parts.items():
        opening.tick()
        if may_be_a_number(name):
            opening.add(name, TextKind.PROSE, "file name")
        try:
            if name == "mimetype":
                opening.add(decode(body) or "", TextKind.PROSE, "kind of file")
            elif LOOKS_ONLY.match(name):
                _looks(name, body, opening, open_within)
            elif not XML.match(name):
                _embedded(name, body, opening, open_within)
            elif "[Content_Types].xml" not in parts:
                read_open_document(body, opening, "body" if name == "content.xml" else "part")
            elif name not in book.parts and body:
                _read_part(name, body, kinds[name], book, opening)
        except Trouble as trouble:
            opening.suffer(trouble, of_the_whole=opening.depth == 0)
    opening.add("\n".join(book.left()), TextKind.PROSE, "text of no cell")


def _looks(name: str, body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    """Styles, fonts and settings of printers; what is called one and is a file of a known format is opened as that."""
    if not XML.match(name):
        if identify(body).format is not Format.UNKNOWN:
            open_within(body, posixpath.basename(name), f"embedded {posixpath.basename(name)}")
        elif body and not (is_font(body) or are_of_a_printer(body)):
            opening.trouble(Outcome.UNREADABLE, "A part that is called a font or a printer's settings is neither.")
        return
    said = (
        value for node in xml_tree(body).iter() for value in (*node.attrib.values(), node.text or "", node.tail or "")
    )
    opening.add("\n".join(dict.fromkeys(value for value in said if WORDS.search(value))), TextKind.PROSE, "looks")


def _refuse_locked(parts: Mapping[str, bytes], opening: Opening) -> None:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Trouble(Outcome.ENCRYPTED, "It is encrypted.")


def _read_part(name: str, body: bytes, kind: str, book: Workbook, opening: Opening) -> None:
    if SHEET.match(name) or kind in SHEETS:
        read_sheet(body, name, book, opening)
        return
    if EXTERNAL.match(name):
        _links(body, opening)
        return
    if name == "docProps/custom.xml":
        _own_properties(body, opening)
        return
    for pattern, place in WORD_PLACES:
        if pattern.match(name):
            read_word(body, opening, place)
            return
    for pattern, place in DRAWN:
        if found := pattern.match(name):
            number = found[1] if found.re.groups else ""
            read_drawing(body, opening, f"{place} {number}".strip())
            return
    read_xml(body, opening, place=_place(name), of_package=True)


def _place(name: str) -> str:
    if name.startswith("docProps/"):
        return "property"
    if name.startswith("customXml/"):
        return "custom XML"
    return "part"


def _own_properties(body: bytes, opening: Opening) -> None:
    """Properties that somebody named themselves."""
    for node in xml_tree(body):
        words = "".join(node.itertext()).strip()
        opening.add(f"{node.get('name', '')}: {words}", TextKind.FORM_ANSWERS, "property")


def _links(body: bytes, opening: Opening) -> None:
    """Addresses outside the file that its links lead to."""
    for node in xml_tree(body).iter():
        if local(node.tag) == "Relationship" and node.get("TargetMode") == "External":
            opening.add(node.get("Target", ""), TextKind.PROSE, "link")


def _embedded(name: str, body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    base = posixpath.basename(name)
    if base.startswith("vbaProject") or "/activeX/" in name:
        opening.trouble(Outcome.QUARANTINE, "It holds a program (macros), which is not examined.")
    elif "/media/" in name or name.startswith(("Pictures/", "Thumbnails/", "docProps/")):
        open_within(body, base, "picture")
    else:
        open_within(body, base, f"embedded {base}")
