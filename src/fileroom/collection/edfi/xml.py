"""An interchange of XML, streamed: one record after another, never a tree. A document type is refused unread.

Entities and what they could name or multiply are declared in a document type only: without one there are none
(docs/decisions/0050).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from fileroom.collection.edfi.records import DEEPEST, LONGEST_TEXT, MOST_VALUES, Leaf, said
from fileroom.collection.imports.faults import BundleRefused, refuse, shown
from fileroom.collection.rosters.said import Said

CHUNK = 1024**2
# A tag, a comment or a text the parser has not come to the end of is looked at anew with each chunk.
LONGEST_TOKEN = 4 * CHUNK
NAMESPACE = re.compile(r"http://ed-fi\.org/(?:0[2]\d\d|[2-6]\.\d[\w.-]{0,20})", re.ASCII)
BETWEEN = "\x1f"


def records(file: str, raw: IO[bytes]) -> Iterator[Said]:
    """The records of one file. Raises BundleRefused where it is no well-formed interchange of Ed-Fi."""
    reader = _Reader(file)
    parser = reader.parser
    try:
        while chunk := raw.read(CHUNK):
            parser.Parse(chunk, False)
            yield from reader.taken()
            reader.fed(len(chunk))
        parser.Parse(b"", True)
        yield from reader.taken()
    except expat.ExpatError as error:
        says = f"The file is not well-formed XML: {expat.errors.messages.get(error.code, 'unreadable')}."
        raise refuse(file, "unreadable", says, row=error.lineno) from None
    except (ValueError, LookupError):
        raise refuse(file, "unreadable", "The file says it is in an encoding that cannot be read.") from None


class _Reader:
    """What the parser calls. Depth 1 is the interchange, depth 2 a record, depth 3 a group or value of it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.parser = expat.ParserCreate(namespace_separator=BETWEEN)
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.done: list[Said] = []
        self.path: list[str] = []
        self.leaves: list[Leaf] = []
        self.text: list[str] = []
        self.length = self.group = self.line = self.bytes = 0

    def taken(self) -> Iterator[Said]:
        """The records that are complete."""
        done, self.done = self.done, []
        yield from done

    def fed(self, number: int) -> None:
        """Raises BundleRefused where the parser has not come to the end of a token for too long."""
        self.bytes += number
        if self.bytes - max(self.parser.CurrentByteIndex, 0) > LONGEST_TOKEN:
            raise self._refused("too_big", "A tag or a text of the file is longer than 4 MiB.")

    def _refused(self, code: str, says: str) -> BundleRefused:
        return refuse(self.file, code, says, row=self.parser.CurrentLineNumber)

    def _doctype(self, *_: object) -> None:
        says = "The file declares a document type. Ed-Fi needs none; it is refused, with the entities it could declare."
        raise self._refused("doctype", says)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(BETWEEN)
        self.path.append(local)
        depth = len(self.path)
        self.text, self.length = [], 0
        if depth == 1:
            self._root(namespace, local)
        elif depth == 2:
            self.leaves, self.group, self.line = [], 0, self.parser.CurrentLineNumber
            if "id" in attributes:
                self._leaf(("@id",), attributes["id"])
        elif depth > DEEPEST:
            raise self._refused("too_deep", f"The file nests deeper than {DEEPEST} tags.")
        else:
            self.group += depth == 3
            if "ref" in attributes:
                self._leaf((*self.path[2:], "@ref"), attributes["ref"])

    def _root(self, namespace: str, local: str) -> None:
        if NAMESPACE.fullmatch(namespace) and local.startswith("Interchange"):
            return
        says = (
            f"{shown(namespace)} is no namespace of Ed-Fi's Data Standard 2 to 6."
            if local.startswith("Interchange")
            else "The file is no Ed-Fi interchange."
        )
        raise self._refused("unknown_layout", says)

    def _text(self, text: str) -> None:
        self.length += len(text)
        if self.length > LONGEST_TEXT:
            raise self._refused("too_big", "A value of the file is longer than 64 KiB.")
        self.text.append(text)

    def _end(self, name: str) -> None:
        text = "".join(self.text).strip()
        self.text = []
        if len(self.path) > 2 and text:
            self._leaf(tuple(self.path[2:]), text)
        if len(self.path) == 2:
            self.done.append(said(self.file, self.line, self.path[1], self.leaves))
            self.leaves = []
        self.path.pop()

    def _leaf(self, path: tuple[str, ...], value: str) -> None:
        if len(self.leaves) >= MOST_VALUES:
            raise self._refused("too_big", f"A record of the file has more than {MOST_VALUES} values.")
        self.leaves.append(Leaf(self.group, path, value))
