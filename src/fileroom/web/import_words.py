"""What an import did, said on a page: its report while it is at hand, and what is kept of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fileroom.collection.bundles.lists import Done
from fileroom.collection.imports.faults import Problem
from fileroom.collection.imports.report import LINED, SHOWN_IN_WORDS, DroppedColumn, Report

Words = str | Promise
KINDS: dict[str, Words] = {
    "csv": _("CSV by a map"),
    "documents": _("Documents of an archive"),
    "edfi": "Ed-Fi",
    "oneroster": "OneRoster",
    "schools": _("The state’s list of schools"),
    "sds": "School Data Sync",
    "transcripts": _("Transcripts"),
    "transfer": _("Packet of another school"),
}
# What is counted of whom, in the order in which it is told; and of rows.
COUNTS: dict[str, Words] = {
    "left": _("left"),
    "new": _("new"),
    "changed": _("changed"),
    "unchanged": _("unchanged"),
}
ROWS: dict[str, Words] = {
    "read": _("read"),
    "kept": _("kept"),
    "set_aside": _("set aside"),
    "refused": _("refused"),
}
FOLLOWED: dict[str, Words] = {
    "waiting": _("Absent from the file: they wait for a person to say what became of them"),
    "staff_left": _("Employees who have left, as the file says: they can no longer sign in"),
    "ended": _("Places in sections or at schools that end"),
    "filed": _("Records of how to reach a family, sealed"),
    "documents": _("Documents, sealed"),
    "held": _("Documents held back for the custodian of records"),
}
CODES: dict[str, Words] = {
    "ambiguous_date": _("A day of which nothing shows which number is the month"),
    "another_person": _("An id that is another person’s here"),
    "bad_enum": _("A word that is none of the list"),
    "contact_restricted": _("Contacts who are said to be restricted"),
    "dangling_id": _("An id that points to nobody"),
    "duplicate_id": _("An id that stands twice"),
    "empty_required": _("A value that is required, and is not there"),
    "extra_column": _("A column that is none of the standard’s"),
    "field_count": _("A row with a value too many or too few"),
    "file_not_taken": _("A file that is no roster"),
    "impossible_date": _("A day that there is not"),
    "kind_not_taken": _("Records that are no roster"),
    "may_be_restricted": _("Rows that may say that a contact is restricted"),
    "optional_column_missing": _("A column that may be left out, and is"),
    "repeated_row": _("A row that stands twice"),
    "ssn_shape": _("A value shaped like a Social Security number"),
    "unlisted_file": _("A file that nothing names"),
}
PAGES = {"waiting": "absent", "held": "coming_in"}
RESTRICTED = frozenset({"contact_restricted", "may_be_restricted"})


def said_of(report: Report) -> dict[str, Any]:
    """The report as parts of a page."""
    tally, numbers = report.tally, report.to_json()
    told = (*tally.urgent, *tally.remarks)
    return {
        "dry_run": report.dry_run,
        "whole": report.whole,
        "counts": _counted(COUNTS, numbers),
        "rows": _counted(ROWS, numbers),
        "urgent": [it.says for it in tally.urgent],
        "laws": _by_law(tally.dropped),
        "placeless": sorted({it.column for it in tally.dropped if not it.citation}),
        "follows": _followed(numbers, done=not report.dry_run),
        "problems": _listed(tally.problems),
        "more_problems": max(len(tally.problems) - SHOWN_IN_WORDS, 0),
        "remarks": _listed(tally.remarks),
        "more_remarks": max(len(tally.remarks) - SHOWN_IN_WORDS, 0),
        "restricted": not report.dry_run and any(it.code in RESTRICTED for it in told),
        "set_aside": tally.set_aside,
    }


def row_of(it: Done) -> dict[str, Any]:
    """One import of the list."""
    return {
        "id": it.id,
        "kind": KINDS.get(it.part, it.part),
        "at": it.at,
        "by": it.by,
        "door": it.door,
        "counts": _counted(COUNTS, it.counts) if it.counts is not None else [],
    }


def kept_of(it: Done) -> dict[str, Any]:
    """All that is kept of one import."""
    problems, remarks = _by_code(it.problems), _by_code(it.remarks)
    return row_of(it) | {
        "said": it.said,
        "kept": it.counts is not None,
        "rows": _counted(ROWS, it.counts or {}),
        "follows": _followed(it.counts or {}, done=True),
        "dropped": it.dropped,
        "problems": problems,
        "remarks": remarks,
        "restricted": bool(RESTRICTED & it.remarks.keys()),
    }


def _counted(words: dict[str, Words], numbers: dict[str, Any]) -> list[tuple[Words, int]]:
    return [(word, int(numbers.get(name, 0))) for name, word in words.items()]


def _followed(numbers: dict[str, Any], *, done: bool) -> list[dict[str, Any]]:
    """What follows from it beside the rows; once it is done, with the page where somebody goes on with it."""
    return [
        {"number": numbers[name], "says": says, "url": reverse(PAGES[name]) if done and name in PAGES else ""}
        for name, says in FOLLOWED.items()
        if numbers.get(name)
    ]


def _by_law(dropped: Sequence[DroppedColumn]) -> list[dict[str, Any]]:
    """The columns that no law lets a school keep, law by law, with how many rows held a value in them."""
    laws: dict[tuple[str, str], list[DroppedColumn]] = {}
    for it in dropped:
        if it.citation:
            laws.setdefault((it.citation, it.says), []).append(it)
    return [
        {"citation": citation, "says": says, "rows": sum(it.rows for it in columns), "columns": columns}
        for (citation, says), columns in laws.items()
    ]


def _listed(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """The first of them. Of a file that has no rows the number is a line's."""
    return [
        {
            "file": it.file,
            "row": it.row,
            "lined": it.file.lower().endswith(LINED),
            "column": it.column,
            "says": it.says,
            "code": it.code,
        }
        for it in problems[:SHOWN_IN_WORDS]
    ]


def _by_code(problems: dict[str, int]) -> list[tuple[Words, int]]:
    """What was wrong, and how often; a code without words here is its own."""
    return [(CODES.get(code, code.replace("_", " ").capitalize()), number) for code, number in problems.items()]
