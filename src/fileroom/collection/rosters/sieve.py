"""The sieve over records of a roster: what the law keeps out refuses the record, and its value is repeated nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fileroom.collection import gate
from fileroom.collection.imports.faults import Fault
from fileroom.collection.imports.kept_out import BETWEEN, NUMBERS, refused, refused_number
from fileroom.collection.rosters.entries import PEOPLE, Entry, Kind
from fileroom.collection.rosters.maps import Source
from fileroom.collection.rosters.said import Said
from fileroom.screening import LOOKS_AT_WRITING, Finding, findings_in

# What is held to a list, a day or a number elsewhere, or is not kept, is not looked at.
READ = frozenset({Kind.CDS_CODE, Kind.EMAIL, Kind.GRADE, Kind.ID, Kind.NAME, Kind.REACHED, Kind.SSID, Kind.TEXT})
DASHED = re.compile(r"\d{3}-\d{2}-\d{4}", re.ASCII)
NOT_OF_PEOPLE = frozenset({Entry.ORG, Entry.SCHOOL, Entry.SECTION})


class Sieve:
    """Screens the records of one source: many at once, and one by one only where the lot holds something."""

    def __init__(self, source: Source) -> None:
        kinds = [(kind.kind, take) for it in source.entries for _, kind, take in it.fields()]
        self.written = {column for kind, take in kinds if kind is Kind.NAME for column in take.columns}
        self.others = {column for kind, take in kinds if kind in READ for column in take.columns} - self.written
        self.about_people = any(it.entry not in NOT_OF_PEOPLE for it in source.entries)
        # A person's number that is shaped like a Social Security number with its dashes is one, label or none.
        self.numbers = {
            column
            for it in source.entries
            if it.entry in PEOPLE
            for _, kind, take in it.fields()
            if kind.kind in (Kind.ID, Kind.SSID)
            for column in take.columns
        }

    def suspects(self, lot: Sequence[Said]) -> bool:
        """Whether anything in these records needs a closer look."""
        return bool(
            findings_in(self._joined(lot, self.others))
            or findings_in(self._joined(lot, self.written), LOOKS_AT_WRITING)
        )

    def fault(self, said: Said, *, suspect: bool) -> Fault | None:
        """What the law has against one record of a lot that holds something, or does not."""
        if suspect:
            for column, finding in self._findings(said):
                if self._counts(finding):
                    return refused(column, finding)
        for column, value in said.pairs:
            if column in self.numbers and DASHED.fullmatch(value):
                return refused_number(column)
        return None

    def passes_id(self, id_: str) -> bool:
        """Whether the law has nothing against an id of these records, or to which they point."""
        if any(map(self._counts, findings_in(id_))):
            return False
        # What tells one slot of a record from another stands behind a stroke.
        return not (self.about_people and any(map(DASHED.fullmatch, id_.split("/"))))

    def _counts(self, finding: Finding) -> bool:
        return finding.category in gate.KINDS and (self.about_people or finding.category in NUMBERS)

    def _findings(self, said: Said) -> Iterator[tuple[str, Finding]]:
        for column, value in said.pairs:
            if not value or column not in self.others | self.written:
                continue
            found = findings_in(value, LOOKS_AT_WRITING) if column in self.written else findings_in(value)
            yield from ((column, it) for it in found)

    def _joined(self, lot: Sequence[Said], columns: set[str]) -> str:
        return BETWEEN.join([value for said in lot for column, value in said.pairs if column in columns and value])
