"""What became of a bundle: the tally while it is read, and the report, in words and in JSON."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from fileroom.collection.imports.drops import Drop
from fileroom.collection.imports.faults import Fault, Problem
from fileroom.screening import Category

# A bundle can be wrong in every row. Rows are always counted; this many are named one by one.
MOST_NAMED = 10_000
SHOWN_IN_WORDS = 20
# Files whose records are no rows: a place in them is a line.
LINED = (".json", ".xml")
# Where the office says what became of whom a file no longer names (web.absent).
ABSENT_PAGE = "/absent/"
# Where the custodian of records decides about what was held back (web.quarantine).
HELD_PAGE = "/coming-in/"


@dataclass(frozen=True)
class DroppedColumn:
    """A column that was not kept, with the number of rows that held a value in it."""

    file: str
    column: str
    rows: int
    citation: str
    says: str

    def to_json(self) -> dict[str, Any]:
        """The shape of contracts: import, `dropped_columns`."""
        return asdict(self)


@dataclass
class Tally:
    """Counts of the rows read. `read = kept + set_aside + refused`, whatever happens."""

    read: int = 0
    set_aside: int = 0
    refused: int = 0
    refused_by_law: Counter[Category] = field(default_factory=Counter)
    rows_by_code: Counter[str] = field(default_factory=Counter)  # all of them, named or not
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    urgent: list[Problem] = field(default_factory=list)  # what a person does before anything else: told first, and all
    dropped: list[DroppedColumn] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """Rows whose facts are in the database once the bundle is written."""
        return self.read - self.set_aside - self.refused

    def put_aside(self, file: str, row: int, fault: Fault) -> None:
        """One row is not kept: refused where the law keeps it out, else set aside until the sender mends it."""
        if fault.by_law:
            self.refused += 1
            self.refused_by_law[fault.by_law] += 1
        else:
            self.set_aside += 1
        self.rows_by_code[fault.code] += 1
        named = len(self.problems)
        if named < MOST_NAMED:
            self.problems.append(Problem(file, row, fault.column, fault.code, fault.says))
        elif named == MOST_NAMED:
            says = f"More than {MOST_NAMED} rows are not kept; the rest are counted and not named."
            self.problems.append(Problem("", 0, "", "more_problems", says))

    def name(self, problem: Problem, rows: int = 1) -> None:
        """Name what is wrong with so many rows at once, whoever counts them."""
        self.rows_by_code[problem.code] += rows
        self.problems.append(problem)

    def not_taken(self, file: str, rows: int, kind: str = "") -> None:
        """All rows of a file this import has no use for, or all records of one kind in it."""
        self.refused += rows
        says = f"The file was not taken: a roster is kept, {rows} rows of this are not."
        if kind:
            says = f"{rows} records of this kind were not taken: a roster is kept, and these are none of it."
        self.name(Problem(file, 0, kind, "kind_not_taken" if kind else "file_not_taken", says), rows)

    def drop(self, file: str, column: str, rows: int, why: Drop | None) -> None:
        """A column was dropped from this many rows."""
        if why is not None and (rows or why.always):
            self.dropped.append(DroppedColumn(file, column, rows, why.citation, why.says))


@dataclass(frozen=True)
class Written:
    """What changed in the district: rows of the bundle by what they did, and what followed from it."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    left: int = 0
    staff_left: int = 0
    waiting: int = 0
    ended: int = 0
    filed: int = 0
    documents: int = 0
    held: int = 0


