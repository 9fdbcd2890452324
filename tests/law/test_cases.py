"""The printed cases of each change of law are of these very rules, and say what the solver finds."""

from __future__ import annotations

import dataclasses
import json
from datetime import date

import pytest

from fileroom.law import cases, changes
from fileroom.law.book import RULES
from fileroom.law.changes import Case

CHANGED = date(2026, 1, 1)
BAN = (date(2025, 9, 20), "disclosure.immigration_enforcement.without_consent_or_a_judges_paper", True)


def test_the_cases_are_printed_from_the_rules_as_they_are() -> None:
    assert cases.printed(), "a rule has changed: fileroom law cases --out src/fileroom/law/cases.json"


def test_the_cases_of_one_day_are_those_the_solver_finds_today(monkeypatch: pytest.MonkeyPatch) -> None:
    # Which answers turn is asked for here; that a case is told in few facts, in test_changes.
    monkeypatch.setattr(changes, "plainest", lambda env, solver, model, claims: model)
    found = cases.read(json.dumps({"digest": cases.digest(), "changes": list(cases.of_day(CHANGED))}))
    turned = {key: {(case.was, case.is_) for case in mine} for key, mine in found.items()}
    assert turned == {
        key: {(case.was, case.is_) for case in mine} for key, mine in cases.printed().items() if key[0] == CHANGED
    }
    assert turned


def test_every_case_is_of_a_day_on_which_a_rule_begins_or_ends() -> None:
    assert {day for day, _, _ in cases.printed()} <= set(cases.days())
    assert cases.days((dataclasses.replace(RULES[0], effective=CHANGED, repealed=None),)) == (CHANGED,)


def test_the_ban_on_immigration_enforcement_is_told_with_what_it_refused() -> None:
    assert ("granted", "refused") in [(case.was, case.is_) for case in cases.printed()[BAN]]


def test_cases_of_other_rules_than_these_are_not_shown() -> None:
    changed = (dataclasses.replace(RULES[0], repealed=CHANGED), *RULES[1:])
    text = json.dumps({"digest": cases.digest(), "changes": []})
    assert cases.digest(changed) != cases.digest()
    assert dict(cases.read(text, changed)) == {}


def test_a_sentence_or_a_source_that_is_put_better_leaves_the_cases_as_they_are() -> None:
    reworded = (dataclasses.replace(RULES[0], says="Otherwise."), *RULES[1:])
    assert cases.digest(reworded) == cases.digest()


def test_every_fact_of_every_case_is_told_in_words() -> None:
    facts = {fact for mine in cases.printed().values() for case in mine for fact in case.facts}
    assert len(facts) > 100
    assert [fact for fact in facts if "=" in cases.told(fact) or "_" in cases.told(fact)] == []
    assert cases.told("requester.kind=parent") == "whoever asks is a parent"
    assert cases.told("requester.trained=False") == "it is not so that the person has been trained for the task"
    assert cases.told("student.age=17") == "the student's age is 17"
    assert cases.told("orders name rights_terminated") == "the orders on the student's file name rights terminated"


def test_a_case_read_from_the_print_is_the_case_that_was_printed() -> None:
    row = {
        "on": "2026-01-01",
        "name": "a.b",
        "change": "ends",
        "cases": [{"was": "granted", "is": "refused", "facts": ["x"]}],
    }
    read = cases.read(json.dumps({"digest": cases.digest(), "changes": [row]}))
    assert dict(read) == {(CHANGED, "a.b", False): (Case("granted", "refused", ("x",)),)}
