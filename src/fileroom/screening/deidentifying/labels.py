"""One label a person: the same in the whole of a text, and made of nothing that is theirs."""

from __future__ import annotations

from collections.abc import Hashable
from string import ascii_uppercase

from fileroom.screening.deidentifying.people import Kind

# Read back, a label is found to name nobody: its letters are no word of the roster that counts.
WORDS = {
    Kind.FAMILY: "Family member",
    Kind.PERSON: "Person",
    Kind.SCHOOL: "School",
    Kind.STAFF: "Staff member",
    Kind.STUDENT: "Student",
}


def lettered(number: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    number += 1
    while number:
        number, at = divmod(number - 1, 26)
        letters = ascii_uppercase[at] + letters
    return letters


class Labels:
    """Labels in the order in which people were met."""

    def __init__(self) -> None:
        self.given: dict[Hashable, str] = {}
        self.met: dict[Kind, int] = {}

    def of(self, kind: Kind, who: Hashable) -> str:
        """The label of somebody, or of a school; a new one at the first meeting."""
        if who not in self.given:
            number = self.met.get(kind, 0)
            self.met[kind] = number + 1
            self.given[who] = f"{WORDS[kind]} {lettered(number)}"
        return self.given[who]
