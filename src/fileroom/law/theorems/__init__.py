"""The theorems: what must hold whatever the facts, known and not known. One sentence each, for counsel to read."""

from __future__ import annotations

from datetime import date

from fileroom.law.book import BOOK
from fileroom.law.kernel.proof import Proof, Theorem
from fileroom.law.kernel.proof import prove as prove_each
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.theorems import counsel, keeping, prohibitions, rights
from fileroom.law.vocabulary import action

THEOREMS: tuple[Theorem, ...] = (*prohibitions.THEOREMS, *rights.THEOREMS, *keeping.THEOREMS, *counsel.THEOREMS)


def prove(on: date, book: Rulebook = BOOK) -> list[Proof]:
    """Every theorem, proved or refuted, under the rules in force on this day."""
    return prove_each(THEOREMS, book, on, action)
