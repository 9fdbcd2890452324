"""The year's notice of directory information is somebody's, by a day: no list leaves before it, and Today says so."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from fileroom.people.answers import Refused
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.asking import entries
from tests.disclosure.listing import prepares, wanted
from tests.factories import TODAY

NEXT_YEAR = AT.replace(month=7, day=2, year=2027)
BEGINS = date(2027, 8, 16)
SAYS = "The year’s notice of directory information"


def owed(*, moot: bool | None = None) -> list[tuple[str, date | None]]:
    """The open ones by year and version, with the last day; `moot`: those that are over, let go or done."""
    from fileroom.disclosure.directory.duties import ROOM
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        rows = Duty.objects.filter(room=ROOM, done_at=None) if moot is None else Duty.objects.filter(
            room=ROOM, done_at__isnull=False, moot=moot
        )  # fmt: skip
        return sorted(rows.values_list("part", "due_on"))


def round_(at: datetime) -> None:
    from fileroom.disclosure.directory.duties import owe_round

    owe_round(notice_days=listing.NOTICE_DAYS, at=at)


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district(noticed=False)


def test_whoever_enters_a_decision_owes_its_notice_until_the_families_have_had_it(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy

    head = here.superintendent
    in_time = TODAY + timedelta(days=listing.NOTICE_DAYS)
    assert owed() == [("2026/1", in_time)], "the first semester runs already: no law names a day, the district does"
    assert SAYS in browser(head.by).get("/").content.decode()
    assert isinstance(prepares(here.town.principal.by, wanted(here.town.school)), Refused)
    policy.give_notice(uuid4(), TODAY, TODAY + timedelta(days=10), by=head.by, at=AT)
    assert (owed(), owed(moot=False)) == ([], [("2026/1", in_time)])
    assert SAYS not in browser(head.by).get("/").content.decode()


def test_it_is_owed_anew_before_each_school_year_and_once_for_each_decision(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy
    from fileroom.people.models import Term

    make.keep(Term(name="Fall", from_on=BEGINS, to_on=BEGINS + timedelta(days=120)))
    policy.give_notice(uuid4(), TODAY, TODAY + timedelta(days=10), by=here.superintendent.by, at=AT)
    round_(AT)
    assert owed() == []
    for _ in range(2):
        round_(NEXT_YEAR)
    assert owed() == [("2027/1", BEGINS)]
    assert len([it for it in entries() if it.act == "notice:owed"]) == 1
    listing.decided(here.superintendent.by, fields=("name",), noticed=False, at=NEXT_YEAR)
    assert ([it for it, _ in owed()], owed(moot=True)) == (["2027/2"], [("2027/1", BEGINS)])


def test_a_term_that_is_entered_after_the_round_moves_its_day(here: listing.Listed) -> None:
    from fileroom.people.models import Term

    round_(NEXT_YEAR)
    assert owed() == [("2027/1", date(2027, 7, 1))], "no term is entered: the cautious day"
    make.keep(Term(name="Fall", from_on=BEGINS, to_on=BEGINS + timedelta(days=120)))
    round_(NEXT_YEAR)
    assert owed() == [("2027/1", BEGINS)]


def test_the_calendar_moves_its_day_in_its_own_transaction_and_says_so(here: listing.Listed) -> None:
    from fileroom.programmes.calendar.entering import enter_days, take_days_away
    from fileroom.programmes.calendar.entries import Entry, Kind

    round_(NEXT_YEAR)
    summer, by = uuid4(), here.superintendent.by
    assert enter_days(summer, Entry(Kind.SUMMER, date(2027, 7, 1), date(2027, 8, 13)), by=by, at=NEXT_YEAR) == 1
    assert owed() == [("2027/1", BEGINS)], "the first Monday after the summer"
    assert take_days_away(summer, by=by, at=NEXT_YEAR) == 1
    assert owed() == [("2027/1", date(2027, 7, 1))]


def test_a_decision_entered_before_the_semester_runs_has_its_notice_before_it_begins(here: listing.Listed) -> None:
    from fileroom.people.models import Term

    listing.decided(here.superintendent.by, fields=("name",), noticed=False, at=NEXT_YEAR)
    in_time = NEXT_YEAR.date() + timedelta(days=listing.NOTICE_DAYS)
    assert owed() == [("2027/2", in_time)], "as far as is known the semester runs"
    make.keep(Term(name="Fall", from_on=BEGINS, to_on=BEGINS + timedelta(days=120)))
    round_(NEXT_YEAR)
    assert owed() == [("2027/2", BEGINS)]


def test_a_year_that_is_over_lets_go_what_nobody_did_and_says_that_it_was_never_done(here: listing.Listed) -> None:

    round_(NEXT_YEAR)
    (let_go,) = owed(moot=True)
    assert ([it for it, _ in owed()], let_go[0]) == (["2027/1"], "2026/1")
    assert [it.part for it in entries() if it.act == "notice:owed"] == ["directory/2026/1/never", "directory/2027/1"]


def test_a_notice_of_last_year_entered_late_is_not_this_years(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy
    from fileroom.disclosure.models import DirectoryPolicy
    from fileroom.hosting import district_transaction

    with district_transaction():
        DirectoryPolicy.objects.update(adopted_on=TODAY - make.YEAR)
    told = TODAY - timedelta(days=200)
    policy.give_notice(uuid4(), told, told + timedelta(days=10), by=here.superintendent.by, at=AT)
    assert [it for it, _ in owed()] == ["2026/1"]
