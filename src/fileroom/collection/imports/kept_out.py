"""How an import says that the law keeps a row out: the column is named, the value is repeated nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from fileroom.collection.imports.faults import Fault, Problem
from fileroom.screening import Category, Finding

# Area 000, 666 and 9xx, group 00 and serial 0000 were never issued.
SSN_DIGITS = re.compile(r"(?<!\d)(?!000|666|9\d\d)\d{3}([- ]?)(?!00)\d{2}\1(?!0000)\d{4}(?!\d)")
SSN_LABEL = re.compile(r"\b(?:ssn|ss|soc(?:ial)?\W{0,2}sec(?:urity)?\w*)\b[^:]{0,60}:", re.I)
NUMBERS = frozenset({Category.SSN, Category.SSN_LAST4})
SSN_SAYS = (
    "The value is shaped like a Social Security number, which a school may not ask for or keep "
    "(Ed. Code 49076.7). The row was refused and the value was not kept."
)
# How the entry of an import says that a person has said so of ids that could be such numbers.
SAID = "ids_are_no_ssn"
BETWEEN = "\n;\n"  # two values are read apart: the end of one is no label of the next


def ssn_shaped(text: str) -> bool:
    """Whether an identifier holds nine digits that could be a Social Security number, or says that it is one."""
    return SSN_DIGITS.search(text) is not None or SSN_LABEL.search(text) is not None


def most_like_ssn(ids: Collection[str]) -> bool:
    """Whether of these ids more than half are nine digits that could each be a Social Security number."""
    return 2 * sum(SSN_DIGITS.fullmatch(it) is not None for it in ids) > len(ids)


def ids_like_ssn(ids: Mapping[str, Collection[str]], file: str = "", column: str = "") -> list[Problem]:
    """Of each kind of person: are most of their ids shaped like Social Security numbers? A person has to say."""
    return [
        Problem(
            file, 0, column, "ids_like_ssn",
            f"Most ids of a {kind} are nine digits that could be a Social Security number, which a school may not keep "
            "(Ed. Code 49076.7). Ask the sender what they are. If they are the sender's own numbers, say so: import it "
            "again with --ids-are-no-ssn, or with the tick on the page.",
        )
        for kind, of_kind in sorted(ids.items())
        if most_like_ssn(of_kind)
    ]  # fmt: skip


def part_of(part: str, *, ids_are_no_ssn: bool) -> str:
    """What the ledger calls an import of this part of the program, where a person has said so."""
    return f"{part}/{SAID}" if ids_are_no_ssn else part


def refused_number(column: str, category: Category = Category.SSN) -> Fault:
    """The fault of a row that holds a number of that shape."""
    return Fault(column, "ssn_shape", SSN_SAYS, by_law=category)


def refused(column: str, finding: Finding) -> Fault:
    """The fault of a row in which the sieve found what the law keeps out."""
    if finding.category in NUMBERS:
        return refused_number(column, finding.category)
    says = f"{finding.citation} keeps this out of a student's record ({finding.category}). The row was refused."
    return Fault(column, finding.category.value, says, by_law=finding.category)
