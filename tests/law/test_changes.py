"""What changes between two days of the law is told rule by rule, each with a case in which the answer changes."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from fileroom.cli.__main__ import main
from fileroom.law.book import rulebook
from fileroom.law.changes import Case, Change, changes
from fileroom.law.kernel.rule import Effect, Key, Rule
from fileroom.law.vocabulary import requester, student
from tests.law.worlds import SOURCE

OLD, TURN, NEW = date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 2)
TRAINED, FOSTER = requester.trained.holds, student.foster.holds


def rule(name: str, effect: Effect, when: Any, **more: Any) -> Rule:
    return Rule(f"test.{name}", effect, when, f"The {name} one.", SOURCE, **{"key": Key.BOTH, **more})


def told(*rules: Rule, before: date = OLD, after: date = NEW) -> list[Change]:
    return [change for change in changes(rulebook(rules), before, after) if change.kind == "rule"]


GRANT = rule("grant", Effect.ALLOWS, TRAINED)


def test_a_ban_that_begins_is_told_with_a_case_that_was_granted_and_is_refused() -> None:
    (change,) = told(GRANT, rule("ban", Effect.FORBIDS, TRAINED & FOSTER, effective=TURN))
    assert (change.name, change.begins, change.on) == ("test.ban", True, TURN)
    assert (change.cases[0].was, change.cases[0].is_) == ("granted", "refused")
    assert set(change.cases[0].facts) >= {"requester.trained=True", "student.foster=True"}


def test_a_case_names_no_fact_that_does_not_matter() -> None:
    (change,) = told(GRANT, rule("ban", Effect.FORBIDS, FOSTER, effective=TURN))
    facts = set(next(case for case in change.cases if case.was == "granted").facts)
    assert {fact.partition("=")[0] for fact in facts} == {"action", "requester.trained", "student.foster"} or (
        {fact.partition("=")[0] for fact in facts} == {"requester.trained", "student.foster"}
    )


def test_a_grant_that_ends_is_told_as_an_end() -> None:
    (change,) = told(rule("grant", Effect.ALLOWS, TRAINED, repealed=TURN))
    assert not change.begins
    assert [(case.was, case.is_) for case in change.cases] == [("granted", "refused")]


def test_the_other_way_round_in_time_the_cases_turn_round() -> None:
    (change,) = told(rule("grant", Effect.ALLOWS, TRAINED, effective=TURN), before=NEW, after=OLD)
    assert [(case.was, case.is_) for case in change.cases] == [("granted", "refused")]


def test_a_rule_that_changes_no_answer_has_no_case() -> None:
    (change,) = told(GRANT, rule("again", Effect.ALLOWS, TRAINED & FOSTER, effective=TURN))
    assert change.cases == ()
    (duty,) = told(GRANT, rule("duty", Effect.OBLIGES, TRAINED, effective=TURN))
    assert duty.cases == ()


@pytest.mark.parametrize(("before", "after"), [(TURN, TURN), (TURN, NEW), (OLD - timedelta(1), OLD)])
def test_what_began_before_or_begins_after_is_no_change(before: date, after: date) -> None:
    assert told(rule("grant", Effect.ALLOWS, TRAINED, effective=TURN), before=before, after=after) == []


def test_the_command_tells_the_changes_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "diff", "--from", "2019-12-31", "--to", "2020-01-01"]) == 0
    words = capsys.readouterr().out
    assert "rule disclosure.parents.absolute_access begins: A parent may see any and all records" in words
    assert "was refused, is granted, for example where" in words
    assert main(["law", "diff", "--from", "2025-09-20", "--to", "2025-09-20"]) == 0
    assert capsys.readouterr().out == "Nothing begins or ends between them.\n"


def test_the_command_tells_the_changes_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "diff", "--from", "2026-12-31", "--to", "2027-01-01", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(row["change"], row["on"]) for row in rows} == {("ends", "2027-01-01")}
    assert "programmes.cyberattacks.of_many_people" in {row["name"] for row in rows}


def test_a_change_reads_as_lines() -> None:
    change = Change("rule", "a.b", False, TURN, "A sentence.", "Code 1", (Case("granted", "refused", ("x=1",)),))
    assert change.words()[0] == "2026-07-01  rule a.b ends: A sentence. (Code 1)"
    assert change.words()[-1].strip() == "x=1"
