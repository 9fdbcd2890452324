"""Each course covers what the law's checklist names, and says nothing that the law book has not."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import pytest

from fileroom.hosting.embedded import Urls
from fileroom.law import BY_ID, decide, default_calendar
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.figures import FIGURES
from fileroom.law.offices import OFFICES

NAMES = ("custodians", "cybersecurity", "enforcement", "special_education_records", "student_information")
CHECKLIST = {
    "student_information": "training_in_student_information",
    "cybersecurity": "training_in_cybersecurity",
    "enforcement": "",
    "custodians": "",
    "special_education_records": "training_in_special_education_records",
}
# Numbers that are names: of a form, a regulation or a section.
NAMED = re.compile(r"(?:I|AO) ?-?\d+[A-Z]?|\d+ CCR \d+|(?:Ed|Fam)\. Code [\d.]+|\b504 plan")


@pytest.fixture(autouse=True)
def _installed(installation: Urls) -> None:
    """Django is set up: the courses' room has tables."""


def texts(name: str) -> list[str]:
    from fileroom.programmes.training.courses import COURSES

    course = COURSES[name]
    pages = [text for page in course.pages for text in (page.title, *page.says, *page.words)]
    return [course.title, course.about, *pages, *(text for it in course.questions for text in (it.asks, *it.answers))]


def test_these_are_the_courses() -> None:
    from fileroom.programmes.training.courses import BY_ID as BY_COURSE_ID
    from fileroom.programmes.training.courses import COURSES

    assert tuple(COURSES) == NAMES == tuple(sorted(CHECKLIST))
    assert len(BY_COURSE_ID) == len(COURSES)


@pytest.mark.parametrize("name", NAMES)
def test_a_course_covers_every_topic_of_its_checklist_and_the_law_says_that_it_counts(name: str) -> None:
    from fileroom.people.questions import training_counts
    from fileroom.programmes.training.courses import COURSES

    course = COURSES[name]
    if not CHECKLIST[name]:
        assert course.topics == ()
        return
    checklist = CHECKLISTS[CHECKLIST[name]]
    assert set(course.topics) == set(checklist.items)
    on = date(2026, 10, 19)
    assert decide(training_counts(course.subject, course.topics, on=on), default_calendar()).granted
    for topic in course.topics:
        rest = tuple(it for it in course.topics if it != topic)
        assert not decide(training_counts(course.subject, rest, on=on), default_calendar()).granted


@pytest.mark.parametrize("name", NAMES)
def test_a_course_is_short_and_has_five_questions(name: str) -> None:
    from fileroom.programmes.training.courses import COURSES

    course = COURSES[name]
    words = sum(len(text.split()) for page in course.pages for text in (page.title, *page.says, *page.words))
    assert 4 <= len(course.pages) <= 6 and 250 <= words <= 400 and len(course.questions) == 5


@pytest.mark.parametrize("name", NAMES)
def test_every_citation_of_a_course_is_one_of_the_law_book(name: str) -> None:
    from fileroom.programmes.training.courses import COURSES

    known = {rule.cites.text for rule in BY_ID.values()}
    cited = {cite for page in COURSES[name].pages for cite in page.cites}
    assert cited and cited - known == set()
    assert all(page.cites for page in COURSES[name].pages)
    in_answers = {
        it for asked in COURSES[name].questions for it in re.findall(r"(?:Ed|Fam)\. Code [\d.]*\d", asked.why)
    }
    assert all(any(cite.startswith(it) for cite in known) for it in in_answers)


@pytest.mark.parametrize("name", NAMES)
def test_a_course_states_no_number_of_its_own(name: str) -> None:
    from importlib.resources import files

    raw = tomllib.loads(files("fileroom.programmes.training").joinpath(f"courses/{name}.toml").read_text("utf-8"))
    said = [text for it in raw["pages"] for text in (it["title"], *it["says"], *it.get("words", ()))]
    prose = " ".join([*said, *(text for it in raw["questions"] for text in (it["asks"], *it["answers"], it["why"]))])
    assert re.findall(r"\d+", NAMED.sub("", prose)) == []
    named = set(re.findall(r"\{(\w+)\}", prose))
    assert named <= set(FIGURES)
    assert (name == "custodians") == bool(named)


def test_a_figure_stands_in_its_place() -> None:
    assert f"within {FIGURES['parent_inspection'].value} business days" in " ".join(texts("custodians"))


@pytest.mark.parametrize("name", NAMES)
def test_a_course_is_for_offices_of_the_laws_table_and_its_right_answers_are_there(name: str) -> None:
    from fileroom.programmes.training.courses import COURSES

    course = COURSES[name]
    assert set(course.offices) <= {*OFFICES.offices, "employee"}
    assert all(1 <= it.right <= len(it.answers) for it in course.questions)
    assert len({it.right for it in course.questions}) > 1, "the right one is not always at the same place"
    assert 1 <= course.oldest <= course.version


def test_a_course_that_names_what_the_law_has_not_is_no_course() -> None:
    from importlib.resources import files

    from fileroom.programmes.training.courses import read_course

    raw = files("fileroom.programmes.training").joinpath("courses/custodians.toml").read_text("utf-8")
    for wrong, says in (("{parent_inspection}", "{parent_picnic}"), ('"student_information"', '"gossip"')):
        with pytest.raises((KeyError, ValueError)):
            read_course("custodians", raw.replace(wrong, says))
