"""Records as Ed-Fi's API gives them: a list in a file named for the resource, or an object of such lists. Streamed."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Any

from fileroom.collection.edfi.paths import GROUPS_OF, one_of, word_of
from fileroom.collection.edfi.records import DEEPEST, LONGEST_TEXT, MOST_VALUES, Leaf, said
from fileroom.collection.imports.faults import BundleRefused, refuse
from fileroom.collection.rosters.said import Said

CHUNK = 256 * 1024
LONGEST_RECORD = 4 * 1024**2
SPACE = " \t\r\n"
# Half of a character: JSON can name one, and nothing can store it.
HALF = re.compile(r"[\ud800-\udfff]")


def records(file: str, raw: IO[bytes]) -> Iterator[Said]:
    """The records of one file. Raises BundleRefused where it is no JSON of lists of records."""
    text = Text(file, raw)
    first = text.peek()
    if first == "[":
        yield from _list(file, text, PurePath(file).name.split(".")[0])
    elif first == "{":
        text.skip("{")
        while text.peek() != "}":
            name = text.value()
            text.skip(":")
            if not isinstance(name, str) or text.peek() != "[":
                raise text.refused("unknown_layout", "Each name in the file must stand before a list of records.")
            yield from _list(file, text, name)
            if text.peek() == ",":
                text.skip(",")
        text.skip("}")
    else:
        raise text.refused("unknown_layout", "The file is neither a list of records nor an object of such lists.")
    if text.peek():
        raise text.refused("unreadable", "Something stands behind the end of the JSON.")


def _list(file: str, text: Text, resource: str) -> Iterator[Said]:
    kind = one_of(resource[:1].upper() + resource[1:])
    text.skip("[")
    while text.peek() != "]":
        line = text.line
        record = text.value()
        if not isinstance(record, dict):
            raise text.refused("unknown_layout", "A list in the file holds something that is no record.")
        leaves: list[Leaf] = []
        _flatten(record, (), 0, kind, leaves, text)
        yield said(file, line, kind, leaves)
        if text.peek() == ",":
            text.skip(",")
    text.skip("]")


def _flatten(it: Any, path: tuple[str, ...], group: int, kind: str, leaves: list[Leaf], text: Text) -> None:
    if len(path) > DEEPEST or len(leaves) > MOST_VALUES:
        raise text.refused("too_big", "A record of the file is too deep, or has too many values.")
    if isinstance(it, dict):
        for key, value in it.items():
            if HALF.search(key):
                raise text.refused("not_utf8", "A name in the file holds half of a character.")
            word = word_of(key, many=isinstance(value, list))
            _flatten(value, (*path, word), group if path else len(leaves) + 1, kind, leaves, text)
    elif isinstance(it, list):
        name = GROUPS_OF.get((kind, path[0]), path[0]) if len(path) == 1 else path[-1]
        for value in it:
            if isinstance(value, list):
                raise text.refused("unknown_layout", "A list stands straight in a list: no record of Ed-Fi has that.")
            _flatten(value, (*path[:-1], name), len(leaves) + 1 if len(path) == 1 else group, kind, leaves, text)
    elif it is not None:
        value = str(it).lower() if isinstance(it, bool) else str(it)
        if len(value) > LONGEST_TEXT:
            raise text.refused("too_big", "A value of the file is longer than 64 KiB.")
        if HALF.search(value):
            raise text.refused("not_utf8", "A value in the file holds half of a character.")
        leaves.append(Leaf(group, path or ("",), value))


class Text:
    """The file's text, a piece at a time. `line` counts from 1."""

    def __init__(self, file: str, raw: IO[bytes]) -> None:
        self.file, self.raw = file, raw
        self.decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self.scanner = json.JSONDecoder(parse_int=_number, parse_float=_number)
        self.held, self.at, self.line, self.ended = "", 0, 1, False

    def refused(self, code: str, says: str) -> BundleRefused:
        """A fault of this file, here."""
        return refuse(self.file, code, says, row=self.line)

    def peek(self) -> str:
        """The next character that is no space; blank at the end."""
        while True:
            while self.at < len(self.held) and self.held[self.at] in SPACE:
                self.line += self.held[self.at] == "\n"
                self.at += 1
            if self.at < len(self.held) or not self._more():
                return self.held[self.at : self.at + 1]

    def skip(self, character: str) -> None:
        """Walk over a character that must stand here."""
        if self.peek() != character:
            raise self.refused("unreadable", f"The file is not well-formed JSON: {character} is wanted.")
        self.at += 1

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        while True:
            try:
                found, end = self.scanner.raw_decode(self.held, self.at)
            except (json.JSONDecodeError, RecursionError) as error:
                too_long = len(self.held) - self.at > LONGEST_RECORD
                if isinstance(error, RecursionError) or too_long or not self._more():
                    raise self.refused(
                        "unreadable", "The file is not well-formed JSON, or a record is too long."
                    ) from None
                continue
            if end == len(self.held) and self._more():
                continue
            self.line += self.held.count("\n", self.at, end)
            self.at = end
            return found

    def _more(self) -> bool:
        if self.ended:
            return False
        chunk = self.raw.read(CHUNK)
        try:
            text = self.decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            raise self.refused("not_utf8", "The file is not UTF-8.") from None
        self.ended = not chunk
        self.held, self.at = self.held[self.at :] + text, 0
        return bool(chunk)


def _number(digits: str) -> str:
    """Numbers stay as they are written: an id is no quantity."""
    return digits
