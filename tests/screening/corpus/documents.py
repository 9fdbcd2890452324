"""Documents of the screening corpus: each is built by a function and says what is true of it.

A builder is registered with `@document(...)`; the modules of builders are imported by the folder that owns them.
Builders are deterministic: two runs give the same bytes.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Outcome = Literal[
    "clean",
    "findings",
    "malware",
    "quarantine",
    "unreadable",
    "encrypted",
    "damaged",
    "empty",
    "too_big",
    "bomb",
    "rejected",
]
Decision = Literal["allow", "review", "block"]
Mode = Literal["value", "solicit"]
Builder = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing to be found: its category, whether it is there or asked for, and the place it was hidden in."""

    category: str
    mode: Mode
    place: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the corpus and the truth about it.

    `outcomes` holds every outcome that is right for it, the best one first; most files have just one.
    """

    name: str
    outcomes: tuple[Outcome, ...]
    decision: Decision
    expect: tuple[Expected, ...]
    slice: str
    build: Builder

    @property
    def outcome(self) -> Outcome:
        """The outcome that says best what the file is."""
        return self.outcomes[0]

    def sha256(self) -> str:
        """The digest of the bytes, by which a changed builder is noticed."""
        return hashlib.sha256(self.build()).hexdigest()


DOCUMENTS: list[Document] = []


def document(
    name: str,
    *,
    outcome: Outcome,
    decision: Decision,
    expect: Iterable[tuple[str, Mode, str]] = (),
    slice: str,
    also: Iterable[Outcome] = (),
) -> Callable[[Builder], Builder]:
    """Register a builder under a file name; `also` names other outcomes that are as right as `outcome`."""

    def register(build: Builder) -> Builder:
        if any(known.name == name for known in DOCUMENTS):
            raise ValueError(f"two documents are named {name}")
        truth = tuple(Expected(*one) for one in expect)
        DOCUMENTS.append(Document(name, (outcome, *also), decision, truth, slice, build))
        return build

    return register
