"""What stands of a bundle once all of it is known: a record that leans on what does not stand is set aside too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fileroom.collection.imports.faults import Fault, shown
from fileroom.collection.imports.numbers import own_ssid
from fileroom.collection.imports.report import Tally
from fileroom.collection.rosters.entries import FIELDS, Entry
from fileroom.collection.rosters.judging import Judged
from fileroom.collection.rosters.maps import Map
from fileroom.collection.rosters.survey import APART, Key, Survey


@dataclass
class Known:
    """What the district holds: ids by entry, of those whose lists the bundle does not bring whole; and numbers.

    `ssids` and `cds_codes`: number -> id of its holder (empty for a row made by hand).
    """

    ids: dict[Entry, set[str]] = field(default_factory=dict)
    ssids: dict[str, str] = field(default_factory=dict)
    cds_codes: dict[str, str] = field(default_factory=dict)


def is_whole(how: Map, survey: Survey, entry: Entry) -> bool:
    """Whether the bundle brings everything there is of this: what only the district knows cannot be pointed to."""
    return entry in how.whole and entry in survey.brings


@dataclass
class Standing:
    """Which ids stand, once `settle` has been asked."""

    how: Map
    survey: Survey
    known: Known
    tally: Tally

    def settle(self) -> None:
        """Set aside students whose number is another's, and whatever leans on what does not stand."""
        self._own_numbers()
        leaning = [
            (entry, said, first)
            for entry, ids in self.survey.ids.items()
            for said, first in ids.items()
            if first.leans_on
        ]
        # An entry leans on one that comes before it in the list, so one walk in that order is enough.
        order = {entry: number for number, entry in enumerate(Entry)}
        for _, _, first in sorted(leaning, key=lambda it: order[it[0]]):
            if first.row in self.survey.aside:
                continue
            for key in first.leans_on:
                if why := self.why_not(*key):
                    self._put_aside(first.row, Fault("", "dangling_id", why))
                    break

    def why_not(self, entry: Entry, said: str) -> str:
        """Why something cannot be pointed to; empty where it can."""
        name = self.survey.aliases.get((entry, said), said)
        first = self.survey.ids.get(entry, {}).get(name)
        if first is not None:
            if first.row not in self.survey.aside:
                return ""
            place = self.survey.places[first.row]
            return f"It names the {entry} {shown(said)}, but {place.file}, line {place.line}, was set aside."
        if not is_whole(self.how, self.survey, entry) and APART.get(entry, "") + name in self.known.ids.get(entry, ()):
            return ""
        return f"It names the {entry} {shown(said)}, but there is no such {entry}."

    def fault(self, it: Judged) -> Fault | None:
        """What is wrong with where an entry points."""
        for name, kind in FIELDS[it.entry].items():
            if kind.points_to and it.text(name) and (why := self.why_not(kind.points_to, it.text(name))):
                return Fault(it.columns[name], "dangling_id", why)
        return None

    def _own_numbers(self) -> None:
        fault_of = own_ssid(self.known.ssids)
        for student, (column, number) in self.survey.numbers.items():
            first = self.survey.ids.get(Entry.STUDENT, {}).get(student)
            fault = fault_of(column, student, number)
            if first and fault and first.row not in self.survey.aside:
                self._put_aside(first.row, fault)
        taken = dict(self.known.cds_codes)
        for school, (column, code) in self.survey.codes.items():
            first = self.survey.ids.get(Entry.SCHOOL, {}).get(school)
            if first and taken.setdefault(code, school) != school and first.row not in self.survey.aside:
                says = "Another school has this county-district-school code."
                self._put_aside(first.row, Fault(column, "number_taken", says))

    def _put_aside(self, row: int, fault: Fault) -> None:
        place = self.survey.places[row]
        self.survey.put_aside(row, place.source)
        self.tally.put_aside(place.file, place.line, fault)


def named_aside(survey: Survey) -> set[Key]:
    """What a bundle names in records that were set aside: it is not taken, and nobody of it is absent."""
    aside = {(entry, name) for entry, ids in survey.ids.items() for name, it in ids.items() if it.row in survey.aside}
    return {(entry, survey.resolved(entry, name)) for entry, name in aside | set(survey.named_aside)}


def numbers_of(survey: Survey) -> Mapping[str, str]:
    """Student -> SSID."""
    return {student: number for student, (_, number) in survey.numbers.items()}