@dataclass(frozen=True)
class Report:
    """The outcome of an import. `whole`: whether the bundle was taken, or refused for a fault of a file."""

    tally: Tally
    written: Written
    dry_run: bool = False
    whole: bool = True

    def to_json(self) -> dict[str, Any]:
        """The shape of contracts: import."""
        tally, written = self.tally, self.written
        return {
            "read": tally.read,
            "kept": tally.kept,
            "new": written.new,
            "unchanged": written.unchanged,
            "changed": written.changed,
            "left": written.left,
            "staff_left": written.staff_left,
            "waiting": written.waiting,
            "ended": written.ended,
            "filed": written.filed,
            "documents": written.documents,
            "held": written.held,
            "set_aside": tally.set_aside,
            "refused": tally.refused,
            "dropped_columns": [column.to_json() for column in tally.dropped],
            "problems": [problem.to_json() for problem in tally.problems],
            "remarks": [remark.to_json() for remark in (*tally.urgent, *tally.remarks)],
            "dry_run": self.dry_run,
            "taken": self.whole,
        }

    def in_words(self) -> str:
        """The report as a person reads it."""
        if not self.whole:
            return "\n".join(["Nothing was taken: the bundle has faults.", *_listed(self.tally.problems)])
        urgent = [f"BEFORE ANYTHING ELSE: {it.says}" for it in self.tally.urgent]
        return "\n".join([*urgent, *self._first_lines(), *self._about_rows(), *self._about_columns()])

    def _first_lines(self) -> list[str]:
        tally, written = self.tally, self.written
        would = "Would be: " if self.dry_run else ""
        lines = [
            f"{would}{written.left:,} left, {written.new:,} new, {written.changed:,} changed, "
            f"{written.unchanged:,} unchanged.",
            f"{tally.read:,} rows read = {tally.kept:,} kept + {tally.set_aside:,} set aside "
            f"+ {tally.refused:,} refused.",
        ]
        if written.staff_left:
            have = "employee has" if written.staff_left == 1 else "employees have"
            lines.append(f"{written.staff_left:,} {have} left: the file says so. They can no longer sign in.")
        if written.waiting:
            lines.append(
                f"{written.waiting:,} students and employees are absent from the file, or said to be gone with many "
                "others, and wait for a person to say what became of them: the page “Absent from the file” "
                f"({ABSENT_PAGE}) lists them."
            )
        if written.ended:
            lines.append(f"{written.ended:,} places in sections or at schools ended.")
        lines += [*self._about_records(), *self._about_laws()]
        return [*lines, "This was a dry run: nothing was written."] if self.dry_run else lines

    def _about_laws(self) -> list[str]:
        """How much no law lets a school keep, law by law; which columns it stood in is told further down."""
        under: Counter[str] = Counter()
        for column in self.tally.dropped:
            if column.citation:
                under[column.citation] += column.rows
        return [f"{rows:,} values dropped under {citation}." for citation, rows in sorted(under.items()) if rows]

    def _about_records(self) -> list[str]:
        """What went onto the shelves, or would."""
        written, would, lines = self.written, self.dry_run, []
        went, stays = ("would be", "would be") if would else ("were", "are")
        one, stays_one = ("would be", "would be") if would else ("was", "is")
        if written.filed:
            lines.append(f"{written.filed:,} records of how to reach a family {went} filed, sealed.")
        if written.documents:
            were = f"document {one}" if written.documents == 1 else f"documents {went}"
            lines.append(f"{written.documents:,} {were} filed, sealed.")
        if written.held:
            are = f"document {stays_one}" if written.held == 1 else f"documents {stays}"
            lines.append(f"{written.held:,} {are} held back for the custodian of records ({HELD_PAGE}).")
        return lines

    def _about_rows(self) -> list[str]:
        lines = []
        if self.tally.problems:
            lines += ["Not kept:", *_listed(self.tally.problems)]
        if self.tally.remarks:
            lines += ["Noticed:", *_listed(self.tally.remarks)]
        return lines

    def _about_columns(self) -> list[str]:
        if not self.tally.dropped:
            return []
        why: dict[tuple[str, str], list[str]] = {}
        for column in self.tally.dropped:
            name = f"{column.file} {column.column} ({column.rows:,})"
            why.setdefault((column.says, column.citation), []).append(name)
        lines = [
            f"  {says}{f' ({citation})' if citation else ''}\n    {', '.join(names)}"
            for (says, citation), names in why.items()
        ]
        return ["Columns dropped (rows that held a value):", *lines]


def _listed(problems: list[Problem]) -> list[str]:
    lines = [f"  {_where(problem)}: {problem.says}" for problem in problems[:SHOWN_IN_WORDS]]
    if len(problems) > SHOWN_IN_WORDS:
        lines.append(f"  … and {len(problems) - SHOWN_IN_WORDS:,} more (--json lists them).")
    return lines


def _where(problem: Problem) -> str:
    parts = [problem.file or "the bundle"]
    if problem.row:
        parts.append(f"{'line' if problem.file.lower().endswith(LINED) else 'row'} {problem.row}")
    if problem.column:
        parts.append(problem.column)
    return ", ".join(parts)
