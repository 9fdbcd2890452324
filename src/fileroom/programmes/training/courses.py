"""The courses there are, each a file of its own (`courses/*.toml`): pages, questions, whom it is for, what it covers.

A number the law sets is a place, `{parent_inspection}`, that is filled from the law's figures. What a page covers are
the words of the law's checklist for its subject (law/checklists.toml); whether that is enough, the law says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any
from uuid import UUID

from fileroom.law.facts import Subject, Topic
from fileroom.law.figures import FIGURES


@dataclass(frozen=True)
class Rhythm:
    """What a district sets: within how many days a course is done, and for how many months it then counts."""

    days: int = 30
    months: int = 12


@dataclass(frozen=True)
class Page:
    """One page to read. `words`: what to say, as it may be said aloud."""

    title: str
    says: tuple[str, ...]
    words: tuple[str, ...]
    cites: tuple[str, ...]
    covers: tuple[Topic, ...]


@dataclass(frozen=True)
class Asked:
    """One question. `right`: which of the answers, counted from 1; `why`: what is told of it afterwards."""

    asks: str
    answers: tuple[str, ...]
    right: int
    why: str


@dataclass(frozen=True)
class Course:
    """One course. `short`: its title as the head of a column. `version` rises with its words; completions before
    `oldest` count no more. `newer_since`: the day from which each edition after the first is the one that is given.

    `subject`: the training of the law that it is, or is part of; `offices`: of whom it is asked, by the words of
    law/offices.toml, and `employee` of everybody.
    """

    name: str
    id: UUID
    title: str
    short: str
    title_es: str
    about: str
    version: int
    oldest: int
    subject: Subject
    offices: tuple[str, ...]
    pages: tuple[Page, ...]
    questions: tuple[Asked, ...]
    newer_since: tuple[date, ...] = ()

    def edition_on(self, day: date) -> int:
        """The edition that was given on this day."""
        return 1 + sum(since <= day for since in self.newer_since)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What its pages cover, each once, in the order of the law's list; none of a course beside the checklist."""
        covered = {topic for page in self.pages for topic in page.covers}
        return tuple(topic for topic in Topic if topic in covered)

    def marks(self, answers: Sequence[int]) -> tuple[bool, ...]:
        """Which of these answers are right; one is given to each question. Raises ValueError."""
        return tuple(asked.right == given for asked, given in zip(self.questions, answers, strict=True))


def read_course(name: str, text: str) -> Course:
    """The course of a TOML text. Raises KeyError or ValueError where it names what the law has not."""
    said = tomllib.loads(text)
    newer_since = tuple(said.get("newer_since", ()))
    if len(newer_since) != said["version"] - 1 or list(newer_since) != sorted(newer_since):
        raise ValueError("newer_since: the day of each edition after the first, in order.")
    return Course(
        name=name,
        id=UUID(said["id"]),
        title=said["title"],
        short=said["short"],
        title_es=said["title_es"],
        about=said["about"],
        version=said["version"],
        oldest=said["oldest"],
        subject=Subject(said["subject"]),
        offices=tuple(said["offices"]),
        pages=tuple(_page(it) for it in said["pages"]),
        questions=tuple(_asked(it) for it in said["questions"]),
        newer_since=newer_since,
    )


def _page(said: dict[str, Any]) -> Page:
    return Page(
        said["title"],
        _filled(said["says"]),
        _filled(said.get("words", ())),
        tuple(said["cites"]),
        tuple(Topic(word) for word in said.get("covers", ())),
    )


def _asked(said: dict[str, Any]) -> Asked:
    return Asked(said["asks"], _filled(said["answers"]), said["right"], said["why"])


def _filled(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts with the law's figures in their places."""
    values = {name: figure.value for name, figure in FIGURES.items()}
    return tuple(text.format_map(values) for text in texts)


def _read() -> dict[str, Course]:
    folder = files(__package__) / "courses"
    found = sorted((it.name.removesuffix(".toml"), it.read_text("utf-8")) for it in folder.iterdir())
    return {name: read_course(name, text) for name, text in found}


COURSES: Mapping[str, Course] = MappingProxyType(_read())
BY_ID: Mapping[UUID, Course] = MappingProxyType({course.id: course for course in COURSES.values()})
