"""What is wrong with a bundle, a file or a row, said so that the sender can put it right."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from fileroom.screening import Category, findings_in

# Only short values are repeated in a message, and none that could be a Social Security number, however it is parted.
LONGEST_ECHO = 60
COULD_BE_SSN = re.compile(r"(?<!\d)\d(?:[\W_]{0,3}\d){8}(?!\d)")
NOT_SHOWN = "the value given"


@dataclass(frozen=True)
class Problem:
    """One thing wrong. `row` counts as a spreadsheet does: the header is row 1; 0 where the whole file is meant.

    In files that have no rows, XML and JSON, it is the line.
    """

    file: str
    row: int
    column: str
    code: str
    says: str

    def to_json(self) -> dict[str, str | int]:
        """The shape of contracts: import, `problems`."""
        return asdict(self)


# A file can be wrong in every row; the first few show the sender what to mend.
FAULTS_SHOWN = 20


def first_few(faults: list[Problem], file: str = "") -> list[Problem]:
    """The first few of the faults of one kind, and how many more there are."""
    if len(faults) <= FAULTS_SHOWN:
        return faults
    says = f"{len(faults) - FAULTS_SHOWN} more faults of this kind are not listed."
    return [*faults[:FAULTS_SHOWN], Problem(file, 0, "", "more_faults", says)]


@dataclass(frozen=True)
class Fault:
    """What a check has against one row. `by_law`: what the law keeps out of it; the row is refused, not set aside."""

    column: str
    code: str
    says: str
    by_law: Category | None = None


class BundleRefused(Exception):
    """A fault of a file: nothing of the bundle may be written. `read` rows had been counted."""

    def __init__(self, problems: list[Problem], read: int = 0) -> None:
        super().__init__("; ".join(f"{p.file}: {p.says}" for p in problems))
        self.problems = problems
        self.read = read


class UnderWay(Exception):
    """Another import is under way in the district: nothing was read or written."""


def shown(value: str) -> str:
    """An id or a name as a message may repeat it: short, on one line, in quotes; or a phrase in its place.

    Never what stands where a listed word or a day should: whoever mixes up columns may have put anything there.
    """
    text = " ".join(value.split())
    if COULD_BE_SSN.search(text) or not text.isprintable() or findings_in(text[: LONGEST_ECHO * 2]):
        return NOT_SHOWN
    return f"“{text[:LONGEST_ECHO]}…”" if len(text) > LONGEST_ECHO else f"“{text}”"


def refuse(file: str, code: str, says: str, *, row: int = 0, column: str = "") -> BundleRefused:
    """A refusal of the bundle for one reason; `file` is blank where the whole of it is meant."""
    return BundleRefused([Problem(file, row, column, code, says)])
