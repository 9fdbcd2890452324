"""What a list leaves in the ledger: of each student its own answer of the law; of one that was not made, nothing."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.disclosure.asking import entries
from tests.disclosure.exports.taking import prepares, takes

if TYPE_CHECKING:
    from fileroom.law import Decision
    from fileroom.law.facts import Question


def test_each_students_line_has_the_laws_answer_about_that_student(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One rule lets staff list students today; where there are two, nobody's line is written by another's."""
    from fileroom.disclosure.exports import asking
    from fileroom.people import counsel

    def by_grade(question: Question) -> Decision:
        found = counsel.decide(question)
        own = tuple(replace(it, rule=f"{it.rule}.{question.student.grade}") for it in found.because)
        return replace(found, because=own, sealed=question.student.grade == "11")

    monkeypatch.setattr(asking, "counsel", SimpleNamespace(decide=by_grade))
    make.change(town.ben, search_name="ben torres", grade="11")
    takes(town.registrar.by, prepares(town.registrar.by))
    lines = {it.student: it for it in entries() if it.student}
    assert [(lines[it.id].rules[0][-2:], lines[it.id].sealed) for it in (town.ana, town.ben)] == [
        (".4", False),
        ("11", True),
    ]
    assert [it.rules for it in entries() if it.act.value.startswith("list:")] == [(), ()], "a list is of no student"


def test_a_list_too_long_for_paper_is_refused_before_anything_is_asked(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure.exports import files, lists
    from fileroom.ledger import services

    made = prepares(town.registrar.by)
    monkeypatch.setattr(files, "MOST_ON_PAPER", 0)
    asked: list[str] = []
    monkeypatch.setattr(lists, "granted", lambda *_, **__: asked.append("the law"))
    monkeypatch.setattr(services, "write_many", lambda _: asked.append("the ledger"))
    with pytest.raises(ValidationError, match="too long for paper"):
        takes(town.registrar.by, made, form="pdf")
    assert asked == []
