"""Terms: what absence means for each."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Question
from fileroom.law.kernel.readings import View
from fileroom.law.kernel.solver import Symbols
from fileroom.law.vocabulary import (
    action,
    completed_grade_10,
    former_student_is_18,
    is_pupil_record,
    other,
    record_class,
    requester,
    restrained,
    student,
)
from tests.law.worlds import question

SHOWN = {"papers": [{"kind": "records_order_6323_5"}]}


def q(**changes: Any) -> Question:
    return question("office", **{"requester__kind": "parent", **changes})


def test_a_complete_list_without_the_order_shows_that_nobody_is_restrained() -> None:
    assert restrained.read(q(orders=[])) is False
    assert restrained.read(q(orders=["joint_legal_custody"])) is False
    assert restrained.read(q(orders=None)) is None
    assert restrained.read(q(orders=[], requester__restrained_from_records=True)) is True
    assert restrained.read(q(orders=None, requester__restrained_from_records=False)) is False


@pytest.mark.parametrize(
    ("kind", "bound"),
    [
        ("parent", True),
        ("relative", True),
        ("teacher", False),
        ("court", False),
        ("emergency_responder", False),
        ("foster_caregiver", None),
        ("educational_rights_holder", None),
        ("caregiver", None),
        ("public", None),
        (None, None),
    ],
)
def test_whom_an_order_binds_is_told_by_who_asks_where_the_question_does_not_say(kind: str, bound: bool | None) -> None:
    on_file, shown = {"orders": ["records_order_6323_5"]}, {"orders": [], **SHOWN}
    for there, reads in ((on_file, bound), (shown, bound and None), (shown | {"orders": None}, bound and None)):
        assert restrained.read(q(requester__kind=kind, **there)) is reads
        for said in (True, False):
            given = q(requester__kind=kind, requester__restrained_from_records=said, **there)
            assert restrained.read(given) is said


def test_whom_no_order_binds_is_free_whatever_is_on_file_and_nobody_looks_for_it() -> None:
    for kind in ("teacher", "court", "police", "student", "other_school"):
        assert restrained.read(q(requester__kind=kind, orders=None)) is False
        assert restrained.read(q(requester__kind=kind, orders=[], papers=None)) is False
    assert restrained.read(q(requester__kind="parent", orders=None)) is None


def test_a_teacher_who_may_be_the_very_person_an_order_names_is_not_free_for_being_a_teacher() -> None:
    for orders in ([], None, ["records_order_6323_5"]):
        doubted = q(requester__kind="teacher", requester__may_be_restrained=True, orders=orders)
        assert restrained.read(doubted) is None
    assert restrained.read(q(requester__may_be_restrained=True, requester__restrained_from_records=False)) is False


def test_a_paper_that_is_no_such_order_binds_nobody_and_papers_not_known_leave_it_open() -> None:
    assert restrained.read(q(orders=[], papers=[{"kind": "records_order_6323_5", "valid_on": False}])) is False
    assert restrained.read(q(orders=[], papers=[{"kind": "court_order"}])) is False
    assert restrained.read(q(orders=[], papers=None)) is None


def test_an_unknown_restraint_asks_for_the_orders_the_papers_or_the_person() -> None:
    assert restrained.unknown(q(orders=None)) == "orders"
    assert restrained.unknown(q(orders=[], papers=None)) == "papers"
    assert restrained.unknown(q(orders=["records_order_6323_5"])) == "requester.restrained_from_records"
    assert restrained.unknown(q(**SHOWN)) == "requester.restrained_from_records"


def test_the_class_of_a_record_follows_from_its_kind_unless_it_is_said() -> None:
    assert record_class.read(q(record={"kind": "legal_name"})) == "permanent"
    assert record_class.read(q(record={"kind": "health"})) == "interim"
    assert record_class.read(q(record={"kind": "attendance"})) is None
    assert record_class.read(q(record={"kind": "attendance", "class": "permitted"})) == "permitted"
    assert record_class.unknown(q(record={"kind": "attendance"})) == "record.class"
    assert record_class.unknown(q(record={})) == "record.kind"


@pytest.mark.parametrize(
    ("kind", "said", "read"),
    [
        ("legal_name", "permitted", "permanent"), ("legal_name", "apart", "permanent"),
        ("health", "permitted", "interim"), ("health", "permanent", "interim"),
        ("discipline", "interim", "permitted"), ("discipline", "apart", "permitted"),
        ("challenge_file", "permitted", "apart"), ("challenge_file", "permanent", "apart"),
        (None, "permitted", "permitted"),
    ],
)  # fmt: skip
def test_another_class_than_the_items_own_changes_nothing(kind: str | None, said: str, read: str) -> None:
    assert record_class.read(q(record={"kind": kind, "class": said})) == read


def test_notes_and_reports_outside_the_file_are_no_pupil_records() -> None:
    assert is_pupil_record.read(q(record={"kind": "cumulative_file"})) is True
    assert is_pupil_record.read(q(record={"kind": "sole_possession_notes"})) is False
    assert is_pupil_record.read(q(record={"kind": "sole_possession_notes", "is_pupil_record": True})) is True
    assert is_pupil_record.read(q(record={})) is None
    shared = {"kind": "sole_possession_notes", "shared_with": "another_person"}
    assert is_pupil_record.read(q(record=shared)) is True
    assert is_pupil_record.read(q(record={**shared, "is_pupil_record": False})) is False
    assert is_pupil_record.read(q(record={**shared, "kind": "business_record"})) is False


def test_a_grade_below_ten_shows_that_ten_is_not_completed_and_a_higher_one_shows_nothing() -> None:
    assert completed_grade_10.read(q(student={"grade": "9"})) is False
    assert completed_grade_10.read(q(student={"grade": "10"})) is None
    assert completed_grade_10.read(q(student={"grade": "11"})) is None
    assert completed_grade_10.read(q(student={"grade": "9", "completed_grade_10": True})) is True


@pytest.mark.parametrize(
    ("age", "said", "read"),
    [
        (17, None, False),
        (18, None, True),
        (None, None, None),
        (None, True, True),
        (None, False, False),
        (18, False, False),
    ],
)
def test_an_age_says_whether_it_is_reached_unless_that_is_said(
    age: int | None, said: bool | None, read: bool | None
) -> None:
    asked = q(student={"age": age}, other={"former_student_is_18": said})
    assert former_student_is_18.read(asked) is read
    assert former_student_is_18.unknown(asked) == "student.age"


def test_a_flag_the_district_keeps_is_not_flagged_when_absent() -> None:
    assert student.homeless.read(q()) is False
    assert requester.trained.read(q()) is None


def test_a_value_that_a_term_cannot_have_is_refused_when_the_rule_is_written() -> None:
    with pytest.raises(ValueError, match=r"requester\.kind cannot be 'uncle'"):
        requester.kind.is_("uncle")
    with pytest.raises(ValueError, match="cannot be"):
        requester.identity.is_("verified", curable=("hoped",))
    with pytest.raises(ValueError, match="cannot be"):
        student.age.is_(3)
    with pytest.raises(AttributeError, match="nearest allowed: legal_custody"):
        _ = requester.legal_custdy


@pytest.mark.parametrize("does", ["destroy", "retain"])
@pytest.mark.parametrize(("decided", "reads"), [(None, False), ("denied", False), ("sustained", None)])
def test_where_two_facts_turn_it_to_nothing_it_is_asked(does: str, decided: str | None, reads: bool | None) -> None:
    ordered, holds = other.removal_ordered, other.removal_ordered.holds
    asked = question(does, other__challenge_decision=decided)
    assert ordered.read(asked) is reads
    env = Symbols([])
    said = [env.of(action.is_(asked.action), View.CERTAIN)]
    if decided is not None:
        said.append(env.of(other.challenge_decision.is_(asked.other.challenge_decision), View.CERTAIN))
    else:
        said.append(env.opposite(env.known(other.challenge_decision)))
    unsaid = env.opposite(env._flag(f"{ordered.path} is known"))
    assert env.possible(*said, unsaid, env.of(holds, View.POSSIBLE)) is (reads is None)
    assert not env.possible(*said, unsaid, env.of(holds, View.CERTAIN))
