"""The report to the Board, as a pure function: requests in, lines out that can name nobody (Ed. Code 234.7(c)).

Whoever has the calendar and the enrolment of every school in hand is an attacker here. For each request, what the lines
say must fit at least `FEWEST` students in at least two schools; and of one about staff as many employees too, or it is
told as something else. So numbers are folded; a day is told by half a year; schools are named only where so many had a
request that each of these could have been the place of any of them; and where only one school was in session since the
last report, there are no lines yet: the next report has them.
A district of one school, or of a handful of students, says that there was one or more, and no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fileroom.law.days import school_year_begins, school_year_ends
from fileroom.law.figures import FIGURES

FEWEST = int(FIGURES["smallest_count_shown"].value)
FEWEST_SCHOOLS = 2  # that fit every line
STAFF, ELSE = "staff", "else"  # what was asked for, as the register has it
JULY, JANUARY = 7, 1


class Number(StrEnum):
    """How many, folded."""

    NONE = "none"
    ONE_OR_MORE = "one_or_more"
    FEWEST_OR_MORE = "fewest_or_more"


class Given(StrEnum):
    """What came of a request, as the Board is told it. `something`: by a judge's paper, by consent, or by force."""

    NOTHING = "nothing"
    SOMETHING = "something"
    OPEN = "open"


@dataclass(frozen=True)
class Site:
    """A school since the last report: its name, how many students, whether school was in session there at all, and who
    works there, as far as is known."""

    id: str
    name: str
    students: int
    in_session: bool
    employees: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reported:
    """What of a request goes into the report. `school`: None for the district's office. `wants`, `papers`: codes."""

    school: str | None
    wants: frozenset[str]
    papers: frozenset[str]
    given: Given


@dataclass(frozen=True)
class Lines:
    """What the report says. The empty ones of `wants`, `papers` and `given` are not said; `schools`: names, or none."""

    number: Number
    wants: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The codes, as they are kept."""
        return {
            "number": self.number.value, "wants": list(self.wants), "papers": list(self.papers),
            "given": list(self.given), "schools": list(self.schools),
        }  # fmt: skip


def unnamed(lines: Lines) -> Lines:
    """The same without its schools, for whoever releases it: seen twice, once signed and once signed anew, with one
    request more, their names would say where that one was."""
    return replace(lines, schools=())


@dataclass(frozen=True)
class Wait:
    """There are no lines yet: whatever they said would point to one school. The next report has them."""


def report(requests: Collection[Reported], sites: Iterable[Site]) -> Lines | Wait:
    """The lines about these requests, none of which a report has had before."""
    schools = [it for it in sites if it.students > 0]
    if not _fits(schools):
        return Lines(Number.ONE_OR_MORE if requests else Number.NONE)
    there = [it for it in schools if it.in_session]
    if not _fits(there):
        return Wait()
    if not requests:
        return Lines(Number.NONE)
    wants = {want for it in requests for want in it.wants}
    if STAFF in wants and not _are_many(there):
        wants = wants - {STAFF} | {ELSE}
    return Lines(
        number=Number.FEWEST_OR_MORE if len(requests) >= FEWEST else Number.ONE_OR_MORE,
        wants=tuple(sorted(wants)),
        papers=tuple(sorted({paper for it in requests for paper in it.papers})),
        given=tuple(sorted({it.given.value for it in requests})),
        schools=_named(requests, there),
    )


def _fits(schools: Collection[Site]) -> bool:
    """Are these enough schools and students that nobody is pointed at?"""
    return len(schools) >= FEWEST_SCHOOLS and sum(it.students for it in schools) >= FEWEST


def _are_many(schools: Iterable[Site]) -> bool:
    """Do so many work there that what was asked about staff points at none of them? Who works at two counts once."""
    return len(frozenset().union(*(it.employees for it in schools))) >= FEWEST


def _named(requests: Collection[Reported], there: Iterable[Site]) -> tuple[str, ...]:
    """The schools where there were any, where whoever knows of one of them is still left with enough others, and with
    enough who work there, where anything was asked about staff: so there are three at least."""
    places, of_staff = {it.school for it in requests}, any(STAFF in it.wants for it in requests)
    named = [it for it in there if it.id in places]
    left = [[it for it in named if it is not known] for known in named]
    safe = all(_fits(those) and (not of_staff or _are_many(those)) for those in left)
    return tuple(sorted(it.name for it in named)) if safe else ()


def half_year(on: date) -> tuple[date, date]:
    """The half of the school year in which a day lies: July to December, or January to June."""
    if on.month >= JULY:
        return school_year_begins(on.year), date(on.year, 12, 31)
    return date(on.year, JANUARY, 1), school_year_ends(on.year - 1)
