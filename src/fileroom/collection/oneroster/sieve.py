"""The gate's sieve over rows: what the law keeps out refuses the row, and its value is repeated nowhere."""

from __future__ import annotations

from fileroom.collection.imports.faults import Fault
from fileroom.collection.imports.kept_out import BETWEEN, NUMBERS, refused, refused_number, ssn_shaped
from fileroom.collection.oneroster.fates import KEPT
from fileroom.screening import LOOKS_AT_WRITING, Finding, findings_in

# Identifiers are not kept, but a sender who puts such a number there must hear of it.
IDENTIFIERS = ("userIds", "identifier", "userMasterIdentifier", "username")
SHAPED = ("userIds", "identifier", "userMasterIdentifier", "grades")
# Columns whose values the other checks already hold to a list, a day, or an id that was screened in its own file. Not
# those that point into their own file: what they name may stand in a row to come, which is refused for its id.
HELD = frozenset(
    {
        "type", "role", "startDate", "endDate", "beginDate", "birthDate", "courseSourcedId",
        "schoolSourcedId", "termSourcedIds", "orgSourcedIds", "userSourcedId", "orgSourcedId", "classSourcedId",
    }
)  # fmt: skip
# What a person typed into the sender's system: no number belongs there, so nine bare digits need no label to tell.
WRITTEN = frozenset({"familyName", "givenName", "middleName", "preferredFamilyName", "preferredGivenName"})
ABOUT_PEOPLE = frozenset({"users", "roles", "demographics", "enrollments"})


class Sieve:
    """Screens one file's rows: many at once, and one by one only where the lot holds something."""

    def __init__(self, file: str, header: list[str]) -> None:
        at = {name: place for place, name in enumerate(header)}
        wanted = [name for name in (*KEPT[file], *IDENTIFIERS) if name in at and name not in HELD]
        self.places = {name: at[name] for name in sorted(set(wanted))}
        self.shaped = [(name, at[name]) for name in SHAPED if name in at] if file == "users" else []
        self.held = {name: at[name] for name in sorted(KEPT[file] & HELD) if name in at}
        self.about_people = file in ABOUT_PEOPLE

    def suspects(self, rows: list[list[str]]) -> bool:
        """Whether anything in these rows needs a closer look."""
        written = tuple(place for name, place in self.places.items() if name in WRITTEN)
        others = tuple(place for name, place in self.places.items() if name not in WRITTEN)
        return bool(findings_in(_joined(rows, others)) or findings_in(_joined(rows, written), LOOKS_AT_WRITING))

    def fault(self, cells: list[str], *, suspect: bool) -> Fault | None:
        """What the law has against one row of a lot that holds something, or does not."""
        return (self.look(cells) if suspect else None) or self.shapes(cells)

    def look(self, cells: list[str]) -> Fault | None:
        """The law's fault with one row, value by value."""
        return self._look(cells, self.places)

    def out_of_place(self, cells: list[str]) -> Fault | None:
        """The same of a row that another check sets aside: where a word, a day or an id should stand, anything may."""
        return self._look(cells, {name: place for name, place in self.held.items() if place < len(cells)})

    def passes_id(self, id_: str) -> bool:
        """Whether the law has nothing against an id of this file."""
        return self._look([id_], {"sourcedId": 0}) is None

    def _look(self, cells: list[str], places: dict[str, int]) -> Fault | None:
        for name, place in places.items():
            for finding in _found(name, cells[place]):
                if self.about_people or finding.category in NUMBERS:
                    return refused(name, finding)
        return None

    def shapes(self, cells: list[str]) -> Fault | None:
        """A person's identifier, or grade, of nine digits that could be a Social Security number, label or none."""
        for name, place in self.shaped:
            if cells[place] and ssn_shaped(cells[place]):
                return refused_number(name)
        return None


def _joined(rows: list[list[str]], places: tuple[int, ...]) -> str:
    return BETWEEN.join([cells[place] for cells in rows for place in places if place < len(cells)])


def _found(column: str, value: str) -> list[Finding]:
    return findings_in(value, LOOKS_AT_WRITING) if column in WRITTEN else findings_in(value)
