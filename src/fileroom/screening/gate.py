"""The sieve as the gates ask it: does this field's name ask, and does this value hold, what may not be kept?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from enum import StrEnum

from fileroom.screening.clock import Clock
from fileroom.screening.findings import DOUBTED, HAIR, LEAST, Finding, Mode
from fileroom.screening.folding import fold
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.texts import screen_text, values_in

# A name is short, and is judged as one: of a longer one each stretch is, and each shares some words with the next.
LONGEST_NAME, SHARED = 2000, 200
PARTS = re.compile(r"(?<=[a-z])(?=[A-Z])")
# So many findings of a kind are enough to refuse a text; a hostile one must not fill the memory.
MOST_OF_A_LOOK = 1000


class Looks(StrEnum):
    """How a value is looked at. WRITING: a person wrote it, so nine digits in a row need no label to tell."""

    LABELLED = "labelled"
    WRITING = "writing"


LOOKS_AT_WRITING = Looks.WRITING


def banned_field(name: str) -> Finding | None:
    """The finding where a field's name or label asks for something the law keeps out; None where it does not."""
    clock = Clock()
    asked = (
        replace(it, start=at + it.start, end=at + it.end)
        for at in range(0, max(1, len(name) - SHARED), LONGEST_NAME - SHARED)
        for it in screen_text(name[at : at + LONGEST_NAME], TextKind.FORM_FIELD, least=0.35, weighs=False, clock=clock)
    )
    return max(
        (it for it in asked if it.mode is Mode.SOLICIT and it.citation), key=lambda it: it.confidence, default=None
    )


def looks_at(field: str) -> Looks:
    """How to look at the value of a field of this name: a telephone or a postal code may have nine digits."""
    words = PARTS.sub(" ", field)
    reading = Reading(fold(words), TextKind.FORM_FIELD, "", [], strict=True)
    return Looks.LABELLED if "other_number" in reading.roles(0, len(words)) else Looks.WRITING


def strictly(
    text: str, kind: TextKind, *, title: str, most: int | None = None, clock: Clock | None = None
) -> tuple[Finding, ...]:
    """As `screen_text`, of a document that a person hands in: by rules alone, and doubted values too, where a law keeps
    them out: a person looks at it and files again."""
    return screen_text(
        text,
        kind,
        title=title,
        least=DOUBTED,
        strict=True,
        weighs=False,
        counts=_counts_at_a_gate,
        most=most,
        clock=clock,
    )


def with_doubts(
    text: str,
    kind: TextKind,
    *,
    title: str = "",
    weighs: bool = True,
    most: int | None = None,
    clock: Clock | None = None,
) -> tuple[Finding, ...]:
    """As `screen_text`, and what is doubted too where somebody is named beside it, or words alone speak against it: a
    person says what it is."""
    return screen_text(
        text,
        kind,
        title=title,
        least=DOUBTED,
        weighs=weighs,
        counts=_counts_or_is_doubted,
        most=most,
        clock=clock,
    )


def _counts_or_is_doubted(it: Finding) -> bool:
    return it.confidence >= LEAST - HAIR or it.doubted


def _counts_at_a_gate(it: Finding) -> bool:
    return it.confidence >= LEAST - HAIR or (it.mode is Mode.VALUE and it.citation != "")


def findings_in(text: str, looks: Looks = Looks.LABELLED) -> list[Finding]:
    """Values in a text that the law refuses, in order, no two at one place; of a kind no more than MOST_OF_A_LOOK."""
    found: list[Finding] = []
    times: Counter[str] = Counter()
    for it in values_in(text, least=DOUBTED, strict=looks is Looks.WRITING):
        times[it.category] += 1
        if it.citation and times[it.category] <= MOST_OF_A_LOOK:
            found.append(it)
    return found
