"""A new name in whatever record bears the old one."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

OF_40 = {"student": {"age": 40, "former": True, "enrolled": False}}


@pytest.mark.parametrize("kind", ["transcript", "grades", "marks_and_credits"])
def test_a_former_students_new_name_is_no_change_of_a_grade(kind: str) -> None:
    renamed = ask("rename", record={"kind": kind}, **OF_40)
    assert renamed.outcome is Outcome.MUST
    assert {"name_change_document", "reissue_documents"} <= duties(renamed)
    assert "hear_teacher" not in duties(renamed)


def test_without_proof_the_grade_stays_as_final_as_it_was() -> None:
    final = {"government_proof": False, "grade_ground": "none"}
    assert because(ask("rename", record={"kind": "transcript"}, other=final, **OF_40)) == [
        "casework.grades.a_grade_is_final"
    ]


def test_nobody_else_has_it_renamed_nor_does_a_student_who_is_here() -> None:
    stranger = {"kind": "public", "identity": "verified"}
    assert ask("rename", record={"kind": "transcript"}, requester=stranger, **OF_40).outcome is Outcome.NO
    here = {"age": 17, "enrolled": True}
    student = {"kind": "student", "identity": "verified"}
    assert not ask("rename", record={"kind": "transcript"}, requester=student, student=here).granted


def test_who_only_says_who_they_are_shows_it_first() -> None:
    claimed = {"kind": "former_student", "identity": "claimed"}
    assert missing(ask("rename", record={"kind": "transcript"}, requester=claimed, **OF_40)) == ["requester.identity"]


@pytest.mark.parametrize("kind", ["cumulative_file", "permanent_record", "health", "attendance", "special_education"])
def test_every_pupil_record_bears_the_new_name(kind: str) -> None:
    renamed = ask("rename", record={"kind": kind}, **OF_40)
    assert renamed.outcome is Outcome.MUST
    assert {"name_change_document", "reissue_documents"} <= duties(renamed)


def test_the_log_keeps_the_name_of_its_day() -> None:
    assert ask("rename", record={"kind": "access_log"}, **OF_40).outcome is Outcome.NO
