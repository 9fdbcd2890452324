"""RTF: the text with its escapes undone; pictures are opened; objects it carries are told as not examined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from fileroom.screening.opening.identify import identify
from fileroom.screening.opening.opened import Opening, OpenWithin
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+|\\)"
)
# Their words are for programs: fonts, colours, styles. Of them is read what could be words all the same, apart from the
# text; all other groups are read with it, also those a reader would not show.
NO_WORDS = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "xmlnstbl",
        "mmathPr",
        "filetbl",
        "revtbl",
        "blipuid",
    ]
)
BREAKS = {"par": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": "\t", "sect": "\n", "page": "\n"}
SIGNS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"}


@dataclass(frozen=True, slots=True)
class _Group:
    """Whether a group's words count, how many letters follow a \\u as their stand-in, what its text is written to.

    `carries`: its digits are an object of another program.
    """

    counts: bool = True
    stand_in: int = 1
    picture: bool = False
    within_picture: bool = False
    carries: bool = False


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.spoken: list[str] = []
        self.looks: list[str] = []
        self.pictures: list[bytearray] = []
        self.half = ""
        self.unread = False
        self.objects = False
        self.stack = [_Group()]
        self.skip = 0
        self.encoding = "cp1252"
        self.high = bytearray()

    def write(self, text: str) -> None:
        if self.skip:
            taken = min(self.skip, len(text))
            self.skip -= taken
            text = text[taken:]
        group = self.stack[-1]
        if group.picture:
            self.hexadecimal(text)
        elif not group.counts:
            if not group.carries:
                self.looks.append(text)
        elif text:
            self.flush()
            (self.spoken if group.within_picture else self.pieces).append(text)

    def hexadecimal(self, digits: str) -> None:
        """Digits of a picture; what are none, nobody can say what it is."""
        digits = self.half + "".join(digits.split())
        even = len(digits) // 2 * 2
        self.half = digits[even:]
        try:
            self.pictures[-1] += bytes.fromhex(digits[:even])
        except ValueError:
            self.unread = True

    def binary(self, body: bytes) -> None:
        """Bytes as they are: of a picture, or of nothing that is read."""
        if self.stack[-1].picture:
            self.pictures[-1] += body
        elif body:
            self.unread = True

    def plain(self, text: str) -> None:
        """Letters as they stand in the file, byte by byte."""
        if text.isascii():
            self.write(text)
            return
        try:
            self.write(text.encode("latin-1").decode("utf-8"))
        except UnicodeDecodeError:
            self.write(text.encode("latin-1").decode(self.encoding, "replace"))

    def flush(self) -> None:
        """Bytes wait for their neighbours: in Asian encodings two make a letter."""
        if self.high:
            self.pieces.append(self.high.decode(self.encoding, "replace"))
            self.high.clear()

    def byte(self, hexadecimal: str) -> None:
        if self.skip:
            self.skip -= 1
        elif self.stack[-1].counts:
            self.high.append(int(hexadecimal, 16))
        else:
            self.looks.append(bytes.fromhex(hexadecimal).decode(self.encoding, "replace"))

    def begin(self) -> None:
        """A group in a picture says something of it, and is no part of it."""
        group = self.stack[-1]
        self.stack.append(replace(group, picture=False, within_picture=True) if group.picture else group)

    def end(self) -> None:
        self.flush()
        if self.stack[-1].within_picture:
            self.spoken.append("\n")
        if not self.stack[-1].counts and self.stack[-2:][0].counts:
            self.looks.append("\n")
        if len(self.stack) > 1:
            self.stack.pop()

    def word(self, word: str, number: str | None) -> None:
        group = self.stack[-1]
        if word in NO_WORDS:
            self.stack[-1] = replace(group, counts=False)
        elif word == "pict":
            self.pictures.append(bytearray())
            self.stack[-1] = replace(group, picture=True, within_picture=False)
        elif word == "objdata":
            self.objects = True
            self.stack[-1] = replace(group, counts=False, carries=True)
        elif word == "uc" and number:
            self.stack[-1] = replace(group, stand_in=max(int(number), 0))
        elif word == "u" and number:
            self.skip = 0
            self.write(chr(int(number) % 65536))
            self.skip = group.stand_in
        elif word == "ansicpg" and number:
            self.encoding = self._known(f"cp{number}")
        elif word in BREAKS or word in SIGNS:
            self.write(BREAKS.get(word) or SIGNS[word])

    @staticmethod
    def _known(encoding: str) -> str:
        try:
            "".encode(encoding)
        except LookupError:
            return "cp1252"
        return encoding


def read_rtf(body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    """An RTF document's text, hidden and deleted runs with it."""
    reader = _read(body.decode("latin-1"))
    opening.add(_joined(reader.pieces), TextKind.PROSE, "body")
    opening.add(_joined(reader.spoken), TextKind.PROSE, "picture's properties")
    opening.add(_joined(reader.looks), TextKind.PROSE, "looks")
    if reader.objects:
        opening.trouble(Outcome.QUARANTINE, "It carries an object of another program, which is not examined.")
    pictures = list(map(bytes, reader.pictures))
    if reader.unread or reader.half or any(identify(body).text is not None for body in pictures if body):
        opening.trouble(Outcome.DAMAGED, "A picture in it is damaged.")
    for body in pictures:
        open_within(body, "", "picture")


def _read(text: str) -> _Reader:
    reader = _Reader()
    at = 0
    while found := TOKEN.match(text, at):
        at = found.end()
        word, number, hexadecimal, sign, brace, plain = found.groups()
        if word == "bin":
            length = max(int(number or 0), 0)
            reader.binary(text[at : at + length].encode("latin-1"))
            at += length
        elif word:
            if word != "u":
                reader.flush()
            reader.word(word, number)
        elif hexadecimal:
            reader.byte(hexadecimal)
        elif sign:
            reader.write({"~": " ", "_": "-", "-": ""}.get(sign, sign if sign in "\\{}" else ""))
        elif brace == "{":
            reader.begin()
        elif brace == "}":
            reader.end()
        elif plain:
            reader.plain(plain)
    reader.flush()
    return reader


def _joined(pieces: list[str]) -> str:
    """Letters beyond the first plane come as two halves: they are put together."""
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
