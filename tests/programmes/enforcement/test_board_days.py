"""The Board hears of a request at its next meeting; where nobody has entered one, that day is owed itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.programmes.enforcement.coming import closes, comes, discharged, owed

TOMORROW = make.TODAY + timedelta(days=1)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def says(office: make.Staffed, days: str, *, minutes: int = 0, at: datetime = AT) -> None:
    from fileroom.programmes.settings.services import say

    say(uuid4(), "board_meetings", {"en": days}, by=office.by, at=at + timedelta(minutes=minutes))


def missing() -> list[date | None]:
    from fileroom.duties.queries import of_room

    return [it.due for it in of_room("board_meetings", at=AT)]


def test_the_board_hears_at_its_next_meeting_or_its_day_is_asked_for(town: make.Town, office: make.Staffed) -> None:
    first, second = (comes(by, "immigration").id for by in (town.registrar.by, town.principal.by))
    assert owed(first)["report_to_board"] is None and missing() == [TOMORROW]
    assert "next meeting is not entered" in browser(office.by).get("/").content.decode()
    says(office, "2026-11-17, 2026-10-19 2026-12-08")
    assert [owed(it)["report_to_board"] for it in (first, second)] == [date(2026, 11, 17)] * 2 and not missing()
    says(office, "2026-11-10", minutes=1)
    assert owed(first)["report_to_board"] == date(2026, 11, 10), "a meeting is moved"
    third = comes(town.principal.by, "not_sure", at=AT + timedelta(days=1)).id
    assert owed(third)["report_to_board"] == date(2026, 11, 10)
    says(office, "2026-10-19", minutes=2)
    assert owed(third)["report_to_board"] is None and missing() == [TOMORROW], "what is over is none to come"


def test_what_is_no_day_is_not_kept_and_no_notice_is_out_of_date_by_a_meeting(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.settings.services import quoted_now

    for wrong in ("soon", "2026-13-01", "2026-11-10 and 2026-12-08"):
        with pytest.raises(ValidationError, match="each day"):
            says(office, wrong)
    with pytest.raises(ValidationError, match="more than a year"):
        says(office, "2026-11-10, 2062-12-08")
    with district_transaction():
        before = quoted_now()
    says(office, "2026-11-10")
    with district_transaction():
        assert quoted_now() == before and "board_meetings" not in before


def test_a_meeting_is_asked_for_as_long_as_something_waits_for_it(town: make.Town, office: make.Staffed) -> None:
    from fileroom.duties.services import Over, let_go
    from fileroom.people.owed import OF_THE_DISTRICT
    from fileroom.programmes.enforcement.board_days import see_to

    of, other = comes(town.registrar.by, "immigration").id, make.staffed("lee", "administrator", None)
    assert missing() == [TOMORROW]
    let_go("board_meetings", OF_THE_DISTRICT, Over(None, uuid4(), AT))
    for _ in range(2):
        see_to(at=AT)
        assert missing() == [TOMORROW], "of one that was open before anybody asked for a meeting it is asked too"
    discharged(of, office.by)
    for who in (office, other):
        closes(of, who.by, "not_immigration")
    assert missing() == [], "nothing waits for it"


def test_what_comes_after_a_report_was_released_is_heard_at_the_meeting_after(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementReport

    says(office, "2026-11-10, 2026-12-08")
    of = {"lines": [], "signed_by": uuid4(), "signed_entry": uuid4(), "released_by": uuid4(), "released_entry": uuid4()}
    days = {"from_on": make.TODAY, "to_on": make.TODAY, "meeting_on": date(2026, 11, 10)}
    with district_transaction():
        EnforcementReport.objects.create(until=AT, signed_at=AT, released_at=AT, **of, **days)
    assert owed(comes(town.registrar.by, "immigration").id)["report_to_board"] == date(2026, 12, 8)


def test_a_report_that_is_moved_to_another_meeting_leaves_its_own_to_what_waits(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.meetings import move
    from fileroom.programmes.models import EnforcementReport

    november, december = date(2026, 11, 10), date(2026, 12, 8)
    says(office, "2026-11-10, 2026-12-08, 2027-01-12")
    of = {"lines": [], "signed_by": uuid4(), "signed_entry": uuid4(), "released_by": uuid4(), "released_entry": uuid4()}
    days = {"from_on": make.TODAY, "to_on": make.TODAY, "meeting_on": november}
    with district_transaction():
        report = EnforcementReport.objects.create(until=AT, signed_at=AT, released_at=AT, **of, **days)
    waits = comes(town.registrar.by, "immigration").id
    assert owed(waits)["report_to_board"] == december
    move(report.id, december, by=office.by, at=AT)
    assert owed(waits)["report_to_board"] == november, "which hears of nothing else now"
    move(report.id, november, by=office.by, at=AT)
    assert owed(waits)["report_to_board"] == december


def test_the_calendar_moves_what_is_owed_by_its_days(town: make.Town, office: make.Staffed) -> None:
    from fileroom.duties.queries import about
    from fileroom.programmes.calendar.entering import enter_days, take_days_away
    from fileroom.programmes.calendar.entries import Entry, Kind
    from fileroom.programmes.enforcement import guide

    def guide_due() -> date | None:
        (look,) = about(guide.ROOM, [guide.EDITION], at=AT)
        return look.due

    of, closed = comes(town.registrar.by, "immigration").id, uuid4()
    guide.owe_a_look(at=AT)
    assert [owed(of)["notify_parent_after"], guide_due(), *missing()] == [TOMORROW] * 3
    moved = enter_days(closed, Entry(Kind("closed"), TOMORROW, TOMORROW, "Smoke"), by=office.by, at=AT)
    later = TOMORROW + timedelta(days=1)
    assert [owed(of)[it] for it in ("notify_parent_after", "give_family_the_papers")] == [later] * 2
    assert [guide_due(), *missing()] == [later] * 2 and not moved, "no number tells of it"
    assert owed(of)["counsel_review"] == make.TODAY, "what is owed the same day stays"
    assert take_days_away(closed, by=office.by, at=AT) == 0
    assert [owed(of)["notify_parent_after"], guide_due(), *missing()] == [TOMORROW] * 3
