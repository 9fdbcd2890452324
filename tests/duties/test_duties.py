"""What is owed is owed once, counted by its clock, and over with its evidence; the register says what its rule says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.law import BY_ID, default_calendar
from fileroom.law.days import Calendar
from tests.conftest import AT

RECEIPT = "casework.orders_received.receipt_to_submitter"
COUNSEL = "casework.orders_received.counsel_review"
ABOUT = uuid4()
ENTRY = uuid4()


@pytest.fixture(autouse=True)
def _district(district: str) -> Iterator[None]:
    yield


def owe(rule: str = RECEIPT, *, of: UUID = ABOUT, office: str = "counsel", **more: Any) -> None:
    from fileroom.duties.services import Owed, owe

    more.setdefault("began_at", AT)
    owe([Owed(rule, "orders", of, office=office, **more)], calendar=default_calendar(), caused_by=ENTRY)


def listed(office: str = "counsel", school: UUID | None = None, *, at: Any = AT) -> list[Any]:
    from fileroom.duties.queries import held_by, open_duties

    return open_duties(held_by([(office, school)], None), at=at, most=50)


def test_a_duty_says_what_its_rule_says() -> None:
    owe()
    (it,) = listed()
    assert (it.says, it.citation) == (BY_ID[RECEIPT].says, BY_ID[RECEIPT].cites.text)


def test_a_rule_that_the_law_has_not_is_owed_by_nobody() -> None:
    with pytest.raises(KeyError):
        owe("casework.orders_received.invented")


def test_the_same_is_not_owed_twice_until_it_is_done() -> None:
    from fileroom.duties.services import Over, discharge

    owe()
    owe()
    assert len(listed()) == 1
    assert discharge("orders", ABOUT, Over(None, uuid4(), AT)) == 1
    assert listed() == []
    owe()
    assert len(listed()) == 1


def test_the_same_duty_at_two_schools_is_two() -> None:
    here, there = uuid4(), uuid4()
    owe(office="custodian", school=here)
    owe(office="custodian", school=there)
    assert len(listed("custodian", here)) == 1
    assert len(listed("custodian")) == 2, "who holds the office for the district sees those of every school"


def test_what_is_over_names_its_evidence() -> None:
    from fileroom.duties.models import Duty
    from fileroom.duties.services import Over, let_go
    from fileroom.hosting import district_transaction

    owe()
    entry = uuid4()
    let_go("orders", ABOUT, Over(None, entry, AT))
    with district_transaction():
        row = Duty.objects.get()
    assert (row.evidence, row.moot, row.done_at) == (entry, True, AT)


def test_only_the_duties_of_the_named_rule_and_part_are_ended() -> None:
    from fileroom.duties.services import Over, discharge

    owe(RECEIPT)
    owe(COUNSEL)
    owe(COUNSEL, part="second")
    assert discharge("orders", ABOUT, Over(None, uuid4(), AT), rule=COUNSEL, part="second") == 1
    assert sorted((it.rule, it.part) for it in listed()) == [(COUNSEL, ""), (RECEIPT, "")]
    assert discharge("orders", uuid4(), Over(None, uuid4(), AT)) == 0


def test_a_clock_counts_from_its_beginning_and_anew_when_the_calendar_changes() -> None:
    from fileroom.duties.services import recount

    owe(clock="parent_inspection")
    before = listed()[0].due
    assert before == date(2026, 10, 26)
    closed = default_calendar()
    later = Calendar(closed.closed | {date(2026, 10, 22)}, closed.breaks, closed.terms)
    assert recount(later) == 1
    assert listed()[0].due == date(2026, 10, 27)
    assert recount(later) == 0, "nothing moves by counting again"


def test_a_day_that_was_given_does_not_move() -> None:
    from fileroom.duties.services import recount

    owe(due_on=date(2026, 10, 22))
    closed = default_calendar()
    recount(Calendar(closed.closed | {date(2026, 10, 22)}, closed.breaks, closed.terms))
    assert listed()[0].due == date(2026, 10, 22)


def test_a_duty_is_late_the_day_after_its_last_day_and_an_hour_after_its_last_hour() -> None:
    owe(due_on=AT.date())
    assert not listed()[0].late
    assert listed(at=AT + timedelta(days=1))[0].late
    owe(COUNSEL, clock="truancy_parent_notice")
    soonest = listed()
    assert [it.due_at is None for it in soonest] == [True, False]
    assert listed(at=soonest[1].due_at + timedelta(minutes=1))[-1].late


def test_the_most_pressing_comes_first_and_what_has_no_day_last() -> None:
    owe(part="none")
    owe(part="later", due_on=date(2026, 12, 1))
    owe(part="soon", due_on=date(2026, 10, 20))
    assert [it.part for it in listed()] == ["soon", "later", "none"]


def test_a_duty_of_one_employee_is_nobody_elses() -> None:
    from fileroom.duties.queries import held_by, open_duties

    mine, yours = uuid4(), uuid4()
    owe(office="", employee=mine)
    assert len(open_duties(held_by([], mine), at=AT, most=9)) == 1
    assert open_duties(held_by([("custodian", None)], yours), at=AT, most=9) == []
    assert open_duties(held_by([], None), at=AT, most=9) == []
