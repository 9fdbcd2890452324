"""The year's notice of directory information is somebody's, by a day: no list leaves before it, and Today says so."""

from __future__ import annotations

from datetime import date, timedelta
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


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district(noticed=False)


def test_whoever_enters_a_decision_owes_its_notice_until_the_families_have_had_it(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy

    head = here.superintendent
    assert owed() == [("2026/1", TODAY)], "the first semester runs already: at once"
    assert SAYS in browser(head.by).get("/").content.decode()
    assert isinstance(prepares(here.town.principal.by, wanted(here.town.school)), Refused)
    policy.give_notice(uuid4(), TODAY, TODAY + timedelta(days=10), by=head.by, at=AT)
    assert (owed(), owed(moot=False)) == ([], [("2026/1", TODAY)])
    assert SAYS not in browser(head.by).get("/").content.decode()


def test_it_is_owed_anew_before_each_school_year_and_once_for_each_decision(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import policy
    from fileroom.disclosure.directory.duties import owe_round
    from fileroom.people.models import Term

    make.keep(Term(name="Fall", from_on=BEGINS, to_on=BEGINS + timedelta(days=120)))
    policy.give_notice(uuid4(), TODAY, TODAY + timedelta(days=10), by=here.superintendent.by, at=AT)
    owe_round(at=AT)
    assert owed() == []
    for _ in range(2):
        owe_round(at=NEXT_YEAR)
    assert owed() == [("2027/1", BEGINS)]
    assert len([it for it in entries() if it.act == "notice:owed"]) == 1
    listing.decided(here.superintendent.by, fields=("name",), noticed=False, at=NEXT_YEAR)
    assert ([it for it, _ in owed()], owed(moot=True)) == (["2027/2"], [("2027/1", BEGINS)])


def test_a_year_that_is_over_lets_go_what_nobody_did_and_says_that_it_was_never_done(here: listing.Listed) -> None:
    from fileroom.disclosure.directory.duties import owe_round

    owe_round(at=NEXT_YEAR)
    assert ([it for it, _ in owed()], owed(moot=True)) == (["2027/1"], [("2026/1", TODAY)])
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
