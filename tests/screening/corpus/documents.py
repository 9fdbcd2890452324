"""Documents by which the engine is measured: each a function that returns bytes, with what is true of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Builder = Callable[[], bytes]


@dataclass(frozen=True)
class Document:
    """One file of the corpus: its name, how it is built, and what must be said of it."""

    name: str
    build: Builder
    outcome: str
    decision: str
    expect: tuple[tuple[str, str, str], ...]
    slice: str


DOCUMENTS: list[Document] = []


def document(
    name: str, *, outcome: str, decision: str, expect: Sequence[tuple[str, str, str]] = (), slice: str
) -> Callable[[Builder], Builder]:
    """Register a builder under a file name; `expect` holds (category, mode, where it is hidden)."""

    def keep(build: Builder) -> Builder:
        DOCUMENTS.append(Document(name, build, outcome, decision, tuple(expect), slice))
        return build

    return keep
