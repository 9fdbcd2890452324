"""The district enters its school calendar: a day by hand, and the next year as a list that is looked at first."""

from __future__ import annotations

from calendar import MONDAY, THURSDAY
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import PACIFIC, school_year
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser


def nth(number: int, weekday: int, month: int, year: int) -> date:
    """The first, second, third... such day of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def test_the_office_enters_a_day_and_the_next_year_as_a_list(signed_in: Callable[[str], Page], site: Site) -> None:
    desk, year = signed_in("custodian"), school_year(datetime.now(PACIFIC).date()) + 1
    desk.goto(f"{site.address}/district/")
    photograph(desk, "district")
    desk.get_by_role("link", name="Breaks and closed days").click()
    expect(desk.get_by_text("Whole", exact=True)).to_be_visible()
    photograph(desk, "calendar")
    desk.goto(f"{site.address}/district/calendar/?year={year}")
    expect(desk.get_by_text("Nothing is entered of")).to_be_visible()
    photograph(desk, "calendar-empty")
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_role("alert").first).to_contain_text("Choose what it is.")
    photograph(desk, "calendar-faults")
    clean(desk)
    desk.get_by_label("What it is").select_option(label="No school, the office is open")
    desk.get_by_label("First day").fill(nth(2, MONDAY, 10, year).isoformat())
    desk.get_by_label("Its name").fill("Staff development")
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_text("No last day has moved.")).to_be_visible()
    expect(desk.get_by_role("heading", name="Staff development")).to_be_visible()
    clean(desk)
    desk.get_by_role("link", name="Staff development").click()
    photograph(desk, "calendar-day")
    clean(desk)
    desk.get_by_role("link", name="School calendar").first.click()
    thanks = nth(4, THURSDAY, 11, year)
    rows = [
        f"{year}-06-11,{year}-08-10,summer break,", f"{nth(1, MONDAY, 9, year)},,holiday,Labor Day",
        f"{year}-12-20,{year}-12-31,winter break,", f"{thanks},{thanks + timedelta(days=1)},closed,Thanksgiving",
        f"{year + 1}-06-09,{year + 1}-08-09,summer break,",
    ]  # fmt: skip
    head = "from,to,what,name"
    desk.get_by_label("Paste the list").fill("\n".join([head, *rows, f"{year}-02-30,,holiday,"]))
    desk.get_by_role("button", name="Look at it first").click()
    expect(desk.get_by_role("alert").first).to_contain_text("Row 7, column from: This is no day.")
    photograph(desk, "calendar-list-faults")
    clean(desk)
    desk.get_by_label("Paste the list").fill("\n".join([head, *rows]))
    desk.get_by_role("button", name="Look at it again").click()
    expect(desk.get_by_text("5 new, 0 there already")).to_be_visible()
    photograph(desk, "calendar-list")
    clean(desk)
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_role("heading", name="Thanksgiving")).to_be_visible()
    expect(desk.get_by_text("days of school.")).to_be_visible()
    photograph(desk, "calendar-next-year")
    clean(desk)
    teacher = signed_in("teacher")
    teacher.goto(f"{site.address}/district/calendar/?year={year}")
    expect(teacher.get_by_role("heading", name="Thanksgiving")).to_be_visible()
    expect(teacher.get_by_role("button", name="Enter it")).to_have_count(0)
    photograph(teacher, "calendar-teacher")
    clean(teacher)
