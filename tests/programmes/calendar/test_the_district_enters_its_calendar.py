"""The district enters its school calendar: who may, what each act moves, and a whole year from a list."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import Calendar, default_calendar, school_year
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.calendar.entries import Entry

VETERANS = date(2026, 11, 11)
LIST = """from,to,what,name
2026-09-07,,holiday,Labor Day
11/26/2026,11/27/2026,closed,Thanksgiving
2026-12-21,2027-01-01,winter break,
2026-12-25,,holiday,Christmas Day
2026-10-22,,closed,Smoke
2027-06-19,,holiday,Juneteenth
"""
LIST_AGAIN = LIST.replace("2027-06-19,,holiday,Juneteenth", "2027-06-18,,holiday,Juneteenth")


def owes(at: datetime = AT) -> UUID:
    """A duty that runs for five business days: from 19 October to the 26th."""
    from fileroom.duties.services import Owed, owe
    from fileroom.hosting import district_transaction
    from fileroom.law import default_calendar

    with district_transaction():
        rule = "casework.orders_received.receipt_to_submitter"
        owed = Owed(rule, "orders", uuid4(), at, "custodian", clock="parent_inspection")
        owe([owed], calendar=default_calendar(), caused_by=uuid4())
    return owed.of


def due(of: UUID) -> date | None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return Duty.objects.get(of=of).due_on


def days(kind: str, first: date, last: date | None = None, name: str = "") -> Entry:
    from fileroom.programmes.calendar.entries import Entry, Kind

    return Entry(Kind(kind), first, last or first, name)


def in_force() -> Calendar:
    from fileroom.hosting import district_transaction
    from fileroom.people.calendars import calendar

    with district_transaction():
        found = calendar()
    assert found is not None
    return found


@pytest.fixture
def office(town: make.Town) -> SignedIn:
    return make.staffed("head", "administrator", None).by


def test_a_closed_day_moves_what_is_owed_in_its_own_transaction_and_taken_away_moves_it_back(office: SignedIn) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.calendar.entering import correct_days, enter_days, take_days_away

    of, smoke, day = owes(), uuid4(), date(2026, 10, 22)
    assert due(of) == date(2026, 10, 26)
    assert [enter_days(smoke, days("closed", day, name="Smoke"), by=office, at=AT) for _ in range(2)] == [1, 0]
    it = last_entry()
    assert (it.act, it.record, it.part, it.outcome) == ("calendar:entered", smoke, "2026-10-22/2026-10-22", "closed")
    assert due(of) == date(2026, 10, 27)
    assert correct_days(smoke, days("closed", day, day + timedelta(days=4)), by=office, at=AT) == 1
    assert (last_entry().act, due(of)) == ("calendar:corrected", date(2026, 10, 29)), "a weekend lies between"
    assert take_days_away(smoke, by=office, at=AT) == 1
    assert (last_entry().act, due(of)) == ("calendar:taken_away", date(2026, 10, 26))
    with pytest.raises(Missing):
        take_days_away(smoke, by=office, at=AT)


def test_nobody_but_the_superintendents_designee_enters_it_and_a_delegate_may(
    town: make.Town, office: SignedIn
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.calendar.entering import enter_days
    from fileroom.programmes.delegations.register import Given, give

    clerk, autumn = town.registrar, days("fall", date(2026, 11, 23), date(2026, 11, 27))
    with pytest.raises(Missing):
        enter_days(uuid4(), autumn, by=clerk.by, at=AT)
    give(uuid4(), Given(clerk.row.id, ("calendar",), TODAY, None), by=office, at=AT)
    enter_days(uuid4(), autumn, by=clerk.by, at=AT)
    assert (last_entry().act, last_entry().actor.role) == ("calendar:entered", "designee")


def test_one_closed_day_opens_no_holiday_of_the_state_before_somebody_says_that_the_year_is_whole(
    office: SignedIn,
) -> None:
    from fileroom.programmes.calendar.desk import wanting
    from fileroom.programmes.calendar.entering import complete_year, enter_days, reopen_year

    with pytest.raises(ValidationError, match="No closed day stands"):
        complete_year(2026, by=office, at=AT)
    enter_days(uuid4(), days("winter", date(2026, 12, 21), date(2027, 1, 1)), by=office, at=AT)
    assert not in_force().is_open(VETERANS) and not in_force().is_schoolday(date(2026, 12, 22))
    enter_days(uuid4(), days("closed", date(2026, 10, 22)), by=office, at=AT)
    assert not in_force().is_open(VETERANS) and wanting(by=office, at=AT) == [2026]
    complete_year(2026, by=office, at=AT)
    assert (last_entry().act, last_entry().part) == ("calendar:completed", "2026")
    assert in_force().is_open(VETERANS) and not in_force().is_open(date(2027, 9, 6)), "of another year nothing is said"
    assert wanting(by=office, at=AT) == []
    assert wanting(by=office, at=AT + timedelta(days=200)) == [2027], "from May on of the coming year"
    reopen_year(2026, by=office, at=AT)
    assert not in_force().is_open(VETERANS) and last_entry().act == "calendar:reopened"


@pytest.mark.parametrize(
    ("given", "column"),
    [
        (("closed", date(2026, 10, 23), date(2026, 10, 22)), "to"),
        (("closed", date(2026, 10, 1), date(2026, 12, 1)), "to"),
        (("closed", date(2026, 10, 24)), "from"),
        (("closed", date(2036, 10, 22)), "from"),
        (("closed", date(2026, 11, 26), date(2026, 11, 27)), "from"),
        (("closed", date(2026, 10, 22), None, "His SSN is 219-09-9999"), "name"),
    ],
)
def test_what_can_be_no_entry_is_said_at_its_field_and_leaves_nothing(
    office: SignedIn, given: tuple[str, date], column: str
) -> None:
    from fileroom.programmes.calendar.entering import enter_days

    enter_days(uuid4(), days("closed", date(2026, 11, 25), date(2026, 11, 26)), by=office, at=AT)
    before = len(entries())
    with pytest.raises(ValidationError) as refused:
        enter_days(uuid4(), days(*given), by=office, at=AT)
    assert list(refused.value.message_dict) == [column] and len(entries()) == before


def test_a_list_is_tried_and_then_entered_whole_and_what_stands_there_is_left(office: SignedIn) -> None:
    from fileroom.programmes.calendar.bringing import bring_calendar, remarks

    of, before = owes(), len(entries())
    tried = bring_calendar(LIST, dry_run=True, by=office, at=AT)
    assert (tried.year, len(tried.new), tried.there, tried.moved) == (2026, 5, 1, 1)
    assert VETERANS in tried.holidays_open and "11 Nov 2026" in " ".join(remarks(tried))
    assert len(entries()) == before and due(of) == date(2026, 10, 26), "nothing was written"
    taken = bring_calendar(LIST, dry_run=False, by=office, at=AT)
    assert taken == tried and due(of) == date(2026, 10, 27)
    assert [it.act.value for it in entries()[before:]] == ["calendar:entered"] * len(taken.new) + ["calendar:completed"]
    again = bring_calendar(LIST_AGAIN, dry_run=False, by=office, at=AT)
    assert [it.name for it in again.new] == ["Juneteenth"] and again.moved == 0


def test_a_list_with_faults_is_told_of_by_row_and_column_and_nothing_of_it_is_entered(
    office: SignedIn, tmp_path: Path
) -> None:
    from fileroom.collection.imports.faults import BundleRefused
    from fileroom.hosting import district_transaction
    from fileroom.ledger.services import Actor
    from fileroom.people.calendars import calendar
    from fileroom.programmes.calendar.bringing import bring_calendar, import_calendar

    rows = "2026-02-30,,holiday,\n2026-11-26,,feast,\n"
    with pytest.raises(BundleRefused) as refused:
        bring_calendar(LIST + rows, dry_run=False, by=office, at=AT)
    assert [(it.row, it.column) for it in refused.value.problems] == [(8, "from"), (9, "what")]
    with pytest.raises(BundleRefused) as refused:
        bring_calendar(LIST + "2026-11-25,2026-11-24,closed,\n", dry_run=False, by=office, at=AT)
    assert [(it.row, it.column) for it in refused.value.problems] == [(8, "to")]
    with pytest.raises(BundleRefused, match="not of the school year 2026-27"):
        bring_calendar(LIST + "2027-10-11,,closed,\n", dry_run=False, by=office, at=AT)
    with pytest.raises(BundleRefused, match="whole district"):
        bring_calendar("from,to,what,school\n2026-10-12,,closed,Mesa Middle", dry_run=False, by=office, at=AT)
    with district_transaction():
        assert calendar() is None
    file, by = tmp_path / "calendar.csv", Actor(account=None, role="system", door="cli")
    file.write_text(LIST.replace(",", "\t"))
    tried = import_calendar(file, by=by, at=AT, dry_run=True)
    assert tried.whole and tried.written.new > 4 and "0 open duties" in tried.in_words()
    with district_transaction():
        assert calendar() is None
    import_calendar(file, by=by, at=AT)
    assert not in_force().is_open(date(2026, 11, 27))


def test_the_page_enters_corrects_and_says_how_many_days_moved(town: make.Town, office: SignedIn) -> None:
    now = datetime.now(tz=AT.tzinfo)
    day = now.date() + timedelta(days=1)
    while day.weekday() > 3 or not default_calendar().is_open(day):
        day += timedelta(days=1)
    owes(now)
    year, pages = school_year(day), browser(office)
    assert "School calendar" in pages.get("/").content.decode()
    assert "Not entered" in pages.get("/district/").content.decode()
    sent = form(kind="closed", from_on=day.isoformat(), to_on="", name="Storm", year=year)
    done = pages.post("/district/calendar/", sent, follow=True)
    told = done.content.decode()
    assert "1 open duty has another last day" in told and "Storm" in told and "Not entered whole" in told
    assert "another last day" not in pages.get(f"/district/calendar/?year={year}").content.decode()
    pages.post("/district/calendar/whole/", form(year=year, act="complete"))
    assert "Closed days are those of this page" in pages.get(f"/district/calendar/?year={year}").content.decode()
    assert f"School calendar {year}" not in pages.get("/").content.decode()
    again = pages.post("/district/calendar/", form(kind="closed", from_on=day.isoformat(), year=year))
    assert again.status_code == 422 and "meets what stands there already" in again.content.decode()
    looker = browser(town.teacher.by)
    page = looker.get(f"/district/calendar/?year={year}").content.decode()
    assert "Storm" in page and "Enter one" not in page
    assert looker.post("/district/calendar/", sent).status_code == 404
    rows = f"from,to,what\n{day + timedelta(days=7)},,closed\n"
    tried = pages.post("/district/calendar/list/", {"rows": rows}).content.decode()
    assert "What the list would do" in tried
    seen = tried.partition('name="seen" value="')[2].partition('"')[0]
    assert pages.post("/district/calendar/list/", {"rows": rows + "nonsense", "seen": seen}).status_code == 422
    assert pages.post("/district/calendar/list/", {"rows": rows, "seen": seen}).status_code == 302


def test_the_policys_page_says_which_days_are_entered_and_wants_the_coming_year_from_sixty_days_before_it(
    office: SignedIn,
) -> None:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.calendar.entering import complete_year, enter_days
    from fileroom.programmes.calendar.evidence import entered

    def counted(at: datetime) -> tuple[int | None, int | None, str]:
        with district_transaction():
            it = entered(Asked(at, 10, 365))
        return it.number, it.of, it.state.value

    enter_days(uuid4(), days("winter", date(2026, 12, 21), date(2027, 1, 1)), by=office, at=AT)
    enter_days(uuid4(), days("closed", date(2026, 10, 22)), by=office, at=AT)
    assert counted(AT) == (0, 1, "attention")
    complete_year(2026, by=office, at=AT)
    assert counted(AT) == (1, 1, "running")
    with district_transaction():
        it = entered(Asked(AT, 10, 365))
    assert it.says.endswith("2026-27 closed days from October 22, 2026 to January 1, 2027")
    assert "whole by the Superintendent or a designee on October 19, 2026" in it.parts[0].says
    assert counted(datetime(2027, 5, 1, 12, tzinfo=AT.tzinfo)) == (1, 1, "running")
    assert counted(datetime(2027, 5, 2, 20, tzinfo=AT.tzinfo)) == (1, 2, "attention")
