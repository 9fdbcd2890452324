"""Web pages: the text as it is read, every attribute that speaks, fields with their labels, options, comments."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, unquote_to_bytes

from fileroom.screening.opening.carried import base64_bytes
from fileroom.screening.opening.markup import NUMBER, add_lines
from fileroom.screening.opening.opened import Opening, OpenWithin, told
from fileroom.screening.opening.tables import add_table
from fileroom.screening.reading import TextKind

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "td",
        "textarea",
        "th",
        "title",
        "tr",
        "ul",
    ]
)
FIELDS = frozenset(("input", "select", "textarea", "button", "output", "meter"))
# What such attributes of a field say is its label: each is judged by itself.
LABELLING = frozenset(("aria-label", "placeholder", "title"))
# What these say is written on them.
BUTTONS = ("submit", "button", "reset")
# What such attributes say is for programs alone.
MUTE = frozenset(
    [
        "class",
        "style",
        "type",
        "href",
        "src",
        "width",
        "height",
        "rel",
        "charset",
        "lang",
        "dir",
        "align",
        "valign",
        "border",
        "colspan",
        "rowspan",
        "method",
        "enctype",
        "maxlength",
        "size",
        "cellpadding",
        "cellspacing",
        "bgcolor",
        "color",
        "xmlns",
        "target",
        "role",
        "tabindex",
    ]
)
# What such elements hold is no text of the page, and is read all the same.
PROGRAMS = ("script", "style")
# What such elements hold is what a page or a field of it is called.
NAMING = frozenset(("title", "label", "legend"))
DATA = re.compile(r"\s*data:([^,;]*)((?:;[^,;]*)*),", re.I)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.answers: list[tuple[str, str]] = []
        self.fields: list[tuple[str, str]] = []
        self.comments: list[str] = []
        self.programs: list[tuple[str, str]] = []
        self.mute: list[tuple[str, str]] = []
        self.tables: list[list[list[str]]] = []
        self.packed: list[str] = []
        self.pages: list[str] = []
        self.title: list[str] = []
        self._open_tables: list[list[list[str]]] = []
        self.labels: list[str] = []
        self._within = ""
        self._program = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")
        self._program = tag if tag in PROGRAMS else ""
        if tag in NAMING:
            self._within = tag
            self.labels += ("",) * (tag != "title")
        self._speak(tag, [(name, value) for name, value in attrs if value and value.strip()])
        self._table(tag)

    def _speak(self, tag: str, said: list[tuple[str, str]]) -> None:
        """What attributes say: of two of one name too, for browsers go by the first, and a reader by either."""
        first = dict(reversed(said))
        name = first.get("name") or first.get("id") or ""
        is_field = tag in FIELDS and first.get("type", "").lower() not in BUTTONS and tag != "button"
        for key, value in said:
            if DATA.match(value):
                self.packed.append(value)
            elif key in MUTE:
                # An address may say what it asks for, or carry a picture; a style too.
                if NUMBER.search(value) or "?" in value or "data:" in value:
                    self.mute.append((f"{tag} {key}", unquote(value)))
            elif key == "value" and is_field:
                label = name or "value"
                self.answers.append((f"{label}: {value}", f"field {label}"))
            else:
                self.attributes.append((tag, key, value))
                if key == "srcdoc":
                    self.pages.append(value)

    def _table(self, tag: str) -> None:
        if tag == "table":
            self.tables.append([])
            self._open_tables.append(self.tables[-1])
        elif tag == "tr" and self._open_tables:
            self._open_tables[-1].append([])
        elif tag in ("td", "th") and self._open_tables and self._open_tables[-1]:
            self._open_tables[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")
        if tag in PROGRAMS:
            self._program = ""
        if tag == "table" and self._open_tables:
            self._open_tables.pop()
        if tag in NAMING:
            self._within = ""

    def parse_endtag(self, i: int) -> int:
        """The end of an element says nothing, unless somebody wrote into it."""
        end = super().parse_endtag(i)
        if end > i and len(more := self.rawdata[i + 2 : end].rstrip("/> ").split(None, 1)) > 1:
            self.comments.append(more[1])
        return end

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """ "<![CD [x]]>" is no section that the parser knows: it gives up where a browser takes a remark."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        if self._program:
            self.programs.append((self._program, data))
            return
        if self._within == "title":
            self.title.append(data)
        elif self._within:
            self.labels[-1] += data
        self.pieces.append(data)
        if self._open_tables and self._open_tables[-1] and self._open_tables[-1][-1]:
            self._open_tables[-1][-1][-1] += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        """A document's type says nothing of anyone, unless somebody wrote a number into it."""
        if NUMBER.search(decl):
            self.comments.append(decl)

    def handle_pi(self, data: str) -> None:
        self.comments.append(data)

    def unknown_decl(self, data: str) -> None:
        self.pieces.append(data)


