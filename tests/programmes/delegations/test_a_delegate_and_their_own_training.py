"""Nobody enters their own training: it would open for them what a training keeps shut."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed
from tests.disclosure.gated import is_shut, sets
from tests.programmes.training.steps import INFORMATION, own, sheet

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def chief(town: make.Town) -> make.Staffed:
    return make.staffed("chief", "administrator", None)


def offered(by: SignedIn, town: make.Town) -> set[object]:
    from fileroom.programmes.training.courses import COURSES
    from fileroom.programmes.training.sheets import blank

    return {it.id for it in blank(COURSES[INFORMATION], town.school.id, by=by, at=AT).people}


def test_a_delegate_for_training_does_not_open_a_record_by_a_sheet_of_their_own(
    town: make.Town, chief: make.Staffed
) -> None:
    from fileroom.programmes.delegations.register import Given, give

    record = filed(town.registrar.by, town.ana)
    sets(chief)
    give(uuid4(), Given(town.teacher.row.id, ("training",), make.TODAY, None), by=chief.by, at=AT)
    for people in ({town.teacher.row.id}, {town.teacher.row.id, town.registrar.row.id}):
        with pytest.raises(ValidationError, match="their own training"):
            sheet(town.teacher.by, INFORMATION, people, on=make.TODAY)
    assert is_shut(town.teacher.by, record)
    assert own(town.registrar.by)[INFORMATION].completion is None, "nobody on it was noted"
    assert town.registrar.row.id in offered(town.teacher.by, town)
    assert town.teacher.row.id not in offered(town.teacher.by, town)
    assert sheet(chief.by, INFORMATION, {town.teacher.row.id}, on=make.TODAY).new == 1
    assert not is_shut(town.teacher.by, record)


def test_neither_does_whoever_holds_the_office(town: make.Town, chief: make.Staffed) -> None:
    with pytest.raises(ValidationError, match="their own training"):
        sheet(chief.by, INFORMATION, {chief.row.id}, on=make.TODAY)
