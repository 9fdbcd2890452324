"""What an import did, said on a page: its report while it is at hand, and what is kept of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fileroom.collection.bundles.lists import Done
from fileroom.collection.imports.drops import NO_PLACE
from fileroom.collection.imports.faults import Problem
from fileroom.collection.imports.report import LINED, SHOWN_IN_WORDS, DroppedColumn, Report
from fileroom.web.import_codes import Words, words_of

KINDS: dict[str, Words] = {
    "csv": _("CSV by a map"),
    "documents": _("Documents of an archive"),
    "edfi": "Ed-Fi",
    "oneroster": "OneRoster",
    "schools": _("The state’s list of schools"),
    "sds": _("School Data Sync, or Clever-like"),
    "training": _("Completed training"),
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
# The same, told later.
AFTERWARDS = FOLLOWED | {
    "waiting": _("Absent from the file: they waited for a person to say what became of them"),
    "staff_left": _("Employees who had left, as the file said: they could no longer sign in"),
    "ended": _("Places in sections or at schools that ended"),
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
        "placeless": sorted({it.column for it in tally.dropped if it.says == NO_PLACE.says}),
        "reasons": _by_reason(tally.dropped),
        "follows": _followed(numbers, done=not report.dry_run),
        "problems": _listed(tally.problems[:SHOWN_IN_WORDS]),
        "more_problems": _listed(tally.problems[SHOWN_IN_WORDS:]),
        "remarks": _listed(tally.remarks),
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


def kept_of(it: Done, there: frozenset[str]) -> dict[str, Any]:
    """All that is kept of one import. `there`: of what it left to a person, that of which some waits now."""
    problems, remarks = _by_code(it.problems), _by_code(it.remarks)
    return row_of(it) | {
        "said": it.said,
        "kept": it.counts is not None,
        "rows": _counted(ROWS, it.counts or {}),
        "follows": _followed(it.counts or {}, done=True, words=AFTERWARDS, there=there),
        "dropped": it.dropped,
        "problems": problems,
        "remarks": remarks,
        "restricted": bool(RESTRICTED & it.remarks.keys()),
        "orders_wait": "restricted" in there,
    }


def _counted(words: dict[str, Words], numbers: dict[str, Any]) -> list[tuple[Words, int]]:
    return [(word, int(numbers.get(name, 0))) for name, word in words.items()]


def _followed(
    numbers: dict[str, Any],
    *,
    done: bool,
    words: dict[str, Words] = FOLLOWED,
    there: frozenset[str] = frozenset(PAGES),
) -> list[dict[str, Any]]:
    """What follows from it beside the rows; once it is done, with the page where somebody goes on with it."""
    return [
        {"number": numbers[name], "says": says, "url": reverse(PAGES[name]) if done and name in there else ""}
        for name, says in words.items()
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


def _by_reason(dropped: Sequence[DroppedColumn]) -> list[tuple[str, list[str]]]:
    """The columns that are not kept though no law forbids it and there were a place for them, by the reason given."""
    reasons: dict[str, set[str]] = {}
    for it in dropped:
        if not it.citation and it.says != NO_PLACE.says:
            reasons.setdefault(it.says, set()).add(it.column)
    return [(says, sorted(columns)) for says, columns in sorted(reasons.items())]


def _listed(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Of a file that has no rows the number is a line's."""
    return [
        {
            "file": it.file,
            "row": it.row,
            "lined": it.file.lower().endswith(LINED),
            "column": it.column,
            "says": it.says,
        }
        for it in problems
    ]


def _by_code(problems: dict[str, int]) -> list[tuple[Words, int]]:
    """What was wrong, and how often."""
    return [(words_of(code), number) for code, number in problems.items()]
