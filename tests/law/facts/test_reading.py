"""Reading questions: typed, closed, and an error names the nearest allowed."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from fileroom.law.facts import Paper, PaperKind, Question, Record, Requester, RequesterKind, Student, Unreadable
from fileroom.law.facts.reading import day, nearest, plain
from tests.each import each
from tests.law.worlds import questions

LEAST = {"on": "2026-10-19", "action": "inspect"}


@settings(max_examples=300, deadline=None)
@given(questions())
def test_a_question_read_written_and_read_again_is_the_same(asked: dict[str, Any]) -> None:
    question = Question.from_json(asked)
    assert Question.from_json(question.to_json()) == question


def test_a_question_built_by_hand_equals_the_one_that_is_read() -> None:
    built = Question(
        on=date(2026, 10, 19),
        action=Question.from_json(LEAST).action,
        requester=Requester(kind=RequesterKind.PARENT, legal_custody=False),
        student=Student(age=9),
        papers=(Paper(PaperKind.CONSENT, signed=True),),
        orders=(),
    )
    assert built == Question.from_json(built.to_json())
    assert built.to_json() == {
        **LEAST,
        "requester": {"kind": "parent", "legal_custody": False},
        "student": {"age": 9},
        "papers": [{"kind": "consent", "signed": True}],
        "orders": [],
    }


def test_what_is_read_cannot_be_changed() -> None:
    question = Question.from_json(LEAST)
    with pytest.raises(dataclasses.FrozenInstanceError):
        question.requester.kind = RequesterKind.PARENT  # type: ignore[misc]


def test_null_and_absent_are_the_same_and_a_list_that_is_given_is_not_absent() -> None:
    assert Question.from_json({**LEAST, "purpose": None, "requester": {"age": None}}) == Question.from_json(LEAST)
    assert Question.from_json({**LEAST, "orders": []}).orders == ()
    assert Question.from_json(LEAST).orders is None
    assert Question.from_json({**LEAST, "student": {"homeless": None}}).student.homeless is False


@each(
    ("more", "path", "says"),
    [
        ({"requestor": {}}, "requestor", "no such fact; nearest allowed: requester"),
        ({"action": "inspct"}, "action", "'inspct' is not known; nearest allowed: inspect"),
        ({"requester": {"kind": "parents"}}, "requester.kind", "nearest allowed: parent"),
        ({"requester": {"kind": ["parent"]}}, "requester.kind", "is not known"),
        ({"requester": {"legal_custdy": True}}, "requester.legal_custdy", "nearest allowed: legal_custody"),
        ({"requester": {"legal_custody": "yes"}}, "requester.legal_custody", "true or false is needed"),
        ({"requester": {"legal_custody": 1}}, "requester.legal_custody", "true or false is needed"),
        ({"requester": []}, "requester", "an object is needed"),
        ({"student": {"age": -1}}, "student.age", "a whole number, 0 or more"),
        ({"student": {"age": True}}, "student.age", "a whole number, 0 or more"),
        ({"student": {"grade": "13"}}, "student.grade", "'13' is not known"),
        ({"on": "19 Oct"}, "on", "a day like 2026-10-19 is needed"),
        ({"on": 20261019}, "on", "a day like 2026-10-19 is needed"),
        ({"orders": "none"}, "orders", "a list is needed"),
        ({"orders": ["records_order"]}, "orders", "nearest allowed: records_order_6323_5"),
        ({"papers": {}}, "papers", "a list is needed"),
        ({"papers": ["consent"]}, "papers", 'an object with a "kind"'),
        ({"papers": [{"signed": True}]}, "papers", 'an object with a "kind"'),
        ({"papers": [{"kind": "warrant"}]}, "papers.kind", "judicial_warrant"),
        (
            {"papers": [{"kind": "consent", "items_1_to_4": True}]},
            "papers.items_1_to_4",
            "no such quality of a consent",
        ),
        ({"papers": [{"kind": "consent", "signed": "x"}]}, "papers.signed", "true or false is needed"),
        ({"district": {"social_media": {"adoptd": True}}}, "district.social_media.adoptd", "nearest allowed: adopted"),
        ({"district": {"directory_recipients": ["year_book"]}}, "district.directory_recipients", "yearbook"),
        ({"student": {"age": None, "agee": 3}}, "student.agee", "nearest allowed: age"),
        ({"id": []}, "id", "a string or a number"),
        ({"id": True}, "id", "a string or a number"),
        ({"papers": [{"kind": "vendor_contract", "clauses": [1, 12]}]}, "papers.clauses", "numbers from 1 to 9"),
        ({"papers": [{"kind": "vendor_contract", "clauses": 3}]}, "papers.clauses", "numbers from 1 to 9"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_nearest_allowed(more: dict[str, Any], path: str, says: str) -> None:
    with pytest.raises(Unreadable, match=r".") as refused:
        Question.from_json({**LEAST, **more})
    assert refused.value.path == path
    assert says in str(refused.value)
    assert str(refused.value).startswith(f"{path}: ")


LONG = "Maria Torres " * 10


@pytest.mark.parametrize(
    "more",
    [
        {"action": LONG}, {"on": LONG}, {LONG: 1}, {"requester": {LONG: 1}}, {"requester": {"kind": LONG}},
        {"requester": {"kind": [LONG]}}, {"requester": {"kind": {"a": LONG}}}, {"orders": [LONG]},
        {"papers": [{"kind": LONG}]}, {"papers": [{"kind": "consent", LONG: 1}]}, {"papers": [{"kind": [LONG]}]},
        {"student": {"age": LONG}}, {"received_on": LONG}, {"district": {"directory_recipients": [LONG]}},
    ],
)  # fmt: skip
def test_what_is_long_is_never_repeated(more: dict[str, Any]) -> None:
    with pytest.raises(Unreadable) as refused:
        Question.from_json({**LEAST, **more})
    assert "Torres" not in str(refused.value)
    assert "Torres" not in refused.value.path


def test_what_is_short_is_repeated_to_the_last_letter() -> None:
    for length, repeated in ((78, True), (79, False)):
        with pytest.raises(Unreadable) as refused:
            Question.from_json({**LEAST, "action": "x" * length})
        assert ("x" * length in str(refused.value)) is repeated


@pytest.mark.parametrize("lacking", ["on", "action"])
def test_a_day_and_an_action_are_needed(lacking: str) -> None:
    with pytest.raises(Unreadable, match=f"{lacking}: is needed"):
        Question.from_json({key: value for key, value in LEAST.items() if key != lacking})


def test_recipients_of_directory_information_may_be_persons_or_the_yearbook() -> None:
    question = Question.from_json({**LEAST, "district": {"directory_recipients": ["pta", "yearbook"]}})
    assert question.to_json()["district"]["directory_recipients"] == ["pta", "yearbook"]


def test_a_contract_lists_its_clauses() -> None:
    question = Question.from_json({**LEAST, "papers": [{"kind": "vendor_contract", "clauses": [1, 9]}]})
    assert question.papers is not None
    assert question.papers[0].clauses == (1, 9)


def test_the_class_of_a_record_is_written_as_class() -> None:
    question = Question.from_json({**LEAST, "record": {"class": "interim"}})
    assert question.record == Record(class_=question.record.class_)
    assert plain(question.record) == {"class": "interim"}


def test_a_day_may_be_a_date_and_not_an_instant() -> None:
    assert day(date(2026, 10, 19)) == date(2026, 10, 19)
    with pytest.raises(ValueError, match="a day like"):
        day(datetime(2026, 10, 19))  # noqa: DTZ001


def test_where_nothing_is_near_the_allowed_words_are_listed() -> None:
    assert nearest("zzz", ["may", "must"]) == "allowed: may, must"
    assert nearest("zzz", [str(n) for n in range(20)]).endswith(" …")
