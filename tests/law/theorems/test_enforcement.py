"""Whom the school tells of a request by immigration enforcement: the theorems hold, and break without their rules."""

from __future__ import annotations

import dataclasses

import pytest

from fileroom.law.book import RULES
from fileroom.law.enforcement import ENTERS
from fileroom.law.kernel.condition import Shown
from fileroom.law.phrases import A_DISTRICTS_RECORD, FOR_IMMIGRATION, SEES
from fileroom.law.vocabulary import student
from tests.law.theorems.breaking import breaks, widened, without

AFTER = "disclosure.immigration_enforcement.notify_parent_after"
PAPERS = "programmes.immigration_requests.give_family_the_papers"
VISIT, COUNTS = "where_no_student_is_named_no_family_is_told_of_a_visit", "of_counts_no_family_is_told"


def test_a_family_that_heard_nothing_of_immigration_enforcement_would_be_found() -> None:
    name, after = "of_immigration_enforcement_a_family_always_hears", "disclosure.immigration_enforcement"
    assert not breaks(name, RULES)
    assert breaks(name, without(f"{after}.notify_parent_after"))
    assert breaks(name, without("disclosure.court_notices.notify_parent_before"))
    told = next(rule for rule in RULES if rule.id == f"{after}.notify_parent_after")
    of_a_named_record = dataclasses.replace(told, when=told.when & ~A_DISTRICTS_RECORD)
    assert breaks(name, (*without(told.id), of_a_named_record))


def test_a_second_notice_of_an_officers_paper_would_be_found() -> None:
    name, rule = "an_officers_valid_paper_brings_one_notice", "disclosure.immigration_enforcement.notify_parent_after"
    assert not breaks(name, RULES)
    assert breaks(name, widened(rule, SEES & FOR_IMMIGRATION))


@pytest.mark.parametrize("rule", [AFTER, PAPERS])
def test_a_notice_that_forgot_that_nobody_is_named_would_be_found(rule: str) -> None:
    assert not breaks(VISIT, RULES)
    assert breaks(VISIT, widened(rule, ENTERS & FOR_IMMIGRATION))
    assert not breaks(COUNTS, RULES)
    assert breaks(COUNTS, widened(rule, SEES & FOR_IMMIGRATION))


def test_a_board_that_heard_nothing_would_be_found() -> None:
    name, rule = "the_board_hears_of_every_request_of_enforcement", "disclosure.immigration_enforcement.report_to_board"
    assert not breaks(name, RULES)
    assert breaks(name, without(rule))


def test_a_family_that_heard_nothing_because_no_age_was_said_would_be_found() -> None:
    name = "of_a_visit_for_a_child_the_family_always_hears"
    assert not breaks(name, RULES)
    told = next(rule for rule in RULES if rule.id == AFTER)
    deaf = ENTERS & ~Shown(student.age.at_least(0) | student.enrolled.is_(True, False))
    assert breaks(name, (*without(AFTER), dataclasses.replace(told, when=told.when & ~deaf)))
