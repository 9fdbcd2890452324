"""Office files (DOCX, XLSX, PPTX, OpenDocument): every part of the package is walked; none is left out unsaid."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.drawings import read_drawing
from fileroom.screening.opening.fonts import are_of_a_printer, is_font
from fileroom.screening.opening.identify import Format, identify
from fileroom.screening.opening.markup import NUMBER, left_over, local, read_xml, root_name, xml_tree
from fileroom.screening.opening.open_document import read_open_document
from fileroom.screening.opening.opened import Opening, OpenWithin, Trouble, may_be_a_number
from fileroom.screening.opening.sheets import Workbook, read_sheet, workbook
from fileroom.screening.opening.word import read_word
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

# What a part is, its outermost element says: whoever makes a package calls its parts as he likes.
WORD_PLACES = {
    "document": "body",
    "hdr": "header",
    "ftr": "footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "glossaryDocument": "building block",
}
OF_WORD = (
    (re.compile(r"word/comments\w*\.xml$", re.I), "comment"),
    (re.compile(r"word/header\d*\.xml$", re.I), "header"),
    (re.compile(r"word/footer\d*\.xml$", re.I), "footer"),
    (re.compile(r"word/[^/]+\.xml$", re.I), "part"),
)
DRAWN_KINDS = {
    "sld": "slide", "notes": "notes of slide", "cmLst": "comment", "chartSpace": "chart", "dataModel": "diagram",
    "drawing": "diagram", "wsDr": "drawing", "table": "table", "comments": "comment",
}  # fmt: skip
DRAWN = (
    (re.compile(r"ppt/slides/slide(\d+)\.xml$", re.I), "slide"),
    (re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml$", re.I), "notes of slide"),
    (re.compile(r"ppt/comments/\w*?(\d*)\.xml$", re.I), "comment"),
    (re.compile(r"ppt/(?:slideMasters|slideLayouts|notesMasters|handoutMasters)/\w+?(\d+)\.xml$", re.I), "layout"),
    (re.compile(r"(?:word|xl|ppt)/charts/chart\w*?(\d*)\.xml$", re.I), "chart"),
    (re.compile(r"(?:word|xl|ppt)/diagrams/data(\d*)\.xml$", re.I), "diagram"),
    (re.compile(r"xl/(?:comments|threadedComments)/?\w*?(\d*)\.xml$", re.I), "cell comment"),
    (re.compile(r"xl/(?:tables|drawings|pivotCache|pivotTables|queryTables|persons)/\w*?(\d*)\.xml$", re.I), "table"),
    (re.compile(r"(?:xl|ppt)/\w+?(\d*)\.(?:xml|vml)$", re.I), "part"),
)
SHEET = re.compile(r"xl/(?:worksheets|chartsheets|dialogsheets|macrosheets)/[^/]+\.xml$")
SHEETS = frozenset(("worksheet", "chartsheet", "dialogsheet"))
# Looks, not words: fonts and settings among them are no texts, and of the rest all is read that could be words.
LOOKS_ONLY = re.compile(
    r"\[Content_Types\]\.xml$|(?:word|xl|ppt)/(?:theme/.*|styles\w*\.xml|fontTable\.xml|webSettings\.xml|numbering\.xml"
    r"|stylesWithEffects\.xml|presProps\.xml|viewProps\.xml|tableStyles\.xml|calcChain\.xml|metadata\.xml)$"
    r"|.*/(?:charts|diagrams)/(?:style|colors|layout|quickStyle)\d*\.xml$|.*\.(?:odttf|fntdata|ttf)$|.*printerSettings.*"
)
EXTERNAL = re.compile(r".*\.rels$")
# What stands in all links: their kinds, their numbers, names of parts.
OF_LINKS = re.compile(r"(?:rId)?\w{1,12}|https?://\S+|External|Internal|[\w./-]+\.\w{2,8}")
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
    said = dict.fromkeys(left_over(xml_tree(body), body, (), {}))
    opening.add("\n".join(said), TextKind.PROSE, "looks")


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
    place = WORD_PLACES.get(kind) or next((place for pattern, place in OF_WORD if pattern.match(name)), "")
    if place:
        read_word(body, opening, place)
        return
    for pattern, place in DRAWN:
        if found := pattern.match(name):
            number = found[1] if found.re.groups else ""
            read_drawing(body, opening, f"{place} {number}".strip())
            return
    if kind in DRAWN_KINDS:
        read_drawing(body, opening, DRAWN_KINDS[kind])
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
    """Addresses outside the file that its links lead to; and what else stands in them and names no part."""
    root = xml_tree(body)
    for node in root.iter():
        if local(node.tag) == "Relationship" and node.get("TargetMode") == "External":
            opening.add(node.get("Target", ""), TextKind.PROSE, "link")
    links = {node.get("Target", "") for node in root.iter() if node.get("TargetMode") == "External"}
    left = dict.fromkeys(words for words in left_over(root, body, (), {}) if words not in links)
    said = (words for words in left if NUMBER.search(words) or not OF_LINKS.fullmatch(words))
    opening.add("\n".join(said), TextKind.PROSE, "link within the file")


def _embedded(name: str, body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    base = posixpath.basename(name)
    if base.startswith("vbaProject") or "/activeX/" in name:
        opening.trouble(Outcome.QUARANTINE, "It holds a program (macros), which is not examined.")
    elif "/media/" in name or name.startswith(("Pictures/", "Thumbnails/", "docProps/")):
        open_within(body, base, "picture")
    else:
        open_within(body, base, f"embedded {base}")