def _read(text: str) -> _Page:
    """A page's parts. What is opened and never closed is text: the parser would look for its end from each anew."""
    for opens, closes in (("<!--", "-->"), ("<![", "]]>")):
        closed = text.rfind(closes) + 1
        text = text[:closed] + text[closed:].replace(opens, " ")
    tags_end = text.rfind(">") + 1
    page = _Page()
    page.feed(text[:tags_end])
    page.close()
    page.handle_data(unescape(text[tags_end:]))
    return page


def read_html(text: str, opening: Opening, open_within: OpenWithin, *, place: str = "", mail: bool = False) -> None:
    """A page's texts. `open_within` opens pictures and files that it carries in its own addresses (data:)."""
    page = _read(text)
    title = " ".join("".join(page.title).split())
    words = "\n".join(filter(None, map(str.strip, "".join(page.pieces).split("\n"))))
    opening.add(words, TextKind.EMAIL if mail else TextKind.PROSE, place or "page", title=title)
    for number, rows in enumerate(page.tables, start=1):
        if max(map(len, rows), default=0) > 1:
            _add_table(opening, rows, f"{place} table {number}".strip(), title)
    _add_attributes(opening, page, place, title)
    for inner in page.pages:
        with opening.inside("page within it"):
            read_html(inner, opening, open_within)
    for label in dict.fromkeys(page.labels):
        opening.add(" ".join(label.split()), TextKind.FORM_FIELD, f"{place} label".strip(), title=title)
    add_lines(opening, [(words, told(where)) for words, where in page.answers], TextKind.FORM_ANSWERS, place)
    for comment in page.comments:
        opening.add(comment, TextKind.PROSE, f"{place} comment".strip())
        if "<" in comment and comment != text:
            _in_comment(comment, opening)
    for tag in PROGRAMS:
        words = "\n".join(data for kind, data in page.programs if kind == tag)
        opening.add(words, TextKind.PROSE, f"{place} {tag}".strip())
    add_lines(opening, [(value, where) for where, value in dict.fromkeys(page.mute)], TextKind.PROSE, place)
    for address in page.packed:
        open_within(_carried(address), "", "picture")


def _add_table(opening: Opening, rows: list[list[str]], place: str, title: str) -> None:
    add_table(
        opening,
        list(enumerate(rows, start=1)),
        lambda row, column: f"{place}, row {row}, cell {column + 1}",
        title=title,
    )


def _add_attributes(opening: Opening, page: _Page, place: str, title: str) -> None:
    """What attributes say, of each kind a line for each: a page of many thousand is no text for each of them.

    What labels a field is a text of its own: beside the labels of others it would be judged as one passage.
    """
    kinds: dict[tuple[str, str], list[str]] = {}
    for tag, key, value in dict.fromkeys(page.attributes):
        kinds.setdefault((tag, key), []).append(" ".join(value.split()))
    for (tag, key), values in kinds.items():
        for words in values if tag in FIELDS and key in LABELLING else ["\n".join(values)]:
            opening.add(words, TextKind.FORM_FIELD, f"{place} {told(f'{tag} {key}')}".strip(), title=title)


def _in_comment(comment: str, opening: Opening) -> None:
    """Fields that were commented out are still in the file."""
    _add_attributes(opening, _read(comment), "comment,", "")


def _carried(address: str) -> bytes:
    """What an address carries in itself."""
    found = DATA.match(address)
    assert found
    rest = unquote_to_bytes(address[found.end() :])
    return base64_bytes(rest.decode("latin-1")) if "base64" in found[2].lower() else rest
