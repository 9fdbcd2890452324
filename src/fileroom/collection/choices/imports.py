"""Choices of families come in from another system: a CSV with the student, what was chosen, and when.

Rows that cannot stand are named by file, row and column. A refusal counts from the moment it comes in: the
family's word stops release (Ed. Code 49073(b)). A second person counts the list; only turning it back frees anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.db.models import QuerySet

from fileroom.collection.choices.duties import ROOM, RULE
from fileroom.collection.imports import done, whose
from fileroom.collection.imports.faults import Fault, Problem
from fileroom.collection.imports.listed import rows_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.second_person import owe_count
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.imports.values import day
from fileroom.collection.imports.whose import Students
from fileroom.collection.models import ChoiceBatch, WaitingChoice
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.listed import no_change_meanwhile
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
    "health_screenings": "screening_refused",
    "board_minutes": "left_out_of_minutes",
}
MOST_ASIDE = 100  # a list with more rows set aside is not agreed to: it is put right, and sent anew
CALLED = {kind: said.replace("_", " ") for said, kind in SAID.items()}


def import_choices(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """Read a list of choices, in one transaction. They count, and wait to be counted. Raises FileNotFoundError."""
    errand = Errand(PART, by, at, dry_run)
    return carry_out(lambda: _Import(path, errand, progress).carry_out(), Counter, errand)


Wanted = tuple[UUID, str]


def imported() -> QuerySet[FamilyChoice]:
    """What stands by another system's word. What somebody of the family has said on a page or at the counter is a
    choice of its own: its withdrawal gives back nothing of this."""
    return FamilyChoice.objects.filter(withdrawn_on=None, chosen_by=None)


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
        no_change_meanwhile()
        stands = set(imported().values_list("student_id", "kind"))
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
            says = f"No choice of this name. There are: {', '.join(SAID)}. A consent is not imported."
            return Fault("choice", "bad_enum", says)
        chosen_on = day(row["chosen_on"])
        if chosen_on is None or chosen_on > self.errand.on:
            says = "This is no day, or one still to come. Write it like 2026-10-19."
            return Fault("chosen_on", "impossible_date", says)
        if (student, kind) in self.found:
            return Fault("choice", "repeated_row", "This student and choice stand in the file already.")
        return (student, kind), chosen_on

    def _keep(self, fresh: dict[Wanted, date]) -> None:
        """The choices, which count at once, and the batch that waits to be counted, with an entry each."""
        aside = [{"row": it.row, "column": it.column, "code": it.code} for it in self.tally.problems][: MOST_ASIDE + 1]
        kept = ChoiceBatch.objects.exclude(state=ChoiceBatch.State.TURNED_BACK).order_by("-brought_at").first()
        if not fresh and (not aside or (kept is not None and aside == kept.set_aside)):
            return  # a list that says nothing new, and lost nothing new
        batch, errand = uuid4(), self.errand
        entry = ledger.write(
            ledger.event(
                Act.CHOICES_WAIT, record=batch, part=PART, by=errand.by, purpose=PURPOSE, outcome=f"rows:{len(fresh)}",
                at=errand.at,
            )
        )  # fmt: skip
        ChoiceBatch(
            id=batch, size=self.tally.read, stood=len(self.found) - len(fresh), set_aside=aside,
            brought_at=errand.at, brought_by=errand.by.account, brought_entry=entry,
        ).save(force_insert=True)  # fmt: skip
        self._choose(fresh)
        # Whatever waits already, and this list says too, is freed by turning back neither of the two alone.
        also = set(WaitingChoice.objects.values_list("student_id", "kind")) & self.found.keys()
        said = fresh | {wanted: self.found[wanted] for wanted in also}
        WaitingChoice.objects.bulk_create(
            (
                WaitingChoice(batch_id=batch, student_id=who, kind=kind, chosen_on=on)
                for (who, kind), on in said.items()
            ),
            batch_size=2000,
        )
        owe_count(ROOM, RULE, batch, entry, errand.at)

    def _choose(self, fresh: dict[Wanted, date]) -> None:
        """Each is the family's choice from now on: nobody knows here whose of the family."""
        errand = self.errand
        events = [
            ledger.event(Act.CHOICE_MADE, student=who, part=kind, by=errand.by, purpose=PURPOSE, at=errand.at)
            for who, kind in fresh
        ]
        ledger.write_many(events)
        FamilyChoice.objects.bulk_create(
            (
                FamilyChoice(
                    id=uuid4(), student_id=who, kind=kind, source=FamilyChoice.Source.IMPORTED, chosen_on=on,
                    noted_at=errand.at, noted_by=errand.by.account, entry=event.id,
                )
                for ((who, kind), on), event in zip(fresh.items(), events, strict=True)
            ),
            batch_size=2000,
        )  # fmt: skip

    def _told(self, fresh: dict[Wanted, date]) -> list[Problem]:
        """In words: how many of which, and what has to happen to them yet."""
        if not fresh:
            return []
        counted = Counter(kind for _, kind in fresh)
        each = ", ".join(f"{number:,} {CALLED[kind]}" for kind, number in counted.most_common())
        they = "They would count at once. They would wait" if self.errand.dry_run else "They count now. They wait"
        says = f"Refused: {each}. {they} for a second person, who counts them in the list and agrees ({PAGE})."
        return [Problem(self.path.name, 0, "", "choices_wait", says)]
