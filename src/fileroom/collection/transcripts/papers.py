"""What a transcript says, written out as papers that a person reads: one for each item of the catalogue it belongs to.

No name and no id stands on them: whose they are, the file says in which they lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fileroom.collection.imports.values import WITH_STROKES, DayOrder, day, shows_order
from fileroom.collection.transcripts.reading import Entry, Transcript
from fileroom.law.days import add_years
from fileroom.law.figures import FIGURES

INTERIM_YEARS = FIGURES["test_results_stay_interim"].value
MARKS, SUBJECTS, TESTS, OLD_TESTS = "marks_and_credits", "subjects_taken", "test_results", "old_test_results"
# How each is told; what is not here stands under its own name, in words.
WORDS = {
    "nameOfInstitution": "", "nameOfDistrict": "", "schoolYear": "school year ", "termDescriptor": "", "gradeLevel": "",
    "sessionName": "", "courseCode": "", "courseTitle": "", "testName": "", "testCode": "", "date": "", "term": "",
    "testScore": "score ", "finalLetterGradeEarned": "mark ", "finalNumericGradeEarned": "mark ",
    "earnedCredits": "credits earned ", "attemptedCredits": "credits attempted ", "academicSubject": "subject ",
    "cumulativeEarnedCredits": "credits earned in all ", "beginDate": "from ", "endDate": "to ",
    "localCourseCode": "here called ", "localCourseTitle": "here called ", "courseAttemptResult": "",
    "methodCreditEarned": "", "methodCreditEarnedDescriptor": "", "CourseCTE": "career technical education ",
    "CourseNonacademic": "non-academic ", "CourseHonors": "honors ", "CourseCollegePrepCode": "college preparatory ",
    "CourseRepeated": "repeated ", "CourseExitDate": "left the course on ",
}  # fmt: skip


class NoOrder(Exception):
    """Days with strokes of which nothing in the record shows which number is the month."""


@dataclass(frozen=True)
class Paper:
    """One paper: its item, the day it bears where one is known, and its text."""

    item: str
    dated_on: date | None
    text: str


@dataclass(frozen=True)
class Days:
    """How a record writes days: as ISO does, with a time behind them or not, or with strokes in one order."""

    order: DayOrder | None

    def read(self, text: str) -> date | None:
        """The day; None where it is blank or none. Raises NoOrder."""
        text = text.partition("T")[0]
        if "/" not in text:
            return day(text)
        orders = (self.order,) if self.order else WITH_STROKES
        found = {day(text, it) for it in orders}
        if len(found) > 1:
            raise NoOrder
        return found.pop()


def days_of(it: Transcript) -> Days:
    """The order of its days, as the first of them that leaves no doubt shows it."""
    shown = {order for text in _days(it) if (order := shows_order(text))}
    return Days(shown.pop() if len(shown) == 1 else None)


def _days(it: Transcript) -> Iterator[str]:
    yield from (it.said.get(name, "") for name in ("birthDate", "transcriptRunDate"))
    for rows in it.lists.values():
        for row in rows:
            for each in (row, *row.inner):
                yield from (text for name, text in each.said.items() if name.casefold().endswith("date"))


def papers_of(it: Transcript, days: Days, on: date) -> list[Paper]:
    """Its papers. Raises NoOrder where the age of a test cannot be told."""
    run_on = days.read(it.said.get("transcriptRunDate", ""))
    made = [_paper(MARKS, run_on, "Marks and credits", it.lists.get("studentAcademicRecords", ()))]
    sections = it.lists.get("sections", ())
    ends = [found for row in sections if (found := _latest(row, days)) and found <= on]
    made.append(_paper(SUBJECTS, run_on or max(ends, default=None), "Subjects taken", sections))
    tests: dict[tuple[str, date | None], list[Entry]] = {}
    for row in it.lists.get("studentAssessments", ()):
        taken_on = days.read(row.said.get("date", ""))
        # A day to come is told of afterwards; years behind it there may be none.
        old = taken_on is not None and taken_on <= on and add_years(taken_on, INTERIM_YEARS) <= on
        tests.setdefault((OLD_TESTS if old else TESTS, taken_on), []).append(row)
    made += [_paper(item, taken_on, "Test results", rows) for (item, taken_on), rows in tests.items()]
    return [paper for paper in made if paper]


def _latest(row: Entry, days: Days) -> date | None:
    return days.read(row.said.get("endDate", "") or row.said.get("beginDate", ""))


def _paper(item: str, dated_on: date | None, title: str, rows: Iterable[Entry]) -> Paper | None:
    lines = [line for row in rows if row.said or row.inner for line in _lines(row)]
    if not lines:
        return None
    return Paper(item, dated_on, "\n".join([f"{title}, as another system sent them", "", *lines, ""]))


def _lines(row: Entry) -> Iterator[str]:
    yield "; ".join(_told(row))
    for inner in row.inner:
        yield f"  {'; '.join(_told(inner))}"


def _told(row: Entry) -> Iterator[str]:
    for name, text in row.said.items():
        shown = text.partition("T")[0] if name.casefold().endswith("date") else text
        yield f"{WORDS[name]}{shown}"
