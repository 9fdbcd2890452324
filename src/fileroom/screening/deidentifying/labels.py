"""One label a name: the same in the whole of a text, and made of nothing that is of whoever bears it.

It is the same word for all of them: who is a student, and whose family, a text says itself or it does not say it.
"""

from __future__ import annotations

from collections.abc import Hashable
from string import ascii_uppercase

from fileroom.screening.deidentifying.people import Kind

# Read back, a label is found to name nobody: its letters are no word of the roster that counts.
WORDS = {
    Kind.PERSON: "Person",
    Kind.SCHOOL: "School",
    Kind.STUDENT: "Student",  # whose a row of a table is
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
    """Labels in the order in which names were met."""

    def __init__(self) -> None:
        self.given: dict[Hashable, str] = {}
        self.met: dict[Kind, int] = {}

    def of(self, kind: Kind, who: Hashable) -> str:
        """The label of a name, of a school, or of whoever a row tells of; a new one at the first meeting."""
        if who not in self.given:
            number = self.met.get(kind, 0)
            self.met[kind] = number + 1
            self.given[who] = f"{WORDS[kind]} {lettered(number)}"
        return self.given[who]
