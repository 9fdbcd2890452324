"""Choices of families come in from another system: a CSV with the student, what was chosen, and when.

Rows that cannot stand are named by file, row and column. Those that can wait for a second person, and count no sooner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from fileroom.collection.imports import done, whose
from fileroom.collection.imports.faults import Fault, Problem
from fileroom.collection.imports.listed import rows_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.imports.values import day
from fileroom.collection.imports.whose import Students
from fileroom.collection.models import ChoiceBatch, WaitingChoice
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.models import FamilyChoice

PART, PURPOSE = "choices", "directory"
PAGE = "/directory/choices/"
LACKS = "It needs the columns choice, chosen_on, and student_id or ssid."
COLUMNS = whose.COLUMNS | {
    "choice": ("choice",),
    "chosen_on": ("chosen_on", "chosen on", "date"),
}
# What a list may call each thing.
SAID = {
    "directory": "directory_refused",
    "military": "military_refused",
    "college": "college_recruiter_refused",
    "grade_averages": "gpa_to_csac_refused",
    "immunization_registry": "immunization_registry_refused",
}
CALLED = {kind: said.replace("_", " ") for said, kind in SAID.items()}


def import_choices(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """Read a list of choices, in one transaction. They wait for a second person. Raises FileNotFoundError."""
    errand = Errand(PART, by, at, dry_run)
    return carry_out(lambda: _Import(path, errand, progress).carry_out(), Counter, errand)


Wanted = tuple[UUID, str]


@dataclass
class _Import:
    """One run through a list."""

    path: Path
    errand: Errand
    progress: Progress
    tally: Tally = field(default_factory=Tally)
    found: dict[Wanted, date] = field(default_factory=dict)

    def carry_out(self) -> Report:
        listed = rows_of(self.path, COLUMNS, all_of={"choice", "chosen_on"}, one_of={"student", "ssid"}, lacks=LACKS)
        rows, students = list(listed), Students()
        for number, row in rows:
            self.tally.read += 1
            self.progress(1)
            one = self._one(row, students)
            if isinstance(one, Fault):
                self.tally.put_aside(self.path.name, number, one)
            else:
                self.found[one[0]] = one[1]
        stands = set(FamilyChoice.objects.filter(withdrawn_on=None).values_list("student_id", "kind"))
        stands |= set(WaitingChoice.objects.values_list("student_id", "kind"))
        fresh = {wanted: on for wanted, on in self.found.items() if wanted not in stands}
        self._keep(fresh)
        self.tally.remarks += self._told(fresh)
        written = Written(new=len(fresh), unchanged=len(self.found) - len(fresh))
        report = Report(self.tally, written, self.errand.dry_run)
        if not self.errand.dry_run:
            done.note(report, part=PART, purpose=PURPOSE, by=self.errand.by, at=self.errand.at)
        return report

    def _one(self, row: Mapping[str, str], students: Students) -> tuple[Wanted, date] | Fault:
        """What a row says, or what is wrong with it."""
        student = students.find(row.get("student", ""), row.get("ssid", ""))
        if isinstance(student, Fault):
            return student
        kind = SAID.get(row["choice"].casefold().replace(" ", "_"))
        if kind is None:
            says = f"No choice of this name. There are: {', '.join(SAID)}. What is signed on paper is not imported."
            return Fault("choice", "bad_enum", says)
        chosen_on = day(row["chosen_on"])
        if chosen_on is None or chosen_on > self.errand.on:
            says = "This is no day, or one still to come. Write it like 2026-10-19."
            return Fault("chosen_on", "impossible_date", says)
        if (student, kind) in self.found:
            return Fault("choice", "repeated_row", "This student and choice stand in the file already.")
        return (student, kind), chosen_on

    def _keep(self, fresh: dict[Wanted, date]) -> None:
        """The batch and its rows, with one entry; nothing counts yet."""
        if not fresh:
            return
        batch, errand = uuid4(), self.errand
        entry = ledger.write(
            ledger.event(
                Act.CHOICES_WAIT, record=batch, part=PART, by=errand.by, purpose=PURPOSE, outcome=f"rows:{len(fresh)}",
                at=errand.at,
            )
        )  # fmt: skip
        row = ChoiceBatch(id=batch, size=self.tally.read, brought_at=errand.at, brought_by=errand.by.account)
        row.brought_entry = entry
        row.save(force_insert=True)
        WaitingChoice.objects.bulk_create(
            (WaitingChoice(batch=row, student_id=who, kind=kind, chosen_on=on) for (who, kind), on in fresh.items()),
            batch_size=2000,
        )

    def _told(self, fresh: dict[Wanted, date]) -> list[Problem]:
        """In words: how many of which, and what has to happen before they count."""
        if not fresh:
            return []
        counted = Counter(kind for _, kind in fresh)
        each = ", ".join(f"{number:,} {CALLED[kind]}" for kind, number in counted.most_common())
        would = "would wait" if self.errand.dry_run else "wait"
        says = f"Refused: {each}. They {would} for a second person, who counts them in the list and agrees ({PAGE})."
        return [Problem(self.path.name, 0, "", "choices_wait", says)]
