"""Transcripts as a county office's exchange of Ed-Fi's words writes them: JSON, one record a student.

A record says whom it is about, and lists: years with their courses and marks, sections attended, tests taken. What else
stands in it is dropped and counted at its path, by its law where one keeps it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Any

from fileroom.collection.edfi.drops import why_dropped
from fileroom.collection.edfi.json_files import HALF, Text
from fileroom.collection.edfi.paths import value_of, word_of
from fileroom.collection.edfi.records import DEEPEST, LONGEST_TEXT
from fileroom.collection.imports.drops import NO_PLACE, Drop
from fileroom.collection.imports.faults import refuse
from fileroom.collection.imports.report import Tally

WRAPPER = "studentTranscript"
MOST_PATHS, OTHERS = 5000, "(others)"
ID = "studentUniqueId"
COURSE = (
    "courseCode", "courseTitle", "localCourseCode", "localCourseTitle", "academicSubject", "attemptedCredits",
    "earnedCredits", "finalLetterGradeEarned", "finalNumericGradeEarned", "courseAttemptResult",
    "methodCreditEarnedDescriptor", "methodCreditEarned", "CourseNonacademic", "CourseHonors",
    "CourseCollegePrepCode", "CourseRepeated", "CourseCTE", "CourseExitDate",
)  # fmt: skip
# What is taken, list by list; an inner list stands in its row.
LISTS: dict[str, tuple[str, ...]] = {
    "studentAcademicRecords": (
        "nameOfInstitution", "nameOfDistrict", "schoolYear", "termDescriptor", "gradeLevel", "cumulativeEarnedCredits",
    ),
    "courseTranscript": COURSE,
    "sections": ("schoolYear", "sessionName", "courseCode", "localCourseCode", "beginDate", "endDate"),
    "studentAssessments": (
        "nameOfInstitution", "date", "testCode", "testName", "testScore", "schoolYear", "term", "gradeLevel",
    ),
}  # fmt: skip
INNER = {"studentAcademicRecords": "courseTranscript"}
OF_THE_RECORD = frozenset({ID, "birthDate", "firstName", "lastSurname", "transcriptRunDate"})
# Says of what kind or of whom the record's own ids are, and nothing of the student.
STEERS = frozenset({"resourceId", "studentLocalId", "studentUniqueIdType", "studentIdentificationSystemDescriptor"})


@dataclass(frozen=True)
class Entry:
    """One row of a list: what it says, in the order in which it is told, and the rows of the list inside it."""

    said: dict[str, str]
    inner: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Transcript:
    """One record. `line`: where it begins. `others`: ids by which anything in it names a student besides."""

    file: str
    line: int
    said: dict[str, str]
    lists: dict[str, tuple[Entry, ...]]
    others: frozenset[str] = frozenset()


@dataclass
class Dropped:
    """What of a file is dropped, from how many records: under its path, or as much of it as a law speaks of.

    A sender who makes up keys names paths without end: after so many the rest is counted as one.
    """

    rows: Counter[str] = field(default_factory=Counter)
    why: dict[str, Drop | None] = field(default_factory=dict)

    def add(self, paths: set[str]) -> None:
        """Paths at which one record says something that is not taken."""
        labels = set()
        for label, why in filter(None, map(_why_dropped, paths)):
            known = label in self.why or len(self.why) < MOST_PATHS
            labels.add(label if known else OTHERS)
            self.why.setdefault(*((label, why) if known else (OTHERS, NO_PLACE)))
        self.rows.update(labels)

    def put_down(self, file: str, tally: Tally) -> None:
        """Into the report."""
        for label, rows in sorted(self.rows.items()):
            tally.drop(file, label, rows, self.why[label])


@lru_cache(maxsize=MOST_PATHS)
def _why_dropped(path: str) -> tuple[str, Drop] | None:
    return why_dropped("transcript", path)


def transcripts(file: str, raw: IO[bytes], dropped: Dropped) -> Iterator[Transcript]:
    """The records of a file. Raises BundleRefused where it is none of these."""
    text = Text(file, raw)
    for line, it in _values(text):
        record = it.get(WRAPPER, it) if isinstance(it, dict) else None
        if not isinstance(record, dict) or ID not in record:
            raise refuse(file, "unknown_layout", f"A record of the file has no {ID}: it is no transcript.", row=line)
        paths: set[str] = set()
        yield _transcript(file, line, record, paths)
        dropped.add(paths)
    if text.peek():
        raise text.refused("unreadable", "Something stands behind the end of the JSON.")


def _values(text: Text) -> Iterator[tuple[int, Any]]:
    """One record, or a list of them: each with the line on which it begins."""
    if text.peek() != "[":
        yield text.line, text.value()
        return
    text.skip("[")
    while text.peek() != "]":
        yield text.line, text.value()
        if text.peek() == ",":
            text.skip(",")
    text.skip("]")


def _transcript(file: str, line: int, record: dict[str, Any], paths: set[str]) -> Transcript:
    said = {name: _text(file, record[name]) for name in OF_THE_RECORD if _is_plain(record.get(name))}
    lists = {}
    others: set[str] = set()
    for name, value in record.items():
        if name in LISTS and name not in INNER.values() and isinstance(value, list):
            lists[name] = _entries(file, name, value, paths, others)
        elif name not in OF_THE_RECORD or not _is_plain(value):
            _drop(file, (name,), value, paths, others)
    return Transcript(file, line, said, lists, frozenset(others))


def _entries(file: str, name: str, rows: list[Any], paths: set[str], others: set[str]) -> tuple[Entry, ...]:
    found = []
    for row in rows:
        if not isinstance(row, dict):
            raise refuse(file, "unknown_layout", "A list in the file holds something that is no record.")
        inner: tuple[Entry, ...] = ()
        for key, value in row.items():
            if key == INNER.get(name) and isinstance(value, list):
                inner = _entries(file, key, value, paths, others)
            elif key not in LISTS[name] or not _is_plain(value):
                _drop(file, (name, key), value, paths, others)
        said = {key: _text(file, row[key]) for key in LISTS[name] if _is_plain(row.get(key))}
        found.append(Entry({key: text for key, text in said.items() if text}, inner))
    return tuple(found)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | bool)


def _text(file: str, value: Any) -> str:
    text = value_of(value) if isinstance(value, str) else str(value).lower()
    if len(text) > LONGEST_TEXT or HALF.search(text):
        raise refuse(file, "unreadable", "A value of the file is too long, or holds half of a character.")
    return re.sub(r"\s+", " ", text)


def _drop(file: str, path: tuple[str, ...], value: Any, paths: set[str], others: set[str]) -> None:
    """Note what says something at this path and is not taken; and whom it names, at whatever path."""
    if len(path) > DEEPEST:
        raise refuse(file, "too_deep", "The file nests too deep.")
    if path[-1].casefold() == ID.casefold() and _is_plain(value):
        others.update(filter(None, [_text(file, value).strip()]))
        return
    if path[-1] in STEERS or value in (None, "", [], {}):
        return
    if isinstance(value, dict):
        for key, inside in value.items():
            _drop(file, (*path, str(key)), inside, paths, others)
    elif isinstance(value, list):
        for inside in value:
            if isinstance(inside, list):
                raise refuse(file, "unknown_layout", "A list stands straight in a list: no transcript has that.")
            _drop(file, path, inside, paths, others)
    else:
        paths.add("/".join(word_of(name, many=name.endswith("s")) for name in path))
