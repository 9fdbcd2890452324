"""Transcripts as a county office's exchange of Ed-Fi's words writes them: JSON, one record a student.

A record says whom it is about, and lists: years with their courses and marks, sections attended, tests taken. What else
stands in it is dropped and counted at its path, by its law where one keeps it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from fileroom.collection.edfi.drops import why_dropped
from fileroom.collection.edfi.json_files import HALF, Text
from fileroom.collection.edfi.paths import value_of, word_of
from fileroom.collection.edfi.records import DEEPEST, LONGEST_TEXT
from fileroom.collection.imports.faults import refuse
from fileroom.collection.imports.report import Tally

WRAPPER = "studentTranscript"
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
STEERS = frozenset(
    {"resourceId", "studentLocalId", "studentUniqueIdType", "studentIdentificationSystemDescriptor", "studentUniqueID"}
)


@dataclass(frozen=True)
class Entry:
    """One row of a list: what it says, in the order in which it is told, and the rows of the list inside it."""

    said: dict[str, str]
    inner: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Transcript:
    """One record. `line`: where it begins. `others`: ids by which its own lists name a student."""

    file: str
    line: int
    said: dict[str, str]
    lists: dict[str, tuple[Entry, ...]]
    others: frozenset[str] = frozenset()


@dataclass
class Dropped:
    """Which paths of a file are dropped, from how many records."""

    rows: Counter[str] = field(default_factory=Counter)

    def put_down(self, file: str, tally: Tally) -> None:
        """Into the report: under the path, or as much of it as a law speaks of."""
        under: Counter[str] = Counter()
        why = {}
        for path, rows in self.rows.items():
            if found := why_dropped("transcript", path):
                under[found[0]] = max(under[found[0]], rows)
                why[found[0]] = found[1]
        for label, rows in sorted(under.items()):
            tally.drop(file, label, rows, why[label])


def transcripts(file: str, raw: IO[bytes], dropped: Dropped) -> Iterator[Transcript]:
    """The records of a file. Raises BundleRefused where it is none of these."""
    text = Text(file, raw)
    for line, it in _values(text):
        record = it.get(WRAPPER, it) if isinstance(it, dict) else None
        if not isinstance(record, dict) or ID not in record:
            raise refuse(file, "unknown_layout", f"A record of the file has no {ID}: it is no transcript.", row=line)
        paths: set[str] = set()
        yield _transcript(file, line, record, paths)
        dropped.rows.update(paths)
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
            _drop(file, (name,), value, paths)
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
            elif key.casefold() == ID.casefold() and _is_plain(value):
                others.add(_text(file, value))
            elif key not in LISTS[name] or not _is_plain(value):
                _drop(file, (name, key), value, paths)
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


def _drop(file: str, path: tuple[str, ...], value: Any, paths: set[str]) -> None:
    """Note what says something at this path and is not taken."""
    if len(path) > DEEPEST:
        raise refuse(file, "too_deep", "The file nests too deep.")
    if path[-1] in STEERS or value in (None, "", [], {}):
        return
    if isinstance(value, dict):
        for key, inside in value.items():
            _drop(file, (*path, str(key)), inside, paths)
    elif isinstance(value, list):
        for inside in value:
            if isinstance(inside, list):
                raise refuse(file, "unknown_layout", "A list stands straight in a list: no transcript has that.")
            _drop(file, path, inside, paths)
    else:
        paths.add("/".join(word_of(name, many=name.endswith("s")) for name in path))
