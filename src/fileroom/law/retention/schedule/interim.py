"""The interim clock in its three readings (california.md §7), and the clock of the district's Class 3 records."""

from __future__ import annotations

from datetime import date

from fileroom.law import citations as c
from fileroom.law.days import school_year, school_year_begins, school_year_ends
from fileroom.law.facts.things import InterimReading as Reading
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.citation import Citation
from fileroom.law.retention.interim_records import THIRD
from fileroom.law.retention.schedule.cases import Case, Event
from fileroom.law.retention.schedule.spans import Span, not_yet
from fileroom.law.retention.schedule.stays import classified, forwarded, left_last

YEARS_OF_CLASS_3 = FIGURES["class_3_destruction"].value


def interim(case: Case) -> Span:
    """The span of an interim record under the board's reading."""
    if forwarded(case):
        says = "Forwarded to the next school: it has left this district's schedule. The log stays here."
        return not_yet(says, c.R_437_INTERIM, "forwarded to another school")
    return {Reading.A: _by_classification, Reading.B: _by_origin, Reading.C: _by_leaving}[
        case.district.interim_reading
    ](case)


def year_after(start: date, years: int, says: str, citation: Citation) -> Span:
    """The whole school year that many after the one that holds `start`."""
    year = school_year(start)
    basis = f"{says} in {named(year)}: destroyed during the school year {named(year + years)}."
    return Span(school_year_begins(year + years), school_year_ends(year + years), basis, citation)


def named(year: int) -> str:
    """A school year as people say it: 2024-25."""
    return f"{year}-{str(year + 1)[-2:]}"


def _by_classification(case: Case) -> Span:
    day = classified(case)
    if day is None:
        return not_yet(
            "Reading A: no clock runs before classification.", c.R_437_INTERIM, "not classified as disposable"
        )
    return year_after(day, THIRD, "Reading A: classified as disposable", c.R_437_INTERIM)


def _by_origin(case: Case) -> Span:
    origin = case.history.last(Event.CREATED)
    ended = [day for day in (classified(case), left_last(case)) if day is not None]
    if origin is None or not ended:
        waits = "origin not known" if origin is None else "still useful, and the student has not left"
        return not_yet("Reading B: third school year after origin, once useless or left.", c.R_437_ORIGIN, waits)
    span = year_after(origin, THIRD, "Reading B: originated", c.R_437_ORIGIN)
    assert span.earliest is not None and span.latest is not None
    of_no_use = min(ended)
    first = max(span.earliest, of_no_use)
    late = " Useful until later, so it goes when its use ends." if of_no_use > span.latest else ""
    return Span(first, max(span.latest, of_no_use), span.basis + late, c.R_437_ORIGIN)


def _by_leaving(case: Case) -> Span:
    day = left_last(case)
    if day is None:
        return not_yet(
            "Reading C: no clock runs before the student leaves.", c.R_437_LEAVING, "the student has not left"
        )
    return year_after(day, THIRD, "Reading C: the student left", c.R_437_LEAVING)


def class_3(case: Case) -> Span:
    """A disposable record of the district."""
    day = case.history.last(Event.CREATED, Event.AUDIT_COMPLETED)
    if day is None:
        return not_yet("Class 3: third school year after audit or origin.", c.R_16027, "origin not known")
    return year_after(day, YEARS_OF_CLASS_3, "Class 3: its audit, or else its origin, lies", c.R_16027)
