"""Whom a list of the office may name: each student is asked of the law, and one question of many only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from fileroom.disclosure.exports.sources import Source, StaffWork
from fileroom.disclosure.facts import Asked
from fileroom.disclosure.searching import OPENS
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, Question
from fileroom.law.facts import Record as RecordFacts
from fileroom.people import counsel
from fileroom.people.facts import facts_of_students, facts_towards
from fileroom.people.signed_in import SignedIn

NO_RECORD = "No pupil’s record: it names employees, for the work of the district’s own office"
AT_ONCE = 1000  # students whose facts are gathered at a time


@dataclass(frozen=True)
class Asks:
    """A list as it is asked for: which, by which words it is filtered, and what for."""

    source: Source
    words: str
    purpose: Purpose | StaffWork


@dataclass(frozen=True)
class Granted:
    """The students that the law lets this account list, in the order of the list, each with its answer about them; or
    (`staff`) the employees of a list that names no student."""

    answers: Mapping[UUID, Decision]
    staff: tuple[UUID, ...] = ()

    @property
    def people(self) -> tuple[UUID, ...]:
        """Who they are."""
        return self.staff or tuple(self.answers)

    @property
    def basis(self) -> str:
        """By which law: what the first reason of each answer cites, each once."""
        if self.staff:
            return NO_RECORD
        return "; ".join(dict.fromkeys(it.because[0].citation for it in self.answers.values()))


def granted(asks: Asks, *, by: SignedIn, at: datetime) -> Granted:
    """Each student is asked of the law; those of whom the question is the same, once."""
    on, answers = district_day(at), _Answers()
    if asks.source.of_staff or isinstance(asks.purpose, StaffWork):
        return Granted(MappingProxyType({}), tuple(dict.fromkeys(asks.source.named(asks.words, by, at))))
    found: dict[UUID, Decision] = {}
    for some in pieces(asks.source.named(asks.words, by, at)):
        students = facts_of_students(some, on)
        towards = facts_towards(by.account, students.values(), on)
        for id_ in some:
            if id_ not in students:
                continue
            listing = answers.of(Asked(students[id_], towards[id_], on, asks.purpose), asks)
            if listing is not None:
                found[id_] = listing
    return Granted(MappingProxyType(found))


def pieces(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """So many at a time."""
    return (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))


class _Answers:
    """The law's answers of one list, each question once."""

    def __init__(self) -> None:
        self.known: dict[Question, Decision] = {}

    def of(self, case: Asked, asks: Asks) -> Decision | None:
        """The answer about a list that names this student; None where it, or what the page needs, is not granted."""
        if not all(self._decide(case.question(*it)).granted for it in (OPENS, *asks.source.needs)):
            return None
        kind = asks.source.kind
        listing = self._decide(
            case.question(Action.COMPILE_LIST, kind, record=RecordFacts(kind=kind, identifies_student=True))
        )
        return listing if listing.granted and not listing.first else None

    def _decide(self, question: Question) -> Decision:
        if question not in self.known:
            self.known[question] = counsel.decide(question)
        return self.known[question]
