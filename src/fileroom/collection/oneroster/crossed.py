"""Rows of courses and classes whose title and code have changed places.

A class and its course each carry both. Where the class's title is the course's code *and* the class's code is the
course's title, one of the two rows is crossed; which one shows in what a code looks like: one word, with a digit in
it or all capitals.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fileroom.collection.imports.faults import Fault, shown


@dataclass(frozen=True)
class Named:
    """The names one row gives: its row number, title and code, and for a class its course's id."""

    row: int
    id: str
    title: str
    code: str
    course: str = ""
    subject_codes: str = ""


@dataclass
class Crossed:
    """Faults by row number, and what may be remarked of courses besides."""

    courses: dict[int, Fault] = field(default_factory=dict)
    classes: dict[int, Fault] = field(default_factory=dict)
    subjects: dict[int, str] = field(default_factory=dict)


def crossed(courses: Iterable[Named], classes: Iterable[Named]) -> Crossed:
    """Compare each class with its course. Classes are read once, courses are held by id."""
    known = {course.id: course for course in courses}
    found = Crossed()
    agreeing: set[str] = set()
    for taught in classes:
        course = known.get(taught.course)
        if course is None:
            continue
        if _are_crossed(taught, course):
            _blame(found, taught, course)
        _compare_subjects(found, agreeing, taught, course)
    return found


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _are_crossed(taught: Named, course: Named) -> bool:
    return (
        bool(course.title and course.code)
        and not _same(course.title, course.code)
        and _same(taught.title, course.code)
        and _same(taught.code, course.title)
    )


def looks_like_code(text: str) -> bool:
    """One word, with a digit in it or all in capitals: ENG-1, 03100500, GOVT."""
    return len(text.split()) == 1 and (any(c.isdigit() for c in text) or text == text.upper())


def _blame(found: Crossed, taught: Named, course: Named) -> None:
    """Name the course where its title alone is a code; otherwise the class, which departs from its course."""
    if looks_like_code(course.title) and not looks_like_code(course.code):
        found.courses.setdefault(
            course.row,
            _fault(course, "courseCode", f"classes.csv, row {taught.row}, has them the other way round"),
        )
        return
    found.classes[taught.row] = _fault(
        taught, "classCode", f"courses.csv, row {course.row}, has them the other way round"
    )


def _fault(row: Named, column: str, witness: str) -> Fault:
    return Fault(
        "title",
        "title_and_code_swapped",
        f"title {shown(row.title)} and {column} {shown(row.code)} have changed places: {witness}.",
    )


def _compare_subjects(found: Crossed, agreeing: set[str], taught: Named, course: Named) -> None:
    """A course none of whose classes bears its subject codes is remarked on; the codes themselves are not kept."""
    if not taught.subject_codes or not course.subject_codes:
        return
    if taught.subject_codes == course.subject_codes:
        agreeing.add(course.id)
        found.subjects.pop(course.row, None)
    elif course.id not in agreeing:
        found.subjects[course.row] = (
            f"subjectCodes {shown(course.subject_codes)} stand on none of the course's classes "
            f"(classes.csv, row {taught.row}: {shown(taught.subject_codes)})."
        )
