"""An employee at a page or an act of the office that is not theirs: nothing is there, and the asking is noted."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.disclosure.asking import entries

REFUSED = "door:refused"


def of_the_door() -> list[tuple[str, bool, bool]]:
    """What was noted at doors: by which gate, of a student or not, under seal or not."""
    return [(it.part or "", it.student is not None, it.sealed) for it in entries() if it.act == REFUSED]


@pytest.mark.parametrize("address", ["/training/sites/", "/training/gate/"])
def test_a_page_of_the_designee_is_not_there_for_a_teacher_and_a_line_stays(town: make.Town, address: str) -> None:
    answer = browser(town.teacher.by).get(address)
    assert answer.status_code == 404
    ((gate, of_a_student, sealed),) = of_the_door()
    assert gate and not of_a_student and sealed


def test_an_act_that_is_not_theirs_leaves_its_line(town: make.Town) -> None:
    answer = browser(town.teacher.by).post("/delegations/end/", form(delegation=str(uuid4())))
    assert answer.status_code == 404
    assert [it[0] for it in of_the_door()] == ["programmes.end"]


def test_of_a_student_the_room_has_its_own_line_and_the_door_none(town: make.Town) -> None:
    other = browser(make.staffed("tia", "teacher", town.school).by)
    for student in (town.ana.id, uuid4()):
        assert b"Ana" not in other.get(f"/students/{student}/").content
    assert of_the_door() == []


def test_a_page_that_opens_leaves_no_refusal(town: make.Town) -> None:
    assert browser(town.teacher.by).get("/training/").status_code == 200
    assert of_the_door() == []
