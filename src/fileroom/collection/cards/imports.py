"""Which children have a Safe at Home card, by a list: the flag of another system, or a table that is kept by hand.

From its coming on they are minded: on no list, no envelope bears what the file says, and no address goes out. What the
card says is taken from no list: whoever keeps the file reads it on the card, and enters it, for it writes over what the
file says.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from fileroom.collection.imports import done, whose
from fileroom.collection.imports.faults import Fault, Problem
from fileroom.collection.imports.listed import rows_of
from fileroom.collection.imports.progress import Progress, nothing_to_show
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.imports.services import Errand, carry_out
from fileroom.collection.imports.whose import Students
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import cards_awaited
from fileroom.people.facts import Touch, facts_of_students
from fileroom.people.models import Circumstance

PART, PURPOSE = "cards", "enrolment"
KIND = Circumstance.Kind.SAFE_AT_HOME
LACKS = "It needs the column card, and student_id or ssid. What the card says is read on the card, and not in a list."
COLUMNS = whose.COLUMNS | {"card": ("card", "safe_at_home", "safe at home")}
YES, NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0", ""})


def import_cards(
    path: Path, *, by: Actor, at: datetime, dry_run: bool = False, progress: Progress = nothing_to_show
) -> Report:
    """Read a list of children with a card, in one transaction. Raises FileNotFoundError."""
    errand = Errand(PART, by, at, dry_run)
    return carry_out(lambda: _Import(path, errand, progress).carry_out(), Counter, errand)


@dataclass
class _Import:
    """One run through a list. A `no` ends nothing: that is done by two."""

    path: Path
    errand: Errand
    progress: Progress
    tally: Tally = field(default_factory=Tally)
    found: list[UUID] = field(default_factory=list)

    def carry_out(self) -> Report:
        listed = rows_of(self.path, COLUMNS, all_of={"card"}, one_of={"student", "ssid"}, lacks=LACKS)
        rows, students = list(listed), Students()
        for number, row in rows:
            self.tally.read += 1
            self.progress(1)
            student, said = students.find(row.get("student", ""), row.get("ssid", "")), row["card"].casefold()
            if isinstance(student, Fault):
                self.tally.put_aside(self.path.name, number, student)
            elif said not in YES | NO:
                self.tally.put_aside(self.path.name, number, Fault("card", "bad_enum", "Say yes or no."))
            elif said in YES:
                self.found.append(student)
        fresh = self._fresh()
        if not self.errand.dry_run:
            self._note(fresh)
        if fresh:
            would = "would be" if self.errand.dry_run else "are"
            says = f"{len(fresh):,} {would} minded from now on. Each card is entered by hand: it stands on Today."
            self.tally.remarks.append(Problem(self.path.name, 0, "", "cards_wait", says))
        written = Written(new=len(fresh), unchanged=self.tally.kept - len(fresh))
        report = Report(self.tally, written, self.errand.dry_run)
        if not self.errand.dry_run:
            done.note(report, part=PART, purpose=PURPOSE, by=self.errand.by, at=self.errand.at)
        return report

    def _fresh(self) -> list[UUID]:
        """Those of whom it is not noted yet, each once; they are this import's alone until it is over."""
        facts = facts_of_students(set(self.found), self.errand.on, Touch.CHANGES)
        return sorted(it.id for it in facts.values() if not it.safe_at_home)

    def _note(self, fresh: list[UUID]) -> None:
        """A line under seal for each, and the card is owed by whoever keeps the file."""
        errand = self.errand
        for student in fresh:
            entry = ledger.write(
                ledger.event(
                    Act.CIRCUMSTANCE_NOTED, student=student, part=KIND, by=errand.by, purpose=PURPOSE, sealed=True,
                    at=errand.at,
                )
            )  # fmt: skip
            Circumstance.objects.create(
                id=uuid4(), student_id=student, kind=KIND, from_on=errand.on, noted_by=errand.by.account,
                entry=entry,
            )  # fmt: skip
            cards_awaited.owe_card(student, entry, errand.at)
