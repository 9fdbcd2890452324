"""Who owes which course, as the law says: it is asked of each office a course is for, and answers by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from fileroom.law import Decision
from fileroom.law.criteria import interest
from fileroom.law.facts import Interest, Purpose, RecordKind
from fileroom.law.kernel.decision import Outcome
from fileroom.law.offices import OFFICES
from fileroom.people import counsel
from fileroom.people.facts import NO_OFFICE
from fileroom.people.questions import training_counts, training_owed
from fileroom.programmes.training.courses import COURSES, Course


@dataclass(frozen=True)
class Owing:
    """The law's answers on one day: by course and office the rule that asks for it."""

    rules: Mapping[tuple[str, str], str]

    def owed(self, offices: Iterable[str]) -> dict[str, str]:
        """The courses that whoever holds these offices owes, by name, each with its rule."""
        held = [NO_OFFICE, *offices]
        found: dict[str, str] = {}
        for (course, office), rule in self.rules.items():
            if office in held:
                found.setdefault(course, rule)
        return found


def owing(on: date) -> Owing:
    """Ask the law about every course and every office it is for."""
    answers = {
        (course.name, office): _asked(course, office, on) for course in COURSES.values() for office in course.offices
    }
    must = {pair: answer.because[0].rule for pair, answer in answers.items() if answer.outcome is Outcome.MUST}
    return Owing(MappingProxyType(must))


def _asked(course: Course, office: str, on: date) -> Decision:
    """Whoever holds an office of the table gathers or handles student information: each is published with a function
    that does. Whose work needs records of special education, by the published criteria, uses what identifies students
    with disabilities. Of whom we know no office, nothing says so."""
    known = OFFICES.offices.get(office)
    kind = known.kind.value if known else NO_OFFICE
    needs = interest(office, Purpose.EDUCATIONAL_INTEREST, RecordKind.SPECIAL_EDUCATION, on=on)
    uses = needs is Interest.STATED_AND_FITS
    return counsel.decide(training_owed(kind, course.subject, handles=known is not None, uses=uses, on=on))


def counts(course: Course, topics: Iterable[str] | None, *, on: date) -> Decision | None:
    """Does it count, when it has covered these topics (None: all of the course's pages)? None where no law sets a
    checklist for the course."""
    if not course.topics:
        return None
    covered = course.topics if topics is None else tuple(it for it in course.topics if it in set(topics))
    return counsel.decide(training_counts(course.subject, covered, on=on))
