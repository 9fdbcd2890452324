"""What a file is opened for is stated, measured by the published criteria, and noted; nothing supposes it."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from fileroom.law.facts import Purpose
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import asks, filed, last_entry, looks, outcome


def test_an_employee_whose_door_states_nothing_opens_nothing_and_is_asked_what_for(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    for staff in (town.teacher, town.registrar):
        silent = replace(staff.by, stated=None)
        refused = asks(silent, town.ana)
        assert outcome(silent, town.ana) == "needs_more"
        assert [it.fact for it in refused.decision.missing] == ["requester.interest"]
        assert last_entry().purpose == "none_stated"
        assert not looks(silent, record).decision.granted


def test_nothing_is_filed_for_a_purpose_nobody_stated(town: make.Town) -> None:
    from fileroom.collection.services import RefusedByGate, collect

    fields = {"observed_on": "2026-10-01", "text": "Helps others.", "signed_by": "T. Abara, teacher"}
    for purpose in (None, Purpose.FUNDRAISING):
        by = replace(town.teacher.by, stated=purpose)
        answer = collect(town.ana.id, "counsellor_or_teacher_rating", fields, by=by, at=AT)
        assert isinstance(answer, RefusedByGate)
        assert last_entry().act == "collection:refused"
        assert last_entry().purpose == (purpose or Purpose.NONE_STATED).value
    filed(town.teacher.by, town.ana)
    assert (last_entry().act, last_entry().purpose) == ("record:collected", "educational_interest")


def test_the_purpose_stated_is_the_one_the_ledger_has(town: make.Town) -> None:
    by = replace(town.registrar.by, stated=Purpose.CORRECTION)
    assert outcome(by, town.ana) == "must"
    assert last_entry().purpose == "correction"
    assert outcome(replace(town.teacher.by, stated=Purpose.CORRECTION), town.ana) == "no"
    assert last_entry().purpose == "correction"


def test_a_family_owes_no_reason(town: make.Town) -> None:
    assert town.mother.by.stated is None
    assert outcome(town.mother.by, town.ana) == "must"
    assert last_entry().purpose == "inspection"


def test_a_page_offers_the_purposes_that_are_the_readers_work(town: make.Town) -> None:
    from fileroom.disclosure.services import Inspected, Opened, inspect, open_file
    from fileroom.disclosure.stating import choices

    record, clerk = filed(town.registrar.by, town.ana), replace(town.registrar.by, stated=Purpose.CORRECTION)
    opened = open_file(town.ana.id, by=town.teacher.by, at=AT)
    assert isinstance(opened, Opened)
    assert [(it.code, it.chosen) for it in choices(opened, by=town.teacher.by, at=AT)] == [
        ("educational_interest", True)
    ]
    seen = inspect(record, by=clerk, at=AT)
    assert isinstance(seen, Inspected)
    offered = choices(seen, by=clerk, at=AT)
    assert len(offered) > 1 and {it.code for it in offered if it.chosen} == {"correction"}


def test_a_page_of_a_family_offers_none(town: make.Town) -> None:
    from fileroom.disclosure.services import Opened, open_file
    from fileroom.disclosure.stating import choices

    opened = open_file(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(opened, Opened)
    assert choices(opened, by=town.mother.by, at=AT) == ()


def test_a_statement_is_noted_and_opens_nothing(town: make.Town) -> None:
    from fileroom.disclosure.stating import state

    assert state(town.ana.id, "correction", by=town.registrar.by, at=AT) is Purpose.CORRECTION
    event = last_entry()
    assert (event.act, event.student, event.purpose) == ("purpose:stated", town.ana.id, "correction")
    assert (event.actor.role, event.outcome) == ("registrar", "")


@pytest.mark.parametrize("code", ["correction", "school_safety", "fundraising", "none_stated", "", "gossip"])
def test_a_purpose_the_criteria_do_not_leave_to_this_work_is_not_stated(town: make.Town, code: str) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.disclosure.stating import state

    with pytest.raises(ValidationError, match="published criteria"):
        state(town.ana.id, code, by=town.teacher.by, at=AT)


def test_whoever_does_not_serve_the_student_states_nothing_about_them(town: make.Town) -> None:
    from fileroom.disclosure.stating import state, student_of
    from fileroom.people.answers import Missing

    for by, who in ((town.teacher.by, town.ben.id), (town.mother.by, town.ana.id), (town.registrar.by, uuid4())):
        with pytest.raises(Missing):
            state(who, "educational_interest", by=by, at=AT)
    with pytest.raises(Missing):
        student_of(uuid4())


def test_of_two_offices_each_record_is_opened_in_the_one_that_needs_it(town: make.Town) -> None:
    make.assignment(town.teacher.row, "nurse", town.school)
    record = filed(town.registrar.by, town.ana)
    assert looks(town.teacher.by, record).decision.granted
    assert last_entry().actor.role == "teacher"
    assert outcome(town.teacher.by, town.ana) == "must"
    assert last_entry().actor.role == "nurse"
