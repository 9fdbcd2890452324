"""What a document of the blind part is, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Builder = Callable[[], bytes]
Expected = tuple[str, str, str]


@dataclass(frozen=True)
class Document:
    """A file, what is true of it, and how to make it."""

    name: str
    outcome: str
    decision: str
    slice: str
    expect: tuple[Expected, ...]
    build: Builder


DOCUMENTS: list[Document] = []


def document(
    name: str, *, outcome: str, decision: str, slice: str, expect: tuple[Expected, ...] = ()
) -> Callable[[Builder], Builder]:
    """Keep a builder in the list. `expect` holds (category, mode, where) for each thing planted."""

    def keep(build: Builder) -> Builder:
        DOCUMENTS.append(Document(name, outcome, decision, slice, expect, build))
        return build

    return keep
