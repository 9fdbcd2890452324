"""What the sieve found: what kind of thing, where, and why we think so. Never the value itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """Kinds of thing the policy keeps out (contracts: `screen`)."""

    A_NUMBER = "a_number"
    IMMIGRATION_DOCUMENT = "immigration_document"
    IMMIGRATION_STATUS = "immigration_status"
    ITIN = "itin"
    MALWARE = "malware"
    PROTECTED_LIST = "protected_list"
    SSN = "ssn"
    SSN_LAST4 = "ssn_last4"


class Mode(StrEnum):
    """`value`: the thing is there. `solicit`: a field, column or sentence asks for it, be it ever so optional."""

    SOLICIT = "solicit"
    VALUE = "value"


# As the law's own refusal of such a thing cites it; tests/collection/test_findings_cite_the_law.py holds them together.
# A taxpayer number and a malicious file are refused by no law of records: what is done with them is decided elsewhere.
CITATIONS = {
    Category.A_NUMBER: "Ed. Code 234.7(a)",
    Category.IMMIGRATION_DOCUMENT: "Ed. Code 234.7(a)",
    Category.IMMIGRATION_STATUS: "Ed. Code 234.7(a)",
    Category.PROTECTED_LIST: "5 CCR 432(b)",
    Category.SSN: "Ed. Code 49076.7",
    Category.SSN_LAST4: "Ed. Code 49076.7",
}


LEAST = 0.5  # confidence from which a finding is reported
HAIR = 1e-9  # tenths do not add up exactly: what is told from a confidence is told from so much less
DOUBTED = 0.25  # and from which one is shown to somebody who says what it is


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    `start` and `end`: offsets in characters into the text that was given. `confidence`: 0 to 1. `why`: reasons in
    words, without the value. `page` counts from 1 and `where` names the part of a document; None where there is none.
    `doubted`: it is written as such a thing, and words about it say that it is another: somebody is named beside it, or
    the words have mostly stood about nothing (learned.py). A person says.
    """

    category: Category
    mode: Mode
    start: int
    end: int
    confidence: float
    why: tuple[str, ...]
    page: int | None = None
    where: str | None = None
    doubted: bool = False

    @property
    def citation(self) -> str:
        """The law that keeps such a thing out of a student's record; empty where none does by itself."""
        return CITATIONS.get(self.category, "")


def is_sure(finding: Finding) -> bool:
    """Whether it is told, and not only doubted."""
    return finding.confidence >= LEAST - HAIR
