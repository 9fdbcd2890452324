"""The last day is a year after the 18th birthday or the last day enrolled, whichever is first; a company has none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.law import default_calendar
from fileroom.law.days import age_on
from tests import factories as make
from tests.conftest import AT
from tests.programmes.social_media.world import Offices, gathers, offices, readable, running

pytestmark = pytest.mark.usefixtures("installation")
DAYS = st.dates(date(1999, 1, 1), date(2035, 12, 31))


def last(born: date | None, left: date | None, *, of_vendor: bool = False) -> date | None:
    from fileroom.programmes.social_media.duties import last_day

    return last_day(born, left, default_calendar(), of_vendor=of_vendor)


def same_day(day: date, years: int) -> date:
    """So many years later, counted by hand: who has no 29 February has the day before."""
    if (day.month, day.day) == (2, 29) and not _leap(day.year + years):
        return date(day.year + years, 2, 28)
    return date(day.year + years, day.month, day.day)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@given(born=DAYS, left=st.none() | DAYS)
def test_it_is_the_earlier_of_the_two_days_and_no_day_later(born: date, left: date | None) -> None:
    by_birth, by_leaving = same_day(same_day(born, 18), 1), same_day(left, 1) if left else date.max
    assert last(born, left) == min(by_birth, by_leaving)


@given(left=DAYS)
def test_without_a_birth_date_the_leaving_alone_counts(left: date) -> None:
    assert last(None, left) == same_day(left, 1)
    assert last(None, None) is None


@given(born=DAYS, left=st.none() | DAYS)
def test_a_company_has_no_year(born: date, left: date | None) -> None:
    assert last(born, left, of_vendor=True) == min(same_day(born, 18), left or date.max)


@given(born=DAYS, left=st.none() | DAYS)
def test_the_clock_runs_from_the_day_and_not_before_and_nobody_is_kept_at_20(born: date, left: date | None) -> None:
    from fileroom.programmes.social_media.rounds import clock_of

    days = default_calendar()
    starts = min(same_day(born, 18), left or date.max)
    assert clock_of(born, left, starts - timedelta(days=1), days).began_on is None
    assert clock_of(born, left, starts, days).began_on == starts
    day = last(born, left)
    assert day is not None and age_on(born, day) <= 19


@pytest.mark.parametrize(
    ("born", "by"),
    [
        (date(2008, 2, 29), date(2027, 2, 28)),
        (date(2008, 3, 1), date(2027, 3, 1)),
        (date(2004, 2, 29), date(2023, 2, 28)),
    ],
)
def test_born_on_29_february_it_goes_by_the_28th(born: date, by: date) -> None:
    assert last(born, None) == by


@pytest.fixture
def there(town: make.Town) -> Offices:
    it = offices(town)
    running(it)
    return it


def rounds(at: datetime = AT) -> list[tuple[str, date | None]]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.rounds import look_round

    look_round(at=at)
    with district_transaction():
        rows = list(Duty.objects.filter(done_at=None, room__startswith="social_media").order_by("rule"))
        of_one = [it for it in rows if it.room in ("social_media_items", "social_media_vendors")]
        assert all(it.student for it in of_one), "whom an order keeps from the child is told of none"
        return [(it.rule.rpartition(".")[2], it.due_on) for it in rows]


def test_the_round_owes_a_destruction_once_the_year_runs_and_destroys_nothing(there: Offices) -> None:
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=17 * 365))
    item = gathers(there.town.principal.by, there.town.ana.id)
    assert rounds() == []
    born = date(make.TODAY.year - 18, make.TODAY.month, make.TODAY.day)
    make.change(there.town.ana, birth_on=born)
    due = [("destroy_when_done", same_day(born, 19))]
    assert rounds() == due and rounds() == due, "owed once"
    assert rounds(AT + timedelta(days=800)) != [] and readable(item.record), "no round destroys"


def test_who_comes_back_owes_it_by_the_birthday_alone(there: Offices) -> None:
    left = make.TODAY - timedelta(days=100)
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))
    gathers(there.town.principal.by, there.town.ana.id)
    make.change(there.town.spell, left_on=left, left_by="office")
    assert rounds() == [("destroy_when_done", same_day(left, 1))]
    make.enrolment(there.town.ana, there.town.school, since=make.TODAY - timedelta(days=2))
    assert rounds() == []


def test_an_absence_that_nobody_has_confirmed_lets_the_year_run_too(there: Offices) -> None:
    left = make.TODAY - timedelta(days=30)
    gathers(there.town.principal.by, there.town.ana.id)
    make.change(there.town.spell, left_on=left, left_by="absence")
    assert rounds() == [("destroy_when_done", same_day(left, 1))]


def test_a_person_destroys_it_and_the_duty_is_done(there: Offices) -> None:
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.retention.services import Disposed

    item = gathers(there.town.principal.by, there.town.ana.id)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=300), left_by="office")
    assert len(rounds()) == 1
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Disposed)
    assert rounds() == [] and not readable(item.record)


def test_the_notice_of_a_new_school_year_is_owed(there: Offices) -> None:
    assert rounds() == []
    next_year = AT + timedelta(days=365)
    assert rounds(next_year) == [("notify_parent_before", None)]


def test_what_counsel_owes_on_a_hold_outlives_the_rounds(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy
    from fileroom.records.services import hold

    item = gathers(there.town.principal.by, there.town.ana.id)
    hold(there.town.ana.id, reason="litigation", by=None, at=AT)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused)
    counsels = ("counsel_review", make.TODAY)
    assert rounds(AT + timedelta(days=1)) == [counsels], "before the year runs"
    left = make.TODAY - timedelta(days=366)
    make.change(there.town.spell, left_on=left, left_by="office")
    for day in (1, 2):
        assert rounds(AT + timedelta(days=day)) == [("destroy_when_done", same_day(left, 1)), counsels]


def test_who_goes_to_another_school_takes_the_duty_along(there: Offices) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=18 * 365 + 30))
    gathers(there.town.principal.by, there.town.ana.id)
    before = rounds()
    other = make.school("Tule Fog High")
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=2), left_by="office")
    make.enrolment(there.town.ana, other, since=make.TODAY - timedelta(days=1))
    assert rounds() == before, "by the same day"
    with district_transaction():
        assert [it.school for it in Duty.objects.filter(done_at=None)] == [other.id]
