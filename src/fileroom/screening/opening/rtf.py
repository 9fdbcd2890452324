"""RTF: the text with its escapes undone; pictures are opened; objects it carries are told as not examined."""

from __future__ import annotations

import binascii
import re

from fileroom.screening.opening.opened import Opening, OpenWithin
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+|\\)"
)
# Their words are for programs: fonts, colours, styles. All other groups are read, also those a reader would not show.
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
    ]
)
BREAKS = {"par": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": "\t", "sect": "\n", "page": "\n"}
SIGNS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"}


class _Reader:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.pictures: list[str] = []
        self.objects = False
        # Per group: whether its words count, how many letters follow a \u as its stand-in, whether it is a picture.
        self.stack: list[tuple[bool, int, bool]] = [(True, 1, False)]
        self.skip = 0
        self.encoding = "cp1252"
        self.high = bytearray()

    def write(self, text: str) -> None:
        if self.skip:
            taken = min(self.skip, len(text))
            self.skip -= taken
            text = text[taken:]
        counts, _, picture = self.stack[-1]
        if picture:
            self.pictures[-1] += text
        elif counts and text:
            self.flush()
            self.pieces.append(text)

    def flush(self) -> None:
        """Bytes wait for their neighbours: in Asian encodings two make a letter."""
        if self.high:
            self.pieces.append(self.high.decode(self.encoding, "replace"))
            self.high.clear()

    def byte(self, hexadecimal: str) -> None:
        if self.skip:
            self.skip -= 1
        elif self.stack[-1][0]:
            self.high.append(int(hexadecimal, 16))

    def word(self, word: str, number: str | None) -> None:
        counts, stand_in, picture = self.stack[-1]
        if word in NO_WORDS:
            self.stack[-1] = (False, stand_in, picture)
        elif word == "pict":
            self.pictures.append("")
            self.stack[-1] = (counts, stand_in, True)
        elif word == "objdata":
            self.objects = True
            self.stack[-1] = (False, stand_in, picture)
        elif word == "uc" and number:
            self.stack[-1] = (counts, max(int(number), 0), picture)
        elif word == "u" and number:
            self.skip = 0
            self.write(chr(int(number) % 65536))
            self.skip = stand_in
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


def read_rtf(text: str, opening: Opening, open_within: OpenWithin) -> None:
    """An RTF document's text, hidden and deleted runs with it."""
    reader = _Reader()
    for found in TOKEN.finditer(text):
        word, number, hexadecimal, sign, brace, plain = found.groups()
        if word:
            reader.flush() if word not in ("u",) else None
            reader.word(word, number)
        elif hexadecimal:
            reader.byte(hexadecimal)
        elif sign:
            reader.write({"~": " ", "_": "-", "-": ""}.get(sign, sign if sign in "\\{}" else ""))
        elif brace == "{":
            reader.stack.append(reader.stack[-1])
        elif brace == "}":
            reader.flush()
            if len(reader.stack) > 1:
                reader.stack.pop()
        elif plain:
            reader.write(plain)
    reader.flush()
    opening.add(_joined(reader.pieces), TextKind.PROSE, "body")
    if reader.objects:
        opening.trouble(Outcome.QUARANTINE, "It carries an object of another program, which is not examined.")
    for picture in reader.pictures:
        if body := _picture(picture):
            open_within(body, "", "picture")


def _joined(pieces: list[str]) -> str:
    """Letters beyond the first plane come as two halves: they are put together."""
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _picture(digits: str) -> bytes | None:
    try:
        return binascii.unhexlify("".join(digits.split()))
    except (binascii.Error, ValueError):
        return None
