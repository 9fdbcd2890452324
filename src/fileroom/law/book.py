"""The whole law: every chapter in its order, one rulebook, and the one function that decides."""

from __future__ import annotations

from fileroom.law.asks import ask
from fileroom.law.casework import custodians, handing_over, log_keeping, relationships, unwritten
from fileroom.law.clocks import deadline
from fileroom.law.collection import catalogue_kinds, immigration_status, social_security_numbers
from fileroom.law.criteria import TEXT as CRITERIA
from fileroom.law.days import Calendar, default_calendar
from fileroom.law.disclosure import (
    access_log,
    agency_papers,
    child_welfare,
    civil_subpoenas,
    court_process,
    default_no,
    dependency_parents,
    dual_enrolment,
    duties,
    educational_interest,
    educational_rights_holders,
    homeless_students,
    immigration_enforcement,
    nonpublic_areas,
    orders_shown,
    outside_the_file,
    parents,
    restraining_orders,
    students,
    unwritten_grounds,
    volunteers,
    written_consent,
)
from fileroom.law.disclosure import custodians as custodians_at_their_site
from fileroom.law.facts import Question
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.decision import Decision
from fileroom.law.kernel.rule import Chapter, Rule
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.offices import TEXT as OFFICES
from fileroom.law.phrases import RELEASES
from fileroom.law.retention import destruction, holds

CHAPTERS: tuple[Chapter, ...] = (
    immigration_enforcement.law,
    nonpublic_areas.law,
    restraining_orders.law,
    orders_shown.law,
    outside_the_file.law,
    parents.law,
    dependency_parents.law,
    educational_rights_holders.law,
    students.law,
    homeless_students.law,
    dual_enrolment.law,
    educational_interest.law,
    custodians_at_their_site.law,
    volunteers.law,
    written_consent.law,
    civil_subpoenas.law,
    court_process.law,
    agency_papers.law,
    unwritten_grounds.law,
    child_welfare.law,
    access_log.law,
    duties.law,
    default_no.law,
    social_security_numbers.law,
    immigration_status.law,
    catalogue_kinds.law,
    holds.law,
    destruction.law,
    custodians.law,
    log_keeping.law,
    relationships.law,
    handing_over.law,
    unwritten.law,
)

RULES: tuple[Rule, ...] = tuple(rule for chapter in CHAPTERS for rule in chapter)


def rulebook(rules: tuple[Rule, ...] = RULES) -> Rulebook:
    """A rulebook of these rules under this law's keys, clocks and words."""
    return Rulebook(rules, releases=RELEASES, due=deadline, ask=ask)


BOOK = rulebook()
_FIGURES = {name: figure.to_json() for name, figure in FIGURES.items()}
_DIGEST = BOOK.digest({"figures": _FIGURES, "criteria": CRITERIA, "offices": OFFICES})


def decide(question: Question, calendar: Calendar | None = None) -> Decision:
    """The law's answer to one question. Without a calendar: the one shipped, and the answer says so."""
    return BOOK.decide(question, calendar or default_calendar())


def digest() -> str:
    """SHA-256 of every rule and figure, and of the district's tables, to be stored with each event."""
    return _DIGEST
